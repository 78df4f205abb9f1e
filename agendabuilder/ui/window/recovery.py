"""Unsaved work is kept aside while the clerk types, and offered again after a crash.

Nothing is asked in a box: the bar above the meeting says what there is, and taking it up is a step that can be undone.
"""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from agendabuilder.domain.forms import date_text
from agendabuilder.errors import FolderError
from agendabuilder.store.recovery import Recovery, discard, forget_recovery, keep_recovery, left_behind
from agendabuilder.ui.work.workspace import Workspace

KEEP_AFTER = 10_000
"""Milliseconds after the first unsaved change at which it is kept aside; at most half a minute's work can be lost."""


class Autosave(QObject):
    """Keeps unsaved changes of the open meeting in the user's own folder."""

    failed = Signal(str)
    """They cannot be kept; carries the sentence."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = workspace.folder
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER)
        self._timer.timeout.connect(self.keep)
        workspace.meeting_changed.connect(self._on_change)
        workspace.saved_changed.connect(self._on_saved)

    def keep(self) -> None:
        """Keep what is unsaved now."""
        self._timer.stop()
        folder = self._workspace.folder
        if folder is None or self._workspace.is_saved:
            return
        try:
            keep_recovery(folder.path, self._workspace.meeting)
        except FolderError as problem:
            self.failed.emit(str(problem))

    def forget(self) -> None:
        """The unsaved changes are not wanted: the clerk chose to discard them."""
        self._timer.stop()
        if self._folder:
            forget_recovery(self._folder.path)

    def _on_change(self) -> None:
        if self._workspace.folder != self._folder:
            self.forget()  # whoever closes a meeting has asked about its changes before
            self._folder = self._workspace.folder
        if not self._workspace.is_saved and not self._timer.isActive():
            self._timer.start()

    def _on_saved(self) -> None:
        if self._workspace.is_saved and self._workspace.folder == self._folder:
            self.forget()


class RecoveryBar(QFrame):
    """Says that an earlier run left unsaved changes behind; hidden when there are none."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._folder = workspace.folder
        self._found: tuple[Recovery, ...] = ()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName("Unsaved changes")
        self._words = QLabel()
        self._words.setWordWrap(True)
        take_up, throw_away = QPushButton("Bring them back"), QPushButton("Throw them away")
        take_up.clicked.connect(self.take_up)
        throw_away.clicked.connect(self.throw_away)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(take_up)
        layout.addWidget(throw_away)
        workspace.saved_changed.connect(self._on_change)
        self.hide()
        self.look()

    def look(self) -> None:
        """Look for unsaved changes of the open meeting."""
        folder = self._workspace.folder
        writable = folder is not None and not self._workspace.read_only_reason
        found = left_behind(folder.path) if folder and writable else ()
        self._found = tuple(each for each in found if each.meeting != self._workspace.meeting)
        self.setVisible(bool(self._found))
        if self._found:
            kept = self._found[0].kept
            self._words.setText(
                f"The program stopped on {date_text(kept.date())} at {kept:%H:%M} "
                "with changes to this meeting that were not saved."
            )

    def take_up(self) -> None:
        """Put the unsaved meeting over the saved one, as one step that can be undone."""
        found = self._found
        if found:
            self._workspace.restore(found[0].meeting)
            keep_recovery(found[0].folder, found[0].meeting)  # it is unsaved still, and now this run's
        self._clear()

    def throw_away(self) -> None:
        """Keep the meeting as it was saved."""
        self._clear()

    def _clear(self) -> None:
        for recovery in self._found:
            discard(recovery)
        self._found = ()
        self.hide()

    def _on_change(self) -> None:
        if self._workspace.folder != self._folder:
            self._folder = self._workspace.folder
            self.look()
