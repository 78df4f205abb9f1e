"""A sound meeting to spoil, and what the checks say of it then."""

from dataclasses import replace
from datetime import date, time
from typing import Any

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting
from agendabuilder.domain.people import Contact, Contributor, Member
from agendabuilder.preflight.run import check_meeting

TODAY = date(2027, 2, 1)
SOUND = Meeting(
    organisation="Norbury Council",
    committee="Housing and Homes Select Committee",
    date=date(2027, 3, 4),
    start=time(14, 0),
    venue="Council Chamber",
    contact=Contact("B Ó Briain", phone="01632 960000"),
    published=date(2027, 2, 24),
    items=(Item("1", "Apologies", minutes=5),),
    previous_meeting=OtherMeeting(date(2027, 1, 7)),
    next_meeting=OtherMeeting(date(2027, 4, 1)),
)


def codes(**change: Any) -> list[str]:
    """The findings' codes on the sound meeting with some fields changed."""
    return [finding.code for finding in check_meeting(replace(SOUND, **change), TODAY)]


def sentences(**change: Any) -> list[str]:
    """The findings' sentences on the sound meeting with some fields changed."""
    return [finding.sentence for finding in check_meeting(replace(SOUND, **change), TODAY)]


def of_text(text: str, title: str = "Repairs") -> list[str]:
    """The findings' codes on an item with this text."""
    return codes(items=(Item("1", title, text, minutes=5),))


def of_notice(text: str, title: str = "Filming", kind: str = "") -> list[str]:
    """The findings' codes on a notice with this text."""
    return codes(notices=(Notice("n", kind, title, text),))


def of_people(*contributors: Contributor, members: tuple[Member, ...] = ()) -> list[str]:
    """The findings' codes on people who speak to one item each, and on members."""
    items = tuple(
        Item(str(place), f"Item {place}", minutes=5, contributors=(person,))
        for place, person in enumerate(contributors)
    )
    return codes(items=items or SOUND.items, members=members)
