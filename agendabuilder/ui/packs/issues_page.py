"""What was issued of the open meeting, the last issue first: when, by whom, in which way, why, and its files."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.ui.packs.issue_words import issue_line, mode_words
from agendabuilder.ui.packs.pack_rows import pack_row
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.workspace import Workspace

_NOTHING = "Nothing has been issued of this meeting yet. Choose Issue in the menu Pack once the pack is built."


class IssuesPage(QWidget):
    """Follows the open meeting's issues."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Issues")
        self._workspace = workspace
        self._column = QVBoxLayout(self)
        theme.tight(self._column, 0, 2 * theme.STEP)
        self._listed: list[QWidget] = []
        self._column.addWidget(theme.heading("Issues", 4))
        self._said = theme.quiet(QLabel())
        self._column.addWidget(self._said)
        self._column.addStretch(1)
        workspace.issues_changed.connect(self._list_anew)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Read them anew: files may have been put back or taken away."""
        self._list_anew()
        super().showEvent(event)

    def _list_anew(self) -> None:
        for widget in self._listed:
            self._column.removeWidget(widget)
            widget.hide()  # taken from its parent, it could be shown as a window for a moment
            widget.deleteLater()
        folder, issues = self._workspace.folder, self._workspace.issues
        files = IssuesFolder(folder.path) if folder else None
        self._listed = [_card(issued, files) for issued in reversed(issues)] if files else []
        for widget in self._listed:
            self._column.insertWidget(self._column.count() - 1, widget)
        kept = "Each is kept as it was sent out; its files are never written again."
        self._said.setText(self._workspace.issues_trouble or (kept if issues else _NOTHING))


def _card(issued: IssuedPack, files: IssuesFolder) -> QWidget:
    card = QFrame()
    card.setFrameShape(QFrame.Shape.StyledPanel)
    card.setAccessibleName(f"Issue {issued.number}")
    column = QVBoxLayout(card)
    theme.tight(column, 2 * theme.STEP)
    column.addWidget(theme.wrapped(theme.heading(issue_line(issued), 1)))
    said = f"{mode_words(issued)}. {issued.note}".strip()
    note = theme.quiet(QLabel(said))
    note.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    column.addWidget(note)
    packs = files.packs(issued.number)
    for file, audience in packs:
        column.addWidget(pack_row(file, audience))
    if not packs:
        gone = QLabel("Its files are not there any more. Put its folder back from a backup copy.")
        column.addWidget(theme.signalling(gone, theme.Signal.WARNING))
    return card
