"""How a pack goes on from the last issue: what is different, and the supplement that holds the late papers alone."""

from collections.abc import Mapping, Sequence

from agendabuilder.app.pack_numbers import number_anew, papers_of
from agendabuilder.domain.changes import changes_since
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import PackState
from agendabuilder.domain.pagination import PackPlan, PlannedPage
from agendabuilder.domain.supplement import supplement_first_page, supplement_meeting
from agendabuilder.domain.with_supplement import stand_with_supplement
from agendabuilder.errors import IssueError
from agendabuilder.reports.prepared import PreparedReport


def state_of(meeting: Meeting, prepared: Mapping[str, PreparedReport], plan: PackPlan) -> PackState:
    """The meeting with its papers as they are now, to be compared with an issue."""
    fingerprints = {report_id: report.fingerprint for report_id, report in prepared.items()}
    page_counts = {report_id: len(report.chosen) for report_id, report in prepared.items()}
    return PackState(meeting, fingerprints, page_counts, plan)


def supplement_to(
    issues: Sequence[IssuedPack], meeting: Meeting, prepared: Mapping[str, PreparedReport]
) -> tuple[Meeting, Mapping[str, PreparedReport]]:
    """The supplement as a meeting with its reports.

    Raises `IssueError` when nothing was issued yet, or nothing is late since the last issue.
    """
    if not issues:
        raise IssueError("There is no issue yet that a supplement could follow.", "Issue the pack itself first.")
    last, number = issues[-1], 1 + sum(issued.mode is IssueMode.SUPPLEMENT for issued in issues)
    now = state_of(meeting, prepared, number_anew(meeting)(1, papers_of(meeting, prepared)))
    first_page = supplement_first_page(last, meeting)
    late = supplement_meeting(last, meeting, changes_since(last, now), number, first_page)
    if not late.items:
        raise IssueError(
            f"No paper has been added, replaced or withdrawn since issue {last.number}.",
            "Attach the late papers first, or issue the pack anew.",
        )
    own = {report.id for _, report in late.all_reports()}
    return late, {report_id: report for report_id, report in prepared.items() if report_id in own}


def standing_after(
    before: IssuedPack | None, way: IssueMode, meeting: Meeting, pages: tuple[PlannedPage, ...]
) -> tuple[PlannedPage, ...]:
    """All pages as they stand once a pack with these pages is issued."""
    if before is None or way is not IssueMode.SUPPLEMENT:
        return pages
    agenda = [report.id for _, report in meeting.all_reports() if report.is_attached]
    return stand_with_supplement(before.standing, pages, agenda, meeting.blank_pages)
