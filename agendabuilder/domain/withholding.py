"""The public pack's pages: the members' plan with one page in place of each report that is not for publication.

Page numbers stay as they are for everybody; where a report of sixteen pages is withheld, page 45 says so and
page 61 follows it.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from agendabuilder.domain.pagination import PackPlan, PageKind, PlannedPage, plan_of_pages

_GONE = (PageKind.WITHDRAWN,)


def withhold(plan: PackPlan, report_ids: Collection[str], blank_pages: bool) -> PackPlan:
    """The plan with each of the named reports reduced to one page that stands for all its pages.

    With `blank_pages`, a blank page takes the last number where that keeps the backs of printed sheets in place.
    """
    pages: list[PlannedPage] = []
    for report_id, group in groupby(plan.pages, lambda page: page.report_id):
        run = list(group)
        pages.extend(_reduced(run, blank_pages) if report_id in report_ids else run)
    return plan_of_pages(pages, plan.front_pages)


def _reduced(run: Sequence[PlannedPage], blank_pages: bool) -> Iterator[PlannedPage]:
    """A report's pages as one; what was withdrawn from it before stays a page of its own."""
    own = [page for page in run if page.kind not in _GONE]
    if own:
        first, last = own[0], own[-1]
        through = last.label if last is not first else ""
        yield PlannedPage(0, first.label, PageKind.WITHHELD, first.item_id, first.report_id, through=through)
        if blank_pages and len(own) % 2 == 0:
            yield PlannedPage(0, last.label, PageKind.BLANK, first.item_id, first.report_id)
    yield from (page for page in run if page.kind in _GONE)
