"""What is different from the last issue, live: each change with its old and new pages, and what to do with print-outs.

It is worked out in the background after each new preview, and only while it is seen.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from agendabuilder.app.made_packs import PackChanges
from agendabuilder.domain.change import Change
from agendabuilder.domain.change_sheet import change_text
from agendabuilder.domain.edits import change_meeting
from agendabuilder.domain.forms import full_date_text
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.packs.build_words import counted
from agendabuilder.ui.packs.changes_work import ask_changes
from agendabuilder.ui.packs.issue_words import WAYS, consequences
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.choice_fields import ChoiceField, SwitchField
from agendabuilder.ui.pieces.sentence_rows import show_sentences
from agendabuilder.ui.work.agenda_words import pages_text
from agendabuilder.ui.work.tasks import Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

_CHANGE = Qt.ItemDataRole.UserRole
_LOOKING = "What is different is being worked out."
_NOTHING = "Nothing has been issued yet. Once the pack is issued, every change after it is listed here."


class ChangesPage(QWidget):
    """The page; a click on a change shows its item in the agenda and in the preview, Enter opens it."""

    item_wanted = Signal()
    """Open the item that is selected."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Changes")
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._is_behind = True
        self._found: PackChanges | None = None
        self._heading = theme.wrapped(theme.heading("Changes", 3))
        self._said = theme.quiet(QLabel())
        self._way = ChoiceField(WAYS)
        self._next = QLabel("Next issue")
        self._outcome = theme.quiet(QLabel())
        self._list, self._swaps = _listing("Changes since the last issue"), _listing("Sheets to swap in a printed copy")
        self._swaps_heading = theme.heading("In a printed copy (both sides)", 1)
        self._copy, self._sheet = QPushButton("Copy as text"), SwitchField("Put a page with the changes into the pack")
        self._rest = QWidget()  # pushes everything up while there is no list
        self._set_up()
        workspace.issues_changed.connect(self._begin_anew)
        workspace.meeting_changed.connect(self._show_switches)
        workspace.wishes.changed.connect(self._show_switches)

    @property
    def found(self) -> PackChanges | None:
        """What was found last; None before, and while nothing was issued."""
        return self._found

    def refresh(self) -> None:
        """Compare anew, now or as soon as the page is seen."""
        self._is_behind = True
        self._show_switches()
        if not self.isVisible() or self._task:
            return
        self._is_behind = False
        if self._workspace.issues:
            way = self._workspace.wishes.way
            task = ask_changes(self._workspace, self._tasks, way, self._take, self._fail)
            if task in self._tasks.running:
                self._task = task
                task.finished.connect(lambda: self._go_on(task))
        else:
            self._show(None, self._workspace.issues_trouble or _NOTHING)

    def copy_text(self) -> None:
        """Put the changes onto the clipboard, as text for an e-mail."""
        if self._found:
            QGuiApplication.clipboard().setText(change_text(self._found.sheet))
            self._outcome.setText("The changes are on the clipboard: paste them into an e-mail.")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with what changed while it was not seen."""
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    # Its parts

    def _set_up(self) -> None:
        theme.name(self._way, "How the pack goes on", "The preview, the pages below and the next build follow")
        self._way.value_entered.connect(self._workspace.wishes.go_on)
        theme.name(self._copy, "Copy the changes as text", "For an e-mail to those who have the last issue")
        self._copy.clicked.connect(self.copy_text)
        self._sheet.setAccessibleName(self._sheet.text())
        self._sheet.value_entered.connect(self._switch_sheet)
        self._list.itemClicked.connect(self._select)
        self._list.itemActivated.connect(self._open)
        row = QHBoxLayout()
        theme.tight(row)
        row.addWidget(self._next)
        row.addWidget(self._way)
        row.addStretch(1)
        row.addWidget(self._copy)
        column = QVBoxLayout(self)
        theme.tight(column)
        column.addWidget(self._heading)
        column.addWidget(self._said)
        column.addLayout(row)
        column.addWidget(self._outcome)
        column.addWidget(self._list, 3)
        column.addWidget(self._swaps_heading)
        column.addWidget(self._swaps, 2)
        column.addWidget(self._sheet)
        column.addWidget(self._rest, 1)
        self._show(None, _NOTHING)

    # What is found

    def _begin_anew(self) -> None:
        """Another meeting, or one issue more: what was found before is not true any more."""
        if self._task:
            self._task.cancel()
            self._task = None
        self._show(None, _LOOKING if self._workspace.issues else _NOTHING)
        self.refresh()

    def _take(self, found: PackChanges) -> None:
        self._task = None
        count = len(found.changes)
        said = f"{counted(count, 'change')} since then." if count else "Nothing is different since then."
        self._show(found, said)

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._task = None
        self._show(None, str(problem))

    def _go_on(self, task: Task) -> None:
        if self._task in (task, None):
            self._task = None
        if self._is_behind and self._task is None:
            self.refresh()

    def _show(self, found: PackChanges | None, said: str) -> None:
        self._found = found
        issues = self._workspace.issues
        self._heading.setText(f"Changes since issue {issues[-1].number}" if issues else "Changes")
        self._said.setText(f"It was issued on {full_date_text(issues[-1].day)}. {said}" if issues else said)
        self._outcome.setText(consequences(found) if found and found.changes else "")
        _fill(self._list, [(_words(change), change) for change in found.changes] if found else [])
        _fill(self._swaps, [(step, None) for step in found.sheet.swaps] if found else [])
        for widget in (self._outcome, self._list, self._copy):
            widget.setVisible(bool(found and found.changes))
        self._rest.setVisible(not (found and found.changes))
        for part in (self._swaps, self._swaps_heading):
            part.setVisible(self._swaps.count() > 0)
        self._next.setVisible(bool(issues))
        self._way.setVisible(bool(issues))
        self._sheet.setVisible(bool(issues))

    def _show_switches(self) -> None:
        self._way.show_value(self._workspace.wishes.way)
        self._sheet.show_value(self._workspace.meeting.change_sheet)

    # What is done

    def _switch_sheet(self, wanted: bool) -> None:
        name = "Put the changes into the pack" if wanted else "Leave the changes out of the pack"
        self._workspace.edit(name, change_meeting, change_sheet=wanted)

    def _select(self, entry: QListWidgetItem) -> None:
        change: Change = entry.data(_CHANGE)
        known = {item.id for item in self._workspace.meeting.all_items()}
        if change.item_id in known:
            reports = {report.id for _, report in self._workspace.meeting.all_reports()}
            self._workspace.select(change.item_id, change.report_id if change.report_id in reports else "")

    def _open(self, entry: QListWidgetItem) -> None:
        self._select(entry)
        self.item_wanted.emit()


class _Listing(QListWidget):
    """A list that is content with a few rows and takes what room there is."""

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few rows."""
        return QSize(240, 96)


def _listing(name: str) -> QListWidget:
    listing = _Listing()
    listing.setAccessibleName(name)
    show_sentences(listing)
    return listing


def _fill(listing: QListWidget, entries: list[tuple[str, Change | None]]) -> None:
    row = listing.currentRow()
    listing.clear()
    for words, change in entries:
        entry = QListWidgetItem(words)
        entry.setData(_CHANGE, change)
        listing.addItem(entry)
    listing.setCurrentRow(min(row, listing.count() - 1))


def _words(change: Change) -> str:
    """The sentence, with the old pages and the new ones below it."""
    old, new = (", ".join(map(pages_text, ranges)) for ranges in (change.old_pages, change.new_pages))
    return f"{change.sentence}\n{_pages(old, new)}".strip()


def _pages(old: str, new: str) -> str:
    if old and new:
        return f"Pages {old} → {new}" if old != new else f"Pages {new}, as before"
    if old:
        return f"Pages {old} before"
    return f"Pages {new} now" if new else ""
