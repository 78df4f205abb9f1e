"""The change sheet as the last page of the front matter: what is different from the issue before, and where.

A table with the pages as they were and as they are; under each change, what to do with a printed copy.
"""

from collections.abc import Iterator
from dataclasses import replace

from agendabuilder.domain.change_sheet import ChangeLine, ChangeSheet
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Bands, Rule, Words, gap, hung, text_bands, together, with_next
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.style import HAIRLINE, INK, LEFT, MM, RIGHT, Type
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span, line_width

_PAGES_WIDTH = 30 * MM
_AIR = 4 * MM
_OLD_RIGHT = RIGHT - _PAGES_WIDTH - _AIR
_TEXT_WIDTH = _OLD_RIGHT - _PAGES_WIDTH - _AIR - LEFT


def set_change_sheet(comp: Composition, parent: Element, sheet: ChangeSheet) -> list[Band]:
    """The sheet on a page of its own, and on further ones when it is long."""
    section, style = parent.add("Sect"), comp.style
    heading = comp.line(sheet.heading, style.part, section.add("H2"), LEFT, style.part.size * 1.3)
    follows = comp.line(sheet.follows, style.body, section.add("P"), LEFT, style.leading)
    table = section.add("Table")
    head = with_next(_head(comp, table.add("THead").add("TR")))
    repeated = (*_head(comp, None), gap(style.item_gap))
    body = table.add("TBody")
    rows = [replace(band, head=repeated) for line in sheet.lines for band in _row(comp, body.add("TR"), line)]
    first, *rest = with_next([*heading, gap(1 * MM), *follows, gap(6 * MM)])
    return [replace(first, fresh=True), *rest, *head, *rows]


def _head(comp: Composition, row: Element | None) -> list[Band]:
    """The head row and its rule; without a row of the structure it is decoration."""
    kind = comp.style.column_head
    height = kind.size * 1.3
    marks = []
    wording = comp.meeting.wording
    heads = ((wording.change_heading, None), (wording.pages_before, _OLD_RIGHT), (wording.pages_now, RIGHT))
    for text, right in heads:
        cell = row.add("TH", Scope="Column") if row else None
        span = Span(plain(text).replace("\n", " "), kind, cell.leaf() if cell else None)
        marks.append(Words(LEFT if right is None else right - line_width([span]), height * 0.75, (span,)))
    return [Band(height, tuple(marks)), Band(1.6 * MM, (Rule(LEFT, RIGHT, 1.0, INK, 1.6 * MM),))]


def _row(comp: Composition, row: Element, line: ChangeLine) -> Iterator[Band]:
    style = comp.style
    cell = row.add("TD")
    text = text_bands([Span(plain(line.what), style.body, cell.add("P").leaf())], LEFT, _TEXT_WIDTH, style.leading)
    if line.printed_copy:
        said = plain(comp.meeting.wording.printed_copy.replace("{steps}", line.printed_copy))
        quiet = replace(style.small, colour=style.label.colour)
        spans = [Span(said, quiet, cell.add("P").leaf())]
        text = [*with_next(text), *text_bands(spans, LEFT, _TEXT_WIDTH, style.small_leading)]
    pages = [
        _pages(line.old_pages, _OLD_RIGHT, style.body, row.add("TD"), style.leading),
        _pages(line.new_pages, RIGHT, style.body, row.add("TD"), style.leading),
    ]
    yield gap(style.item_gap, keep=True)
    yield from with_next(together(hung(text, after=[words for words in pages if words])))
    yield gap(style.item_gap, keep=True)
    yield Band(0.4, (Rule(LEFT, RIGHT, 0.4, HAIRLINE, 0.2),))


def _pages(text: str, right: float, kind: Type, cell: Element, leading: float) -> Bands:
    """A range of pages against the right edge of its column, on as many lines as it needs."""
    if not text:
        return []
    bands = text_bands([Span(plain(text), kind, cell.add("P").leaf())], 0.0, _PAGES_WIDTH, leading)
    return [replace(band, marks=tuple(_to_the_right(mark, right) for mark in band.marks)) for band in bands]


def _to_the_right(mark: object, right: float) -> Words:
    assert isinstance(mark, Words)
    return replace(mark, x=right - line_width(mark.line))
