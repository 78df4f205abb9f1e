"""The pages of an issue as they stand, taken apart: the front matter, then the run of each report.

A run is all that lies together of one report: its pages with the blank one after them, and what was withdrawn of it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from agendabuilder.domain.page_letters import labels_through
from agendabuilder.domain.pagination import PageKind, PlannedPage

Pages = tuple[PlannedPage, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """What lies together of one report, in the order of the file.

    `before` and `after` are pages that stand for withdrawn ones; `live` are the report's own and the blank ones
    that belong to it. A run with nothing live is a report that was withdrawn.
    """

    report_id: str
    before: Pages
    live: Pages
    after: Pages

    @property
    def pages(self) -> Pages:
        """All of them."""
        return self.before + self.live + self.after


@dataclass(frozen=True, slots=True)
class StandingPages:
    """The pages of the front matter with the blank one after them, and the runs of the reports."""

    front: Pages
    runs: tuple[Run, ...]


def take_apart(pages: Sequence[PlannedPage]) -> StandingPages:
    """Find the front matter and the runs in the pages as they stand."""
    front = next((place for place, page in enumerate(pages) if page.report_id), len(pages))
    return StandingPages(tuple(pages[:front]), tuple(map(_run, _together(pages[front:]))))


def _together(pages: Sequence[PlannedPage]) -> Iterator[list[PlannedPage]]:
    """Pages of one report that follow each other; a page without a report belongs to the one before it."""
    run: list[PlannedPage] = []
    for page in pages:
        if run and page.report_id and page.report_id != run[0].report_id:
            yield run
            run = []
        run.append(page)
    if run:
        yield run


def _run(pages: Sequence[PlannedPage]) -> Run:
    places = [place for place, page in enumerate(pages) if is_live(page)]
    first, end = (places[0], places[-1] + 1) if places else (len(pages), len(pages))
    return Run(pages[0].report_id, tuple(pages[:first]), tuple(pages[first:end]), tuple(pages[end:]))


def is_live(page: PlannedPage) -> bool:
    """Whether a page is a report's own, or a blank one that belongs to it."""
    return bool(page.report_id) and page.kind is not PageKind.WITHDRAWN


def newcomers(agenda: Iterable[str], runs: Iterable[Run]) -> Mapping[str, Sequence[str]]:
    """The reports that have no run yet, in the order of the agenda, by the report that they come behind.

    That is the last one before them that has a run; "" stands for the front matter.
    """
    known = {run.report_id for run in runs}
    found: dict[str, list[str]] = {report_id: [] for report_id in ("", *known)}
    anchor = ""
    for report_id in agenda:
        if report_id in known:
            anchor = report_id
        else:
            found[anchor].append(report_id)
    return found


def given_out(pages: Iterable[PlannedPage]) -> set[str]:
    """The numbers that no other page may have any more, those behind a page that stands for withdrawn ones included."""
    numbered = [page for page in pages if page.label]
    return {label for page in numbered for label in labels_through(page.label, page.through or page.label)}


def withdrawn(pages: Sequence[PlannedPage], even: bool) -> Iterator[PlannedPage]:
    """The page that stands for these pages of a report from now on.

    With `even`, a blank page takes the last number where that keeps the backs of printed sheets in place; it
    belongs to no report.
    """
    first, last = pages[0], pages[-1]
    through = last.label if last is not first else ""
    yield PlannedPage(0, first.label, PageKind.WITHDRAWN, first.item_id, first.report_id, through=through)
    if even and len(pages) % 2 == 0:
        yield PlannedPage(0, last.label, PageKind.BLANK)
