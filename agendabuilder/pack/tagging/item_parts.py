"""What follows the front matter, as a screen reader comes to it: items in order, and their pages in order under them.

Only the plan knows which page comes where; only the body knows each report's part of the structure.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pikepdf import Dictionary, Page

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.worded import worded_for
from agendabuilder.pack.front.tags import other_language
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.back_links import BackLink
from agendabuilder.pack.tagging.folded_tags import FoldedTags
from agendabuilder.pack.tagging.run_part import RunPart


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page that comes from no report: one paragraph with the MCID 0. `links` lead back to the agenda."""

    page: Page
    links: Sequence[BackLink] = ()


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A report's part of the structure, and what the finished pack adds to it.

    `links` lead back to the agenda. Those of `alt_texts` that are not empty are of its pictures that have none, in
    order. `language` is given where it is not the item's.
    """

    part: Dictionary
    folded: FoldedTags
    title: str = ""
    language: str = ""
    links: Sequence[BackLink] = ()
    alt_texts: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class ItemPart:
    """The pages of one item, in order. Those without a title belong to no item.

    `language` is given where it is not the pack's.
    """

    title: str
    language: str
    papers: Sequence[ReportPart | DrawnPage]


def report_parts(papers: Iterable[ItemPart]) -> list[ReportPart]:
    """The reports' parts, in order."""
    return [paper for item in papers for paper in item.papers if isinstance(paper, ReportPart)]


def plan_parts(
    contents: PackContents, pages: Sequence[Page], parts: Sequence[RunPart], links: Sequence[BackLink]
) -> Iterator[ItemPart]:
    """Everything after the front matter. `pages` are those of the pack, `parts` those of its body, in order."""
    planner = _Planner(contents, pages, iter(parts), links)
    planned = (page for page in contents.plan.pages if page.kind is not PageKind.FRONT)
    for item_id, group in groupby(planned, lambda page: page.item_id):
        yield planner.item_part(item_id, group)


class _Planner:
    """Walks through the plan and takes the body's parts as their pages come."""

    def __init__(
        self, contents: PackContents, pages: Sequence[Page], parts: Iterator[RunPart], links: Sequence[BackLink]
    ) -> None:
        self._contents, self._pages, self._parts = contents, pages, parts
        self._links = {page.obj.objgen: (page, link) for page, link in links}
        self._items = {item.id: item for item in contents.meeting.all_items()}
        self._reports = {report.id: report for _, report in contents.meeting.all_reports()}
        self._figures: Counter[str] = Counter()
        """The pictures without alternate text of each report's parts so far: its pages can stand apart."""

    def item_part(self, item_id: str, planned: Iterable[PlannedPage]) -> ItemPart:
        """The pages of one item; a run of a report's pages is one part, whatever stands between them."""
        item, own = self._items.get(item_id), self._contents.meeting.look.language
        language = other_language(item.language, own) if item else ""
        papers: list[ReportPart | DrawnPage] = []
        for report_id, group in groupby(planned, lambda page: page.report_id):
            run = list(group)
            for page in run:
                if page.kind is not PageKind.REPORT:
                    papers.append(DrawnPage(self._page(page), self._links_on([page])))
                elif page.source_page == next(one.source_page for one in run if one.kind is PageKind.REPORT):
                    papers.append(self._report_part(self._reports[report_id], run, language or own))
        return ItemPart(self._title(item) if item else "", language, papers)

    def _report_part(self, report: Report, run: Sequence[PlannedPage], language: str) -> ReportPart:
        taken = next(self._parts)
        own = self._contents.prepared[report.id].language
        links = self._links_on([page for page in run if page.kind is PageKind.REPORT])
        before = self._figures[report.id]
        self._figures[report.id] += taken.tags.figures
        return ReportPart(
            taken.part,
            taken.folded,
            report.name,
            other_language(own, language),
            links,
            report.alt_texts[before:],
        )

    def _title(self, item: Item) -> str:
        """As in the bookmarks' "6 Budget", with the word that the clerk prints before the number."""
        number = self._contents.numbers.get(item.id, "")
        words = worded_for(item, self._contents.meeting).wording.item_heading
        head = f"{words} {number}".strip() if number else ""
        return ": ".join(part for part in (head, item.title) if part)

    def _page(self, planned: PlannedPage) -> Page:
        return self._pages[planned.sheet - 1]

    def _links_on(self, planned: Iterable[PlannedPage]) -> list[BackLink]:
        keys = (self._page(page).obj.objgen for page in planned)
        return [self._links[key] for key in keys if key in self._links]
