"""What the checks notice about a meeting before any file is opened."""

from dataclasses import replace
from datetime import date, time

import pytest

from agendabuilder.domain.finding import Severity
from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Contact, Meeting, Notice
from agendabuilder.preflight.run import check_meeting

TODAY = date(2027, 2, 1)
SOUND = Meeting(
    organisation="Norbury Council",
    committee="Housing Committee",
    date=date(2027, 3, 4),
    start=time(14, 0),
    venue="Council Chamber",
    contact=Contact("B Ó Briain", phone="01632 960000"),
    items=(Item("1", "Apologies"), Item("2", "Minutes", minutes=10)),
)


def codes(meeting: Meeting, today: date = TODAY) -> list[str]:
    return [finding.code for finding in check_meeting(meeting, today)]


def test_a_sound_meeting_has_nothing_to_mend() -> None:
    assert codes(SOUND) == []


LEAVE = Item("0", "Exclusion of the press and public", minutes=0)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"committee": ""}, "meeting-committee"),
        ({"date": None}, "meeting-date"),
        ({"start": None}, "meeting-start"),
        ({"venue": ""}, "meeting-venue"),
        ({"contact": None}, "meeting-contact"),
        ({"webcast": True}, "notice-webcasting"),
        ({"date": date(2027, 1, 4)}, "meeting-past"),
        ({"end": time(14, 5)}, "time-end"),
        ({"notices": (Notice(text="Ask {contact.email}."),)}, "text-place"),
        ({"items": (LEAVE, Item("1", "Sale", access=Access.EXEMPT, minutes=5))}, "exempt-paragraph"),
        ({"items": (Item("1", minutes=5),)}, "item-title"),
        ({"items": (Item("1", "A", minutes=40), Item("2", "B", start=time(14, 30)))}, "time-overrun"),
    ],
)
def test_what_is_missing_or_doubtful_is_named(change: dict[str, object], code: str) -> None:
    assert codes(replace(SOUND, **change)) == [code]


def test_a_webcast_meeting_with_the_notice_is_sound() -> None:
    assert codes(replace(SOUND, webcast=True, notices=(Notice("n", "webcasting", text="Filmed."),))) == []


def test_short_notice_names_the_last_day_of_publication() -> None:
    assert codes(SOUND, today=date(2027, 2, 24)) == []
    (finding,) = check_meeting(SOUND, date(2027, 2, 25))
    assert finding.code == "notice-short"
    assert "the last day to publish it was Wednesday 24 February 2027" in finding.sentence


def test_a_paper_that_is_overdue_names_its_date() -> None:
    report = Report("9", title="Budget", to_follow=ToFollow("C Nowak", date(2027, 1, 29)))
    (finding,) = check_meeting(replace(SOUND, items=(Item("1", "Budget", minutes=5, reports=(report,)),)), TODAY)
    assert finding.sentence == "Item 1 “Budget”: “Budget” was due on Friday 29 January 2027 and is still to follow."
    assert (finding.item_id, finding.report_id) == ("1", "9")


def test_nothing_that_the_meeting_lacks_stops_a_build() -> None:
    assert all(finding.severity is not Severity.BLOCKER for finding in check_meeting(Meeting(webcast=True), TODAY))
