"""Typed dates that cannot be right are named; those that can be are left alone."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from preflight.checking import SOUND, TODAY, codes, of_notice, of_text

from agendabuilder.domain.forms import date_text, full_date_text
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import OtherMeeting
from agendabuilder.preflight.clerk_dates import typed_dates
from agendabuilder.preflight.run import check_meeting


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Visit on Wednesday 11 March 2027.", "date-weekday"),
        ("Visit on Wed 11th March.", "date-weekday"),
        ("Visit on Monday, the 9th of March 2027.", "date-weekday"),
        ("Visit on Friday, March 11, 2027.", "date-weekday"),
        ("Visit on 31 April.", "date-impossible"),
        ("Visit on 29 February 2027.", "date-impossible"),
        ("As discussed on 4 March 2026.", "date-year"),
        ("The meeting will be held on 3 February 2027.", "date-past"),
        ("The deadline is noon on 12 February.", "date-past"),
        ("Figures of 23/3/27.", "date-figures"),
        ("Figures of 23-03-2027.", "date-figures"),
    ],
)
def test_a_date_that_cannot_be_right_is_named(words: str, code: str) -> None:
    assert of_text(words) == [code]
    assert of_notice(words) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "Visit on Thursday 11 March 2027, Thu 11 March, and Thursday, the 11th of March.",
        "It was built between 1 May 1901 and 3 June 1904.",
        "A seminar on Thursday 7 October and one on Thursday 15 October 2026.",  # before and after, either may be meant
        "Cabinet decides on 20 April; members may come on 3 March.",
        "The deadline is noon on Monday 1 March.",
        "Applications 23/00109, 77/21 and 24/1/0456; clause 3.1.2; tel. 01-02-03 04.",
        "Item 4 may be taken first; 12 members sat; 5 March hares; the March of progress.",
        "Consultation took place until 29 February 2024.",
    ],
)
def test_dates_that_may_be_right_are_left_alone(words: str) -> None:
    assert of_text(words) == []


@given(st.dates(date(2026, 9, 1), date(2027, 9, 1)))
def test_a_weekday_that_the_calendar_gives_is_never_doubted(day: date) -> None:
    assert "date-weekday" not in of_text(f"A visit on {full_date_text(day)}.")


@given(st.dates(date(2027, 1, 1), date(2027, 12, 31)), st.integers(1, 6))
def test_any_other_weekday_is_doubted(day: date, ahead: int) -> None:
    other = full_date_text(date.fromordinal(day.toordinal() + ahead)).split()[0]
    assert "date-weekday" in of_text(f"A visit on {other} {date_text(day)}.")


def test_the_year_in_which_a_weekday_would_be_right_is_said() -> None:
    words = "A visit on Wednesday 11 March 2027."
    (finding,) = check_meeting(replace(SOUND, items=(Item("1", "Repairs", words, minutes=5),)), TODAY)
    assert finding.sentence == ("Item 1 “Repairs” says “Wednesday 11 March 2027”, and 11 March 2027 is a Thursday.")
    assert finding.advice == "Put the weekday or the date right; in 2026 it would be a Wednesday."


def test_the_words_of_a_date_are_given_back_as_they_stand() -> None:
    text = "From Mon. 1st March, to 4 April 2027."
    assert [text[found.start : found.end] for found in typed_dates(text)] == ["Mon. 1st March", "4 April 2027"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Thursday 1 April 2027 at 2.00 pm", []),
        ("{next_meeting.date} at 2.00 pm", []),
        ("1 April 2027", ["date-bare"]),
        ("1st April", ["date-bare"]),
        ("Thursday 8 April 2027", ["next-meeting-text"]),
        ("Thursday 4 February 2027", ["next-meeting-text"]),
        ("Thursday 1 April, Thursday 6 May and Thursday 3 June 2027", []),
    ],
)
def test_the_next_meeting_is_on_the_day_that_the_meeting_has_for_it(words: str, expected: list[str]) -> None:
    assert of_text(words, "Date of next meeting") == expected


def test_words_about_the_next_meeting_are_found_in_any_text() -> None:
    assert of_notice("Questions for the next meeting, on Thursday 8 April, are welcome.") == ["next-meeting-text"]


@pytest.mark.parametrize(
    ("text", "report", "expected"),
    [
        ("To confirm the minutes of 7 January 2027.", "", []),
        ("To confirm the minutes of {previous_meeting.date}.", "", []),
        ("To confirm the minutes of 12 November 2026.", "", ["previous-meeting-text"]),
        ("To confirm the minutes of 12 November 2026 and 7 January.", "", []),
        ("To confirm the minutes.", "Minutes of 12 November 2026", ["previous-meeting-text"]),
        ("To confirm the minutes.", "Minutes of 7 January 2027", []),
    ],
)
def test_the_minutes_are_those_of_the_meeting_before(text: str, report: str, expected: list[str]) -> None:
    reports = (Report("r", report, "m.pdf"),) if report else ()
    assert codes(items=(Item("1", "Minutes", text, minutes=5, reports=reports),)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"date": date(2027, 3, 6), "next_meeting": None}, ["meeting-weekend"]),
        ({"previous_meeting": OtherMeeting(date(2027, 3, 4))}, ["previous-meeting-order"]),
        ({"next_meeting": OtherMeeting(date(2027, 2, 4))}, ["next-meeting-order"]),
        ({"next_meeting": OtherMeeting(date(2027, 3, 31))}, ["next-meeting-cycle"]),
        ({"next_meeting": OtherMeeting(date(2027, 5, 6))}, []),
        ({"next_meeting": None, "previous_meeting": None}, []),
    ],
)
def test_meetings_follow_each_other(change: dict[str, object], expected: list[str]) -> None:
    assert codes(**change) == expected
