"""Finds the pictures of a report that have no alternate text, in the order in which the pack gives them the clerk's.

They are found by joining the report's tags as the pack does, so that the clerk's texts and the pictures always fit.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Page

from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.pack.body.report_run import copy_run
from agendabuilder.pack.body.run_tags import tag_run
from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.pack.tagging.read_element import Rect, UndescribedPicture
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.page_box import page_box
from agendabuilder.reports.prepared import PreparedReport

_DEEP = 20


def undescribed_pictures(report: PreparedReport, name: str) -> tuple[UndescribedPicture, ...]:
    """The pictures of the chosen pages; none when the report's tags are missing or cannot be kept.

    `name` is what its file is called. A file that cannot be read has none, either. Costs about 5 ms a page.
    """
    try:
        return _find(report, name) if report.tagged else ()
    except (OSError, pikepdf.PikepdfError):
        return ()


def _find(report: PreparedReport, name: str) -> tuple[UndescribedPicture, ...]:
    planned = [
        PlannedPage(number, "", PageKind.REPORT, source_page=number) for number in range(1, len(report.chosen) + 1)
    ]
    with pikepdf.open(report.path) as source, pikepdf.new() as pdf:
        tags = BodyTags(pdf)
        run = copy_run(tags, source, report, planned, name)
        figures = tag_run(tags, run, lambda _: "").figures
        pages = {page.obj.objgen: (number, page) for number, page in enumerate(run.pages.copies, start=1)}
        return tuple(_picture(figure, pages) for figure in figures)


def _picture(figure: Dictionary, pages: dict[tuple[int, int], tuple[int, Page]]) -> UndescribedPicture:
    number, page = next((pages[key] for key in _pages_of(figure, 0) if key in pages), (0, None))
    box = next(_boxes(figure), None)
    return UndescribedPicture(number, _as_seen(box, page) if box and page else None)


def _pages_of(element: Dictionary, depth: int) -> Iterator[tuple[int, int]]:
    page = pdf_values.dictionary(element, "/Pg")
    if page is not None:
        yield page.objgen
    below = pdf_values.dictionary(element, "/K")
    for kid in [below] if below is not None else pdf_values.dictionaries(element, "/K"):
        if depth < _DEEP:
            yield from _pages_of(kid, depth + 1)


def _boxes(figure: Dictionary) -> Iterator[Rect]:
    """Where a picture says that it lies (ISO 32000-1, 14.8.5.4.3)."""
    owned = pdf_values.dictionary(figure, "/A")
    for attributes in [owned] if owned is not None else pdf_values.dictionaries(figure, "/A"):
        sides = attributes.get("/BBox")
        if isinstance(sides, Array) and len(sides) == 4:
            with suppress(TypeError, ValueError):
                x0, y0, x1, y1 = (float(cast(float, side)) for side in sides)
                yield min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _as_seen(box: Rect, page: Page) -> Rect | None:
    """The place on the page as it is shown; none where that is off the page."""
    frame = page_box(page)
    left, bottom, right, top = box
    wide, tall = frame.right - frame.left, frame.top - frame.bottom
    left, right, bottom, top = left - frame.left, right - frame.left, bottom - frame.bottom, top - frame.bottom
    if right <= 0 or top <= 0 or left >= wide or bottom >= tall:
        return None
    turned = {
        0: (left, bottom, right, top),
        90: (bottom, wide - right, top, wide - left),
        180: (wide - right, tall - top, wide - left, tall - bottom),
        270: (tall - top, left, tall - bottom, right),
    }[frame.rotation]
    return cast(Rect, tuple(side * frame.unit for side in turned))
