"""Checks of public notice: whether the agenda, and every item on it, is open early enough before the meeting."""

from collections.abc import Iterator, Mapping
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.item import ItemKind
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_period import last_publication_day
from agendabuilder.domain.notice_rule import DayCount, NoticeRule
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.preflight.clerk_texts import item_subject

_AMPLE_DAYS = 21
"""No run of days that do not count is as long as this, on top of the weekends."""
_SATURDAY = 5

Opened = Mapping[str, date]
"""When each item that was issued, by its id, was first open to the public."""


def check_notice(meeting: Meeting, today: date, opened: Opened) -> Iterator[Finding]:
    """The days' notice of the agenda, and of each item that was added after it.

    Nothing is said of a meeting that is past; `opened` is empty as long as nothing has been issued.
    """
    if not meeting.date or meeting.date < today:
        return
    published = min(opened.values()) if opened else max(meeting.published or today, today)
    if published >= meeting.date:
        yield _late(f"The agenda is to be published on {full_date_text(published)}, not before the day of the meeting.")
        return
    rule, latest = meeting.notice_rule, max(published, today)
    if (meeting.date - latest).days > _AMPLE_DAYS + 2 * rule.days:
        return  # looking bank holidays up costs more than all other checks together
    holidays = bank_holidays_around(rule.nation, meeting.date)
    if meeting.date in holidays:
        yield _on_holiday(meeting.date)
    last_day = last_publication_day(meeting.date, rule, holidays)
    if published > last_day:
        yield _late(
            f"The agenda gives less than {rule.notice}: the last day to publish it was {full_date_text(last_day)}."
        )
    elif opened:
        yield from _late_items(meeting, today, opened, last_day)
    if not opened and _is_closed(published, rule, holidays):
        yield _closed(published)
    elif published == last_day:
        yield from _after_hours(meeting)


def _on_holiday(day: date) -> Finding:
    sentence = f"The meeting is on {full_date_text(day)}, a bank holiday."
    return Finding(Severity.WARNING, "meeting-holiday", sentence, "Check the date.", field="date")


def _late(sentence: str) -> Finding:
    return Finding(
        Severity.WARNING,
        "notice-short",
        sentence,
        "Ask the chairman whether the business is urgent, and record the reason.",
        field="published",
    )


def _late_items(meeting: Meeting, today: date, opened: Opened, last_day: date) -> Iterator[Finding]:
    """Business that was not open in time is taken only as urgent (Local Government Act 1972, s.100B(4)(b))."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        since = opened.get(item.id, today)
        if since > last_day and not item.urgency and item.kind is not ItemKind.PROCEDURAL:
            yield Finding(
                Severity.WARNING,
                "item-urgency",
                f"{item_subject(item, numbers)} was added after {full_date_text(last_day)}, the last day for public "
                "notice, and no reason for its urgency is given.",
                "Enter why it cannot wait, as the chairman has agreed; the reason goes into the minutes.",
                item_id=item.id,
                field="urgency",
            )


def _is_closed(day: date, rule: NoticeRule, holidays: frozenset[date]) -> bool:
    is_working = rule.count is DayCount.WORKING
    return is_working and (day.weekday() >= _SATURDAY or day in holidays or day in rule.extra_days_off)


def _after_hours(meeting: Meeting) -> Iterator[Finding]:
    """Offices that had closed are what disputes about the last day are about."""
    moment, closes = meeting.published_at, meeting.notice_rule.office_closes
    if moment and closes and moment > closes:
        told = time_text(moment, meeting.front_sheet.head_time)
        yield Finding(
            Severity.NOTE,
            "notice-hours",
            f"The agenda is published at {told} on the last day for notice, after the office has closed.",
            "It may be held to have been published on the day after. Publish it earlier.",
            field="published_at",
        )


def _closed(day: date) -> Finding:
    return Finding(
        Severity.NOTE,
        "notice-closed",
        f"The agenda is dated {full_date_text(day)}, when the office is closed.",
        "Publish it on a working day.",
        field="published",
    )
