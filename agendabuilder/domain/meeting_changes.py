"""What is different about the meeting itself: when and where it is, who sits on it, whom to ask."""

from collections.abc import Iterator
from dataclasses import replace

from agendabuilder.domain.change import Change, ChangeKind
from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import PackState

_OTHERS = {
    "pre_meeting": "The pre-meeting was changed.",
    "members": "The list of members was changed.",
    "notices": "The notices were changed.",
    "contact": "The contact was changed.",
    "next_meeting": "What is said of the next meeting was changed.",
}


def meeting_changes(before: PackState, now: PackState) -> Iterator[Change]:
    """The changes of the front sheet that belong to no item."""
    return (Change(ChangeKind.MEETING_CHANGED, text) for text in _sentences(before.meeting, now.meeting))


def _sentences(old: Meeting, new: Meeting) -> Iterator[str]:
    if old.title != new.title:
        yield f"The meeting is called “{new.title}”; it was “{old.title}”."
    if old.date != new.date:
        yield _now_and_before("date", _date(new), _date(old))
    if (old.start, old.end) != (new.start, new.end):
        yield _now_and_before("time", _time(new), _time(replace(old, front_sheet=new.front_sheet)))
    if old.venue != new.venue:
        yield _now_and_before("venue", new.venue, old.venue)
    yield from (text for part, text in _OTHERS.items() if getattr(old, part) != getattr(new, part))


def _now_and_before(what: str, now: str, before: str) -> str:
    if not now:
        return f"The {what} of the meeting, {before}, was taken out."
    return f"The {what} of the meeting is {now}{f', before {before}' if before else ''}."


def _date(meeting: Meeting) -> str:
    return full_date_text(meeting.date) if meeting.date else ""


def _time(meeting: Meeting) -> str:
    moments = [time_text(moment, meeting.front_sheet.head_time) for moment in (meeting.start, meeting.end) if moment]
    return " to ".join(moments)
