"""A report's own bookmarks, resolved: every one leads to a page and a view, by whatever way it was written."""

import math
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

import pikepdf

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.prepared import Bookmark

_MOST = 5000
_DEEPEST = 24
_LONGEST_TITLE = 300

_VIEW_NUMBERS = {"XYZ": 3, "Fit": 0, "FitH": 1, "FitV": 1, "FitR": 4, "FitB": 0, "FitBH": 1, "FitBV": 1}
"""How many numbers follow each kind of view (ISO 32000-1, table 151)."""

_WEB = ("http://", "https://", "mailto:")

_Target = tuple[int | None, tuple[str | float | None, ...]]
_NOWHERE: _Target = (None, ("Fit",))


def read_bookmarks(pdf: pikepdf.Pdf) -> tuple[Bookmark, ...]:
    """The bookmarks of the whole file, pages counted from 1.

    An outline that loops is followed once; at most 5,000 bookmarks on 24 levels are read.
    """
    outlines = pdf_values.dictionary(pdf.Root, "/Outlines")
    if outlines is None:
        return ()
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    return _Outline(numbers, named_destinations(pdf)).level(outlines, 1)


def bookmarks_for(bookmarks: Sequence[Bookmark], chosen: Sequence[int]) -> tuple[Bookmark, ...]:
    """The bookmarks for a choice of pages: they point at places in `chosen`, and what leads nowhere is left out."""
    places: dict[int, int] = {}
    for place, page in enumerate(chosen, start=1):
        places.setdefault(page, place)
    return _placed(bookmarks, places)


def _placed(bookmarks: Sequence[Bookmark], places: Mapping[int, int]) -> tuple[Bookmark, ...]:
    moved = (
        replace(mark, page=places.get(mark.page or 0), children=_placed(mark.children, places)) for mark in bookmarks
    )
    return tuple(mark for mark in moved if mark.page or mark.uri or mark.children)


def named_destinations(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """The file's named destinations, from the old dictionary and from the name tree."""
    old = pdf_values.dictionary(pdf.Root, "/Dests")
    found = {key.removeprefix("/"): place for key, place in old.items()} if old is not None else {}
    tree = pdf_values.dictionary(pdf_values.dictionary(pdf.Root, "/Names"), "/Dests")
    waiting, seen = [tree] if tree is not None else [], set[tuple[int, int]]()
    while waiting and len(seen) < _MOST:
        node = waiting.pop()
        if node.is_indirect and node.objgen in seen:
            continue
        seen.add(node.objgen)
        found.update(_leaf(node))
        waiting.extend(pdf_values.dictionaries(node, "/Kids"))
    return found


def _leaf(node: pikepdf.Dictionary) -> Iterator[tuple[str, pikepdf.Object]]:
    """The names of one leaf of a name tree: an array of key, value, key, value."""
    names = cast("list[pikepdf.Object]", pdf_values.parts(node, "/Names"))
    for key, value in zip(names[::2], names[1::2], strict=False):
        if isinstance(key, pikepdf.String):
            yield str(key), value


@dataclass(slots=True)
class _Outline:
    """The reading of one outline: what its destinations mean, and what has been seen of it."""

    numbers: Mapping[tuple[int, int], int]
    named: Mapping[str, pikepdf.Object]
    seen: set[tuple[int, int]] = field(default_factory=set)
    count: int = 0

    def level(self, parent: pikepdf.Dictionary, depth: int) -> tuple[Bookmark, ...]:
        """The bookmarks under `parent`."""
        if depth > _DEEPEST:
            return ()
        return tuple(self._bookmark(node, depth) for node in self._siblings(parent))

    def _siblings(self, parent: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
        node = pdf_values.dictionary(parent, "/First")
        while node is not None and self.count < _MOST and node.objgen not in self.seen:
            self.count += 1
            if node.is_indirect:
                self.seen.add(node.objgen)
            yield node
            node = pdf_values.dictionary(node, "/Next")

    def _bookmark(self, node: pikepdf.Dictionary, depth: int) -> Bookmark:
        page, view = self._target(node)
        return Bookmark(_title(node), page, view, _address(node), self.level(node, depth + 1))

    def _target(self, node: pikepdf.Dictionary) -> _Target:
        if "/Dest" in node:
            return self._resolved(node["/Dest"])
        action = pdf_values.dictionary(node, "/A")
        if pdf_values.name(action, "/S") == "/GoTo" and action is not None and "/D" in action:
            return self._resolved(action["/D"])
        return _NOWHERE

    def _resolved(self, destination: object) -> _Target:
        """Where a destination leads: an array, or a name for one, which may stand in a dictionary as /D."""
        if isinstance(destination, (pikepdf.Name, pikepdf.String)):
            destination = self.named.get(pdf_values.spelled(destination).removeprefix("/"))
        if isinstance(destination, pikepdf.Dictionary):
            destination = destination.get("/D")
        if not isinstance(destination, pikepdf.Array) or not len(destination):
            return _NOWHERE
        parts = list(cast("Sequence[object]", destination))
        return self._page_number(parts[0]), _view(parts[1:])

    def _page_number(self, page: object) -> int | None:
        """The page's number from 1; some writers give its place from 0 instead of the page itself."""
        if isinstance(page, pikepdf.Dictionary):
            return self.numbers.get(page.objgen)
        if isinstance(page, int) and 0 <= page < len(self.numbers):
            return page + 1
        return None


def _view(parts: Sequence[object]) -> tuple[str | float | None, ...]:
    first = parts[0] if parts else None
    kind = pdf_values.spelled(first).removeprefix("/") if isinstance(first, pikepdf.Name) else ""
    if kind not in _VIEW_NUMBERS:
        return ("Fit",)
    numbers = [_number(part) for part in parts[1 : 1 + _VIEW_NUMBERS[kind]]]
    numbers += [None] * (_VIEW_NUMBERS[kind] - len(numbers))
    return ("Fit",) if kind == "FitR" and None in numbers else (kind, *numbers)


def _number(value: object) -> float | None:
    try:
        number = float(cast(float, value))
    except (TypeError, ValueError):
        return None
    return number if math.isfinite(number) else None


def _address(node: pikepdf.Dictionary) -> str:
    """The web or mail address that the bookmark opens; other kinds of address do not go into a pack."""
    action = pdf_values.dictionary(node, "/A")
    if pdf_values.name(action, "/S") != "/URI":
        return ""
    address = pdf_values.text(action, "/URI").strip()
    return address if address.lower().startswith(_WEB) else ""


def _title(node: pikepdf.Dictionary) -> str:
    """The title on one line, without control characters and half characters."""
    raw = pdf_values.text(node, "/Title")[: _LONGEST_TITLE * 2]
    shown = ("" if unicodedata.category(sign) == "Cs" else " " if sign < " " else sign for sign in raw)
    return " ".join("".join(shown).split())[:_LONGEST_TITLE] or "Untitled"
