"""The agenda as plain text, for a terminal or an e-mail; pages are left out, since nothing is built."""

from collections.abc import Iterator

from agendabuilder.domain.forms import date_text, full_date_text, time_text
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.timetable import timetable
from agendabuilder.domain.worded import language_of, worded

_INDENT = 4


def agenda_text(meeting: Meeting) -> str:
    """The head, the items with number, time, title and papers, and the contact, line by line."""
    meeting = worded(meeting)
    return "\n".join((*_head(meeting), "", *_items(meeting), *_contact(meeting))) + "\n"


def _head(meeting: Meeting) -> Iterator[str]:
    language = language_of(meeting.look.language)
    yield meeting.title
    if meeting.date:
        yield f"{meeting.wording.date}: {full_date_text(meeting.date, language)}"
    if meeting.start:
        yield f"{meeting.wording.time}: {time_text(meeting.start, meeting.front_sheet.head_time, language)}"
    if meeting.venue:
        yield f"{meeting.wording.venue}: {meeting.venue}"


def _items(meeting: Meeting) -> Iterator[str]:
    numbers = item_numbers(meeting.items, meeting.numbering)
    slots, language = timetable(meeting).slots, language_of(meeting.look.language)
    width = max((len(number) for number in numbers.values()), default=0)
    for item in meeting.all_items():
        start = slots[item.id].start
        clock = time_text(start, meeting.table.times, language) if start and meeting.table.show_times else ""
        yield f"{numbers[item.id]:>{width}}  {clock:>8}  {item.title}".rstrip()
        for line in _details(meeting, item):
            yield f"{' ' * (width + 12 + _INDENT)}{line}"


def _details(meeting: Meeting, item: Item) -> Iterator[str]:
    yield from fill_places(item.text, meeting).splitlines()
    for contributor in item.contributors:
        yield contributor.line
    for report in item.reports:
        yield _report_line(meeting, report)


def _report_line(meeting: Meeting, report: Report) -> str:
    if report.verbal:
        return f"[{report.title or meeting.wording.verbal}: {meeting.wording.verbal.lower()}]"
    language = language_of(meeting.look.language)
    if owed := report.to_follow:
        due = language.say(" by {day}", day=date_text(owed.due, language)) if owed.due else ""
        owner = language.say(" from {owner}", owner=owed.owner) if owed.owner else ""
        return f"[{report.title or language.say('Report')}: {meeting.wording.to_follow.lower()}{owner}{due}]"
    return f"[{report.name}{language.say(', pages {pages}', pages=report.pages) if report.pages else ''}]"


def _contact(meeting: Meeting) -> Iterator[str]:
    contact = meeting.contact
    if contact:
        yield ""
        parts = (contact.name, contact.role, contact.phone, contact.email)
        yield f"{meeting.wording.contact}: {', '.join(part for part in parts if part)}"
