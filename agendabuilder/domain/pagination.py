"""Page numbers before there are any pages: the plan of a whole pack, worked out from page counts alone.

A sheet is a page's place in the file, counted from 1. A label is what is printed on it and what a viewer
shows. They differ when the front matter is not counted, or when the first page is not 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from agendabuilder.domain.numbering import roman


class PageKind(Enum):
    """What is on a page of the pack."""

    FRONT = "front"
    REPORT = "report"
    BLANK = "blank"


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
    of which report it is (`source_page`, from 1); a blank page after a report carries that report's id.
    """

    sheet: int
    label: str
    kind: PageKind
    item_id: str = ""
    report_id: str = ""
    source_page: int = 0


@dataclass(frozen=True, slots=True)
class PageRange:
    """Pages from `first` to `last`, both included, as numbers that are printed; `sheet` is the first one's place."""

    first: int
    last: int
    sheet: int

    @property
    def pages(self) -> int:
        """How many pages the range holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What is on which page of the pack."""

    pages: tuple[PlannedPage, ...]
    front_pages: int
    items: dict[str, PageRange]
    reports: dict[str, PageRange]

    @property
    def total(self) -> int:
        """How many pages the file has."""
        return len(self.pages)


def plan_pack(front_pages: int, papers: Iterable[Paper], rules: PageRules) -> PackPlan:
    """Lay the front matter and the reports one after another.

    With blank pages on, every report begins on an odd number, and a blank page that follows a report is
    part of the report's and the item's range, as it is printed on the agenda.
    """
    papers = [paper for paper in papers if paper.pages > 0]
    pages: list[PlannedPage] = []
    number = _lay_front(pages, front_pages, bool(papers), rules)
    items: dict[str, PageRange] = {}
    reports: dict[str, PageRange] = {}
    for paper in papers:
        first, sheet = number, len(pages) + 1
        for source_page in range(1, paper.pages + 1):
            _add(pages, str(number), PageKind.REPORT, paper, source_page)
            number += 1
        if rules.blank_pages and number % 2 == 0:
            _add(pages, str(number), PageKind.BLANK, paper)
            number += 1
        reports[paper.report_id] = PageRange(first, number - 1, sheet)
        begun = items.get(paper.item_id, reports[paper.report_id])
        items[paper.item_id] = PageRange(begun.first, number - 1, begun.sheet)
    return PackPlan(tuple(pages), front_pages, items, reports)


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
