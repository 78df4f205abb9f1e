"""Checks of item numbers: typed ones that leave gaps or come twice. A running count can do neither by itself."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.preflight.clerk_texts import item_subject

_NUMBER = re.compile(r"(?P<before>\D*)(?P<count>\d+)(?P<after>\D*|/\d+)")
_ADVICE = "Take the typed number out, and the items are numbered in order."


def check_numbers(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Numbers that are printed twice, and numbers that are left out between neighbours."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    first: dict[str, Item] = {}
    again: set[str] = set()
    for item in meeting.all_items():
        number = numbers[item.id]
        if number and first.setdefault(number, item) is not item:
            again.add(item.id)
            typed = item if item.number else first[number]
            sentence = f"Number {number} is given to {_titled(first[number])} and to {_titled(item)}."
            yield Finding(Severity.WARNING, "number-twice", sentence, _ADVICE, typed.id, field="number")
    for family in (meeting.items, *(item.items for item in meeting.all_items())):
        if any(item.number for item in family):
            yield from _gaps([item for item in family if item.id not in again], numbers)


def _titled(item: Item) -> str:
    return f"“{item.title}”" if item.title else "an item without a title"


def _gaps(family: Sequence[Item], numbers: Mapping[str, str]) -> Iterator[Finding]:
    counted = [(item, found) for item in family if (found := _NUMBER.fullmatch(numbers[item.id]))]
    for (_, before), (item, here) in pairwise(counted):
        last, count = int(before["count"]), int(here["count"])
        same_run = (before["before"], before["after"]) == (here["before"], here["after"])
        if same_run and count != last + 1:
            sentence = f"{item_subject(item, numbers)} comes right after number {before[0]}."
            yield Finding(Severity.NOTE, "number-gap", sentence, _ADVICE, item.id, field="number")
