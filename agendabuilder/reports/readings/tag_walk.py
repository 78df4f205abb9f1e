"""Walks a PDF's tag tree in reading order and notes what screen readers will miss: ISO 14289-1, sections 7.3 to 7.5.

Any tree is survived: circles, wrong kinds and endless lists end the walk, never the program.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from agendabuilder.reports.pdf import pdf_values

_MOST_ELEMENTS = 100_000
_MOST_ROLES = 8
"""How often a role may stand for another role."""

_MOST_NAMED = 200
_DEEP = 8
"""How far below an element its page is looked for."""

_HEADINGS = {f"/H{level}": level for level in range(1, 7)}
_ROWS = {"/THead", "/TBody", "/TFoot"}


@dataclass(frozen=True, slots=True)
class SkippedHeading:
    """A heading that is more than one level below the one before: from level 2 to level 4, say; its page."""

    before: int
    level: int
    page: int


@dataclass(frozen=True, slots=True)
class TagFacts:
    """What the tags have and lack. Pages are those of the file, from 1, with 0 for unknown.

    `without_alt` has a page for each figure without alternate text, `without_headers` one for each table of at least
    two rows and columns without a header cell. `is_whole` is false when the tree was too large to be walked to its end.
    """

    elements: int = 0
    figures: int = 0
    without_alt: tuple[int, ...] = ()
    headings: int = 0
    skipped: tuple[SkippedHeading, ...] = ()
    tables: int = 0
    without_headers: tuple[int, ...] = ()
    is_whole: bool = True


@dataclass(slots=True)
class _Found:
    """What was noted so far."""

    elements: int = 0
    figures: int = 0
    without_alt: list[int] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    tables: int = 0
    without_headers: list[int] = field(default_factory=list)


def walk_tags(pdf: pikepdf.Pdf) -> TagFacts:
    """What the tag tree of an opened, tagged PDF has and lacks."""
    root = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
    if root is None:
        return TagFacts()
    roles = pdf_values.dictionary(root, "/RoleMap")
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    found, is_whole = _Found(), True
    for element, page in _elements(root, pages):
        found.elements += 1
        if found.elements > _MOST_ELEMENTS:
            is_whole = False
            break
        _note(element, page, roles, found)
    return TagFacts(
        found.elements,
        found.figures,
        tuple(found.without_alt[:_MOST_NAMED]),
        len(found.headings),
        tuple(_skipped(found.headings))[:_MOST_NAMED],
        found.tables,
        tuple(found.without_headers[:_MOST_NAMED]),
        is_whole,
    )


def _note(element: pikepdf.Dictionary, page: int, roles: pikepdf.Dictionary | None, found: _Found) -> None:
    role = standard_role(element, roles)
    if role in ("/Figure", "/Formula"):
        found.figures += 1
        if not any(pdf_values.text(element, key).strip() for key in ("/Alt", "/ActualText")):
            found.without_alt.append(page)
    elif role in _HEADINGS:
        found.headings.append((_HEADINGS[role], page))
    elif role == "/Table":
        found.tables += 1
        if _lacks_headers(element, roles):
            found.without_headers.append(page)


def _elements(root: pikepdf.Dictionary, pages: dict[tuple[int, int], int]) -> Iterator[tuple[pikepdf.Dictionary, int]]:
    """Every element in reading order, with its page: as it names it, or what is below, or above."""
    seen: set[tuple[int, int]] = set()
    waiting = [(child, 0) for child in reversed(_children(root))]
    while waiting:
        element, above = waiting.pop()
        if element.is_indirect:
            if element.objgen in seen:
                continue
            seen.add(element.objgen)
        page = _page(element, pages) or above
        yield element, page
        waiting.extend((child, page) for child in reversed(_children(element)))


def _page(element: pikepdf.Dictionary, pages: dict[tuple[int, int], int]) -> int:
    """The page that an element, or the first thing below it that names one, stands on; 0 when none does."""
    inner: pikepdf.Dictionary | None = element
    for _ in range(_DEEP):
        if inner is None:
            break
        named = pdf_values.dictionary(inner, "/Pg")
        if named is not None:
            return pages.get(named.objgen, 0)
        inner = pdf_values.dictionary(inner, "/K") or next(pdf_values.dictionaries(inner, "/K"), None)
    return 0


def _children(element: pikepdf.Dictionary) -> list[pikepdf.Dictionary]:
    """The elements below; marked contents and object references are none."""
    below = element.get("/K")
    parts = [below] if isinstance(below, pikepdf.Dictionary) else pdf_values.parts(element, "/K")
    return [part for part in parts if isinstance(part, pikepdf.Dictionary) and "/S" in part]


def standard_role(element: pikepdf.Dictionary, roles: pikepdf.Dictionary | None) -> str:
    """The standard role of an element, by way of the file's map of roles (ISO 32000-1, 14.7.3)."""
    role = pdf_values.name(element, "/S")
    for _ in range(_MOST_ROLES):
        standard = pdf_values.name(roles, role) if role else ""
        if not standard or standard == role:
            break
        role = standard
    return role


def _lacks_headers(table: pikepdf.Dictionary, roles: pikepdf.Dictionary | None) -> bool:
    """Whether a table of at least two rows and two columns has no header cell; a smaller one is a layout."""
    rows = [
        row for part in _children(table) for row in (_children(part) if standard_role(part, roles) in _ROWS else [part])
    ]
    cells = [
        [standard_role(cell, roles) for cell in _children(row)] for row in rows if standard_role(row, roles) == "/TR"
    ]
    wide = [row for row in cells if len(row) >= 2]
    return len(wide) >= 2 and not any("/TH" in row for row in cells)


def _skipped(headings: list[tuple[int, int]]) -> Iterator[SkippedHeading]:
    before = 0
    for level, page in headings:
        if before and level > before + 1:
            yield SkippedHeading(before, level, page)
        before = level
