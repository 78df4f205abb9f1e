"""Page numbers before there are any pages: the plan of a whole pack, worked out from page counts alone.

A sheet is a page's place in the file, counted from 1. A label is what is printed on it and what a viewer
shows. They differ when the front matter is not counted, when the first page is not 1, and in a pack that keeps
the page numbers of an earlier issue (16a) or leaves pages out that are not for publication (45, then 61).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby

from agendabuilder.domain.numbering import roman


class PageKind(StrEnum):
    """What is on a page of the pack. A withheld or withdrawn page stands for one or more pages that are not there."""

    FRONT = "front"
    REPORT = "report"
    BLANK = "blank"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Paper:
    """A report as the plan sees it: whose it is, and how many pages it brings."""

    item_id: str
    report_id: str
    pages: int


@dataclass(frozen=True, slots=True)
class PageRules:
    """How pages are counted (see `Meeting`)."""

    count_front: bool = True
    blank_pages: bool = True
    first_page: int = 1


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """One page of the pack.

    `sheet` is its place in the file from 1, `label` what is printed on it. A report's page says which page
    of which report it is (`source_page`, from 1); a blank page after a report carries that report's id. A page
    that stands for several, which are not for publication or withdrawn, has the last one's label in `through`.
    """

    sheet: int
    label: str
    kind: PageKind
    item_id: str = ""
    report_id: str = ""
    source_page: int = 0
    through: str = ""


@dataclass(frozen=True, slots=True)
class PageRange:
    """Pages from `first` to `last`, both included, as printed; `sheet` is the first one's place in the file."""

    first: str
    last: str
    sheet: int


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What is on which page of the pack.

    `items` has the ranges of each item's papers, `reports` each report's own. An item has several ranges only
    where kept page numbers have parted its papers; its first is where its links lead.
    """

    pages: tuple[PlannedPage, ...]
    front_pages: int
    items: dict[str, tuple[PageRange, ...]]
    reports: dict[str, PageRange]

    @property
    def total(self) -> int:
        """How many pages the file has."""
        return len(self.pages)

    @property
    def first_pages(self) -> dict[str, int]:
        """The number of each report's first page, by report; "40a" is no number that one could count on from."""
        ranges = self.reports.items()
        return {report_id: int(pages.first) for report_id, pages in ranges if pages.first.isdecimal()}


def plan_pack(front_pages: int, papers: Iterable[Paper], rules: PageRules) -> PackPlan:
    """Lay the front matter and the reports one after another.

    With blank pages on, every report begins on an odd number, and a blank page that follows a report is
    part of the report's and the item's range, as it is printed on the agenda.
    """
    papers = [paper for paper in papers if paper.pages > 0]
    pages: list[PlannedPage] = []
    number = _lay_front(pages, front_pages, bool(papers), rules)
    for paper in papers:
        for source_page in range(1, paper.pages + 1):
            _add(pages, str(number), PageKind.REPORT, paper, source_page)
            number += 1
        if rules.blank_pages and number % 2 == 0:
            _add(pages, str(number), PageKind.BLANK, paper)
            number += 1
    return plan_of_pages(pages, front_pages)


def plan_of_pages(pages: Sequence[PlannedPage], front_pages: int) -> PackPlan:
    """The plan of pages that are laid already: every report's range, and every item's, follow from them.

    The places in the file are counted anew. A page that stands for withdrawn ones belongs to no range.
    """
    placed = tuple(replace(page, sheet=sheet) for sheet, page in enumerate(pages, start=1))
    ranged = [page for page in placed if page.report_id and page.kind is not PageKind.WITHDRAWN]
    return PackPlan(
        pages=placed,
        front_pages=front_pages,
        items={item_id: tuple(_runs(own)) for item_id, own in _by(ranged, "item_id").items()},
        reports={report_id: _range(own) for report_id, own in _by(ranged, "report_id").items()},
    )


def _by(pages: Iterable[PlannedPage], key: str) -> dict[str, list[PlannedPage]]:
    found: dict[str, list[PlannedPage]] = {}
    for page in pages:
        found.setdefault(getattr(page, key), []).append(page)
    return found


def _runs(pages: Sequence[PlannedPage]) -> Iterator[PageRange]:
    """The pages as ranges, each of pages that follow one another in the file."""
    for _, run in groupby(enumerate(pages), lambda numbered: numbered[1].sheet - numbered[0]):
        yield _range([page for _, page in run])


def _range(pages: Sequence[PlannedPage]) -> PageRange:
    first, last = pages[0], pages[-1]
    return PageRange(first.label, last.through or last.label, first.sheet)


def _lay_front(pages: list[PlannedPage], front_pages: int, papers_follow: bool, rules: PageRules) -> int:
    """Lay the front matter; return the number of the next page."""
    first = rules.first_page if rules.count_front else 1
    label = str if rules.count_front else roman
    for index in range(front_pages):
        pages.append(PlannedPage(len(pages) + 1, label(first + index), PageKind.FRONT))
    number = first + front_pages
    if rules.blank_pages and papers_follow and number % 2 == 0:
        pages.append(PlannedPage(len(pages) + 1, label(number), PageKind.BLANK))
        number += 1
    return number if rules.count_front else rules.first_page


def _add(pages: list[PlannedPage], label: str, kind: PageKind, paper: Paper, source_page: int = 0) -> None:
    pages.append(PlannedPage(len(pages) + 1, label, kind, paper.item_id, paper.report_id, source_page))
