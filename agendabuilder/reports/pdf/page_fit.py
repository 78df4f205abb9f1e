"""Scales pages onto A4: what is printed, what hangs on it (links, comments, fields), and what leads to it.

The content is left as it is, behind one line that scales it. It stays in the page, where its tags can be found, so
what is measured from the page itself, patterns and annotations, is moved as well.
"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from copy import copy
from dataclasses import dataclass
from itertools import chain
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.page_box import PageBox, page_box

A4 = (595.28, 841.89)
"""Points, upright."""

_MARGIN = 12.0
"""What printers leave white, in points."""

_LARGEST_SCALE = 2**0.5
"""A5 becomes A4; a till receipt does not."""

_SAME = 3.0
"""Points by which a page of A4 may be off and stays as it is."""

_POINT_LISTS = ("/Rect", "/QuadPoints", "/Vertices", "/L", "/CL")
_LISTS_OF_POINTS = ("/InkList", "/Path")
_OTHER_BOXES = ("/TrimBox", "/BleedBox", "/ArtBox", "/UserUnit", "/Thumb", "/B", "/VP")
"""Entries of a page that would no longer be true."""

_VIEW_NUMBERS = {"/XYZ": "xy", "/FitH": "y", "/FitBH": "y", "/FitV": "x", "/FitBV": "x", "/FitR": "xyxy"}
"""What the numbers of a destination are (ISO 32000-1, table 151)."""

_LEADING = ("/Dest", "/D", "/A", "/OpenAction", "/Names")
"""Where destinations stand, or what holds them."""

_SEVERAL = ("/Names", "/Annots")
"""Lists of what holds them; some writers put a page's links right into the page."""

_Moves = Mapping[tuple[int, int], "_Move"]


@dataclass(frozen=True, slots=True)
class _Move:
    """A scale and a shift, in the page's own coordinates."""

    scale: float
    right: float
    up: float

    def point(self, axis: str, value: float) -> float:
        """An `x` or a `y` after the move."""
        return round(value * self.scale + (self.right if axis == "x" else self.up), 4)

    @property
    def numbers(self) -> tuple[float, ...]:
        """As a matrix."""
        return (self.scale, 0, 0, self.scale, self.right, self.up)


def is_a4(width: float, height: float) -> bool:
    """Whether a page of this size in points is A4, upright or on its side."""
    return abs(min(width, height) - A4[0]) <= _SAME and abs(max(width, height) - A4[1]) <= _SAME


def fit_pages_to_a4(pdf: pikepdf.Pdf) -> None:
    """Scale every page that is not A4, upright or on its side by its own shape. Changes the opened file."""
    moves: MutableMapping[tuple[int, int], _Move] = {}
    notes: set[tuple[int, int]] = set()
    for page in pdf.pages:
        box = page_box(page)
        if page.obj.objgen in moves or is_a4(box.width, box.height):
            continue
        move = moves[page.obj.objgen] = _fit(pdf, page, box)
        for note in pdf_values.dictionaries(page.obj, "/Annots"):
            if note.objgen not in notes:
                _move_annotation(note, move)
            if note.is_indirect:
                notes.add(note.objgen)
    if moves:
        for destination in _destinations(pdf):
            _move_destination(destination, moves)


def _fit(pdf: pikepdf.Pdf, page: pikepdf.Page, box: PageBox) -> _Move:
    """Scale one page's content and give it its new size; its turn stays."""
    room = A4 if box.width <= box.height else A4[::-1]
    scale = min(
        _LARGEST_SCALE, *((side - 2 * _MARGIN) / own for side, own in zip(room, (box.width, box.height), strict=True))
    )
    width, height = room if box.rotation in (0, 180) else room[::-1]
    across, up = box.right - box.left, box.top - box.bottom
    scale *= box.unit
    move = _Move(
        scale,
        (width - across * scale) / 2 - box.left * scale,
        (height - up * scale) / 2 - box.bottom * scale,
    )
    _move_patterns(pdf, page.obj, move)
    matrix = " ".join(f"{number:.6f}" for number in move.numbers)
    seen = f"{box.left:.4f} {box.bottom:.4f} {across:.4f} {up:.4f} re W n"
    page.contents_add(f"{matrix} cm {seen}\n".encode(), prepend=True)
    page.obj["/MediaBox"] = page.obj["/CropBox"] = Array([0, 0, width, height])
    page.obj["/Rotate"] = box.rotation
    for key in _OTHER_BOXES:
        if key in page.obj:
            del page.obj[key]
    return move


def _move_patterns(pdf: pikepdf.Pdf, page: Dictionary, move: _Move) -> None:
    """Patterns are measured from the page, not from what surrounds them (ISO 32000-1, 8.7.3.1)."""
    resources = pdf_values.resources(page)
    patterns = pdf_values.dictionary(resources, "/Pattern")
    if resources is None or patterns is None:
        return
    own, moved = copy(resources), copy(patterns)
    for key, pattern in patterns.items():
        if isinstance(pattern, (Dictionary, pikepdf.Stream)):
            moved[key] = pdf.make_indirect(copy(pattern))
            moved[key]["/Matrix"] = Array((_matrix_of(pattern) @ pikepdf.Matrix(*move.numbers)).as_array())
    own["/Pattern"] = moved
    page["/Resources"] = own


def _matrix_of(pattern: pikepdf.Object) -> pikepdf.Matrix:
    numbers = _numbers(pattern.get("/Matrix"))
    return pikepdf.Matrix(*numbers) if len(numbers) == 6 else pikepdf.Matrix()


def _move_annotation(note: Dictionary, move: _Move) -> None:
    """Its place, its points and the width of its line; its appearance follows its place."""
    for key in _POINT_LISTS:
        if key in note:
            note[key] = _moved_points(note[key], move)
    for key in _LISTS_OF_POINTS:
        if isinstance(note.get(key), Array):
            note[key] = Array([_moved_points(points, move) for points in cast("list[pikepdf.Object]", note[key])])
    if differences := _numbers(note.get("/RD")):
        note["/RD"] = Array([number * move.scale for number in differences])
    if style := pdf_values.dictionary(note, "/BS"):
        width = _numbers(Array([style.get("/W", 1)]))
        note["/BS"] = copy(style)
        note["/BS"]["/W"] = round(width[0] * move.scale, 4) if width else 1


def _moved_points(points: object, move: _Move) -> Array:
    numbers = _numbers(points)
    return Array([move.point("xy"[place % 2], number) for place, number in enumerate(numbers)])


def _numbers(values: object) -> list[float]:
    """The numbers of an array; none when anything else stands in it."""
    if not isinstance(values, Array):
        return []
    try:
        return [float(cast(float, value)) for value in cast("list[object]", values)]
    except (TypeError, ValueError):
        return []


def _destinations(pdf: pikepdf.Pdf) -> Iterator[Array]:
    """Every array that may lead to a page, each once: of links, bookmarks, actions and names."""
    for part in pdf.objects:
        if isinstance(part, Array):
            yield part
            yield from _within(cast("list[object]", part))
        elif isinstance(part, Dictionary):
            yield from _direct_arrays(part)


def _direct_arrays(part: Dictionary) -> Iterator[Array]:
    """Those within one object; what is an object of its own comes in its turn."""
    places = pdf_values.dictionary(part, "/Dests")
    if places is None or places.is_indirect:
        named: list[pikepdf.Object] = []
    else:  # the old dictionary of names, or a tree of them
        named = [places] if "/Names" in places else [value for _, value in places.items()]
    lists = (part.get(key) for key in _SEVERAL)
    several = (cast("list[object]", each) for each in lists if isinstance(each, Array) and not each.is_indirect)
    yield from _within((*(part.get(key) for key in _LEADING), *chain.from_iterable(several), *named))


def _within(values: Iterable[object]) -> Iterator[Array]:
    for value in values:
        if isinstance(value, Array) and not value.is_indirect:
            yield value
        elif isinstance(value, Dictionary) and not value.is_indirect:
            yield from _direct_arrays(value)


def _move_destination(destination: Array, moves: _Moves) -> None:
    parts = list(cast("list[object]", destination))
    if len(parts) < 3 or not isinstance(parts[0], Dictionary) or not isinstance(parts[1], Name):
        return
    move = moves.get(parts[0].objgen)
    axes = _VIEW_NUMBERS.get(pdf_values.spelled(parts[1]), "")
    if move is not None:
        for place, axis in enumerate(axes, start=2):
            if place < len(parts) and (number := _numbers(Array([parts[place]]))):
                destination[place] = move.point(axis, number[0])
