"""The pack as it now stands: the issues so far with a supplement worked in, every page under the number it came with.

What the supplement replaces leaves a page that says so, and the supplement's pages of that report stand behind it. The
supplement's own front sheet is not taken in.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from agendabuilder.domain.issued_pack import highest_number
from agendabuilder.domain.page_letters import labels_between
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.standing_pages import Pages, Run, given_out, newcomers, take_apart, withdrawn


def stand_with_supplement(
    standing: Sequence[PlannedPage], supplement: Sequence[PlannedPage], agenda: Sequence[str], blank_pages: bool
) -> tuple[PlannedPage, ...]:
    """The pages as they stand once a supplement is issued.

    `supplement` are the pages of its own file, `agenda` the reports of the whole meeting by id, in their order: one
    that is not among them any more is withdrawn. Pages of a supplement that is numbered from 1 hang on the pages
    before them instead, since their numbers would come twice.
    """
    parts = take_apart(standing)
    late = _late_pages(supplement, highest_number(standing))
    behind = newcomers(agenda, parts.runs)
    pages = [*parts.front, *_of(behind[""], late)]
    if blank_pages and not parts.runs and len(parts.front) % 2:
        pages.insert(len(parts.front), PlannedPage(0, "", PageKind.BLANK))
    for run in parts.runs:
        pages.extend(_run(run, late, run.report_id in agenda, blank_pages))
        pages.extend(_of(behind[run.report_id], late))
    return tuple(replace(page, sheet=sheet) for sheet, page in enumerate(_lettered(pages), start=1))


def _of(report_ids: Sequence[str], late: Mapping[str, Pages]) -> Iterator[PlannedPage]:
    return (page for report_id in report_ids for page in late.get(report_id, ()))


def _run(run: Run, late: Mapping[str, Pages], on_agenda: bool, blank_pages: bool) -> Iterator[PlannedPage]:
    if on_agenda and run.report_id not in late:
        yield from run.pages
        return
    yield from run.before
    yield from withdrawn(run.live, blank_pages) if run.live else ()
    yield from run.after
    yield from late.get(run.report_id, ())


def _late_pages(supplement: Sequence[PlannedPage], last_number: int) -> Mapping[str, Pages]:
    """The supplement's pages of each report; without their numbers when those are given out already."""
    late = {run.report_id: run.live for run in take_apart(supplement).runs if run.live}
    labels = [page.label for pages in late.values() for page in pages]
    if all(label.isdecimal() and int(label) > last_number for label in labels):
        return late
    return {report_id: tuple(replace(page, label="") for page in pages) for report_id, pages in late.items()}


def _lettered(pages: Sequence[PlannedPage]) -> Iterator[PlannedPage]:
    """The pages with letters for those that have no number yet."""
    taken = given_out(pages)
    before = ""
    for place, page in enumerate(pages):
        if not page.label:
            after = next((each.label for each in pages[place:] if each.label), "")
            page = replace(page, label=labels_between(before, after, 1, taken)[0])
            taken.add(page.label)
        before = page.through or page.label
        yield page
