"""The agenda of the HTML page: a real table, whose roles are written out so that it stays one on narrow screens."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from agendabuilder.domain.forms import minutes_text, ranges_text, time_text
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.parts import parts
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.timetable import Slot, timetable
from agendabuilder.domain.worded import language_of, worded_for
from agendabuilder.pack.front.row_words import item_remarks, no_pages_words, spoken_pages
from agendabuilder.pack.front.tags import other_language
from agendabuilder.pack.html.html_nodes import Node, add, add_rich_text, add_text, add_unseen

_DEEPEST = 2
_LAST_HEADING = 6


@dataclass(frozen=True, slots=True)
class PackLinks:
    """Where the pages are: the pack's file as the page links to it, and the plan of its pages."""

    file: str
    plan: PackPlan

    @property
    def whole(self) -> str:
        """The address of the pack itself."""
        return quote(self.file)

    def to(self, pages: PageRange) -> str:
        """The address of a range's first page: viewers count sheets of the file, not printed numbers."""
        return f"{quote(self.file)}#page={pages.sheet}"


@dataclass(frozen=True, slots=True)
class _Rows:
    meeting: Meeting
    links: PackLinks
    numbers: Mapping[str, str]
    slots: Mapping[str, Slot]

    @property
    def language(self) -> Language:
        """The language of all words that the clerk has not typed."""
        return language_of(self.meeting.look.language)


def add_agenda(parent: Node, meeting: Meeting, numbers: Mapping[str, str], links: PackLinks) -> None:
    """The whole agenda under its heading; a meeting without items has none."""
    if not meeting.items:
        return
    rows = _Rows(meeting, links, numbers, timetable(meeting).slots)
    section = add(parent, "section", class_="agenda", aria_labelledby="agenda")
    heading = meeting.wording.agenda or rows.language.wording.agenda
    add(section, "h2", heading, id="agenda", tabindex="-1", class_="unseen")
    table = add(section, "table", role="table")
    caption = rows.language.say("The items of business in their order, with their times and pages.")
    add(table, "caption", caption, class_="unseen")
    _head(table, meeting)
    for heading, run in parts(meeting):
        body = add(table, "tbody", role="rowgroup")
        _part(body, meeting, heading)
        for item in run:
            _row(body, rows, item, 0)


def _columns(meeting: Meeting) -> Iterator[tuple[str, str, str]]:
    """Each column that is shown: its class, its heading, and the heading for who cannot see the column."""
    table, wording, say = meeting.table, meeting.wording, language_of(meeting.look.language).say
    if table.show_numbers:
        yield "number", wording.item_heading, say("Number")
    if table.show_times:
        yield "time", wording.time_heading, say("Time")
    yield "text", wording.title_heading, say("Business")
    if table.show_pages:
        yield "pages", wording.pages_heading, say("Pages")


def _head(table: Node, meeting: Meeting) -> None:
    row = add(add(table, "thead", role="rowgroup"), "tr", role="row")
    for name, heading, unseen in _columns(meeting):
        cell = add(row, "th", heading, scope="col", role="columnheader", class_=name)
        if not heading.strip():
            add_unseen(cell, unseen)


def _part(body: Node, meeting: Meeting, heading: str) -> None:
    """The row that heads the public or the exempt items."""
    if heading.strip():
        count = str(len(list(_columns(meeting))))
        row = add(body, "tr", role="row")
        add(row, "th", heading, scope="rowgroup", role="rowheader", colspan=count, aria_colspan=count, class_="part")


def _row(body: Node, table: _Rows, item: Item, depth: int) -> None:
    meeting = worded_for(item, table.meeting)
    rows = replace(table, meeting=meeting)
    ruled = meeting.front_sheet.rules_between_items and not depth
    classes = " ".join(filter(None, (
        "ruled" if ruled else "", f"deep-{min(depth, _DEEPEST)}" if depth else "",
        "" if meeting.table.show_numbers else "whole-width",
    )))  # fmt: skip
    other = other_language(item.language, table.meeting.look.language)
    said = {**({"class_": classes} if classes else {}), **({"lang": other} if other else {})}
    row = add(body, "tr", role="row", **said, id=f"item-{item.id}")
    number = rows.numbers.get(item.id, "")
    for name, _, _ in _columns(meeting):
        if name == "number":
            _number_cell(row, number)
        elif name == "time":
            _time_cell(row, rows, item)
        elif name == "pages":
            _pages_cell(row, rows, item)
        else:
            _text_cell(row, rows, item, depth)
    for child in item.items:
        _row(body, table, child, depth + 1)


def _number_cell(row: Node, number: str) -> None:
    if number:
        add(row, "th", number, scope="row", role="rowheader", class_="number")
    else:
        add(row, "td", role="cell", class_="number")


def _time_cell(row: Node, rows: _Rows, item: Item) -> None:
    start = rows.slots.get(item.id, Slot()).start
    lines = [time_text(start, rows.meeting.table.times, rows.language)] if start else []
    if rows.meeting.table.show_minutes and item.minutes:
        lines.append(minutes_text(item.minutes, rows.language))
    cell = _cell(row, "time", not lines)
    for line in lines:
        add(cell, "p", line)


def _pages_cell(row: Node, rows: _Rows, item: Item) -> None:
    pages = rows.links.plan.items.get(item.id, ())
    words = no_pages_words(item, rows.meeting)
    cell = _cell(row, "pages", not pages and not words)
    if pages:
        number = rows.numbers.get(item.id, "")
        called = rows.language.say("item {number}", number=number) if number else ""
        of_what = ", ".join(part for part in (called, item.title) if part)
        _pages_link(add(cell, "p"), rows, pages, of_what)
    elif words:
        add(cell, "p", words)


def _pages_link(parent: Node, rows: _Rows, pages: Sequence[PageRange], of_what: str) -> None:
    link = add(parent, "a", href=rows.links.to(pages[0]))
    is_one = len(pages) == 1 and pages[0].first == pages[0].last
    add_unseen(link, f"{rows.language.say('Page' if is_one else 'Pages')} ")
    add_text(link, ranges_text(pages, rows.meeting.table.ranges))
    add_unseen(link, rows.language.say(" of the pack: {item}", item=of_what))


def _cell(row: Node, name: str, is_empty: bool) -> Node:
    return add(row, "td", role="cell", class_=f"{name} empty" if is_empty else name)


def _text_cell(row: Node, rows: _Rows, item: Item, depth: int) -> None:
    """The title as a heading, and all that stands under it."""
    cell = add(row, "td", role="cell", class_="text")
    if item.title.strip():
        add(cell, f"h{min(3 + depth, _LAST_HEADING)}", item.title, class_="item-title")
    add_rich_text(cell, fill_places(item.text, rows.meeting))
    _contributors(cell, rows.meeting, item)
    _papers(cell, rows, item)
    for remark in item_remarks(item, rows.meeting):
        add(cell, "p", remark, class_="remark")


def _contributors(cell: Node, meeting: Meeting, item: Item) -> None:
    lines = [person.line for person in item.contributors if person.line.strip()]
    if lines:
        label = meeting.wording.contributor if len(lines) == 1 else meeting.wording.contributors
        if label.strip():
            add(cell, "p", label, class_="label")
        people = add(cell, "ul", class_="people", role="list")
        for line in lines:
            add(people, "li", line)


def _papers(cell: Node, rows: _Rows, item: Item) -> None:
    """Each report by its title, as a link to its own first page."""
    here = [(report, rows.links.plan.reports.get(report.id)) for report in item.reports]
    linked = [(report, pages) for report, pages in here if pages and not report.withheld]
    if linked:
        papers = add(cell, "ul", class_="papers", role="list")
        for report, pages in linked:
            _paper(add(papers, "li"), rows, report, pages)


def _paper(point: Node, rows: _Rows, report: Report, pages: PageRange) -> None:
    add(point, "a", report.title or rows.language.say("Report"), href=rows.links.to(pages))
    add_text(point, f" ({spoken_pages(pages, rows.language)})")
