"""Named places in texts: `{contact.phone}` in a notice becomes the meeting's own telephone number.

A place that is not known, or has nothing to show, stays as it was typed, so that it can be seen and mended.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from agendabuilder.domain.exclusion import exclusion_places
from agendabuilder.domain.forms import date_within, time_text
from agendabuilder.domain.worded import language_of

if TYPE_CHECKING:
    from agendabuilder.domain.meeting import Meeting, OtherMeeting

_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")
_DATES = ("date", "published", "previous_meeting.date", "next_meeting.date")
_BEGINS = re.compile(r"(?:^|\n|[.!?:] )[*_\s-]*$")

PLACES = {
    "organisation": "the council's or body's name",
    "committee": "the committee's name",
    "date": "the date of the meeting with its weekday",
    "time": "when the meeting starts",
    "end": "when the meeting is to end",
    "venue": "where the meeting is",
    "published": "the date on which the agenda is published",
    "contact.name": "whom to ask about the meeting",
    "contact.role": "the contact's post",
    "contact.phone": "the contact's telephone number",
    "contact.email": "the contact's e-mail address",
    "previous_meeting.date": "the date of the meeting before",
    "previous_meeting.time": "when the meeting before started",
    "previous_meeting.venue": "where the meeting before was",
    "next_meeting.date": "the date of the next meeting",
    "next_meeting.time": "when the next meeting starts",
    "next_meeting.venue": "where the next meeting is",
    "exempt.items": "the items for which the public is asked to leave",
    "exempt.paragraphs": "the paragraphs under which those items are exempt",
}
"""Every place that a text may name, and what is filled in."""


def fill_places(text: str, meeting: "Meeting") -> str:
    """The text with every named place filled in from the meeting."""
    if "{" not in text:
        return text
    values = _values(meeting)
    return _PLACE.sub(lambda place: _filled(place, values), text)


def _filled(place: re.Match[str], values: Mapping[str, str]) -> str:
    """What stands for a place; a day with its weekday has a capital where a sentence begins."""
    value = values.get(place[1]) or place[0]
    if place[1] in _DATES and _BEGINS.search(place.string[: place.start()]):
        return value[:1].upper() + value[1:]
    return value


def open_places(text: str, meeting: "Meeting") -> Iterator[str]:
    """The named places in a text that the meeting cannot fill."""
    values = _values(meeting) if "{" in text else {}
    return (place for place in _PLACE.findall(text) if not values.get(place))


def _values(meeting: "Meeting") -> Mapping[str, str]:
    form, language = meeting.front_sheet.head_time, language_of(meeting.look.language)
    contact = meeting.contact
    return {
        "organisation": meeting.organisation,
        "committee": meeting.committee,
        "date": date_within(meeting.date, language) if meeting.date else "",
        "time": time_text(meeting.start, form, language) if meeting.start else "",
        "end": time_text(meeting.end, form, language) if meeting.end else "",
        "venue": meeting.venue,
        "published": date_within(meeting.published, language) if meeting.published else "",
        "contact.name": contact.name if contact else "",
        "contact.role": contact.role if contact else "",
        "contact.phone": contact.phone if contact else "",
        "contact.email": contact.email if contact else "",
        **_other_values("previous_meeting", meeting.previous_meeting, meeting),
        **_other_values("next_meeting", meeting.next_meeting, meeting),
        **exclusion_places(meeting),
    }


def _other_values(name: str, other: "OtherMeeting | None", meeting: "Meeting") -> Mapping[str, str]:
    if other is None:
        return {}
    language = language_of(meeting.look.language)
    return {
        f"{name}.date": date_within(other.date, language) if other.date else "",
        f"{name}.time": time_text(other.start, meeting.front_sheet.head_time, language) if other.start else "",
        f"{name}.venue": other.venue,
    }
