"""Checks of items: titles, papers that are announced and not there, papers that are there and not announced."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.preflight.clerk_texts import item_subject

_ATTACHED = re.compile(
    r"(?<!not )(?<!conditions )(?<!importance )(?<!weight )(?<!be )\b(?:attached|enclosed|appended|to follow)\b"
    r"(?! to (?!this agenda|these papers))",
    re.IGNORECASE,
)
_OF_PAPERS = ("attached", "enclosed", "appended", "to follow")
_NO_PAPER = re.compile(
    r"\b(?:verbal|oral) (?:report|update|item|presentation)|\bno (?:written )?(?:report|paper)s?\b(?! ha(?:s|ve) been)",
    re.IGNORECASE,
)


def check_items(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Items without a title, and two of the same title."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        subject = item_subject(item, numbers)
        if not item.title:
            sentence = f"{subject} has no title." if numbers[item.id] else "An item has neither number nor title."
            yield Finding(Severity.WARNING, "item-title", sentence, "Enter a title.", item.id, field="title")
    yield from _twice(meeting, numbers)


def _twice(meeting: Meeting, numbers: Mapping[str, str]) -> Iterator[Finding]:
    """Neighbours in one list that have the same title: mostly an item that was copied and not reworded."""
    families = [meeting.items, *(item.items for item in meeting.all_items())]
    for family in families:
        known: dict[str, Item] = {}
        for item in family:
            before = known.setdefault(item.title.casefold().strip(), item)
            if before is not item and item.title and item.numbered:
                yield Finding(
                    Severity.NOTE,
                    "item-twice",
                    f"{item_subject(item, numbers)} has the same title as {_short(before, numbers)}.",
                    "Take one out, or tell them apart in their titles.",
                    item_id=item.id,
                    field="title",
                )


def _short(item: Item, numbers: Mapping[str, str]) -> str:
    return f"item {numbers[item.id]}" if numbers[item.id] else "an item before it"


def check_papers(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Words about papers against the papers that are there."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item, above in _with_those_above(meeting.items, ()):
        subject, words = item_subject(item, numbers), f"{item.title}\n{item.text}"
        lowered = words.lower()
        near = [report for each in (*above, *item.with_descendants()) for report in each.reports]
        speaks_of_paper = any(word in lowered for word in _OF_PAPERS)
        if speaks_of_paper and (said := _ATTACHED.search(words)) and not any(not report.verbal for report in near):
            yield Finding(
                Severity.WARNING,
                "item-nothing-attached",
                f"{subject} says “{said[0].lower()}”, and it has no paper.",
                "Attach the paper, mark it “to follow”, or take the words out.",
                item_id=item.id,
                field="text" if said.start() > len(item.title) else "title",
            )
        attached = [report for report in item.reports if report.is_attached]
        if attached and (said := _NO_PAPER.search(words)):
            yield Finding(
                Severity.NOTE,
                "item-paper-unannounced",
                f"{subject} says “{said[0].lower()}”, and “{attached[0].name}” is attached to it.",
                "Check whether the paper belongs here, or word the item anew.",
                item_id=item.id,
                report_id=attached[0].id,
            )


def _with_those_above(items: tuple[Item, ...], above: tuple[Item, ...]) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    for item in items:
        yield item, above
        yield from _with_those_above(item.items, (*above, item))


def check_papers_to_follow(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Papers to follow that are overdue, or that will come when the meeting is over."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item, report in meeting.all_reports():
        due = report.to_follow.due if report.to_follow else None
        if due and due < today:
            says = f"was due on {full_date_text(due)} and is still to follow."
            yield _paper(item, report, numbers, "report-overdue", says, "Ask its author, or attach it.")
        elif due and meeting.date and due >= meeting.date:
            says = f"is to follow by {full_date_text(due)}, and the meeting is on {full_date_text(meeting.date)}."
            yield _paper(item, report, numbers, "report-due-late", says, "Agree an earlier day with its author.")


def _paper(item: Item, report: Report, numbers: Mapping[str, str], code: str, says: str, advice: str) -> Finding:
    sentence = f"{item_subject(item, numbers)}: “{report.name}” {says}"
    return Finding(Severity.WARNING, code, sentence, advice, item_id=item.id, report_id=report.id)
