"""The columns of the agenda table: which there are, and how wide.

They are as wide on the first pass, before any page number is known, as on the last: so the plan settles.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from agendabuilder.domain.forms import range_text, time_text
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PageRange
from agendabuilder.pack.composition import Composition
from agendabuilder.pack.fonts import plain, text_width
from agendabuilder.pack.style import LEFT, MM, RIGHT, Type

AIR = 4 * MM  # between the text and the pages
_WIDEST = PageRange(8888, 8888 + 1, 1)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where each column begins, in points of the page; none for one that is left out. `text_right` ends the text."""

    number: float | None
    time: float | None
    text: float
    text_right: float
    pages: float | None

    @property
    def count(self) -> int:
        """How many columns there are."""
        return sum(place is not None for place in (self.number, self.time, self.text, self.pages))


def columns_of(comp: Composition) -> Columns:
    """11 mm for the number, 19 mm for the time, 24 mm for the pages; more where what stands there is wider."""
    table, body = comp.meeting.table, comp.style.title
    x = LEFT
    number_x = time_x = pages_x = None
    if table.show_numbers:
        number_x, x = x, x + _number_width(comp)
    if table.show_times:
        head = (comp.meeting.wording.time_heading, comp.style.column_head)
        time_x, x = x, x + _width(19 * MM, AIR, [head, (time_text(time(20, 58), table.times), body)])
    text_right = RIGHT
    if table.show_pages:
        pages_x = text_right = RIGHT - pages_width(comp) - AIR
    return Columns(number_x, time_x, x, text_right, pages_x)


def _number_width(comp: Composition) -> float:
    """As wide as the widest number of the top level, up to 32 mm."""
    numbers = item_numbers(comp.meeting.items, comp.meeting.numbering)
    texts = [(numbers[item.id], comp.style.title) for item in comp.meeting.items]
    head = (comp.meeting.wording.item_heading, comp.style.column_head)
    return min(_width(11 * MM, 3 * MM, [head, *texts]), 32 * MM)


def pages_width(comp: Composition) -> float:
    """How wide the pages' column is, without the air at its left."""
    wording, body = comp.meeting.wording, comp.style.body
    words = [(wording.to_follow, body), (wording.verbal, body), (wording.pages_heading, comp.style.column_head)]
    return min(_width(20 * MM, 0, [(range_text(_WIDEST, comp.meeting.table.ranges), body), *words]), 42 * MM)


def _width(least: float, air: float, texts: Iterable[tuple[str, Type]]) -> float:
    return max([least, *(text_width(plain(text), kind.face, kind.size) + air for text, kind in texts)])
