"""The truth of the window: the meeting that is open, its history, its folder and what is selected.

No widget changes a meeting in any other way than `Workspace.edit`. Widgets listen to its signals and show
what it holds; none of them keeps a meeting of its own.
"""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from agendabuilder.domain import edits
from agendabuilder.domain.acceptance import SettledFindings, divide
from agendabuilder.domain.coming_and_going import neighbour, newcomer
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.history import History
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PackPlan
from agendabuilder.errors import FolderError, IssueError, LockedError
from agendabuilder.store.folder_lock import folder_lock, lock_holder
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder
from agendabuilder.ui.work.pack_wishes import PackWishes


class Workspace(QObject):
    """The open meeting. Without one, `folder` is None and `meeting` is an empty meeting."""

    meeting_changed = Signal()
    """After every edit, undo, redo, opening and closing."""
    saved_changed = Signal()
    """Saved or not, read-only or not, another folder."""
    selection_changed = Signal()
    """Another item or report is selected."""
    results_changed = Signal()
    """A new plan of pages, or new findings."""
    issues_changed = Signal()
    """Another meeting's issues, or one issue more."""
    edit_refused = Signal(str)
    """Somebody tried to change a read-only meeting; carries the reason."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: MeetingFolder | None = None
        self.history = History(Meeting())
        self.read_only_reason = ""
        self.selected_item_id = ""
        self.selected_report_id = ""
        self.plan: PackPlan | None = None
        self.file_lines: Mapping[str, str] = {}
        """One line on what the file of each report is, by its id; as last found out."""
        self.settled = SettledFindings()
        """What the checks noticed last: what is open, and what the clerk lets stand."""
        self.issues: tuple[IssuedPack, ...] = ()
        """The issues made of the open meeting, the first first."""
        self.issues_trouble = ""
        """Why the issues cannot be read; empty when they can."""
        self.wishes = PackWishes(self)
        self._noticed: tuple[Finding, ...] = ()
        self._saved = self.history.present
        self._lock = ExitStack()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.history.present

    @property
    def is_open(self) -> bool:
        """Whether a meeting is open."""
        return self.folder is not None

    @property
    def is_saved(self) -> bool:
        """Whether the file on disk holds the meeting as it is now."""
        return self.meeting is self._saved or self.meeting == self._saved

    @property
    def way_so_far(self) -> IssueMode:
        """A pack whose numbers were kept goes on in that way; a supplement is made once, and changes nothing in it."""
        whole = [issued.mode for issued in self.issues if issued.mode is not IssueMode.SUPPLEMENT]
        return IssueMode.KEEP if whole and whole[-1] is IssueMode.KEEP else IssueMode.RENUMBER

    @property
    def selected_item(self) -> Item | None:
        """The selected item, if any."""
        return next((item for item in self.meeting.all_items() if item.id == self.selected_item_id), None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks noticed last and the clerk has not accepted."""
        return self.settled.open

    def edit(
        self, name: str, verb: Callable[..., Meeting], /, *args: object, merge_key: str = "", **fields: object
    ) -> None:
        """Put a verb of `domain/edits.py` to the meeting, as one step called `name` ("Move item 7").

        Steps with the same `merge_key` in a row are one, so that typing in a field is undone at once. A
        read-only meeting stays as it is: `edit_refused` says why, and widgets are asked to show it again.
        """
        if self.read_only_reason:
            self.edit_refused.emit(self.read_only_reason)
            self.meeting_changed.emit()
            return
        self._turn_to(self.history.with_step(name, verb(self.meeting, *args, **fields), merge_key))

    def undo(self) -> None:
        """Take back the last step, if there is one, and select what came back."""
        self._turn_and_select(self.history.undo())

    def redo(self) -> None:
        """Do the last undone step again, if there is one, and select what it brought."""
        self._turn_and_select(self.history.redo())

    def save(self) -> None:
        """Write the meeting. Raises `FolderError`; then the file is as it was and the meeting not saved."""
        if self.folder is None:
            return
        if self.read_only_reason:
            raise FolderError(
                f"The meeting cannot be saved: {self.read_only_reason}.",
                "Close it there and open it again.",
            )
        self.folder.save(self.meeting)
        self._saved = self.meeting
        self.saved_changed.emit()

    def open(self, folder: Path) -> None:
        """Open the meeting in a folder in place of the one before, which is left as its file is.

        A meeting that somebody else has open, or that lies where nothing can be written, is read-only. Raises
        `FolderError` or `MeetingFileError`; then the meeting before stays open.
        """
        found = open_folder(folder)
        meeting = found.load()
        self._lock.close()
        self.folder, self.history, self._saved = found, History(meeting), meeting
        self.read_only_reason = self._take_lock(found.path)
        self._forget_results()
        self.read_issues()
        self.wishes.begin_anew(self.way_so_far)
        self.selected_item_id, self.selected_report_id = next((item.id for item in meeting.items), ""), ""
        self._announce_all()

    def read_issues(self) -> None:
        """Read which issues there are: of another meeting, or after one was made."""
        self.issues, self.issues_trouble = (), ""
        try:
            self.issues = IssuesFolder(self.folder.path).all() if self.folder else ()
        except IssueError as problem:
            self.issues_trouble = str(problem)
        self.issues_changed.emit()

    def restore(self, meeting: Meeting) -> None:
        """Take up a meeting that was recovered, as an unsaved step over the file's."""
        self._turn_to(self.history.with_step("Recover unsaved changes", meeting))

    def close_meeting(self) -> None:
        """Close the meeting; what is not saved is forgotten."""
        self._lock.close()
        self.folder, self.history, self.read_only_reason = None, History(Meeting()), ""
        self._saved = self.meeting
        self._forget_results()
        self.read_issues()
        self.wishes.begin_anew(self.way_so_far)
        self.selected_item_id = self.selected_report_id = ""
        self._announce_all()

    def select(self, item_id: str, report_id: str = "") -> None:
        """Select an item, or one of its reports; "" selects none. What is not in the meeting any more is left alone."""
        if item_id not in {"", *(item.id for item in self.meeting.all_items())}:
            return
        if report_id not in {report.id for item, report in self.meeting.all_reports() if item.id == item_id}:
            report_id = ""
        if (item_id, report_id) != (self.selected_item_id, self.selected_report_id):
            self.selected_item_id, self.selected_report_id = item_id, report_id
            self.selection_changed.emit()

    def show_plan(self, plan: PackPlan | None, file_lines: Mapping[str, str] | None = None) -> None:
        """Remember which pages the pack would have, as last worked out, and what the reports' files are."""
        self.plan, self.file_lines = plan, file_lines or {}
        self.results_changed.emit()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Remember what the checks noticed last."""
        self._noticed = findings
        self._settle()

    def _settle(self) -> None:
        """Part what was noticed by what the meeting accepts."""
        settled = divide(self._noticed, self.meeting)
        if settled != self.settled:
            self.settled = settled
            self.results_changed.emit()

    def _turn_and_select(self, history: History) -> None:
        before = self.meeting
        self._turn_to(history)
        item_id, report_id = newcomer(before, self.meeting)
        if item_id:
            self.select(item_id, report_id)

    def _turn_to(self, history: History) -> None:
        if history is self.history:
            return
        was_saved, before = self.is_saved, self.meeting
        self.history = history
        self._keep_selection(before)
        self.meeting_changed.emit()
        if before.accepted != self.meeting.accepted:
            self._settle()
        if was_saved != self.is_saved:
            self.saved_changed.emit()

    def _keep_selection(self, before: Meeting) -> None:
        """What is selected must be there; the nearest item stands in for one that went."""
        known = {item.id for item in self.meeting.all_items()}
        if self.selected_item_id and self.selected_item_id not in known:
            self.select(neighbour(before, self.meeting, self.selected_item_id))
        elif self.selected_report_id:
            try:
                edits.item_of_report(self.meeting, self.selected_report_id)
            except KeyError:
                self.select(self.selected_item_id)

    def _take_lock(self, path: Path) -> str:
        """Hold the folder; return why that cannot be, or ""."""
        try:
            self._lock.enter_context(folder_lock(path))
        except LockedError:
            return str(lock_holder(path) or "somebody else has it open")
        except FolderError:
            return "nothing can be written in its folder"
        return ""

    def _forget_results(self) -> None:
        self.plan, self.file_lines = None, {}
        self.settled, self._noticed = SettledFindings(), ()

    def _announce_all(self) -> None:
        self.meeting_changed.emit()
        self.saved_changed.emit()
        self.selection_changed.emit()
        self.results_changed.emit()
