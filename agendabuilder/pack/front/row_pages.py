"""The page cell of a row: a range that is a link, or words for a report that is not there yet."""

from collections.abc import Sequence
from dataclasses import replace

from agendabuilder.domain.forms import range_text
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.worded import report_name
from agendabuilder.pack.front.columns import AIR, pages_width
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Words, baseline
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.row_words import spoken_pages
from agendabuilder.pack.front.style import RIGHT, Type
from agendabuilder.pack.front.tags import Element, item_address, report_address
from agendabuilder.pack.front.typeset import Line, Span, line_width, set_lines

_OVERHANG = AIR * 0.6


def item_pages(comp: Composition, item: Item, number: str, cell: Element | None) -> list[Band]:
    """The item's pages; else, in words, that its report is to follow or verbal. No cell, no bands."""
    if any(report.has_pages for report in item.reports):
        pages = comp.plan.items.get(item.id, ()) if comp.plan else ()
        what = " ".join(part for part in (comp.language.say("item"), plain(number), plain(item.title)) if part)
        return _link(comp, pages, item_address(item.id), what, comp.style.body, cell)
    to_follow = any(report.to_follow for report in item.reports)
    verbal = any(report.verbal for report in item.reports)
    return _words(comp, to_follow, verbal, comp.style.body, cell)


def report_pages(comp: Composition, report: Report, cell: Element | None) -> list[Band]:
    """The same for one report, where the table shows each."""
    if report.has_pages:
        own = comp.plan.reports.get(report.id) if comp.plan else None
        name = plain(report_name(report, comp.language))
        return _link(comp, (own,) if own else (), report_address(report.id), name, comp.style.small, cell)
    return _words(comp, report.to_follow is not None, report.verbal, comp.style.small, cell)


def _link(
    comp: Composition, pages: Sequence[PageRange], address: str, what: str, kind: Type, cell: Element | None
) -> list[Band]:
    if cell is None or not pages:
        return []
    spoken = comp.language.joined([spoken_pages(each, comp.language) for each in pages])
    link = cell.link(address, f"{spoken[:1].upper()}{spoken[1:]}, {what}")
    leaf, form = link.leaf(), comp.meeting.table.ranges
    *some, last = (range_text(each, form) for each in pages)
    ranges = [*(f"{each}, " for each in some), last]
    return _right_aligned(comp, [Span(text, kind.coloured(comp.style.accent), leaf, link) for text in ranges])


def _words(comp: Composition, to_follow: bool, verbal: bool, kind: Type, cell: Element | None) -> list[Band]:
    wording = comp.meeting.wording
    text = plain(wording.to_follow if to_follow else wording.verbal if verbal else "").strip()
    if cell is None or not text:
        return []
    return _right_aligned(comp, [Span(text, kind.coloured(comp.style.label.colour), cell.add("P").leaf())])


def _right_aligned(comp: Composition, spans: Sequence[Span]) -> list[Band]:
    leading = comp.style.leading if spans[0].type.size == comp.style.body.size else comp.style.small_leading
    lines = _lines(spans, pages_width(comp.meeting, comp.style))
    return [Band(leading, (Words(RIGHT - line_width(line), baseline(line, leading), line),)) for line in lines]


def _lines(spans: Sequence[Span], width: float) -> list[Line]:
    """As many whole spans on a line as it holds. One alone may stand out a little into the air before the column."""
    lines: list[Span] = []
    for span in spans:
        longer = replace(span, text=lines[-1].text + span.text) if lines else span
        if lines and line_width([longer]) <= width:
            lines[-1] = longer
        else:
            lines.append(span)
    return [part for line in lines for part in set_lines([line], width + _OVERHANG)]
