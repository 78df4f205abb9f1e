"""The last day to publish an agenda, on the dates of real meetings and of awkward weeks."""

from datetime import date

import pytest

from agendabuilder.domain.notice_period import (
    easter_sunday,
    last_publication_day,
    usual_publication_day,
)
from agendabuilder.domain.notice_rule import DayCount, Nation, NoticeRule
from agendabuilder.preflight.bank_holidays import bank_holidays_around

FIVE_WORKING = NoticeRule(5, DayCount.WORKING)
FIVE_CALENDAR = NoticeRule(5, DayCount.CALENDAR)
THREE_WORKING = NoticeRule(3, DayCount.WORKING)
THREE_NOT_SUNDAYS = NoticeRule(3, DayCount.NOT_SUNDAYS)


@pytest.mark.parametrize(
    ("meeting", "five_working", "five_calendar", "three_working", "three_not_sundays"),
    [
        ("2016-12-15", "2016-12-07", "2016-12-09", "2016-12-09", "2016-12-11"),
        ("2020-01-24", "2020-01-16", "2020-01-18", "2020-01-20", "2020-01-20"),
        ("2023-06-15", "2023-06-07", "2023-06-09", "2023-06-09", "2023-06-11"),
        ("2025-01-09", "2024-12-31", "2025-01-03", "2025-01-03", "2025-01-05"),
        ("2025-01-30", "2025-01-22", "2025-01-24", "2025-01-24", "2025-01-26"),
        ("2025-02-13", "2025-02-05", "2025-02-07", "2025-02-07", "2025-02-09"),
        ("2025-03-04", "2025-02-24", "2025-02-26", "2025-02-26", "2025-02-27"),
        ("2025-03-13", "2025-03-05", "2025-03-07", "2025-03-07", "2025-03-09"),
        ("2025-04-23", "2025-04-11", "2025-04-17", "2025-04-15", "2025-04-16"),
        ("2025-05-06", "2025-04-25", "2025-04-30", "2025-04-29", "2025-04-30"),
        ("2022-09-27", "2022-09-16", "2022-09-21", "2022-09-21", "2022-09-22"),
        ("2026-12-30", "2026-12-18", "2026-12-24", "2026-12-22", "2026-12-23"),
        ("2027-01-05", "2026-12-23", "2026-12-30", "2026-12-29", "2026-12-30"),
    ],
)
def test_the_last_day_of_publication(
    meeting: str, five_working: str, five_calendar: str, three_working: str, three_not_sundays: str
) -> None:
    day = date.fromisoformat(meeting)
    holidays = bank_holidays_around(Nation.ENGLAND, day)
    rules = (FIVE_WORKING, FIVE_CALENDAR, THREE_WORKING, THREE_NOT_SUNDAYS)
    found = [last_publication_day(day, rule, holidays).isoformat() for rule in rules]
    assert found == [five_working, five_calendar, three_working, three_not_sundays]


def test_a_day_of_mourning_can_be_added_by_hand() -> None:
    rule = NoticeRule(3, DayCount.WORKING, extra_days_off=(date(2027, 6, 9),))
    assert last_publication_day(date(2027, 6, 11), rule, frozenset()) == date(2027, 6, 4)


@pytest.mark.parametrize(("meeting", "expected"), [("2026-04-09", "2026-03-30"), ("2026-12-30", "2026-12-20")])
def test_the_christmas_and_easter_breaks_do_not_count_for_a_parish(meeting: str, expected: str) -> None:
    day = date.fromisoformat(meeting)
    rule = NoticeRule(3, DayCount.STATUTORY)
    assert last_publication_day(day, rule, bank_holidays_around(Nation.ENGLAND, day)).isoformat() == expected


def test_an_agenda_is_dated_on_a_day_when_the_office_is_open() -> None:
    day, rule = date(2027, 3, 4), NoticeRule(3, DayCount.STATUTORY)
    assert last_publication_day(day, rule, frozenset()) == date(2027, 2, 28)
    assert usual_publication_day(day, rule, frozenset()) == date(2027, 2, 26)
    assert usual_publication_day(day, rule, frozenset({date(2027, 2, 26)})) == date(2027, 2, 25)


def test_scotland_has_bank_holidays_of_its_own() -> None:
    assert date(2027, 11, 30) in bank_holidays_around(Nation.SCOTLAND, date(2027, 1, 1))
    assert date(2027, 11, 30) not in bank_holidays_around(Nation.ENGLAND, date(2027, 1, 1))


def test_days_that_need_not_be_clear_are_counted_back_from_the_meeting_over_any_day() -> None:
    rule = NoticeRule(5, DayCount.DAYS_BEFORE, Nation.NORTHERN_IRELAND)
    holidays = bank_holidays_around(Nation.NORTHERN_IRELAND, date(2027, 3, 31))
    assert last_publication_day(date(2027, 3, 31), rule, holidays) == date(2027, 3, 26)  # Good Friday


def test_a_rule_says_its_notice_in_words() -> None:
    assert FIVE_WORKING.notice == "5 clear days' notice"
    assert NoticeRule(1, DayCount.CALENDAR).notice == "1 clear day's notice"
    assert NoticeRule(5, DayCount.DAYS_BEFORE).notice == "5 days' notice"


@pytest.mark.parametrize("day", ["2000-04-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"])
def test_easter(day: str) -> None:
    assert easter_sunday(int(day[:4])).isoformat() == day
