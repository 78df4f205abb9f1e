"""Asks, in the background, what the accessibility page shows: the statement, the order of reading, and pictures.

All goes through one lane, and an edit calls off what is under way: the preview comes first.
"""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.access_statement import AccessibilityStatement
from agendabuilder.app.tags_in_pack import tags_in_words
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.pack.tagging.read_element import ReadingOrder, UndescribedPicture
from agendabuilder.pack.tagging.report_tags import ReportTags
from agendabuilder.progress import Progress
from agendabuilder.ui.work.tasks import Lane, Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class AccessWork(QObject):
    """Asks for the open meeting as it is now, saved or not."""

    def __init__(self, workspace: Workspace, tasks: Tasks, say: Callable[[str], None], parent: QObject) -> None:
        """`say` is told why something cannot be found out."""
        super().__init__(parent)
        self._workspace, self._tasks, self._say = workspace, tasks, say
        self._under_way: dict[str, Task] = {}

    def stop(self) -> None:
        """Call off whatever is under way."""
        for task in self._under_way.values():
            task.cancel()
        self._under_way.clear()

    def ask_statement(self, tags: tuple[ReportTags, ...], take: Callable[[AccessibilityStatement], None]) -> None:
        """The statement, with what became of the reports' tags in the preview."""
        folder, meeting = self._workspace.folder, self._workspace.meeting
        if folder is not None:
            words, passwords = tags_in_words(tags, meeting), self._workspace.wishes.passwords
            self._ask("Looking at the reports' accessibility", take, jobs.accessibility, meeting, folder.path,
                      paths.cache(), passwords, words)  # fmt: skip

    def ask_order(self, file: Path, sheets: Collection[int], take: Callable[[ReadingOrder], None]) -> None:
        """The order of reading of some pages of the preview's file."""
        self._ask("Reading the pack's structure", take, jobs.reading_order, file, sheets)

    def ask_pictures(self, report_id: str, take: Callable[[tuple[UndescribedPicture, ...]], None]) -> None:
        """The pictures of a report that want an alternate text."""
        folder, meeting = self._workspace.folder, self._workspace.meeting
        if folder is not None:
            passwords = self._workspace.wishes.passwords
            self._ask("Looking for pictures", take, jobs.pictures_to_describe, meeting, folder.path, paths.cache(),
                      report_id, passwords)  # fmt: skip

    def _ask(
        self,
        title: str,
        take: Callable[[_Result], None],
        job: Callable[Concatenate[Progress, _Given], _Result],
        *arguments: _Given.args,
        **named: _Given.kwargs,
    ) -> None:
        """Ask once more; an older answer to the same question is not wanted any more."""
        older = self._under_way.pop(title, None)
        if older:
            older.cancel()

        def work(progress: Progress) -> _Result:
            return self._tasks.apart(progress, job, *arguments, **named)

        task = self._tasks.run(title, work, take, self._fail, Lane.ACCESSIBILITY)
        if task in self._tasks.running:
            self._under_way[title] = task

    def _fail(self, problem: AgendaBuilderError) -> None:
        self._say(str(problem))
