"""The columns of the agenda table, and the line that the whole front matter hangs on.

They are as wide on the first pass, before any page number is known, as on the last: so the plan settles.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from agendabuilder.domain.forms import minutes_text, range_text, time_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.fonts import plain, text_width
from agendabuilder.pack.front.style import LEFT, MM, RIGHT, Style, Type

AIR = 4 * MM  # between the text and the columns beside it
_WIDEST = PageRange("8888", "8889", 1)
_LATEST, _LONGEST = time(20, 58), 128  # minutes


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


def columns_of(meeting: Meeting, style: Style) -> Columns:
    """11 mm for the number, 19 mm for the time, 24 mm for the pages; more where what stands there is wider."""
    table, x = meeting.table, LEFT
    number_x = time_x = pages_x = None
    text_right = RIGHT
    if table.show_numbers:
        number_x, x = x, x + _number_width(meeting, style)
    if table.show_times:
        time_x, x = x, max(x + _time_width(meeting, style), values_from(meeting, style))
    if table.show_pages:
        pages_x = text_right = RIGHT - pages_width(meeting, style) - AIR
    return Columns(number_x, time_x, x, text_right, pages_x)


def values_from(meeting: Meeting, style: Style) -> float:
    """Where values, item titles and notices begin: 30 mm from the left margin, more if labels or times are wider."""
    wording = meeting.wording
    labels = (wording.date, wording.time, wording.venue, wording.members, wording.co_opted_members,
              wording.contact, wording.published)  # fmt: skip
    width = _width(30 * MM, AIR, ((word, style.label) for label in labels for word in label.split()))
    if meeting.table.show_times:
        number = _number_width(meeting, style) if meeting.table.show_numbers else 0.0
        width = max(width, number + _time_width(meeting, style))
    return LEFT + min(width, 45 * MM)


def pages_width(meeting: Meeting, style: Style) -> float:
    """How wide the pages' column is, without the air at its left."""
    wording = meeting.wording
    words = [(wording.to_follow, style.body), (wording.verbal, style.body), (wording.pages_heading, style.column_head)]
    return min(_width(20 * MM, 0, [(range_text(_WIDEST, meeting.table.ranges), style.body), *words]), 42 * MM)


def _number_width(meeting: Meeting, style: Style) -> float:
    """As wide as the widest number of the top level, up to 32 mm."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    texts = [(numbers[item.id], style.title) for item in meeting.items]
    return min(_width(11 * MM, 3 * MM, [(meeting.wording.item_heading, style.column_head), *texts]), 32 * MM)


def _time_width(meeting: Meeting, style: Style) -> float:
    language = language_of(meeting.look.language)
    latest = time_text(_LATEST, meeting.table.times, language)
    texts = [(meeting.wording.time_heading, style.column_head), (latest, style.body)]
    if meeting.table.show_minutes:
        texts.append((minutes_text(_LONGEST, language), style.label))
    return _width(19 * MM, AIR, texts)


def _width(least: float, air: float, texts: Iterable[tuple[str, Type]]) -> float:
    return max([least, *(text_width(plain(text), kind.face, kind.size) + air for text, kind in texts)])
