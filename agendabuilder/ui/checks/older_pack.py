"""Looks a pack through that was made before, when the clerk asks for it, and says in words what was found in it.

No meeting need be open: what is to be known of a pack lies beside it, in its record.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.preflight.pack_verdict import PackVerdict, not_proven
from agendabuilder.progress import Progress
from agendabuilder.ui.checks.findings_panel import summary
from agendabuilder.ui.meeting.places import meetings_folder
from agendabuilder.ui.pieces.message_bar import Act, MessageBar
from agendabuilder.ui.work.tasks import Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

_MOST_LISTED = 5


class OlderPackCheck(QObject):
    """Asks for a pack, and speaks in the bar above the work."""

    def __init__(self, workspace: Workspace, tasks: Tasks, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._tasks, self._messages, self._window = workspace, tasks, messages, window
        self._task: Task | None = None

    def can_begin(self) -> bool:
        """Whether none is being looked through."""
        return self._task is None

    def choose(self) -> None:
        """Ask which pack, and look it through."""
        folder = self._workspace.folder
        begin = folder.path if folder else meetings_folder()
        name, _ = QFileDialog.getOpenFileName(self._window, "Check a pack", str(begin), "Packs (*.pdf)")
        if name:
            self.look_through(Path(name))

    def look_through(self, pack: Path) -> None:
        """Look through the pack with this file; its record lies beside it."""
        self._messages.say(f"Looking through “{pack.name}” …", (("Stop", partial(self._stop, pack)),))

        def work(progress: Progress) -> PackVerdict:
            return self._tasks.apart(progress, jobs.look_through_file, pack, paths.cache())

        task = self._tasks.run("Looking through the pack", work, partial(self._say, pack), self._fail)
        if task in self._tasks.running:
            self._task = task
            task.finished.connect(self._on_end)

    def _stop(self, pack: Path) -> None:
        if self._task:
            self._task.cancel()
            self._messages.say(f"Stopped: “{pack.name}” was not looked through to its end.")

    def _say(self, pack: Path, verdict: PackVerdict) -> None:
        found = verdict.findings
        drawing = "blocker" if verdict.faults else "warning" if found else "check"
        acts: tuple[Act, ...] = (("Copy as text", partial(_copy, pack.name, verdict)),) if found else ()
        self._messages.say(verdict_words(pack.name, verdict, _MOST_LISTED), acts, drawing)

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._messages.say_problem(problem)

    def _on_end(self) -> None:
        self._task = None


def verdict_words(pack: str, verdict: PackVerdict, most: int) -> str:
    """What was found in a pack: a line for it all, one for each of `most` findings, and what to do about a fault."""
    counted = summary(verdict.findings)
    outcome = "" if verdict.faults and not verdict.findings else f": {counted[:1].lower()}{counted[1:]}"
    more = len(verdict.findings) - most
    return "\n".join(
        (
            f"“{pack}” was looked through from cover to cover{outcome}.",
            *(f"•  {finding.sentence} {finding.advice}".rstrip() for finding in verdict.findings[:most]),
            *((f"•  and {more} more",) if more > 0 else ()),
            *((str(not_proven(verdict)),) if verdict.faults else ()),
        )
    )


def _copy(pack: str, verdict: PackVerdict) -> None:
    QGuiApplication.clipboard().setText(verdict_words(pack, verdict, len(verdict.findings)))
