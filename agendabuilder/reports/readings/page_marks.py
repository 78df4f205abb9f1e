"""What lies on a page besides what it says: comments, redactions that were never carried out, words under black boxes.

A black box over words hides them from the eye only: they can be copied, searched and read aloud. Words are hidden when
the box is drawn after them, or when they are as black as the box behind them, as word processors mark words in black.
"""

import ctypes
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

_COMMENTS = {
    pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT, pdfium.FPDF_ANNOT_UNDERLINE, pdfium.FPDF_ANNOT_SQUIGGLY,
    pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_CARET,
}  # fmt: skip
"""What reviewers put on pages; text boxes and drawings are as often part of the report."""

_MOST_OBJECTS = 4000
_MOST_ANNOTATIONS = 2000
_BLACK = 40
"""A colour whose red, green and blue (of 255) are all below is black."""

_OPAQUE = 250
_NARROWEST, _LOWEST, _HIGHEST = 12.0, 5.0, 400.0
"""Points; a box is neither a rule of a table nor the ground of a whole page."""

_STRAIGHT = 0.2
_SLACK = 1.5
"""Points by which a box may be smaller than the words that it hides."""

_Bounds = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PageMarks:
    """How many comments lie on the page, and whether words on it are covered without being gone."""

    comments: int = 0
    is_redacted_only_in_name: bool = False
    has_covered_words: bool = False


def page_marks(page: pypdfium2.PdfPage, words: pypdfium2.PdfTextPage) -> PageMarks:
    """What lies on an opened page with these words. To be called with the lock for PDFium held."""
    kinds = list(_annotation_kinds(page))
    return PageMarks(
        comments=sum(kind in _COMMENTS for kind in kinds),
        is_redacted_only_in_name=pdfium.FPDF_ANNOT_REDACT in kinds,
        has_covered_words=_has_covered_words(page, words),
    )


def _annotation_kinds(page: pypdfium2.PdfPage) -> Iterator[int]:
    for place in range(min(int(pdfium.FPDFPage_GetAnnotCount(page.raw)), _MOST_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
        if annotation:
            yield int(pdfium.FPDFAnnot_GetSubtype(annotation))
            pdfium.FPDFPage_CloseAnnot(annotation)


def _has_covered_words(page: pypdfium2.PdfPage, said: pypdfium2.PdfTextPage) -> bool:
    """Whether a black box hides words; what is drawn inside forms is not looked at."""
    count = min(int(pdfium.FPDFPage_CountObjects(page.raw)), _MOST_OBJECTS)
    things = [pdfium.FPDFPage_GetObject(page.raw, place) for place in range(count)]
    kinds = [int(pdfium.FPDFPageObj_GetType(thing)) for thing in things]
    boxes = [
        (place, bounds)
        for place, (thing, kind) in enumerate(zip(things, kinds, strict=True))
        if kind == pdfium.FPDF_PAGEOBJ_PATH and (bounds := _black_box(thing))
    ]
    if not boxes:
        return False
    words = sorted(
        ((place, _bounds(things[place])) for place, kind in enumerate(kinds) if kind == pdfium.FPDF_PAGEOBJ_TEXT),
        key=_foot,
    )
    tallest = max((bounds[3] - bounds[1] for _, bounds in words), default=0.0)
    return any(
        _covers(box, bounds) and (before < after or _is_black(things[before])) and _is_said(said, bounds)
        for after, box in boxes
        for before, bounds in _beside(box, words, tallest)
    )


def _foot(word: tuple[int, _Bounds]) -> float:
    return word[1][1]


def _beside(box: _Bounds, words: Sequence[tuple[int, _Bounds]], tallest: float) -> Sequence[tuple[int, _Bounds]]:
    """Those of the words, sorted from the page's foot, that can be behind a box; a page may have thousands of both."""
    return words[bisect_left(words, box[1] - tallest, key=_foot) : bisect_left(words, box[3], key=_foot)]


def _black_box(thing: pdfium.FPDF_PAGEOBJECT) -> _Bounds | None:
    """The bounds of a path that is a black, opaque box of the size of words; None for any other."""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(thing, mode, stroke) or mode.value == pdfium.FPDF_FILLMODE_NONE:
        return None
    if not _is_black(thing):
        return None
    bounds = _bounds(thing)
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    is_box = width >= _NARROWEST and _LOWEST <= height <= _HIGHEST and _is_rectangle(thing)
    return bounds if is_box else None


def _is_black(thing: pdfium.FPDF_PAGEOBJECT) -> bool:
    red, green, blue, opacity = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, opacity):
        return False
    return max(red.value, green.value, blue.value) <= _BLACK and opacity.value >= _OPAQUE


def _is_rectangle(path: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Four or five corners, each beside or above the last; triangles, hatchings and outlined letters are none."""
    count = int(pdfium.FPDFPath_CountSegments(path))
    if count not in (4, 5):
        return False
    corners = [_corner(pdfium.FPDFPath_GetPathSegment(path, place)) for place in range(count)]
    return all(abs(x - u) < _STRAIGHT or abs(y - v) < _STRAIGHT for (x, y), (u, v) in pairwise(corners))


def _corner(segment: pdfium.FPDF_PATHSEGMENT) -> tuple[float, float]:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium.FPDFPathSegment_GetPoint(segment, x, y)
    return x.value, y.value


def _bounds(thing: pdfium.FPDF_PAGEOBJECT) -> _Bounds:
    """Left, bottom, right, top."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _covers(box: _Bounds, words: _Bounds) -> bool:
    """Whether the box overlaps the words over more than half of their height and a word's breadth of their length."""
    across = min(box[2], words[2]) - max(box[0], words[0])
    up = min(box[3], words[3]) - max(box[1], words[1])
    height = words[3] - words[1]
    return across >= min(_NARROWEST, words[2] - words[0] - _SLACK) > 0 and up > height / 2 > 0


def _is_said(words: pypdfium2.PdfTextPage, bounds: _Bounds) -> bool:
    """Whether letters can be copied from there."""
    return bool(words.get_text_bounded(*bounds).strip())
