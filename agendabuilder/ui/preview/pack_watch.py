"""Keeps the plan of pages, the findings and the preview up with the meeting while the clerk works.

A short pause after an edit starts a build of the preview in the background. An edit during that build waits for
its end, so that a large pack's reports are stamped once and kept.
"""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder, PackPreview
from agendabuilder.collector import spare_what_is_loaded
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.issued_pack import first_open
from agendabuilder.domain.notice_rule import Nation
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.preflight.run import by_severity, check_meeting
from agendabuilder.progress import Progress
from agendabuilder.store.settings import load_settings
from agendabuilder.ui.preview.file_watch import FileWatch
from agendabuilder.ui.work.tasks import Lane, Task, Tasks, say_nothing
from agendabuilder.ui.work.workspace import Workspace

if TYPE_CHECKING:
    from agendabuilder.domain.meeting import Meeting
    from agendabuilder.store.meeting_folder import MeetingFolder

PAUSE = 80
"""Milliseconds without an edit after which the preview is built anew."""

CHECK_PAUSE = 1000
"""Milliseconds after a new preview in which nothing was typed, before the reports' own pages are read."""

_AFTER_START = 50
"""Milliseconds after which the first window has been drawn."""


class PackWatch(QObject):
    """Builds the preview of the open meeting again and again."""

    built = Signal(object)
    """A new `PackPreview`, or None when no meeting is open. Whoever takes it discards it after use."""
    failed = Signal(str)
    """The preview cannot be built; carries the sentence."""
    files_changed = Signal(list)
    """These report files were changed on the disk, and the preview is being built anew."""
    busy_changed = Signal(bool)
    """A build of the preview began or ended."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._task: Task | None = None
        self._is_behind = False
        self._is_warm = False  # the first check loads the calendars of bank holidays: not in the window's thread
        self._folder_shown = workspace.folder
        self._file_findings: tuple[Finding, ...] = ()
        self._report_findings: tuple[Finding, ...] = ()
        self._pack_findings: tuple[Finding, ...] = ()
        self._check: Task | None = None
        self._order = BuildOrder()
        self._check_timer = QTimer(self, singleShot=True, interval=CHECK_PAUSE)
        self._check_timer.timeout.connect(self.check_reports)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.refresh)
        self._files = FileWatch(self)
        self._files.changed.connect(self._on_files)
        workspace.meeting_changed.connect(self._on_change)
        workspace.wishes.changed.connect(self._on_change)
        QTimer.singleShot(_AFTER_START, self._get_ready)

    @property
    def is_busy(self) -> bool:
        """Whether a newer preview than the one shown is on its way."""
        return self._task is not None or self._timer.isActive()

    @property
    def passwords_tried(self) -> tuple[str, ...]:
        """The passwords with which the last preview was built."""
        return self._order.passwords

    def refresh(self) -> None:
        """Check and build now: after a pause, and when a report's file has changed."""
        self._timer.stop()
        self._stop_checks()
        if self._workspace.folder is None:
            return
        if self._task is not None:
            self._is_behind = True
            return
        if self._is_warm:
            self._show_findings()
        self._start()

    def check_reports(self) -> None:
        """Read the reports' own pages and add what they tell to the findings; the next edit stops it."""
        folder, meeting, plan = self._workspace.folder, self._workspace.meeting, self._workspace.plan
        if folder is None:
            return
        first_pages = plan.first_pages if plan else {}
        work = _check_work(self._tasks, folder, meeting, self._workspace.wishes.passwords, first_pages)
        self._check = self._tasks.run("Reading the reports", work, self._take_checks, say_nothing, Lane.CHECKS)

    def show_pack_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what was found in the finished pack beside the rest, in place of what was found in the one before."""
        if findings != self._pack_findings:
            self._pack_findings = findings
            self._show_findings()

    def put_off_checks(self) -> None:
        """Stop reading the reports for now, so that what the clerk has asked for is done first."""
        if self._check is not None:
            self._stop_checks()
            self._check_timer.start()

    def try_again(self) -> None:
        """Forget which files could not be converted, and build anew."""
        again = _forget_refusals(self._tasks)
        self._tasks.run("Trying again", again, lambda _: self.refresh(), say_nothing, Lane.PREVIEW)

    def _get_ready(self) -> None:
        """Once the window is there: load what builds packs, and sweep the cache."""
        self._tasks.run("Getting ready", _get_ready(self._tasks), say_nothing, say_nothing, Lane.PREVIEW)
        self._tasks.run("Loading calendars", lambda _: _warm_up(), say_nothing, say_nothing, Lane.WARMING)

    def _on_change(self) -> None:
        if self._workspace.folder != self._folder_shown:
            self._turn_to_other_meeting()
        if self._workspace.folder is not None:
            self._timer.start()

    def _on_files(self, files: list[Path]) -> None:
        self.files_changed.emit(files)
        self.refresh()

    def _watch_files(self) -> None:
        folder = self._workspace.folder
        reports = (report for _, report in self._workspace.meeting.all_reports() if report.is_attached)
        self._files.watch([folder.path / report.file for report in reports] if folder else [])

    def _turn_to_other_meeting(self) -> None:
        self._folder_shown = self._workspace.folder
        self._file_findings = self._report_findings = self._pack_findings = ()
        self._stop_checks()
        self._watch_files()
        if self._task is not None:
            self._task.cancel()
        self.built.emit(None)

    def _show_findings(self) -> None:
        meeting = self._workspace.meeting
        known = {item.id for item in meeting.all_items()} | {report.id for _, report in meeting.all_reports()}
        noticed = (*self._file_findings, *self._report_findings, *self._pack_findings)
        files = (each for each in noticed if {each.report_id or each.item_id} <= {"", *known})
        opened = first_open(self._workspace.issues)
        self._workspace.show_findings(by_severity((*files, *check_meeting(meeting, date.today(), opened=opened))))

    def _take_checks(self, findings: tuple[Finding, ...]) -> None:
        self._check = None
        self._report_findings = findings
        self._show_findings()

    def _stop_checks(self) -> None:
        self._check_timer.stop()
        if self._check is not None:
            self._check.cancel()
            self._check = None

    def _start(self) -> None:
        folder, meeting = self._workspace.folder, self._workspace.meeting
        if folder is None:
            return
        self._is_behind = False
        self._order = self._workspace.wishes.shown_pack
        self._watch_files()
        self.busy_changed.emit(True)
        task = self._tasks.run(
            "Building the preview",
            _work(self._tasks, folder, meeting, self._order),
            self._take,
            self._fail,
            Lane.PREVIEW,
        )
        if task in self._tasks.running:
            self._task = task
            task.finished.connect(self._go_on)
        else:  # it was done at once
            self._go_on()

    def _take(self, preview: PackPreview) -> None:
        self._file_findings, self._is_warm = preview.findings, True
        self._workspace.show_plan(preview.plan, preview.reports)
        self._show_findings()
        self.built.emit(preview)
        self._check_timer.start()

    def _fail(self, problem: AgendaBuilderError) -> None:
        self.failed.emit(str(problem))

    def _go_on(self) -> None:
        self._task = None
        self.busy_changed.emit(False)
        if self._is_behind or self._workspace.folder != self._folder_shown:
            self.refresh()


def _work(
    tasks: Tasks, folder: "MeetingFolder", meeting: "Meeting", order: BuildOrder
) -> Callable[[Progress], PackPreview]:
    def work(progress: Progress) -> PackPreview:
        preview = tasks.apart(progress, jobs.preview, meeting, folder.path, paths.cache(), date.today(), order)
        _warm_up()
        return preview

    return work


def _check_work(
    tasks: Tasks,
    folder: "MeetingFolder",
    meeting: "Meeting",
    passwords: tuple[str, ...],
    first_pages: Mapping[str, int],
) -> Callable[[Progress], tuple[Finding, ...]]:
    def work(progress: Progress) -> tuple[Finding, ...]:
        return tasks.apart(progress, jobs.check_reports, meeting, folder.path, paths.cache(), passwords, first_pages)

    return work


def _warm_up() -> None:
    """Load what the window itself needs and is slow to load, so that its own thread never does.

    Those are the calendars of bank holidays, and what draws pages.
    """
    from agendabuilder.pack.proof import page_pictures  # noqa: F401

    bank_holidays_around(Nation.ENGLAND, date.today())


def _get_ready(tasks: Tasks) -> Callable[[Progress], None]:
    def work(progress: Progress) -> None:
        spare_what_is_loaded()
        tasks.apart(progress, jobs.get_ready, paths.cache(), load_settings().cache_megabytes)

    return work


def _forget_refusals(tasks: Tasks) -> Callable[[Progress], None]:
    def work(progress: Progress) -> None:
        tasks.apart(progress, jobs.forget_refusals, paths.cache())

    return work
