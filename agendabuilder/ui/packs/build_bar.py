"""Building the pack: a bar with progress and Cancel, then with what came of it; never a box that has to be closed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder, BuiltPack, Issue, IssueOrder
from agendabuilder.domain.audience import Audience, restrictions
from agendabuilder.errors import AgendaBuilderError, PackBlockedError
from agendabuilder.progress import Progress
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.ui.packs.build_words import issue_outcome, outcome
from agendabuilder.ui.packs.pack_rows import PackRows, open_file
from agendabuilder.ui.work.tasks import Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

_MOST_LISTED = 5
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for: a build, or with an order an issue."""

    draft: bool = False
    then_print: bool = False
    audience: Audience | None = None
    reader: str = ""
    issue: IssueOrder | None = None


class BuildBar(QFrame):
    """Hidden until a build is asked for."""

    built = Signal(object)
    """The packs are finished: a tuple of `BuiltPack`."""
    findings_wanted = Signal()
    """The clerk wants to see what stops the build."""
    starting = Signal()
    """A build or an issue is about to begin; whatever can wait should."""
    issue_wanted = Signal()
    """The clerk wants to issue the pack that was built."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._wanted = _Wanted()
        self._packs: tuple[BuiltPack, ...] = ()
        self._is_printing = False
        self._words, self._outcome = QLabel(), ""
        self._words.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName("Progress of the build")
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(8)
        self._rows = PackRows()
        self._buttons = {
            "Cancel": self.cancel,
            "Open": self.open_pack,
            "Show in folder": self.show_in_folder,
            "Issue…": self.issue_wanted.emit,
            "Show findings": self.findings_wanted.emit,
            "Build a draft anyway": self._build_draft_anyway,
            "Print the members' pack": lambda: self._start(_Wanted(then_print=True, audience=Audience.MEMBERS)),
            "Print the public pack": lambda: self._start(_Wanted(then_print=True, audience=Audience.PUBLIC)),
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

    @property
    def has_two_packs(self) -> bool:
        """Whether something is exempt or confidential, so that members and the public have packs of their own."""
        return bool(restrictions(self._workspace.meeting))

    def build(self, audience: Audience | None = None) -> None:
        """Save the meeting and build its pack; of two, one when it is for an audience, else both."""
        self._start(_Wanted(audience=audience))

    def build_copy(self, reader: str) -> None:
        """Build the pack with everything in it, and one reader's name across its pages."""
        self._start(_Wanted(audience=Audience.MEMBERS, reader=reader))

    def build_draft(self) -> None:
        """Build although something is missing; every page says DRAFT."""
        self._start(_Wanted(draft=True))

    def print_pack(self) -> None:
        """Build the pack, and print it through the system's own dialog; of two packs, ask which."""
        if self.has_two_packs:
            self._say("Which pack is to be printed?", "Print the members' pack", "Print the public pack", "Close")
            self._made["Print the public pack"].setFocus()
        else:
            self._start(_Wanted(then_print=True))

    def issue(self, order: IssueOrder) -> None:
        """Save the meeting, build its packs and keep them as its next issue."""
        self._start(_Wanted(issue=order))

    def cancel(self) -> None:
        """Stop the build; the pack before stays as it is."""
        if self._task:
            self._task.cancel()
            self._say("Stopping …")

    def open_pack(self) -> None:
        """Open the finished pack in the system's viewer."""
        if self.pack:
            open_file(self.pack.file)

    def show_in_folder(self) -> None:
        """Open the folder that holds the finished pack."""
        if self.pack:
            open_file(self.pack.file.parent)

    def say_problem(self, problem: AgendaBuilderError) -> None:
        """Say why there is no pack, or why the one that there is must not be published."""
        self._task = None
        if isinstance(problem, PackBlockedError):
            listed = "\n".join(f"•  {blocker}" for blocker in problem.blockers[:_MOST_LISTED])
            more = len(problem.blockers) - _MOST_LISTED
            rest = f"\n•  and {more} more" if more > 0 else ""
            anyway = () if self._wanted.issue else ("Build a draft anyway",)
            title = problem.title.replace("built", "issued") if self._wanted.issue else problem.title
            self._say(f"{title}\n{listed}{rest}", "Show findings", *anyway, "Close")
        else:
            self._say(str(problem), "Try again", "Close")

    def add_words(self, sentence: str) -> None:
        """Say one thing more of the finished packs, unless the bar speaks of something else by now."""
        if self._words.text() == self._outcome:
            self._words.setText(f"{self._outcome} {sentence}")

    # Building

    def _start(self, wanted: _Wanted) -> None:
        folder = self._workspace.folder
        if folder is None or self.is_building:
            return
        self._wanted = wanted
        self.starting.emit()
        try:
            if not self._workspace.is_saved:
                self._workspace.save()
        except AgendaBuilderError as problem:
            self.say_problem(problem)
            return
        self._is_printing = False
        wishes = self._workspace.wishes
        if wanted.issue:
            issue = replace(wanted.issue, passwords=wishes.passwords)
            self._run("Issuing the pack", _issue_work(self._tasks, folder, issue), self._issued)
            return
        order = BuildOrder(None, wanted.draft, wanted.audience, wishes.way, wanted.reader, wishes.passwords)
        self._run("Building the pack", _work(self._tasks, folder, order), self._done)

    def _build_draft_anyway(self) -> None:
        self._start(replace(self._wanted, draft=True))

    def _run(self, title: str, work: Callable[[Progress], _Result], done: Callable[[_Result], None]) -> None:
        """Run work with its progress and a Cancel button in the bar."""
        self._say(f"{title} …", "Cancel")
        self._bar.setRange(0, 0)
        self._bar.show()
        task = self._tasks.run(title, work, done, self.say_problem)
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
        elif task.is_cancelled and self._wanted.issue:
            self._say("Nothing was issued: you stopped it.", "Try again", "Close")
        elif task.is_cancelled:
            self._say("The build was stopped. The pack before is as it was.", "Try again", "Close")

    def _done(self, packs: tuple[BuiltPack, ...]) -> None:
        before = self.pack.record if self.pack else None
        self._task, self._packs = None, packs
        issue = () if self._wanted.draft or self._workspace.read_only_reason else ("Issue…",)
        self._say_packs(outcome([pack.record for pack in packs], before), *issue)
        self.built.emit(packs)
        if self._wanted.then_print:
            self._print(packs[0])

    def _issued(self, made: Issue) -> None:
        self._task, self._packs = None, made.packs
        self._workspace.read_issues()
        self._workspace.wishes.go_on(self._workspace.way_so_far)
        self._say_packs(issue_outcome(made))
        self.built.emit(made.packs)

    def _print(self, pack: BuiltPack) -> None:
        from agendabuilder.ui.packs.printing import ask_printer, print_pages  # most days nobody prints

        printer = ask_printer(self, pack.record.title, pack.record.total_pages)
        if printer:
            self._is_printing = True
            self._run("Printing", lambda progress: print_pages(printer, pack.file, progress), self._on_printed)

    def _on_printed(self, sheets: int) -> None:
        self._task = None
        self._say(f"{'1 page' if sheets == 1 else f'{sheets} pages'} went to the printer.", "Open", "Close")

    def _on_other_meeting(self) -> None:
        if self._workspace.folder != self._folder:
            self._folder, self._packs = self._workspace.folder, ()
            if self._task:
                self._task.cancel()
                self._task = None  # how it ends is no news of this meeting
            self.hide()

    # Showing

    def _say(self, words: str, *buttons: str) -> None:
        """Show a sentence with the buttons named."""
        self._words.setText(words)
        self._bar.hide()
        self._rows.hide()
        for name, button in self._made.items():
            button.setVisible(name in buttons)
        self.show()

    def _say_packs(self, words: str, *buttons: str) -> None:
        """Show a sentence with the finished packs below it; two packs have buttons of their own."""
        is_one = not any(pack.audience for pack in self._packs)
        self._outcome = words
        self._say(words, *(("Open", "Show in folder") if is_one else ()), *buttons, "Close")
        self._rows.show_packs(self._packs)

    def _set_up(self) -> None:
        self.setAccessibleName("Build")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        texts = QVBoxLayout()
        texts.setSpacing(4)
        texts.addWidget(self._words)
        texts.addWidget(self._bar)
        layout = QHBoxLayout()
        layout.setSpacing(8)
        layout.addLayout(texts, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 8)
        column.setSpacing(8)
        column.addLayout(layout)
        column.addWidget(self._rows)
        self._made: dict[str, QPushButton] = {}
        for name, run in self._buttons.items():
            button = QPushButton(name)
            button.clicked.connect(run)
            layout.addWidget(button)
            self._made[name] = button
        self.hide()


def _work(tasks: Tasks, folder: MeetingFolder, order: BuildOrder) -> Callable[[Progress], tuple[BuiltPack, ...]]:
    def work(progress: Progress) -> tuple[BuiltPack, ...]:
        return tasks.apart(progress, jobs.build, folder, paths.cache(), date.today(), order)

    return work


def _issue_work(tasks: Tasks, folder: MeetingFolder, order: IssueOrder) -> Callable[[Progress], Issue]:
    def work(progress: Progress) -> Issue:
        return tasks.apart(progress, jobs.issue, folder, paths.cache(), date.today(), order)

    return work
