"""Named places in texts: `{contact.phone}` in a notice becomes the meeting's own telephone number.

A place that is not known, or has nothing to show, stays as it was typed, so that it can be seen and mended.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from agendabuilder.domain.exclusion import exclusion_places
from agendabuilder.domain.forms import full_date_text, time_text

if TYPE_CHECKING:
    from agendabuilder.domain.meeting import Meeting, OtherMeeting

_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)?)\}")

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
    return _PLACE.sub(lambda place: values.get(place[1]) or place[0], text)


def open_places(text: str, meeting: "Meeting") -> Iterator[str]:
    """The named places in a text that the meeting cannot fill."""
    values = _values(meeting) if "{" in text else {}
    return (place for place in _PLACE.findall(text) if not values.get(place))


def _values(meeting: "Meeting") -> Mapping[str, str]:
    form = meeting.front_sheet.head_time
    contact = meeting.contact
    return {
        "organisation": meeting.organisation,
        "committee": meeting.committee,
        "date": full_date_text(meeting.date) if meeting.date else "",
        "time": time_text(meeting.start, form) if meeting.start else "",
        "end": time_text(meeting.end, form) if meeting.end else "",
        "venue": meeting.venue,
        "published": full_date_text(meeting.published) if meeting.published else "",
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
    return {
        f"{name}.date": full_date_text(other.date) if other.date else "",
        f"{name}.time": time_text(other.start, meeting.front_sheet.head_time) if other.start else "",
        f"{name}.venue": other.venue,
    }
