"""Meetings, issues and their pages for tests of late changes, made from page counts alone."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from agendabuilder.domain.issued_pack import IssuedPack, IssueMode, highest_number
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.kept_numbers import keep_numbers
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import PackState
from agendabuilder.domain.pagination import PackPlan, PageKind, PageRules, Paper, PlannedPage, plan_pack
from agendabuilder.domain.supplement import supplement_first_page, supplement_meeting
from agendabuilder.domain.with_supplement import stand_with_supplement

Counts = Mapping[str, Sequence[int]]

SELECT_COMMITTEE: Counts = {"4": [8, 1, 2], "6": [26], "7": [15], "8": [17], "9": [2]}
"""A real pack by the page counts of its items' papers."""

LATE: Counts = {"4": [8, 1, 2], "6": [29], "8": [17], "8a": [5], "9": [2]}
"""The same with a longer report at item 6, without item 7, and with a new item 8a."""

NORBURY = Meeting(organisation="Norbury Council", committee="Schools Committee", date=date(2027, 1, 14))


def meeting_of(counts: Counts, **fields: object) -> Meeting:
    """A meeting whose items have reports of so many pages; an item's number is its key."""
    items = tuple(
        Item(
            id=f"item {number}",
            title=f"Business {number}",
            number=number,
            reports=tuple(report_of(number, place) for place in range(len(pages))),
        )
        for number, pages in counts.items()
    )
    return replace(NORBURY, items=items, **fields)  # type: ignore[arg-type]


def report_of(number: str, place: int = 0, **fields: object) -> Report:
    """An attached report of an item, whose id is like "6.0"."""
    report = Report(id=f"{number}.{place}", title=f"Paper {number}.{place}", file=f"reports/{number}.{place}.pdf")
    return replace(report, **fields)  # type: ignore[arg-type]


def page_counts_of(counts: Counts) -> dict[str, int]:
    return {f"{number}.{place}": own for number, pages in counts.items() for place, own in enumerate(pages)}


def papers_of(meeting: Meeting, page_counts: Mapping[str, int]) -> list[Paper]:
    return [
        Paper(item.id, report.id, page_counts[report.id])
        for item, report in meeting.all_reports()
        if report.id in page_counts
    ]


def rules_of(meeting: Meeting) -> PageRules:
    return PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page)


def state_of(
    meeting: Meeting,
    page_counts: Mapping[str, int],
    versions: Mapping[str, str] | None = None,
    standing: Sequence[PlannedPage] = (),
    front: int = 2,
) -> PackState:
    """The meeting with its pages, on the numbers of `standing` or numbered anew. `versions` are fingerprints."""
    fingerprints = {report_id: (versions or {}).get(report_id, "first") for report_id in page_counts}
    plan = keep_numbers(standing, front, papers_of(meeting, page_counts), rules_of(meeting))
    return PackState(meeting, fingerprints, page_counts, plan)


def issue_of(
    state: PackState, number: int = 1, mode: IssueMode = IssueMode.RENUMBER, last_number: int = 0
) -> IssuedPack:
    """The state as an issue whose file has all its pages."""
    pages = state.plan.pages
    return IssuedPack(
        number=number,
        mode=mode,
        day=date(2027, 1, 6),
        meeting=state.meeting,
        pages=pages,
        standing=pages,
        front_pages=state.plan.front_pages,
        last_number=max(last_number, highest_number(pages)),
        fingerprints=state.fingerprints,
        page_counts=state.page_counts,
    )


def supplement_of(
    issued: IssuedPack, now: PackState, changes: Iterable[object], number: int = 1
) -> tuple[Meeting, PackPlan]:
    """The supplement to an issue and the plan of its own file, with a front sheet of one page."""
    first = supplement_first_page(issued, now.meeting)
    meeting = supplement_meeting(issued, now.meeting, tuple(changes), number, first)  # type: ignore[arg-type]
    return meeting, plan_pack(1, papers_of(meeting, now.page_counts), rules_of(meeting))


def issue_supplement(issued: IssuedPack, now: PackState, plan: PackPlan) -> IssuedPack:
    """The issue of a supplement, with its pages worked into those that stood."""
    agenda = [report.id for _, report in now.meeting.all_reports() if report.id in now.page_counts]
    standing = stand_with_supplement(issued.standing, plan.pages, agenda, now.meeting.blank_pages)
    return replace(
        issue_of(now, issued.number + 1, IssueMode.SUPPLEMENT),
        pages=plan.pages,
        standing=standing,
        front_pages=plan.front_pages,
        last_number=max(issued.last_number, highest_number(plan.pages)),
    )


def page_map(pages: Iterable[PlannedPage]) -> str:
    """Each run of pages as what it is and its numbers: F front, _ blank, x withdrawn, else the item."""
    signs = {PageKind.FRONT: "F", PageKind.BLANK: "_", PageKind.WITHDRAWN: "x"}
    runs: list[list[str]] = []
    for page in pages:
        sign = signs.get(page.kind, page.item_id.removeprefix("item "))
        alone = page.kind in (PageKind.BLANK, PageKind.WITHDRAWN)
        follows = runs and runs[-1][0] == sign and not alone and (page.source_page != 1)
        if follows and runs[-1][3] == page.report_id:
            runs[-1][2] = page.label
        else:
            runs.append([sign, page.label, page.through or page.label, page.report_id])
    return " ".join(f"{sign}:{first}" + (f"-{last}" if last != first else "") for sign, first, last, _ in runs)
