"""Checks of what is said of the meeting before and the next one against the dates that the meeting has for them."""

from collections.abc import Iterator
from datetime import date
from itertools import islice

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import date_text, full_date_text, weekday_text
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.template import moved
from agendabuilder.preflight.clerk_dates import TypedDate, day_ahead, days_meant, typed_dates
from agendabuilder.preflight.clerk_texts import ClerkText, clerk_texts, item_subject
from agendabuilder.preflight.sentences import sentence_around, speaks_of_next_meeting

_NEXT, _PREVIOUS = "{next_meeting.date}", "{previous_meeting.date}"


def check_order(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The meeting before is before, the next one after, and the next falls on the body's usual day."""
    before = meeting.previous_meeting.date if meeting.previous_meeting else None
    after = meeting.next_meeting.date if meeting.next_meeting else None
    if meeting.date and before and before >= meeting.date:
        yield _order("previous-meeting-order", "previous", before, "not before", meeting.date)
    if meeting.date and after and after <= meeting.date:
        yield _order("next-meeting-order", "next", after, "not after", meeting.date)
    elif meeting.date and after:
        yield from _rhythm(meeting, meeting.date, after)


def _order(code: str, which: str, day: date, relation: str, own: date) -> Finding:
    return Finding(
        Severity.WARNING,
        code,
        f"The {which} meeting, on {full_date_text(day)}, is {relation} this one, on {full_date_text(own)}.",
        "Check both dates.",
        field=f"{which}_meeting.date",
    )


def _rhythm(meeting: Meeting, day: date, after: date) -> Iterator[Finding]:
    usual = moved(day, meeting.cycle, 1)
    if after.weekday() == usual.weekday() and abs(after - usual) <= 2 * (usual - day):
        return  # a recess, or a meeting left out
    yield Finding(
        Severity.NOTE,
        "next-meeting-cycle",
        f"The next meeting is on {full_date_text(after)}; by the body's rhythm it would be {full_date_text(usual)}.",
        "Check the date against the calendar of meetings.",
        field="next_meeting.date",
    )


def check_next_meeting_texts(meeting: Meeting, today: date) -> Iterator[Finding]:
    """The date that an item or a notice gives for the next meeting."""
    announced = meeting.next_meeting.date if meeting.next_meeting else None
    around = meeting.date or today
    titles = {item.id: item.title for item in meeting.all_items()}
    for text in clerk_texts(meeting):
        title = titles.get(text.item_id, "")
        dates = [typed for typed in typed_dates(text.text) if _is_of_next(text, title, typed)]
        days = [day_ahead(typed, around) for typed in dates]
        if dates and not (announced and announced in days):
            yield from _first_wrong(text, dates, days, announced, meeting.date)
        bare = (
            _without_weekday(text, typed, day)
            for typed, day in zip(dates, days, strict=True)
            if day and not typed.weekday and (not announced or day == announced) and day > around
        )
        yield from islice(bare, 1)  # of a list of dates, the first says it for all


def _is_of_next(text: ClerkText, title: str, typed: TypedDate) -> bool:
    about = sentence_around(text.text, typed.start)
    return speaks_of_next_meeting(about) or (not text.report_id and speaks_of_next_meeting(title))


def _first_wrong(
    text: ClerkText, dates: list[TypedDate], days: list[date | None], announced: date | None, own: date | None
) -> Iterator[Finding]:
    typed, day = dates[0], days[0]
    if day and own and day <= own:
        says = f"gives “{typed.words}” for the next meeting, which is not after this one."
    elif day and announced:
        says = f"gives “{typed.words}” for the next meeting, and the meeting's details say {full_date_text(announced)}."
    else:
        return
    instead = _NEXT if announced else ""
    advice = "Put one of them right."
    yield text.finding(Severity.WARNING, "next-meeting-text", says, advice, found=typed.words, instead=instead)


def _without_weekday(text: ClerkText, typed: TypedDate, day: date) -> Finding:
    return text.finding(
        Severity.NOTE,
        "date-bare",
        f"gives “{typed.words}” for the next meeting, without the weekday{'' if typed.year else ' and the year'}.",
        f"Write “{full_date_text(day)}”: a wrong date shows at once beside its weekday.",
        found=typed.words,
        instead=full_date_text(day),
    )


def check_minutes_date(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The date that the item of the minutes gives for the meeting before."""
    before = meeting.previous_meeting.date if meeting.previous_meeting else None
    if before is None:
        return
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        named = _dates_of_minutes(item)
        if named and not any(before in days_meant(typed, before) for typed in named):
            in_text = named[0].words in item.text
            yield Finding(
                Severity.WARNING,
                "previous-meeting-text",
                f"{item_subject(item, numbers)} speaks of minutes of {named[0].words}, and the meeting before was on "
                f"{weekday_text(before)} {date_text(before)}.",
                "Check which minutes are put to the meeting.",
                item_id=item.id,
                field="text" if in_text else "title",
                found=named[0].words if in_text else "",
                instead=_PREVIOUS if in_text else "",
            )


def _dates_of_minutes(item: Item) -> list[TypedDate]:
    """The dates in an item that is about minutes; none where the words leave the date to the meeting."""
    if "minutes" not in item.title.lower() or _PREVIOUS in item.text + item.title:
        return []
    papers = (report.title for report in item.reports if "minutes" in report.title.lower())
    return [typed for words in (item.text, item.title, *papers) for typed in typed_dates(words)]
