"""The notices: standing texts, each in a quiet panel of its own."""

from collections.abc import Iterable
from dataclasses import replace

from agendabuilder.domain.meeting import Notice, Placement
from agendabuilder.domain.places import fill_places
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Panel, gap, together, with_next
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.prose import Measure, set_blocks
from agendabuilder.pack.front.rich_text import read_rich_text
from agendabuilder.pack.front.style import MM, PAGE_HEIGHT, RIGHT
from agendabuilder.pack.front.tags import Element

_INSET = 5 * MM
_PAD = 3 * MM
_KEPT_WHOLE = PAGE_HEIGHT * 0.4


def set_notices(comp: Composition, parent: Element, placement: Placement) -> list[Band]:
    """The notices of one placement, in their order. Those of the last page begin a new one."""
    bands: list[Band] = []
    for notice in comp.meeting.notices:
        if notice.placement is placement and (plain(notice.title).strip() or plain(notice.text).strip()):
            bands += [gap(5 * MM + (_PAD if not bands else 2 * _PAD)), *_set_notice(comp, parent.add("Sect"), notice)]
    if not bands:
        return []
    if placement is Placement.LAST_PAGE:
        return [gap(_PAD), replace(bands[1], fresh=True), *bands[2:]]
    return [*bands, gap(_PAD)]


def _set_notice(comp: Composition, section: Element, notice: Notice) -> Iterable[Band]:
    style = comp.style
    panel = Panel(comp.value_x - _INSET, RIGHT, _PAD, style.tint, style.accent)
    measure = Measure(style.small, comp.value_x, RIGHT - comp.value_x - _INSET, style.small_leading, style.accent)
    bands: list[Band] = []
    if plain(notice.title).strip():
        right = RIGHT - _INSET
        title = fill_places(notice.title, comp.meeting)
        bands += with_next(comp.line(title, style.title, section.add("H2"), comp.value_x, style.leading, right))
    bands += set_blocks(read_rich_text(fill_places(notice.text, comp.meeting)), section, measure)
    if sum(band.height for band in bands) < _KEPT_WHOLE:
        bands = together(bands)
    return [replace(band, panel=panel) for band in bands]
