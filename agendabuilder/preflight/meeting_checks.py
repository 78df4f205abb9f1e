"""Checks of the meeting itself, without looking into any file. None of them stops a build."""

from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.item import Access, Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_period import last_publication_day
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.places import open_places
from agendabuilder.domain.presentation import TimeForm
from agendabuilder.domain.timetable import timetable
from agendabuilder.preflight.bank_holidays import bank_holidays_around

_CLOCK = TimeForm.COLON_24

_AMPLE_DAYS = 21
"""No run of days that do not count is as long as this, on top of the weekends."""


def check_head(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The front sheet's own facts: body, date, time, venue, contact."""
    if not meeting.committee:
        yield _warning("meeting-committee", "The meeting has no committee name.", "Enter it.", "committee")
    if not meeting.date:
        yield _warning("meeting-date", "The meeting has no date.", "Enter it.", "date")
    if not meeting.start:
        yield _warning("meeting-start", "The meeting has no starting time.", "Enter it.", "start")
    if not meeting.venue:
        yield _warning("meeting-venue", "The meeting has no venue.", "Enter it.", "venue")
    if not meeting.contact or not (meeting.contact.phone or meeting.contact.email):
        yield _warning(
            "meeting-contact",
            "The agenda does not say whom to ask about the meeting.",
            "Enter a contact with a telephone number or an e-mail address.",
            "contact",
        )


def check_dates(meeting: Meeting, today: date) -> Iterator[Finding]:
    """The date against today, and the clear days' notice that the body must give."""
    if not meeting.date:
        return
    if meeting.date < today:
        yield _warning(
            "meeting-past", f"The meeting's date, {full_date_text(meeting.date)}, is past.", "Check the date.", "date"
        )
        return
    rule, published = meeting.notice_rule, max(meeting.published or today, today)
    if (meeting.date - published).days > _AMPLE_DAYS + 2 * rule.days:
        return  # looking bank holidays up costs more than all other checks together
    last_day = last_publication_day(meeting.date, rule, bank_holidays_around(rule.nation, meeting.date))
    if published > last_day:
        yield _warning(
            "notice-short",
            f"The agenda gives less than {rule.days} clear days' notice: the last day to publish it was "
            f"{full_date_text(last_day)}.",
            "Ask the chairman whether the business is urgent, and record the reason.",
            "published",
        )


def check_webcast(meeting: Meeting, _: date) -> Iterator[Finding]:
    """A meeting that is webcast says so to those who come."""
    if meeting.webcast and not any(notice.kind == "webcasting" for notice in meeting.notices):
        yield _warning(
            "notice-webcasting",
            "The meeting is webcast, and the agenda carries no webcasting notice.",
            "Add the webcasting notice.",
            "notices",
        )


def check_times(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Items that begin before the business ahead of them ends, and a meeting that outlasts its end."""
    table, numbers = timetable(meeting), item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        slot = table.slots[item.id]
        if slot.overrun and item.start:
            yield Finding(
                Severity.WARNING,
                "time-overrun",
                f"{_named(item, numbers[item.id])} is to start at {time_text(item.start, _CLOCK)}, "
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


def check_texts(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Named places that the meeting cannot fill, and would be printed as they stand."""
    for item in meeting.all_items():
        for place in open_places(item.text, meeting):
            yield _open_place(place, "item", item.title, item_id=item.id)
    for notice in meeting.notices:
        for place in open_places(notice.text, meeting):
            yield _open_place(place, "notice", notice.title)


def check_items(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Items without a title, exempt ones without a paragraph, papers to follow that are overdue."""
    numbers, restricted = item_numbers(meeting.items, meeting.numbering), restrictions(meeting)
    for item in meeting.all_items():
        name = _named(item, numbers[item.id])
        if not item.title:
            yield Finding(Severity.WARNING, "item-title", f"{name} has no title.", "Enter it.", item.id)
        for identity in (item.id, *(report.id for report in item.reports)):
            ground = restricted.get(identity)
            if ground and ground.access is Access.EXEMPT and not ground.paragraphs:
                yield Finding(
                    Severity.WARNING,
                    "exempt-paragraph",
                    f"{name} is exempt, and no paragraph of Schedule 12A is given.",
                    "Enter the paragraph (Local Government Act 1972, section 100A(5)).",
                    item_id=item.id,
                )
                break
        for report in item.reports:
            due = report.to_follow.due if report.to_follow else None
            if due and due < today:
                yield Finding(
                    Severity.WARNING,
                    "report-overdue",
                    f"{name}: “{report.name}” was due on {full_date_text(due)} and is still to follow.",
                    "Ask its author, or attach it.",
                    item_id=item.id,
                    report_id=report.id,
                )


def _open_place(place: str, kind: str, title: str, item_id: str = "") -> Finding:
    return Finding(
        Severity.WARNING,
        "text-place",
        f"The {kind} “{title}” names “{{{place}}}”, and the meeting has nothing to put there.",
        "Fill it in at the meeting's details, or take it out of the text.",
        item_id=item_id,
        field="text",
    )


def _warning(code: str, sentence: str, advice: str, field: str) -> Finding:
    return Finding(Severity.WARNING, code, sentence, advice, field=field)


def _named(item: Item, number: str) -> str:
    return f"Item {number} “{item.title}”" if number else f"The item “{item.title}”"


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"
