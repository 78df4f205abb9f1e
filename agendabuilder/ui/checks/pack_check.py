"""Looks the pack that was built last through while nothing else is to be done, and tells what was found in it.

A build is not kept waiting for this. An edit stops it, so that the pages can follow, and it begins anew after a pause;
an issued pack has been looked through already.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuiltPack
from agendabuilder.domain.finding import Finding
from agendabuilder.errors import AgendaBuilderError, PackNotProvenError
from agendabuilder.progress import Progress
from agendabuilder.ui.checks.findings_panel import summary
from agendabuilder.ui.packs.build_bar import BuildBar
from agendabuilder.ui.preview.pack_watch import PackWatch
from agendabuilder.ui.work.tasks import Lane, Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

PAUSE = 1500
"""Milliseconds without an edit or a build before a finished pack is looked through."""

_OF_PACKS = "pack-"
"""How the codes of findings on finished packs begin."""


class PackCheck(QObject):
    """Waits for packs to be built, looks them through, and hands on what was found."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, bar: BuildBar, watch: PackWatch, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._tasks, self._bar, self._watch = workspace, tasks, bar, watch
        self._packs: tuple[BuiltPack, ...] = ()
        self._findings: tuple[Finding, ...] = ()
        self._files: Mapping[str, str] = {}
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.look_through)
        bar.starting.connect(self._forget)
        bar.built.connect(self._take)
        watch.files_changed.connect(lambda _: self._forget())
        workspace.meeting_changed.connect(self._on_change)
        self._folder = workspace.folder

    def look_through(self) -> None:
        """Look the packs that wait for it through now."""
        self._timer.stop()
        if self._packs and self._bar.is_building:  # or it is printing
            self._timer.start()
        elif self._packs:
            work = _work(self._tasks, self._packs)
            task = self._tasks.run("Looking through the finished pack", work, self._done, self._fail, Lane.CHECKS)
            self._task = task if task in self._tasks.running else None

    def _take(self, packs: tuple[BuiltPack, ...]) -> None:
        self._forget()
        self._files = self._report_files()
        looked = (finding for pack in packs if pack.record.looked_through for finding in pack.record.findings)
        self._show(tuple(dict.fromkeys(finding for finding in looked if finding.code.startswith(_OF_PACKS))))
        self._packs = tuple(pack for pack in packs if not (pack.record.looked_through or pack.record.draft))
        if self._packs:
            self._timer.start()

    def _done(self, findings: tuple[Finding, ...]) -> None:
        what, found = "file was" if len(self._packs) == 1 else "files were", summary(findings)
        self._packs, self._task = (), None
        self._bar.add_words(f"The finished {what} looked through: {found[:1].lower()}{found[1:]}.")
        self._show(findings)

    def _fail(self, problem: AgendaBuilderError) -> None:
        """A file that is gone is not published, so that there is nothing to say of it."""
        self._packs, self._task = (), None
        if isinstance(problem, PackNotProvenError):
            self._bar.say_problem(problem)

    def _on_change(self) -> None:
        """What was found in a report that has been replaced since is settled, and so is all in another meeting."""
        if self._workspace.folder != self._folder:
            self._folder = self._workspace.folder
            self._forget()
        if self._packs:
            self._stop()
            self._timer.start()
        files = self._report_files()
        of_changed = {report_id for report_id, file in self._files.items() if files.get(report_id) != file}
        self._show(tuple(finding for finding in self._findings if finding.report_id not in of_changed))

    def _forget(self) -> None:
        self._stop()
        self._packs = ()
        self._show(())

    def _stop(self) -> None:
        self._timer.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, findings: tuple[Finding, ...]) -> None:
        if findings != self._findings:
            self._findings = findings
            self._watch.show_pack_findings(findings)

    def _report_files(self) -> Mapping[str, str]:
        return {report.id: report.file for _, report in self._workspace.meeting.all_reports()}


def _work(tasks: Tasks, packs: tuple[BuiltPack, ...]) -> Callable[[Progress], tuple[Finding, ...]]:
    def work(progress: Progress) -> tuple[Finding, ...]:
        return tasks.apart(progress, jobs.look_through, packs, paths.cache())

    return work
