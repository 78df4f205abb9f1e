"""The next meeting from this one: the body, its people and its standing business stay, the papers do not.

Dates that the old agenda names in words move on with the meeting: "Minutes of the meeting of 14 January" becomes
the minutes of the meeting that this one was.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date

from agendabuilder.domain.forms import date_text
from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting, OtherMeeting
from agendabuilder.domain.notice_period import usual_publication_day
from agendabuilder.domain.template import moved
from agendabuilder.domain.worded import LANGUAGES

_WEEKDAYS = "|".join(
    form
    for language in LANGUAGES
    for day in language.weekdays
    for form in dict.fromkeys((day, day[:1].upper() + day[1:]))
)
_DATE = re.compile(rf"(?:({_WEEKDAYS})(,?\s+))?(\d{{1,2}} [A-Z][a-z]+ \d{{4}})")

_Dates = Mapping[str, tuple[date, Language]]
"""What becomes of each date that the old agenda may name, by its words, and the language of those."""


def next_day(meeting: Meeting) -> date | None:
    """When the body meets next: as announced, else one cycle on; None for a meeting without a date."""
    if meeting.date is None:
        return None
    announced = meeting.next_meeting.date if meeting.next_meeting else None
    return announced if announced and announced > meeting.date else moved(meeting.date, meeting.cycle, 1)


def standing_items(meeting: Meeting) -> frozenset[str]:
    """The ids of the top items that come back at each meeting: the procedural ones, or all when none is marked so."""
    standing = frozenset(item.id for item in meeting.items if item.kind is ItemKind.PROCEDURAL)
    return standing or frozenset(item.id for item in meeting.items)


def next_meeting(meeting: Meeting, day: date, kept: Set[str], bank_holidays: Set[date]) -> Meeting:
    """The meeting of the same body on `day`, with the top items whose ids are in `kept`.

    Reports and numbers typed by hand are left behind; verbal reports stay. This meeting becomes the one before. What
    the clerk let stand of items that come back, and of the meeting itself, still holds while it says the same.
    """
    after = meeting.next_meeting or OtherMeeting()
    following = OtherMeeting(moved(day, meeting.cycle, 1), after.start or meeting.start, after.venue or meeting.venue)
    dates = _dates(meeting, day, following)
    items = tuple(_carried(item, dates) for item in meeting.items if item.id in kept)
    there = {"", *(below.id for item in items for below in item.with_descendants())}
    return replace(
        meeting,
        date=day,
        published=usual_publication_day(day, meeting.notice_rule, bank_holidays),
        published_at=None,
        previous_meeting=OtherMeeting(meeting.date, meeting.start, meeting.venue),
        next_meeting=following,
        first_page=1,
        items=items,
        accepted=tuple(each for each in meeting.accepted if each.item_id in there and not each.report_id),
        notices=tuple(replace(notice, text=_redated(notice.text, dates)) for notice in meeting.notices),
    )


def _dates(meeting: Meeting, day: date, following: OtherMeeting) -> _Dates:
    """What each date that the old agenda may name becomes."""
    dates: dict[date, date] = {}
    if meeting.next_meeting and meeting.next_meeting.date and following.date:
        dates[meeting.next_meeting.date] = following.date
    if meeting.date:
        dates[meeting.date] = day
    if meeting.previous_meeting and meeting.previous_meeting.date and meeting.date:
        dates[meeting.previous_meeting.date] = meeting.date
    return {date_text(old, each): (new, each) for old, new in dates.items() for each in LANGUAGES}


def _carried(item: Item, dates: _Dates) -> Item:
    return replace(
        item,
        title=_redated(item.title, dates),
        text=_redated(item.text, dates),
        number="",
        urgency="",
        reports=tuple(report for report in item.reports if report.verbal),
        items=tuple(_carried(child, dates) for child in item.items),
    )


def _redated(text: str, dates: _Dates) -> str:
    """The text with each known date replaced, and its weekday with it."""

    def new(found: re.Match[str]) -> str:
        if found[3] not in dates:
            return found[0]
        day, language = dates[found[3]]
        if not found[1]:
            return date_text(day, language)
        weekday = language.weekdays[day.weekday()]
        weekday = weekday[:1].upper() + weekday[1:] if found[1][:1].isupper() else weekday
        return f"{weekday}{found[2]}{date_text(day, language)}"

    return _DATE.sub(new, text)
