"""The agenda table: a row for each item and sub-item, drawn on columns without boxes.

The head row is repeated on each page as an artifact: it is in the structure once.
"""

from collections.abc import Iterator
from dataclasses import replace

from agendabuilder.domain.item import Item
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.parts import parts
from agendabuilder.domain.timetable import timetable
from agendabuilder.pack.front.agenda_row import RowSetting, set_row
from agendabuilder.pack.front.columns import columns_of
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Rule, Words, gap, text_bands, with_next
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.style import HAIRLINE, INK, LEFT, MM, RIGHT
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span, line_width


def set_agenda(comp: Composition, parent: Element) -> list[Band]:
    """The whole table. A meeting without items has none."""
    if not comp.meeting.items:
        return []
    numbers = item_numbers(comp.meeting.items, comp.meeting.numbering)
    setting = RowSetting(comp, columns_of(comp.meeting, comp.style), numbers, timetable(comp.meeting).slots)
    table = parent.add("Sect").add("Table")
    head = with_next(_head(setting, table.add("THead").add("TR")))
    repeated = (*_head(setting, None), gap(comp.style.item_gap))
    rows = [replace(band, head=repeated) for band in _rows(setting, table)]
    return [gap(7 * MM), *head, *rows]


def _head(setting: RowSetting, row: Element | None) -> list[Band]:
    """The head row and its rule; without a row of the structure it is decoration."""
    columns, wording, kind = setting.columns, setting.comp.meeting.wording, setting.comp.style.column_head
    places = (
        (columns.number, wording.item_heading, False),
        (columns.time, wording.time_heading, False),
        (columns.text, wording.title_heading, False),
        (columns.pages, wording.pages_heading, True),
    )
    height = kind.size * 1.3
    marks: list[Words] = []
    for x, text, to_the_right in places:
        if x is None:
            continue
        cell = row.add("TH", Scope="Column") if row else None
        if plain(text).strip():
            span = Span(plain(text).replace("\n", " "), kind, cell.leaf() if cell else None)
            left = RIGHT - line_width([span]) if to_the_right else x
            marks.append(Words(left, height * 0.75, (span,)))
    return [Band(height, tuple(marks)), Band(1.6 * MM, (Rule(LEFT, RIGHT, 1.0, INK, 1.6 * MM),))]


def _rows(setting: RowSetting, table: Element) -> Iterator[Band]:
    for heading, run in parts(setting.comp.meeting):
        body = table.add("TBody")
        yield from _part(setting, body, heading)
        for item in run:
            yield from _top_item(setting, item, body)


def _part(setting: RowSetting, body: Element, heading: str) -> Iterator[Band]:
    """The row that heads the public or the exempt items."""
    if not plain(heading).strip():
        return
    style = setting.comp.style
    cell = body.add("TR").add("TH", Scope="Column", ColSpan=setting.columns.count)
    yield gap(2 * style.item_gap, keep=True)
    spans = [Span(plain(heading), style.part, cell.leaf())]
    yield from with_next(text_bands(spans, LEFT, RIGHT - LEFT, style.part.size * 1.3))
    yield Band(1.4 * MM, (Rule(LEFT, RIGHT, 0.8, INK, 1.4 * MM),), keep=True)


def _top_item(setting: RowSetting, item: Item, body: Element) -> Iterator[Band]:
    """An item with its sub-items, and the rule below them."""
    space = setting.comp.style.item_gap
    *bands, last = _with_children(setting, item, None, body)
    yield gap(space, keep=True)
    yield from bands
    yield replace(last, keep=True)
    yield gap(space, keep=True)
    ruled = setting.comp.meeting.front_sheet.rules_between_items
    yield Band(0.4, (Rule(LEFT, RIGHT, 0.4, HAIRLINE, 0.2),) if ruled else ())


def _with_children(setting: RowSetting, item: Item, left: float | None, body: Element) -> list[Band]:
    """An item and those under it, which are set in: `left` is where the text of the item above begins."""
    x, bands = set_row(setting, item, left, body)
    for child in item.items:
        bands += [gap(setting.comp.style.item_gap * 0.8, keep=bands[-1].keep)]
        bands += _with_children(setting, child, x, body)
    return bands
