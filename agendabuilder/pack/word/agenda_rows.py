"""The table of the agenda in Word: number, time, business and the pages of the pack, as the front sheet has them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docx.document import Document
from docx.table import Table, _Cell

from agendabuilder.domain.forms import minutes_text, ranges_text, time_text
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.parts import parts
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.timetable import Slot, timetable
from agendabuilder.domain.worded import language_of, worded_for
from agendabuilder.pack.front.row_words import item_remarks, no_pages_words, spoken_pages
from agendabuilder.pack.front.style import style_for
from agendabuilder.pack.front.tags import other_language
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.word_styles import AGENDA_TABLE
from agendabuilder.pack.word.word_tables import WIDTH, Column, add_into, add_row, add_table, begun
from agendabuilder.pack.word.word_text import add, add_rich_text, set_language

_LAST_HEADING = 4
_LONG = 700
"""Letters of an item's text from which its row may go over to the next page."""


@dataclass(frozen=True, slots=True)
class _Rows:
    contents: PackContents
    table: Table
    columns: Mapping[str, Column]
    slots: Mapping[str, Slot]


def add_agenda_table(document: Document, contents: PackContents) -> None:
    """The whole agenda under its heading; a meeting without items has none."""
    meeting = contents.meeting
    if not meeting.items:
        return
    language = language_of(meeting.look.language)
    add(document, language.say("Items of business"), "Heading 1")
    columns = dict(_columns(meeting))
    about = language.say("The items of business in their order, with their times and pages.")
    table = add_table(document, tuple(columns.values()), AGENDA_TABLE, about)
    rows = _Rows(contents, table, columns, timetable(meeting).slots)
    for heading, run in parts(meeting):
        _add_part(rows, heading)
        for item in run:
            _add_item(rows, item, 0)


def _columns(meeting: Meeting) -> Iterator[tuple[str, Column]]:
    """Each column that is shown; wider for large print. A column without a heading of the body's has ours."""
    table, wording, say = meeting.table, meeting.wording, language_of(meeting.look.language).say
    scale = style_for(meeting.look).body.size / 12
    widths = {
        "number": 15 * scale if table.show_numbers else 0,
        "time": (25 if table.show_minutes else 22) * scale if table.show_times else 0,
        "pages": 25 * scale if table.show_pages else 0,
    }
    if table.show_numbers:
        yield "number", Column(wording.item_heading or say("Number"), widths["number"])
    if table.show_times:
        yield "time", Column(wording.time_heading or say("Time"), widths["time"])
    yield "text", Column(wording.title_heading or say("Business"), WIDTH - sum(widths.values()))
    if table.show_pages:
        yield "pages", Column(wording.pages_heading or say("Pages"), widths["pages"])


def _add_part(rows: _Rows, heading: str) -> None:
    """The row that heads the public or the exempt items."""
    if heading.strip():
        first, *others = add_row(rows.table, tuple(rows.columns.values()))
        whole = first.merge(others[-1]) if others else first
        add_into(whole, heading, "Table head")
        for empty in whole.paragraphs[:-1]:
            whole._tc.remove(empty._p)


def _add_item(rows: _Rows, item: Item, depth: int) -> None:
    around = rows.contents.meeting
    meeting = worded_for(item, around)
    cells = add_row(rows.table, tuple(rows.columns.values()), whole=len(item.text) < _LONG)
    for name, cell in zip(rows.columns, cells, strict=True):
        if name == "number":
            add_into(cell, rows.contents.numbers.get(item.id, ""), "Table text")
        elif name == "text":
            _fill_text(cell, replace(rows.contents, meeting=meeting), item, depth)
        else:
            lines = _time_lines(rows, meeting, item) if name == "time" else _pages_lines(rows, meeting, item)
            for line in lines:
                add_into(cell, line, "Table text")
        begun(cell)
        set_language(cell._tc, other_language(item.language, around.look.language))
    for child in item.items:
        _add_item(rows, child, depth + 1)


def _time_lines(rows: _Rows, meeting: Meeting, item: Item) -> Iterator[str]:
    language = language_of(meeting.look.language)
    if start := rows.slots.get(item.id, Slot()).start:
        yield time_text(start, meeting.table.times, language)
    if meeting.table.show_minutes and item.minutes:
        yield minutes_text(item.minutes, language)


def _pages_lines(rows: _Rows, meeting: Meeting, item: Item) -> Sequence[str]:
    pages = rows.contents.plan.items.get(item.id, ())
    words = ranges_text(pages, meeting.table.ranges) if pages else no_pages_words(item, meeting)
    return [words] if words else []


def _fill_text(cell: _Cell, contents: PackContents, item: Item, depth: int) -> None:
    """The title as a heading, and all that stands under it."""
    meeting = contents.meeting
    if item.title.strip():
        title = item.title.upper() if meeting.look.capital_titles else item.title
        heading = add(cell, title, f"Heading {min(2 + depth, _LAST_HEADING)}")
        heading.paragraph_format.keep_with_next = False  # in a table it would keep the row with the next row
    add_rich_text(cell, fill_places(item.text, meeting), "Table text")
    people = [person.line for person in item.contributors if person.line.strip()]
    if people:
        label = meeting.wording.contributor if len(people) == 1 else meeting.wording.contributors
        if label.strip():
            add(cell, label, "Label")
        for line in people:
            add(cell, line, "Table text")
    for line in paper_lines(contents, item):
        add(cell, line, "Paper")
    for remark in item_remarks(item, meeting):
        add(cell, remark, "Remark")


def paper_lines(contents: PackContents, item: Item) -> Iterator[str]:
    """Each report of an item that is in the pack, with its pages."""
    language = language_of(contents.meeting.look.language)
    for report in item.reports:
        pages = contents.plan.reports.get(report.id)
        if pages and not report.withheld:
            yield f"{report.title or language.say('Report')} ({spoken_pages(pages, language)})"
