"""The next meeting from this one: the body, its people and its standing business stay, the papers do not.

Dates that the old agenda names in words move on with the meeting: "Minutes of the meeting of 14 January" becomes
the minutes of the meeting that this one was.
"""

import re
from collections.abc import Mapping, Set
from dataclasses import replace
from datetime import date

from agendabuilder.domain.forms import date_text, weekday_text
from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.meeting import Meeting, OtherMeeting
from agendabuilder.domain.notice_period import usual_publication_day
from agendabuilder.domain.template import moved

_DATE = re.compile(r"(?:(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)(,?\s+))?(\d{1,2} [A-Z][a-z]+ \d{4})")


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

    Reports and numbers typed by hand are left behind; verbal reports stay. This meeting becomes the one before.
    """
    after = meeting.next_meeting or OtherMeeting()
    following = OtherMeeting(moved(day, meeting.cycle, 1), after.start or meeting.start, after.venue or meeting.venue)
    dates = _dates(meeting, day, following)
    return replace(
        meeting,
        date=day,
        published=usual_publication_day(day, meeting.notice_rule, bank_holidays),
        previous_meeting=OtherMeeting(meeting.date, meeting.start, meeting.venue),
        next_meeting=following,
        first_page=1,
        items=tuple(_carried(item, dates) for item in meeting.items if item.id in kept),
        notices=tuple(replace(notice, text=_redated(notice.text, dates)) for notice in meeting.notices),
    )


def _dates(meeting: Meeting, day: date, following: OtherMeeting) -> Mapping[str, date]:
    """What each date that the old agenda may name becomes."""
    dates: dict[str, date] = {}
    if meeting.next_meeting and meeting.next_meeting.date and following.date:
        dates[date_text(meeting.next_meeting.date)] = following.date
    if meeting.date:
        dates[date_text(meeting.date)] = day
    if meeting.previous_meeting and meeting.previous_meeting.date and meeting.date:
        dates[date_text(meeting.previous_meeting.date)] = meeting.date
    return dates


def _carried(item: Item, dates: Mapping[str, date]) -> Item:
    return replace(
        item,
        title=_redated(item.title, dates),
        text=_redated(item.text, dates),
        number="",
        urgency="",
        reports=tuple(report for report in item.reports if report.verbal),
        items=tuple(_carried(child, dates) for child in item.items),
    )


def _redated(text: str, dates: Mapping[str, date]) -> str:
    """The text with each known date replaced, and its weekday with it."""

    def new(found: re.Match[str]) -> str:
        day = dates.get(found[3])
        if day is None:
            return found[0]
        return f"{weekday_text(day)}{found[2]}{date_text(day)}" if found[1] else date_text(day)

    return _DATE.sub(new, text)
