"""The agenda's table for a spreadsheet: one line for each item, with its pages in the pack."""

import csv
from collections.abc import Iterator
from io import StringIO

from agendabuilder.domain.audience import ground_text, restrictions
from agendabuilder.domain.item import Item
from agendabuilder.domain.timetable import timetable
from agendabuilder.domain.worded import language_of, report_name
from agendabuilder.pack.pack_contents import PackContents

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes a cell for a formula by."""


def agenda_table(contents: PackContents) -> bytes:
    """The table of one edition as CSV, in UTF-8 with the mark by which Excel knows it; times as 14:05."""
    written = StringIO()
    lines = csv.writer(written)
    say = language_of(contents.meeting.look.language).say
    lines.writerow((
        say("Number"), say("Title"), say("Time"), say("Minutes"), say("People"), say("Reports"), say("First page"),
        say("Last page"), say("Access"),
    ))  # fmt: skip
    lines.writerows([_as_text(cell) for cell in line] for line in _lines(contents))
    return written.getvalue().encode("utf-8-sig")


def _lines(contents: PackContents) -> Iterator[tuple[str, ...]]:
    meeting, slots = contents.meeting, timetable(contents.meeting).slots
    language, restricted = language_of(meeting.look.language), restrictions(meeting)
    for item in meeting.all_items():
        start, pages = slots[item.id].start, contents.plan.items.get(item.id, ())
        restriction = restricted.get(item.id)
        yield (
            contents.numbers.get(item.id, ""),
            item.title,
            f"{start:%H:%M}" if start else "",
            str(item.minutes) if item.minutes is not None else "",
            "; ".join(person.line for person in item.contributors),
            _reports(contents, item),
            pages[0].first if pages else "",
            pages[-1].last if pages else "",
            ground_text(restriction, meeting) if restriction else language.say("Public"),
        )


def _reports(contents: PackContents, item: Item) -> str:
    """The reports by name, those without pages with the reason."""
    wording, language = contents.meeting.wording, language_of(contents.meeting.look.language)
    names = []
    for report in item.reports:
        words = wording.to_follow if report.to_follow else wording.verbal if report.verbal else report.withheld
        names.append(f"{report_name(report, language)} ({words})" if words else report_name(report, language))
    return "; ".join(names)


def _as_text(cell: str) -> str:
    """The cell so that no spreadsheet works it out as a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
