"""The plan of a pack that keeps the page numbers of the issue before: every page that was there keeps its number.

What is new gets letters after the page before it; what is gone leaves a page that says so. Pages lie in the order of
their numbers, so the papers of an item that was moved on the agenda stay where they were.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendabuilder.domain.page_letters import labels_between
from agendabuilder.domain.pagination import (
    PackPlan,
    PageKind,
    PageRules,
    Paper,
    PlannedPage,
    plan_of_pages,
    plan_pack,
)
from agendabuilder.domain.standing_pages import Run, given_out, newcomers, take_apart, withdrawn


def keep_numbers(
    standing: Sequence[PlannedPage], front_pages: int, papers: Sequence[Paper], rules: PageRules
) -> PackPlan:
    """Plan the pack on the numbers of `standing`, the pages as they stand since the last issue.

    With blank pages on, whatever goes in is an even number of pages, so that reports stay on the fronts of
    sheets. Without any standing pages it is the plan of a first issue.
    """
    papers = [paper for paper in papers if paper.pages > 0]
    if not standing:
        return plan_pack(front_pages, papers, rules)
    parts = take_apart(standing)
    laying = _Laying(standing, rules.blank_pages)
    present = {paper.report_id: paper for paper in papers}
    behind = newcomers(present, parts.runs)
    laying.front(parts.front, front_pages, bool(parts.runs), bool(papers))
    laying.all_new(present[each] for each in behind[""])
    for run in parts.runs:
        laying.run(run, present.get(run.report_id))
        laying.all_new(present[each] for each in behind[run.report_id])
    return plan_of_pages(laying.pages, front_pages)


class _Laying:
    """The pages laid so far, and how many of the standing ones they have taken up."""

    def __init__(self, standing: Sequence[PlannedPage], even: bool) -> None:
        self.pages: list[PlannedPage] = []
        self._standing = standing
        self._even = even
        self._done = 0
        self._taken = given_out(standing)

    def front(self, old: Sequence[PlannedPage], count: int, runs_follow: bool, papers_follow: bool) -> None:
        """The front matter: it hangs its further pages on its last one, or leaves blank pages at its end."""
        for place, page in enumerate(old):
            kind = PageKind.FRONT if place < count else PageKind.BLANK
            self._use(PlannedPage(0, page.label, kind))
        added = max(0, count - len(old))
        self._hang(added, PlannedPage(0, "", PageKind.FRONT))
        odd = added % 2 if runs_follow else len(self.pages) % 2
        if self._even and (runs_follow or papers_follow) and odd:
            self._hang(1, PlannedPage(0, "", PageKind.BLANK))

    def run(self, run: Run, paper: Paper | None) -> None:
        """A report that had pages: its new pages on its numbers, or the page that says that they are withdrawn."""
        self._stay(run.before)
        if run.live or paper is None:
            self._relay(run.live, paper)
            self._stay(run.after)
        else:
            self._stay(run.after)
            self._add(paper, 1)

    def all_new(self, papers: Iterable[Paper]) -> None:
        """Reports that had no pages, one after another."""
        for paper in papers:
            self._add(paper, 1)

    def _relay(self, live: Sequence[PlannedPage], paper: Paper | None) -> None:
        count = paper.pages if paper else 0
        if paper:
            for source_page, page in enumerate(live[:count], start=1):
                self._use(_page_of(paper, page.label, source_page))
            if count > len(live):
                self._add(paper, len(live) + 1)
        self._leave(live[count:], paper)

    def _leave(self, left: Sequence[PlannedPage], paper: Paper | None) -> None:
        """Numbers of a report that it no longer fills: blank pages stay so, others are withdrawn."""
        if paper and all(page.kind is PageKind.BLANK for page in left):
            self._stay(replace(page, item_id=paper.item_id) for page in left)
        else:
            self._done += len(left)
            self.pages.extend(withdrawn(left, self._even) if left else ())

    def _add(self, paper: Paper, source_page: int) -> None:
        """Hang the pages of a report from `source_page` on, and a blank one where their number is odd."""
        count = paper.pages - source_page + 1
        self._hang(count, _page_of(paper, "", source_page))
        if self._even and count % 2:
            self._hang(1, PlannedPage(0, "", PageKind.BLANK, paper.item_id, paper.report_id))

    def _hang(self, count: int, first: PlannedPage) -> None:
        """Put in pages like `first` between the last one laid and the next one that stands."""
        before = self.pages[-1].through or self.pages[-1].label
        after = self._standing[self._done].label if self._done < len(self._standing) else ""
        for place, label in enumerate(labels_between(before, after, count, self._taken)):
            source_page = first.source_page and first.source_page + place
            self.pages.append(replace(first, label=label, source_page=source_page))
            self._taken.add(label)

    def _stay(self, pages: Iterable[PlannedPage]) -> None:
        for page in pages:
            self._use(page)

    def _use(self, page: PlannedPage) -> None:
        self.pages.append(page)
        self._done += 1


def _page_of(paper: Paper, label: str, source_page: int) -> PlannedPage:
    return PlannedPage(0, label, PageKind.REPORT, paper.item_id, paper.report_id, source_page)
