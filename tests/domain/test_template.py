"""A meeting from a template has every date worked out."""

from datetime import date, time

import pytest

from agendabuilder.domain.meeting import Cycle, CycleUnit, Meeting
from agendabuilder.domain.places import fill_places, open_places
from agendabuilder.domain.template import Template, meeting_from_template, moved

MONTHLY = Cycle(1, CycleUnit.MONTHS)


@pytest.mark.parametrize(
    ("day", "cycle", "turns", "expected"),
    [
        ("2027-03-11", MONTHLY, 1, "2027-04-08"),
        ("2027-03-11", MONTHLY, -1, "2027-02-11"),
        ("2027-12-09", Cycle(2, CycleUnit.MONTHS), 1, "2028-02-10"),
        ("2027-04-29", MONTHLY, 1, "2027-05-27"),
        ("2027-03-04", Cycle(6, CycleUnit.WEEKS), 1, "2027-04-15"),
    ],
)
def test_the_next_meeting_keeps_the_weekday(day: str, cycle: Cycle, turns: int, expected: str) -> None:
    assert moved(date.fromisoformat(day), cycle, turns).isoformat() == expected


def test_dates_before_and_after_and_of_publication_are_filled_in() -> None:
    template = Template("x", "X", "", Meeting(start=time(14, 0), cycle=Cycle(6, CycleUnit.WEEKS)))
    meeting = meeting_from_template(template, date(2027, 3, 4), frozenset())
    assert meeting.published == date(2027, 2, 24)
    text = "After {previous_meeting.date}; next on {next_meeting.date} at {next_meeting.time}."
    assert fill_places(text, meeting) == ("After Thursday 21 January 2027; next on Thursday 15 April 2027 at 2.00 pm.")


def test_a_place_that_cannot_be_filled_stays_to_be_seen() -> None:
    meeting = Meeting(committee="Housing")
    text = "{committee}: call {contact.phone}, or see {nonsense}"
    assert fill_places(text, meeting) == "Housing: call {contact.phone}, or see {nonsense}"
    assert list(open_places(text, meeting)) == ["contact.phone", "nonsense"]
