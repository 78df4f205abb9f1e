"""Checks of the dates that the clerk typed: weekdays that do not fit, wrong years, days that there are not."""

from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import date_text, full_date_text, weekday_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_dates import TypedDate, day_ahead, days_meant, numeric_dates, typed_dates
from agendabuilder.preflight.clerk_texts import ClerkText, clerk_texts
from agendabuilder.preflight.sentences import looks_ahead, sentence_around, speaks_of_next_meeting


def check_typed_dates(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Every date in every typed text, by itself."""
    around = meeting.date or today
    for text in clerk_texts(meeting):
        for typed in typed_dates(text.text):
            found = (
                _impossible(text, typed)
                or _wrong_weekday(text, typed, around)
                or _wrong_year(text, typed, meeting)
                or _past(text, typed, meeting.published or today)
            )
            if found:
                yield found
        for words in numeric_dates(text.text):
            yield text.finding(
                Severity.NOTE,
                "date-figures",
                f"has a date in figures, “{words}”.",
                "Write the month as a word, as the rest of the pack does.",
                found=words,
            )


def _impossible(text: ClerkText, typed: TypedDate) -> Finding | None:
    if typed.exists:
        return None
    says, advice = f"says “{typed.words}”, and there is no such day.", "Put the date right."
    return text.finding(Severity.WARNING, "date-impossible", says, advice, found=typed.words)


def _wrong_weekday(text: ClerkText, typed: TypedDate, around: date) -> Finding | None:
    days = days_meant(typed, around)
    if not typed.weekday or not days or any(typed.has_weekday_of(day) for day in days):
        return None
    is_day = f"{date_text(days[0])} is a {weekday_text(days[0])}"
    return text.finding(
        Severity.WARNING,
        "date-weekday",
        f"says “{typed.words}”, and {is_day}.",
        _other_year(typed) or "Put the weekday or the date right.",
        found=typed.words,
        instead=typed.with_weekday(days[0]),
    )


def _other_year(typed: TypedDate) -> str:
    """The year beside the typed one in which the weekday would be right: the likelier slip around New Year."""
    if not typed.year:
        return ""
    near = (typed.in_year(year) for year in (typed.year + 1, typed.year - 1))
    fitting = next((day for day in near if day and typed.has_weekday_of(day)), None)
    return f"Put the weekday or the date right; in {fitting.year} it would be a {typed.weekday}." if fitting else ""


def _wrong_year(text: ClerkText, typed: TypedDate, meeting: Meeting) -> Finding | None:
    """A day of this meeting's own calendar with another year: nearly always a text that was kept from last year."""
    for day, whose in _own_days(meeting):
        if typed.year and (typed.day, typed.month) == (day.day, day.month) and abs(typed.year - day.year) == 1:
            return text.finding(
                Severity.WARNING,
                "date-year",
                f"says “{typed.words}”, and {whose} on {date_text(day)}.",
                "Check the year.",
                found=typed.words,
                instead=typed.words.replace(str(typed.year), str(day.year)),
            )
    return None


def _own_days(meeting: Meeting) -> Iterator[tuple[date, str]]:
    if meeting.date:
        yield meeting.date, "this meeting is"
    if meeting.next_meeting and meeting.next_meeting.date:
        yield meeting.next_meeting.date, "the next meeting is"
    if meeting.published:
        yield meeting.published, "the agenda is published"


def _past(text: ClerkText, typed: TypedDate, published: date) -> Finding | None:
    """A day that has gone by when the agenda comes out, in words that look ahead to it."""
    day = day_ahead(typed, published)
    if day is None or day >= published:
        return None
    sentence = sentence_around(text.text, typed.start)
    if not looks_ahead(sentence) or speaks_of_next_meeting(sentence):
        return None
    return text.finding(
        Severity.WARNING,
        "date-past",
        f"looks ahead to “{typed.words}”, which is before the agenda is published on {full_date_text(published)}.",
        "Check the date.",
        found=typed.words,
    )
