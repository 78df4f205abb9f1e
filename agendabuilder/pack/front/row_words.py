"""What a row of the agenda says in words of its own: lengths, reports to follow, reasons for not being public."""

from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.audience import Restriction, ground_text
from agendabuilder.domain.forms import date_within, minutes_text
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.worded import language_of, report_name


def spoken_pages(pages: PageRange, language: Language) -> str:
    """A range as it is read out: page 3, pages 3 to 14."""
    if pages.first == pages.last:
        return language.say("page {page}", page=pages.first)
    return language.say("pages {first} to {last}", first=pages.first, last=pages.last)


def to_follow_text(report: Report, meeting_day: date | None, language: Language = ENGLISH) -> str:
    """Report to follow from R Penhaligon by Friday 26 February. Nothing when neither owner nor day is known."""
    to_follow = report.to_follow
    if to_follow is None or not (to_follow.owner or to_follow.due):
        return ""
    name = report.title or language.say("Report")
    if to_follow.due is None:
        return language.say("{report} to follow from {owner}", report=name, owner=to_follow.owner)
    day = date_within(to_follow.due, language)
    if meeting_day is not None and meeting_day.year == to_follow.due.year:
        day = day.rpartition(" ")[0]
    if to_follow.owner:
        return language.say("{report} to follow from {owner} by {day}", report=name, owner=to_follow.owner, day=day)
    return language.say("{report} to follow by {day}", report=name, day=day)


def item_ground(item: Item, meeting: Meeting) -> str:
    """Exempt: paragraphs 1 and 3. Nothing for an item that is public."""
    return ground_text(Restriction(item.access, item.paragraphs), meeting)


def report_ground(report: Report, meeting: Meeting, language: Language) -> str:
    """The same of a report, which is named first: Offers – exempt: paragraph 3."""  # noqa: RUF002
    if report.access is Access.PUBLIC:
        return ""
    text = ground_text(Restriction(report.access, report.paragraphs), meeting)
    return f"{report_name(report, language)} – {text[:1].lower()}{text[1:]}"  # noqa: RUF001


def no_pages_words(item: Item, meeting: Meeting) -> str:
    """What stands in place of an item's pages while it has none: to follow, or verbal."""
    wording = meeting.wording
    if any(report.to_follow for report in item.reports):
        return wording.to_follow
    return wording.verbal if any(report.verbal for report in item.reports) else ""


def item_remarks(item: Item, meeting: Meeting) -> Iterator[str]:
    """What is to follow, how long the item takes where no column says so, and why something is not public."""
    language = language_of(meeting.look.language)
    if meeting.table.show_minutes and item.minutes and not meeting.table.show_times:
        yield minutes_text(item.minutes, language)
    for report in item.reports:
        if report.to_follow and (words := to_follow_text(report, meeting.date, language)):
            yield words
        if report.withheld:
            yield f"{report.title or meeting.wording.withheld_report}: {report.withheld}"
    if words := item_ground(item, meeting):
        yield words
