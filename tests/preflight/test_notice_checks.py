"""The check of public notice is silent up to the last day and speaks from the next one on, under every rule."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from preflight.checking import SOUND

from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import DayCount, Nation, NoticeRule
from agendabuilder.preflight.notice_checks import check_notice

FIVE, CALENDAR = NoticeRule(5), NoticeRule(5, DayCount.CALENDAR)
THREE, NOT_SUNDAYS = NoticeRule(3), NoticeRule(3, DayCount.NOT_SUNDAYS)
RULES = (FIVE, CALENDAR, THREE, NOT_SUNDAYS)
LAST_DAYS = {
    "2016-12-15": ("2016-12-07", "2016-12-09", "2016-12-09", "2016-12-11"),
    "2020-01-24": ("2020-01-16", "2020-01-18", "2020-01-20", "2020-01-20"),
    "2023-06-15": ("2023-06-07", "2023-06-09", "2023-06-09", "2023-06-11"),
    "2024-06-13": ("2024-06-05", "2024-06-07", "2024-06-07", "2024-06-09"),
    "2025-01-09": ("2024-12-31", "2025-01-03", "2025-01-03", "2025-01-05"),
    "2025-01-30": ("2025-01-22", "2025-01-24", "2025-01-24", "2025-01-26"),
    "2025-02-13": ("2025-02-05", "2025-02-07", "2025-02-07", "2025-02-09"),
    "2025-03-04": ("2025-02-24", "2025-02-26", "2025-02-26", "2025-02-27"),
    "2025-03-13": ("2025-03-05", "2025-03-07", "2025-03-07", "2025-03-09"),
    "2025-04-23": ("2025-04-11", "2025-04-17", "2025-04-15", "2025-04-16"),
    "2025-05-06": ("2025-04-25", "2025-04-30", "2025-04-29", "2025-04-30"),
    "2022-09-27": ("2022-09-16", "2022-09-21", "2022-09-21", "2022-09-22"),
    "2026-12-30": ("2026-12-18", "2026-12-24", "2026-12-22", "2026-12-23"),
    "2027-01-05": ("2026-12-23", "2026-12-30", "2026-12-29", "2026-12-30"),
}
CASES = [(day, rule, last) for day, lasts in LAST_DAYS.items() for rule, last in zip(RULES, lasts, strict=True)]
DAY = timedelta(days=1)


def found(meeting_day: str, rule: NoticeRule, published: str, add: timedelta = timedelta()) -> list[str]:
    day = date.fromisoformat(published) + add
    meeting = Meeting(date=date.fromisoformat(meeting_day), notice_rule=rule, published=day)
    return [finding.code for finding in check_notice(meeting, min(day, meeting.date or day), {})]


@pytest.mark.parametrize(("meeting_day", "rule", "last"), CASES)
def test_notice_is_enough_on_the_last_day_and_too_short_on_the_next(
    meeting_day: str, rule: NoticeRule, last: str
) -> None:
    assert "notice-short" not in found(meeting_day, rule, last)
    assert "notice-short" in found(meeting_day, rule, last, DAY)


@pytest.mark.parametrize(
    ("meeting_day", "rule", "last"),
    [
        ("2026-12-30", NoticeRule(3, DayCount.STATUTORY), "2026-12-20"),
        ("2026-04-09", NoticeRule(3, DayCount.STATUTORY), "2026-03-30"),
        ("2027-12-03", NoticeRule(3, nation=Nation.SCOTLAND), "2027-11-26"),
        ("2027-12-03", NoticeRule(3, nation=Nation.WALES), "2027-11-29"),
        ("2027-03-19", NoticeRule(3, nation=Nation.NORTHERN_IRELAND), "2027-03-12"),
        ("2027-06-11", NoticeRule(3, extra_days_off=(date(2027, 6, 9),)), "2027-06-04"),
        ("2027-06-11", NoticeRule(7), "2027-06-01"),
    ],
)
def test_breaks_nations_and_local_closures_count(meeting_day: str, rule: NoticeRule, last: str) -> None:
    assert "notice-short" not in found(meeting_day, rule, last)
    assert "notice-short" in found(meeting_day, rule, last, DAY)


def test_an_agenda_is_not_published_on_the_day_of_the_meeting() -> None:
    assert found("2027-03-04", NoticeRule(0), "2027-03-04") == ["notice-short"]


@pytest.mark.parametrize(
    ("day", "moment", "noted"), [(24, time(17, 1), True), (24, time(16, 15), False), (23, time(17, 1), False)]
)
def test_an_agenda_that_goes_out_on_the_last_day_after_office_hours_is_noted(
    day: int, moment: time, noted: bool
) -> None:
    published = date(2027, 2, day)
    meeting = Meeting(date=date(2027, 3, 4), notice_rule=FIVE, published=published, published_at=moment)
    codes = [finding.code for finding in check_notice(meeting, published, {})]
    assert codes == (["notice-hours"] if noted else [])


def test_an_agenda_dated_on_a_day_off_is_noted_where_working_days_count() -> None:
    assert found("2027-03-12", FIVE, "2027-02-27") == ["notice-closed"]
    assert found("2027-03-12", CALENDAR, "2027-02-27") == []


def test_a_meeting_on_a_bank_holiday_is_pointed_out() -> None:
    assert found("2027-05-03", NoticeRule(3), "2027-04-26") == ["meeting-holiday"]
    scottish = NoticeRule(3, nation=Nation.SCOTLAND)
    assert found("2027-11-30", scottish, "2027-11-22") == ["meeting-holiday"]
    assert found("2027-11-30", NoticeRule(3), "2027-11-22") == []


LATE = Item("9", "Flood damage")
ISSUED = {"1": date(2027, 2, 24)}


def late(today: date, item: Item = LATE) -> list[str]:
    meeting = replace(SOUND, items=(*SOUND.items, item))
    return [finding.item_id for finding in check_notice(meeting, today, ISSUED) if finding.code == "item-urgency"]


def test_an_item_added_too_late_says_why_it_is_urgent() -> None:
    assert late(date(2027, 2, 24)) == []
    assert late(date(2027, 2, 25)) == ["9"]
    assert late(date(2027, 2, 25), replace(LATE, urgency="The river rose on 24 February.")) == []
    assert late(date(2027, 2, 25), replace(LATE, kind=ItemKind.PROCEDURAL)) == []


def test_an_item_that_was_issued_in_time_stays_in_time() -> None:
    meeting = replace(SOUND, items=(*SOUND.items, LATE))
    assert list(check_notice(meeting, date(2027, 3, 3), {**ISSUED, "9": date(2027, 2, 24)})) == []
    (finding,) = check_notice(meeting, date(2027, 3, 3), {**ISSUED, "9": date(2027, 3, 1)})
    assert "Item 2 “Flood damage” was added after Wednesday 24 February 2027" in finding.sentence


def test_what_was_issued_in_time_is_not_short_of_notice_later_on() -> None:
    assert list(check_notice(SOUND, date(2027, 3, 3), ISSUED)) == []
