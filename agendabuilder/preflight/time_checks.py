"""Checks of times: business that runs into a fixed start, and ends that come before beginnings."""

from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import time_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.presentation import TimeForm
from agendabuilder.domain.timetable import timetable
from agendabuilder.preflight.clerk_texts import item_subject

_CLOCK = TimeForm.COLON_24


def check_meeting_times(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The meeting's own times: the pre-meeting, the start, and the end that is announced."""
    before = meeting.pre_meeting.start if meeting.pre_meeting else None
    if before and meeting.start and before >= meeting.start:
        yield _warning(
            "time-pre-meeting",
            f"The pre-meeting is at {time_text(before, _CLOCK)}, not before the meeting itself begins.",
            "Check both times.",
            "pre_meeting.start",
        )
    if meeting.start and meeting.end and meeting.end <= meeting.start:
        yield _warning(
            "time-backwards",
            f"The meeting is to end at {time_text(meeting.end, _CLOCK)}, which is not after its start.",
            "Check both times.",
            "end",
        )


def check_item_times(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Items that begin before the business ahead of them ends, and a meeting that outlasts its end."""
    table, numbers = timetable(meeting), item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        slot = table.slots[item.id]
        if slot.overrun and item.start:
            yield Finding(
                Severity.WARNING,
                "time-overrun",
                f"{item_subject(item, numbers)} is to start at {time_text(item.start, _CLOCK)}, "
                f"{_minutes(slot.overrun)} before the business ahead of it ends.",
                "Give it a later start, or shorten an item before it.",
                item_id=item.id,
                field="start",
            )
    if meeting.end and table.end and meeting.start and meeting.start < meeting.end < table.end:
        yield _warning(
            "time-end",
            f"By its items the meeting ends at {time_text(table.end, _CLOCK)}, "
            f"after the end that is announced, {time_text(meeting.end, _CLOCK)}.",
            "Shorten an item, or announce a later end.",
            "end",
        )


def check_time_column(meeting: Meeting, _: date) -> Iterator[Finding]:
    """A column for times in which nothing stands."""
    if meeting.table.show_times and meeting.items and not any(_times(meeting)):
        yield Finding(
            Severity.NOTE,
            "time-none",
            "The agenda has a column for times, and no item has a start or a length.",
            "Enter the times, or leave the column out.",
            field="table.show_times",
        )


def _times(meeting: Meeting) -> Iterator[bool]:
    return (item.start is not None or item.minutes is not None for item in meeting.all_items())


def _warning(code: str, sentence: str, advice: str, field: str) -> Finding:
    return Finding(Severity.WARNING, code, sentence, advice, field=field)


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"
