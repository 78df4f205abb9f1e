"""Finds where a report speaks of its own page numbers, which in the pack are others: "see page 12", contents lists.

Only what plainly means the report itself counts: not "page 4 of the White Paper", not a number that the report has no
page for, not the running footers.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from agendabuilder.preflight.spotted import Spotted

_REFERENCE = re.compile(
    r"\b(?:see|on|at|to|from|in|refer to|(?<=\()(?=p\.?\s?\d|page\s))\s*\b(?:the\s+table\s+on\s+)?"
    r"(?P<words>(?:pages?|pp?\.?)\s?(?P<number>\d{1,3})(?:\s?(?:-|\u2013|to|and)\s?\d{1,3})?)\b"
    r"(?!\s*(?:\(?\d|%|of\s+(?!this\b)|in\s+(?:the|its|their)\b|per\b|onwards?\b|only\b|/))",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"^\s*\S.{2,110}?(?:(?:\s?[.\u2026\u00b7_]){3,}|\s)\s*(?P<number>\d{1,3})\s*$")
_LEADERS = re.compile(r"(?:\s?[.\u2026\u00b7_]){4,}\s*\d{1,3}\s*$")
_CONTENTS = re.compile(r"^\s*(?:table of )?contents(?:\s+page)?\s*:?\s*(?:page)?\s*$", re.IGNORECASE)
_FIRST_PAGES = 8
_FEWEST_ENTRIES = 3
_LONGEST = 250
"""Characters of a line that can be an entry; the patterns would be slow on endless ones."""


def page_references(pages: Sequence[str]) -> tuple[Spotted, ...]:
    """References to the report's own page numbers, in the order of the pages (texts of pages, from page 1)."""
    return tuple(_references(pages))


def _references(pages: Sequence[str]) -> Iterator[Spotted]:
    for number, page in enumerate(pages, start=1):
        for match in _REFERENCE.finditer(page):
            if 0 < int(match["number"]) <= len(pages):
                yield Spotted(" ".join(match["words"].split()), number)


def contents_page(pages: Sequence[str]) -> int:
    """The page with the report's contents list and its page numbers; 0 when there is none."""
    for number, page in enumerate(pages[:_FIRST_PAGES], start=1):
        lines = [line for line in page.split("\n") if len(line) <= _LONGEST]
        if _is_contents(lines, len(pages)):
            return number
    return 0


def _is_contents(lines: Sequence[str], count: int) -> bool:
    """A list headed "Contents", or with dotted lines, whose numbers rise and are pages of the file."""
    headed = next((place for place, line in enumerate(lines) if _CONTENTS.match(line)), None)
    if headed is None and sum(_LEADERS.search(line) is not None for line in lines) < _FEWEST_ENTRIES:
        return False
    entries = [match for line in lines[headed or 0 :] if (match := _ENTRY.match(line))]
    numbers = [int(match["number"]) for match in entries]
    rising = all(here <= there for here, there in pairwise(numbers))
    return len(numbers) >= _FEWEST_ENTRIES and rising and numbers[0] < numbers[-1] <= count
