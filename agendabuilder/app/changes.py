"""What is different from the last issue, worked out without writing anything: for the window and the command line."""

from collections.abc import Sequence
from pathlib import Path

from agendabuilder.app.build_pack import lay_out_packs
from agendabuilder.app.late_papers import standing_after, state_of
from agendabuilder.app.made_packs import BuildOrder, PackChanges
from agendabuilder.app.terms import current_terms
from agendabuilder.domain.change_sheet import change_sheet
from agendabuilder.domain.changes import changes_since
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import standing_plan, state_of_issue
from agendabuilder.domain.page_moves import page_moves, renumbered_pages
from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.report_changes import replaced_reports
from agendabuilder.errors import IssueError
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.store.issues import IssuesFolder


def changes_now(
    meeting: Meeting,
    folder: Path,
    cache: Path,
    progress: Progress,
    way: IssueMode = IssueMode.RENUMBER,
    passwords: Sequence[str] = (),
) -> PackChanges:
    """Compare the meeting as it is now with its last issue; the meeting need not be saved.

    Reports that cannot be taken in count as not there. Raises `IssueError` when nothing was issued yet, or when
    there is nothing for a supplement, and `Cancelled`.
    """
    issues = IssuesFolder(folder).all()
    if not issues:
        raise IssueError("Nothing has been issued yet.", "Issue the pack; from then on every change is shown here.")
    return _compare(meeting, folder, cache, progress, issues, BuildOrder(way=way, passwords=tuple(passwords)))


def _compare(
    meeting: Meeting, folder: Path, cache: Path, progress: Progress, issues: Sequence[IssuedPack], order: BuildOrder
) -> PackChanges:
    last = issues[-1]
    prepared = prepare_reports(meeting, folder, ReportCache(cache), progress, current_terms(order.passwords)).by_id
    members = lay_out_packs(meeting, prepared, folder, order, issues)[0]
    plan = members.plan
    if order.way is IssueMode.SUPPLEMENT:
        plan = standing_plan(standing_after(last, order.way, meeting, plan.pages))
    before, now = state_of_issue(last), state_of(meeting, prepared, plan)
    moves = page_moves(before.plan.pages, plan.pages, replaced_reports(before, now))
    return PackChanges(
        number=last.number,
        way=order.way,
        changes=changes_since(last, now),
        moves=moves,
        sheet=change_sheet(last, now),
        new_pages=members.plan.total,
        renumbered=renumbered_pages(moves, before.plan.pages),
        numbers=PageRange(members.plan.pages[0].label, members.plan.pages[-1].label, 1),
    )
