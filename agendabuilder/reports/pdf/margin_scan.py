"""Looks at the margins of a file's pages: PDFium draws only the two strips, small and grey.

The program's one lock for PDFium is held for a page at a time, so that the window can draw pages in between.
"""

import math
from collections.abc import Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import cast

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageChops

from agendabuilder.reports.margin_ink import CELL, MARGIN, UNKNOWN_INK, MarginInk, MarginStrip, PageLook
from agendabuilder.reports.pdf.page_box import PageBox
from agendabuilder.reports.pdf.page_objects import object_kinds
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM

_PIXEL = 2
"""The side of a pixel in points: fine enough to see the smallest print, coarse enough for a thousand pages."""

_CONTRAST = 20
"""Neighbouring pixels that differ by more (of 255) are print; less is a tint, a shade or a scanner's noise."""

_DARK = 200
"""A cell whose mean is below (of 255) is no ground for black print."""

_MOST_OBJECTS = 2000
"""How many objects of a page are looked at for text."""

_WIDEST = 30_000
"""A page wider than this, in points, is not drawn: a strip of it alone would fill the memory."""

_OVER_CONTRAST = bytes(255 if step > _CONTRAST else 0 for step in range(256))
_ANY = b"0" + b"1" * 255
_UNDER_DARK = b"1" * _DARK + b"0" * (256 - _DARK)

_NOT_LOOKED_AT: PageLook = (UNKNOWN_INK, False)


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A page's lower and upper margin as pictures, where we and PDFium agree on its size, and whether it is a scan."""

    margins: tuple[Image.Image, Image.Image] | None
    is_picture: bool


def look_at_pages(path: Path, boxes: Sequence[PageBox], heavy: Collection[int]) -> list[PageLook]:
    """What is in the margins of every page of the file.

    `heavy` are places in `boxes` (from 0) of pages that would take too long. Those, and pages on which
    PDFium and we do not agree, have unknown margins.
    """
    try:
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return [_NOT_LOOKED_AT] * len(boxes)
    try:
        if not _is_ready(document, len(boxes)):
            return [_NOT_LOOKED_AT] * len(boxes)
        return _look_at_all(document, boxes, heavy)
    finally:
        with PDFIUM:
            document.close()


def _look_at_all(document: pypdfium2.PdfDocument, boxes: Sequence[PageBox], heavy: Collection[int]) -> list[PageLook]:
    """Look at one page while PDFium, which lets Python go on meanwhile, draws the next ones."""

    def draw(index: int) -> _Drawing | None:
        return None if index in heavy else _draw_page(document, index, boxes[index])

    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="margins") as drawing:
        drawn = drawing.map(draw, range(len(boxes)))
        return [_look(drawing_of_page, box) for drawing_of_page, box in zip(drawn, boxes, strict=True)]


def _is_ready(document: pypdfium2.PdfDocument, pages: int) -> bool:
    """Whether PDFium sees all pages; without its forms, what is filled into a form would not be drawn."""
    with PDFIUM:
        try:
            document.init_forms()
        except pypdfium2.PdfiumError:
            return False
        return len(document) == pages


def _draw_page(document: pypdfium2.PdfDocument, index: int, box: PageBox) -> _Drawing | None:
    with PDFIUM:
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            return None
        try:
            margins = _draw_margins(page, box) if _same_size(page.get_size(), box) else None
            return _Drawing(margins, _is_picture(page))
        finally:
            page.close()


def _look(drawing: _Drawing | None, box: PageBox) -> PageLook:
    if drawing is None:
        return _NOT_LOOKED_AT
    if drawing.margins is None:
        return UNKNOWN_INK, drawing.is_picture
    lower, upper = drawing.margins
    top = _strip(upper, box.height)
    bottom = top if lower is upper else _strip(lower, lower.height * _PIXEL)
    return MarginInk(bottom, top), drawing.is_picture


def _same_size(seen: tuple[float, float], box: PageBox) -> bool:
    """PDFium does not know UserUnit; apart from that it must see the page as we do, and be able to draw it."""
    alike = abs(seen[0] * box.unit - box.width) < 1 and abs(seen[1] * box.unit - box.height) < 1
    return alike and box.width < _WIDEST


def _draw_margins(page: pypdfium2.PdfPage, box: PageBox) -> tuple[Image.Image, Image.Image]:
    """Pictures of the lower and the upper margin; on a page too low for two it is one for both."""
    rest = max(box.height - MARGIN, 0) / box.unit
    upper = _draw(page, box, bottom=rest)
    return (_draw(page, box, top=rest), upper) if rest else (upper, upper)


def _draw(page: pypdfium2.PdfPage, box: PageBox, *, bottom: float = 0, top: float = 0) -> Image.Image:
    """A grey picture of the page without so much of its bottom or top, which are in the page's own units."""
    bitmap = page.render(scale=box.unit / _PIXEL, crop=(0, bottom, 0, top), grayscale=True)
    return cast(Image.Image, bitmap.to_pil())


def _strip(picture: Image.Image, top: float) -> MarginStrip:
    lowest, highest = cast(tuple[int, int], picture.getextrema())
    return MarginStrip(
        bottom=max(0.0, top - picture.height * _PIXEL),
        top=top,
        columns=math.ceil(picture.width * _PIXEL / CELL),
        busy=_rows(_edges(picture), _ANY) if highest - lowest > _CONTRAST else "",
        dark=_rows(picture, _UNDER_DARK) if lowest < _DARK else "",
    )


def _edges(picture: Image.Image) -> Image.Image:
    """White where a pixel differs from its left or upper neighbour, black elsewhere."""
    left, above = picture.copy(), picture.copy()
    left.paste(picture, (1, 0))
    above.paste(picture, (0, 1))
    steps = ImageChops.lighter(ImageChops.difference(picture, left), ImageChops.difference(picture, above))
    return Image.frombytes("L", picture.size, steps.tobytes().translate(_OVER_CONTRAST))


def _rows(picture: Image.Image, digits: bytes) -> str:
    """The picture in cells, each a bit; the table `digits` has it for each mean grey, as a binary digit."""
    cells = picture.reduce(CELL // _PIXEL)
    bits = cells.tobytes().translate(digits)
    width = cells.width
    rows = (int(bits[start : start + width], 2) for start in range(0, len(bits), width))
    return ".".join(f"{row:x}" if row else "" for row in rows)


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether the page shows an image and not one piece of text, as a scan does."""
    image = False
    for kind in islice(object_kinds(page), _MOST_OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            return False
        image = image or kind == pdfium.FPDF_PAGEOBJ_IMAGE
    return image
