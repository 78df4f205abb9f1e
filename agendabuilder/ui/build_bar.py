"""Building the pack: a bar with progress and Cancel, then with what came of it; never a box that has to be closed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder, BuiltPack
from agendabuilder.errors import AgendaBuilderError, PackBlockedError
from agendabuilder.progress import Progress
from agendabuilder.store.build_record import BuildRecord
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.ui.findings_panel import summary
from agendabuilder.ui.tasks import Task, Tasks
from agendabuilder.ui.workspace import Workspace

_MOST_LISTED = 5
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Wanted:
    draft: bool = False
    then_print: bool = False


class BuildBar(QFrame):
    """Hidden until a build is asked for."""

    built = Signal(object)
    """The packs are finished: a tuple of `BuiltPack`."""
    findings_wanted = Signal()
    """The clerk wants to see what stops the build."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._wanted = _Wanted()
        self._packs: tuple[BuiltPack, ...] = ()
        self._is_printing = False
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Progress of the build")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._buttons = {
            "Cancel": self.cancel,
            "Open": self.open_pack,
            "Show in folder": self.show_in_folder,
            "Show findings": self.findings_wanted.emit,
            "Build a draft anyway": self.build_draft,
            "Try again": lambda: self._start(self._wanted),
            "Close": self.hide,
        }
        self._set_up()
        workspace.saved_changed.connect(self._on_other_meeting)
        self._folder = workspace.folder

    @property
    def is_building(self) -> bool:
        """Whether a pack is being built."""
        return self._task is not None

    @property
    def can_build(self) -> bool:
        """Whether there is a meeting to build, and no build going on."""
        return self._workspace.folder is not None and not self.is_building

    @property
    def pack(self) -> BuiltPack | None:
        """The pack that was built last of the open meeting; of two, the members'."""
        return self._packs[0] if self._packs else None

    def build(self) -> None:
        """Save the meeting and build its pack."""
        self._start(_Wanted())

    def build_draft(self) -> None:
        """Build although something is missing; every page says DRAFT."""
        self._start(_Wanted(draft=True, then_print=self._wanted.then_print))

    def print_pack(self) -> None:
        """Build the pack, and print it through the system's own dialog."""
        self._start(_Wanted(then_print=True))

    def cancel(self) -> None:
        """Stop the build; the pack before stays as it is."""
        if self._task:
            self._task.cancel()
            self._say("Stopping …")

    def open_pack(self) -> None:
        """Open the finished pack in the system's viewer."""
        if self.pack:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.pack.file)))

    def show_in_folder(self) -> None:
        """Open the folder that holds the finished pack."""
        if self.pack:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.pack.file.parent)))

    # Building

    def _start(self, wanted: _Wanted) -> None:
        folder = self._workspace.folder
        if folder is None or self.is_building:
            return
        self._wanted = wanted
        try:
            if not self._workspace.is_saved:
                self._workspace.save()
        except AgendaBuilderError as problem:
            self._fail(problem)
            return
        self._is_printing = False
        self._run("Building the pack", _work(self._tasks, folder, wanted.draft), self._done)

    def _run(self, title: str, work: Callable[[Progress], _Result], done: Callable[[_Result], None]) -> None:
        """Run work with its progress and a Cancel button in the bar."""
        self._say(f"{title} …", "Cancel")
        self._bar.setRange(0, 0)
        self._bar.show()
        task = self._tasks.run(title, work, done, self._fail)
        if task in self._tasks.running:
            self._task = task
            task.progress.connect(self._show_progress)
            task.finished.connect(lambda: self._on_end(task))

    def _show_progress(self, title: str, done: int, steps: int) -> None:
        if self._task and not self._task.is_cancelled:
            self._words.setText(f"{title} … {done} of {steps}" if steps > 1 else f"{title} …")
            self._bar.setRange(0, steps)
            self._bar.setValue(done)

    def _on_end(self, task: Task) -> None:
        if self._task is not task:
            return  # it was done, and what came after it is under way
        self._task = None
        if task.is_cancelled and self._is_printing:
            self._say("Printing was stopped. The pack is finished and whole.", "Open", "Show in folder", "Close")
        elif task.is_cancelled:
            self._say("The build was stopped. The pack before is as it was.", "Try again", "Close")

    def _done(self, packs: tuple[BuiltPack, ...]) -> None:
        before = self.pack.record if self.pack else None
        self._task, self._packs = None, packs
        self._say(outcome([pack.record for pack in packs], before), "Open", "Show in folder", "Close")
        self.built.emit(packs)
        if self._wanted.then_print:
            self._print(packs[0])

    def _print(self, pack: BuiltPack) -> None:
        from agendabuilder.ui.printing import ask_printer, print_pages  # most days nobody prints

        printer = ask_printer(self, pack.record.title, pack.record.total_pages)
        if printer:
            self._is_printing = True
            self._run("Printing", lambda progress: print_pages(printer, pack.file, progress), self._on_printed)

    def _on_printed(self, sheets: int) -> None:
        self._task = None
        self._say(f"{'1 page' if sheets == 1 else f'{sheets} pages'} went to the printer.", "Open", "Close")

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._task = None
        if isinstance(problem, PackBlockedError):
            listed = "\n".join(f"•  {blocker}" for blocker in problem.blockers[:_MOST_LISTED])
            more = len(problem.blockers) - _MOST_LISTED
            rest = f"\n•  and {more} more" if more > 0 else ""
            self._say(f"{problem.title}\n{listed}{rest}", "Show findings", "Build a draft anyway", "Close")
        else:
            self._say(str(problem), "Try again", "Close")

    def _on_other_meeting(self) -> None:
        if self._workspace.folder != self._folder:
            self._folder, self._packs = self._workspace.folder, ()
            self.cancel()
            self.hide()

    # Showing

    def _say(self, words: str, *buttons: str) -> None:
        """Show a sentence with the buttons named."""
        self._words.setText(words)
        self._bar.hide()
        for name, button in self._made.items():
            button.setVisible(name in buttons)
        self.show()

    def _set_up(self) -> None:
        self.setAccessibleName("Build")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._words)
        texts.addWidget(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(8)
        layout.addLayout(texts, 1)
        self._made: dict[str, QPushButton] = {}
        for name, run in self._buttons.items():
            button = QPushButton(name)
            button.clicked.connect(run)
            layout.addWidget(button)
            self._made[name] = button
        self.hide()


def outcome(records: Sequence[BuildRecord], before: BuildRecord | None = None) -> str:
    """What a build came to, and what is different from the build before it."""
    record = records[0]
    papers = _counted(len(_fingerprints(record)), "report")
    kind = "The draft" if record.draft else "The pack"
    members = " For members only: it holds exempt or confidential papers." if record.audience == "members" else ""
    public = f" The public pack beside it has {records[1].total_pages}." if len(records) > 1 else ""
    found = f" {summary(record.findings)}." if record.findings else ""
    changed = f" {difference(before, record)}" if before else ""
    ready = f"{kind} is ready: {record.total_pages} pages with {papers}, in {record.seconds:.1f} s."
    return f"{ready}{changed}{members}{public}{found}"


def difference(before: BuildRecord, now: BuildRecord) -> str:
    """What is different between two builds, in a sentence."""
    more = now.total_pages - before.total_pages
    pages = f"{_counted(abs(more), 'page')} {'more' if more > 0 else 'fewer'} than before" if more else ""
    old, new = _fingerprints(before), _fingerprints(now)
    changed = sum(new[report_id] != old[report_id] for report_id in new.keys() & old.keys())
    counts = (
        (changed, "changed"),
        (len(new.keys() - old.keys()), "added"),
        (len(old.keys() - new.keys()), "taken out"),
    )
    reports = [f"{_counted(count, 'report')} {what}" for count, what in counts if count]
    said = ", ".join(part for part in (*reports, pages) if part)
    return f"{said}." if said else "The same reports and pages as before."


def _fingerprints(record: BuildRecord) -> Mapping[str, str]:
    reports = (report for item in record.items for report in item.reports)
    return {report.id: report.fingerprint for report in reports if report.state == "attached"}


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _work(tasks: Tasks, folder: MeetingFolder, draft: bool) -> Callable[[Progress], tuple[BuiltPack, ...]]:
    def work(progress: Progress) -> tuple[BuiltPack, ...]:
        return tasks.apart(progress, jobs.build, folder, paths.cache(), date.today(), BuildOrder(draft=draft))

    return work
