"""Asks, in the background, what is different from the last issue if the pack goes on in a certain way."""

from collections.abc import Callable

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import PackChanges
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.ui.work.tasks import Lane, Task, Tasks
from agendabuilder.ui.work.workspace import Workspace


def ask_changes(
    workspace: Workspace,
    tasks: Tasks,
    way: IssueMode,
    on_done: Callable[[PackChanges], None],
    on_error: Callable[[AgendaBuilderError], None],
) -> Task | None:
    """Compare the open meeting as it is now, saved or not, with its last issue; None without a meeting."""
    folder = workspace.folder
    if folder is None:
        return None
    return tasks.run(
        "Comparing with the last issue", _work(workspace, tasks, folder, way), on_done, on_error, Lane.CHANGES
    )


def _work(
    workspace: Workspace, tasks: Tasks, folder: MeetingFolder, way: IssueMode
) -> Callable[[Progress], PackChanges]:
    meeting, passwords = workspace.meeting, workspace.wishes.passwords

    def work(progress: Progress) -> PackChanges:
        return tasks.apart(progress, jobs.changes, meeting, folder.path, paths.cache(), way, passwords)

    return work
