"""The editions of one pack: the members' has everything, the public's goes without what is exempt.

Both are laid out together whenever something is exempt, even when only one is wanted: page 61 is page 61 for
everybody, so the front matter takes as many pages in both.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from agendabuilder.app.late_papers import state_of
from agendabuilder.app.pack_numbers import NumberPages, papers_of
from agendabuilder.domain.audience import Audience, Restriction, for_public, restrictions
from agendabuilder.domain.change_sheet import ChangeSheet, change_sheet
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pack_state import PackState, public_states, state_of_issue
from agendabuilder.domain.pagination import PackPlan, PageKind, plan_of_pages
from agendabuilder.domain.withholding import withhold
from agendabuilder.domain.worded import worded
from agendabuilder.pack.front.front_matter import FrontMatter, PackMarks, draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.reports.prepared import PreparedReport


@dataclass(frozen=True, slots=True)
class Edition:
    """What one pack may show. `audience` is None for the one pack that there is while nothing is exempt."""

    audience: Audience | None
    meeting: Meeting
    prepared: Mapping[str, PreparedReport]
    marks: PackMarks
    restrictions: Mapping[str, Restriction] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()


def editions_of(
    meeting: Meeting, prepared: Mapping[str, PreparedReport], draft: bool = False, reader: str = ""
) -> tuple[Edition, ...]:
    """The members' edition and then the public's, or the one for everybody. `reader` is whose copy it is."""
    meeting = worded(meeting)
    restricted = restrictions(meeting)
    if not restricted:
        return (Edition(None, meeting, prepared, PackMarks(draft=draft, reader=reader)),)
    withheld = frozenset(report.id for _, report in meeting.all_reports() if report.id in restricted)
    public = {report_id: report for report_id, report in prepared.items() if report_id not in withheld}
    members_marks = PackMarks(draft=draft, members_only=True, reader=reader)
    return (
        Edition(Audience.MEMBERS, meeting, prepared, members_marks, restricted),
        Edition(Audience.PUBLIC, for_public(meeting), public, PackMarks(draft=draft), withheld=withheld),
    )


def lay_out_editions(
    editions: Sequence[Edition], number: NumberPages, folder: Path, last: IssuedPack | None = None
) -> tuple[PackContents, ...]:
    """Everything that goes into each edition's pack, with each page's number; nothing is written.

    `last` is the issue that a change sheet compares with. A public pack that does not keep the members' numbers is
    laid out by itself, and has no change sheet: its numbers were never those of the issue.
    """
    together = [edition for edition in editions if _shares_numbers(edition)]
    alone = [edition for edition in editions if not _shares_numbers(edition)]
    laid = _lay_out_together(together, number, folder, last)
    return (*laid, *(contents for edition in alone for contents in _lay_out_together([edition], number, folder, None)))


def _shares_numbers(edition: Edition) -> bool:
    return edition.audience is not Audience.PUBLIC or edition.meeting.public_keeps_numbers


def _lay_out_together(
    editions: Sequence[Edition], number: NumberPages, folder: Path, last: IssuedPack | None
) -> Sequence[PackContents]:
    """Lay out and plan in turn until the front matter has as many pages as its ranges count on.

    Where two lengths call for each other, the longer is taken and its last page is left blank.
    """
    front_pages, tried = 1, set[int]()
    papers = papers_of(editions[0].meeting, editions[0].prepared)
    while True:
        plan = number(front_pages, papers)
        now = state_of(editions[0].meeting, editions[0].prepared, plan)
        laid = [_lay_out(edition, plan, folder, _changes(edition, last, now)) for edition in editions]
        needed = max(contents.front.pages for contents in laid)
        if needed == front_pages or (needed < front_pages and needed in tried):
            return laid
        tried.add(front_pages)
        front_pages = needed


def _changes(edition: Edition, last: IssuedPack | None, now: PackState) -> ChangeSheet | None:
    """The change sheet for an edition's readers, where the clerk wants one and something is different."""
    if last is None or not edition.meeting.change_sheet:
        return None
    before = state_of_issue(last)
    if edition.audience is Audience.PUBLIC:
        before, now = public_states(before, now)
    sheet = change_sheet(last, now, before)
    return sheet if sheet.lines else None


def _lay_out(edition: Edition, plan: PackPlan, folder: Path, changes: ChangeSheet | None) -> PackContents:
    meeting = edition.meeting
    own = withhold(plan, edition.withheld, meeting.blank_pages)
    front = draw_front_matter(meeting, own, folder, edition.marks, changes)
    return PackContents(
        meeting=meeting,
        plan=_with_front(own, front),
        front=front,
        prepared=edition.prepared,
        numbers=item_numbers(meeting.items, meeting.numbering),
        marks=edition.marks,
        restrictions=edition.restrictions,
        audience=edition.audience,
        changes=changes,
    )


def _with_front(plan: PackPlan, front: FrontMatter) -> PackPlan:
    """The plan with blank pages where this edition's front matter is shorter than the other's."""
    if front.pages >= plan.front_pages:
        return plan
    pages = (
        replace(page, kind=PageKind.BLANK) if page.kind is PageKind.FRONT and page.sheet > front.pages else page
        for page in plan.pages
    )
    return plan_of_pages(tuple(pages), front.pages)
