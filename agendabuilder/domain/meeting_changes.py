"""What is different about the meeting itself: when and where it is, who sits on it, whom to ask."""

from collections.abc import Iterator
from dataclasses import replace

from agendabuilder.domain.change import Change, ChangeKind, sentence
from agendabuilder.domain.forms import date_within, time_text
from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import PackState

_OTHERS = {
    "pre_meeting": "The pre-meeting was changed.",
    "members": "The list of members was changed.",
    "notices": "The notices were changed.",
    "contact": "The contact was changed.",
    "next_meeting": "What is said of the next meeting was changed.",
}


def meeting_changes(before: PackState, now: PackState, language: Language) -> Iterator[Change]:
    """The changes of the front sheet that belong to no item."""
    texts = _sentences(before.meeting, now.meeting, language)
    return (Change(ChangeKind.MEETING_CHANGED, sentence(text)) for text in texts)


def _sentences(old: Meeting, new: Meeting, language: Language) -> Iterator[str]:
    if old.title != new.title:
        yield language.say("The meeting is called “{now}”; it was “{before}”.", now=new.title, before=old.title)
    if old.date != new.date:
        yield _now_and_before("date", _date(new, language), _date(old, language), language)
    if (old.start, old.end) != (new.start, new.end):
        was = _time(replace(old, front_sheet=new.front_sheet), language)
        yield _now_and_before("time", _time(new, language), was, language)
    if old.venue != new.venue:
        yield _now_and_before("venue", new.venue, old.venue, language)
    yield from (language.say(text) for part, text in _OTHERS.items() if getattr(old, part) != getattr(new, part))


def _now_and_before(what: str, now: str, before: str, language: Language) -> str:
    named = language.say(what)
    if not now:
        return language.say("the {what} of the meeting, {before}, was taken out.", what=named, before=before)
    if not before:
        return language.say("the {what} of the meeting is {now}.", what=named, now=now)
    return language.say("the {what} of the meeting is {now}, before {before}.", what=named, now=now, before=before)


def _date(meeting: Meeting, language: Language) -> str:
    return date_within(meeting.date, language) if meeting.date else ""


def _time(meeting: Meeting, language: Language) -> str:
    form = meeting.front_sheet.head_time
    moments = [time_text(moment, form, language) for moment in (meeting.start, meeting.end) if moment]
    return language.say("{first} to {last}", first=moments[0], last=moments[1]) if moments[1:] else "".join(moments)
