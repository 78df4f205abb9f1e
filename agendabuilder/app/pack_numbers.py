"""How the pages of a pack are numbered: anew from the first page, or keeping the numbers of the last issue.

A way of numbering is a function of the front matter's page count and the papers; laying out asks it again and again.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.kept_numbers import keep_numbers
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, PlannedPage, plan_pack
from agendabuilder.reports.prepared import PreparedReport

NumberPages = Callable[[int, Sequence[Paper]], PackPlan]
"""From the front matter's page count and the papers in the order of the agenda, the plan of the pack."""


def number_anew(meeting: Meeting) -> NumberPages:
    """Every page in turn, by the meeting's own rules."""
    return partial(_number_anew, page_rules(meeting))


def _number_anew(rules: PageRules, front_pages: int, papers: Sequence[Paper]) -> PackPlan:
    return plan_pack(front_pages, papers, rules)


def number_after(last: IssuedPack | None, way: IssueMode, meeting: Meeting) -> NumberPages:
    """The way that the pages follow those of the last issue; without one, all are numbered anew."""
    if last is None or way is not IssueMode.KEEP:
        return number_anew(meeting)
    return partial(_keep_numbers, last.standing, page_rules(meeting))


def _keep_numbers(
    standing: Sequence[PlannedPage], rules: PageRules, front_pages: int, papers: Sequence[Paper]
) -> PackPlan:
    return keep_numbers(standing, front_pages, papers, rules)


def papers_of(meeting: Meeting, prepared: Mapping[str, PreparedReport]) -> tuple[Paper, ...]:
    """The prepared reports in the order of the pack, as the plan sees them."""
    return tuple(
        Paper(item.id, report.id, len(prepared[report.id].chosen))
        for item, report in meeting.all_reports()
        if report.id in prepared
    )


def page_rules(meeting: Meeting) -> PageRules:
    """How the meeting's pages are counted."""
    return PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page)
