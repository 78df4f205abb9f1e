"""What the clerk can do with reports: take files in, announce, open, replace, remove, move.

Files are copied into the meeting's folder off the window's thread, then attached in one step.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from agendabuilder.domain import edits
from agendabuilder.domain.file_names import item_for_file, title_from_file
from agendabuilder.domain.item import Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.reports.intake.file_kind import CHOOSABLE
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.report_files import take_in_file
from agendabuilder.ui.work.actions import Command, CommandBook, Menu
from agendabuilder.ui.work.agenda_words import item_name
from agendabuilder.ui.work.tasks import Lane, Tasks
from agendabuilder.ui.work.workspace import Workspace

FILE_KINDS = f"Reports ({' '.join(f'*{ending}' for ending in CHOOSABLE)});;All files (*)"


class ReportCommands(QObject):
    """Acts on the reports of the selected item."""

    unplaced = Signal(list)
    """Files (as paths) were dropped whose names find no item."""
    failed = Signal(object)
    """A file could not be taken in; carries the error."""

    def __init__(self, workspace: Workspace, tasks: Tasks, book: CommandBook, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self.tasks, self._window = workspace, tasks, window
        item, report, file = self._can_add, self._has_report, self._has_file
        menu = Menu.REPORT
        book.add(
            Command("add_reports", "&Add reports…", self.choose, "Ctrl+Shift+A", "Attach files to this item", "attach",
                    item, menu),
            Command("add_to_follow", "Report to &follow", self.announce, "", "Announce a report that comes later",
                    "to_follow", item, menu),
            Command("add_verbal", "&Verbal report", self.add_verbal, "", "A report without a paper", "verbal", item,
                    menu),
            Command("open_report", "&Open the original", self.open_original, "Ctrl+Shift+O",
                    "Opens the file in its own program", "open", file, menu, 1),
            Command("replace_report", "Re&place file…", self.choose_other, "Ctrl+Shift+R",
                    "Another file in its place", "replace", report, menu, 1),
            Command("remove_report", "&Remove report", self.remove, "", "Takes it off the item; the file stays",
                    "remove", report, menu, 1),
            Command("report_up", "Move report &up", lambda: self.move(-1), "Ctrl+Shift+Up", "", "up",
                    lambda: self._can_move(-1), menu, 2),
            Command("report_down", "Move report &down", lambda: self.move(1), "Ctrl+Shift+Down", "", "down",
                    lambda: self._can_move(1), menu, 2),
        )  # fmt: skip

    def take_in(self, files: Sequence[Path], item_id: str = "") -> None:
        """Attach files to an item; without one, each to the item that its name finds."""
        meeting = self._workspace.meeting
        files = [file for file in files if file.is_file()]
        placed = [(file, item_id or item_for_file(meeting, file.name)) for file in files]
        lost = [file for file, found in placed if not found]
        if lost:
            self.unplaced.emit(lost)
        self._copy([(file, found) for file, found in placed if found])

    def choose(self) -> None:
        """Ask for files and attach them to the selected item."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Add reports", "", FILE_KINDS)
        self.take_in([Path(name) for name in names], self._workspace.selected_item_id)

    def announce(self) -> None:
        """A report to follow, ready for its title, owner and date."""
        self._add("Add report to follow", Report(to_follow=ToFollow()))

    def add_verbal(self) -> None:
        """A verbal report."""
        self._add("Add verbal report", Report(verbal=True))

    def open_original(self) -> None:
        """Open the file in the program that it belongs to."""
        folder, report = self._workspace.folder, self._report()
        if folder and report:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.path / report.file)))

    def choose_other(self) -> None:
        """Ask for another file in place of the report's."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Replace file", "", FILE_KINDS)
        if name:
            self.replace(Path(name))

    def replace(self, file: Path) -> None:
        """Put another file in place of the selected report's; its title and settings stay."""
        report_id = self._workspace.selected_report_id

        def done(files: Sequence[str]) -> None:
            verb, file = edits.change_report, files[0]
            if any(report.id == report_id for _, report in self._workspace.meeting.all_reports()):
                self._workspace.edit("Replace file", verb, report_id, file=file, to_follow=None, verbal=False, pages="")

        self._in_background([file], done)

    def remove(self) -> None:
        """Take the selected report off its item."""
        item_id = self._workspace.selected_item_id
        self._workspace.edit("Remove report", edits.remove_report, self._workspace.selected_report_id)
        self._workspace.select(item_id)

    def move(self, by: int) -> None:
        """Move the selected report up or down among those of its item."""
        report_id, item = self._workspace.selected_report_id, self._workspace.selected_item
        if item and self._can_move(by):
            self._workspace.edit("Move report", edits.move_report, report_id, item.id, self._place() + by)

    def _copy(self, placed: Sequence[tuple[Path, str]]) -> None:
        def done(files: Sequence[str]) -> None:
            self._attach([(file, item_id) for file, (_, item_id) in zip(files, placed, strict=True)])

        if placed:
            self._in_background([file for file, _ in placed], done)

    def _in_background(self, files: Sequence[Path], done: Callable[[list[str]], None]) -> None:
        folder = self._workspace.folder
        if folder is None:
            return
        if self._workspace.read_only_reason:
            self._workspace.edit_refused.emit(self._workspace.read_only_reason)
            return

        def work(progress: Progress) -> list[str]:
            progress.stage("Copying files", len(files))
            return [_taken_in(folder, file, progress) for file in files]

        def finish(files: list[str]) -> None:
            if self._workspace.folder == folder:  # else they belong to a meeting that is not open any more
                done(files)

        self.tasks.run("Copying files", work, finish, self._fail, lane=Lane.FILES)

    def _attach(self, placed: Sequence[tuple[str, str]]) -> None:
        meeting = self._workspace.meeting
        known = {item.id for item in meeting.all_items()}
        placed = [(file, item_id) for file, item_id in placed if item_id in known]
        if not placed:
            return
        count = f"{len(placed)} reports" if len(placed) > 1 else "report"
        single = {item_id for _, item_id in placed}
        to = f" to {item_name(meeting, placed[0][1])}" if len(single) == 1 else ""
        self._workspace.edit(f"Add {count}{to}", attach_files, placed)

    def _add(self, name: str, report: Report) -> None:
        meeting, item_id = self._workspace.meeting, self._workspace.selected_item_id
        made = edits.new_id(meeting)
        self._workspace.edit(name, edits.add_report, item_id, report)
        if not self._workspace.read_only_reason:
            self._workspace.select(item_id, made)

    def _fail(self, problem: AgendaBuilderError) -> None:
        self.failed.emit(problem)

    def _report(self) -> Report | None:
        return selected_report(self._workspace)

    def _place(self) -> int:
        item = self._workspace.selected_item
        ids = [report.id for report in item.reports] if item else []
        return ids.index(self._workspace.selected_report_id) if self._workspace.selected_report_id in ids else -1

    def _can_add(self) -> bool:
        return self._workspace.selected_item is not None and not self._workspace.read_only_reason

    def _has_report(self) -> bool:
        return self._can_add() and self._report() is not None

    def _has_file(self) -> bool:
        report = self._report()
        return report is not None and bool(report.file)

    def _can_move(self, by: int) -> bool:
        item, place = self._workspace.selected_item, self._place()
        return self._has_report() and item is not None and 0 <= place + by < len(item.reports)


def selected_report(workspace: Workspace) -> Report | None:
    """The selected report of the selected item, if any."""
    item = workspace.selected_item
    reports = item.reports if item else ()
    return next((report for report in reports if report.id == workspace.selected_report_id), None)


def attach_files(meeting: Meeting, placed: Sequence[tuple[str, str]]) -> Meeting:
    """The meeting with files attached to items. One file for an item that waits for one report is that report."""
    items = [item_id for _, item_id in placed]
    for file, item_id in placed:
        owed = [report for report in edits.find_item(meeting, item_id).reports if report.to_follow and not report.file]
        if len(owed) == 1 and items.count(item_id) == 1:
            meeting = edits.change_report(meeting, owed[0].id, file=file, to_follow=None)
        else:
            name = file.rsplit("/", 1)[-1]
            meeting = edits.add_report(meeting, item_id, Report(title=title_from_file(name), file=file))
    return meeting


def _taken_in(folder: MeetingFolder, file: Path, progress: Progress) -> str:
    taken = take_in_file(folder, file)
    progress.advance()
    return taken
