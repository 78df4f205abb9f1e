"""What the checks want to know of one report's words; worked out from its text once, and then kept with the file.

Reading a report costs about 5 ms a page for the text and 1 ms for this; a second look at an unchanged file costs a
fraction of a millisecond.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agendabuilder.preflight.cover import Cover, read_cover
from agendabuilder.preflight.dates_in_text import dates_in
from agendabuilder.preflight.draft_marks import draft_marks
from agendabuilder.preflight.page_references import contents_page, page_references
from agendabuilder.preflight.personal_data import PrivateData, personal_data
from agendabuilder.preflight.spotted import Spotted
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.readings.report_text import ReportText, read_report_text

_KEPT_AS = "reading-3"
"""Raise the number when anything that is read here is read in another way."""

_DOUBLED = re.compile(r"(?<=[a-z,] )(the|this|of|to|and|for|with|are|be|we|was|will|from|at|as|or|an) \1(?= [a-z])")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_LONGEST_DATE = 60
"""Characters of a date with its weekday."""

_MOST = 40
"""How many of a kind are kept of one report; a sentence names three."""


@dataclass(frozen=True, slots=True)
class ReportReading:
    """What was read. Pages are those of the file, from 1; `contents` is 0 without a contents list."""

    cover: Cover | None = None
    wrong_weekdays: tuple[Spotted, ...] = ()
    references: tuple[Spotted, ...] = ()
    contents: int = 0
    drafts: tuple[Spotted, ...] = ()
    doubled: tuple[Spotted, ...] = ()
    private: tuple[PrivateData, ...] = ()
    bare: tuple[int, ...] = ()
    sideways: tuple[int, ...] = ()
    comments: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()
    unredacted: tuple[int, ...] = ()


def read_report(path: Path, cache: ReportCache) -> ReportReading:
    """What the words of a prepared report's PDF tell. Raises OSError when the file cannot be read."""
    return cache.read_once(_KEPT_AS, path, ReportReading, lambda: reading_of(read_report_text(path, cache)))


def reading_of(text: ReportText) -> ReportReading:
    """What a report's text tells."""
    pages = text.pages
    return ReportReading(
        cover=read_cover(pages),
        wrong_weekdays=tuple(_wrong_weekdays(pages))[:_MOST],
        references=page_references(pages)[:_MOST],
        contents=contents_page(pages),
        drafts=draft_marks(pages)[:_MOST],
        doubled=tuple(_doubled(pages))[:_MOST],
        private=personal_data(pages)[:_MOST],
        bare=text.bare,
        sideways=text.sideways,
        comments=text.comments,
        covered=text.covered,
        unredacted=text.unredacted,
    )


def _wrong_weekdays(pages: Sequence[str]) -> Iterator[Spotted]:
    """Dates are looked for only where a weekday stands, which is three times as quick."""
    for number, page in enumerate(pages, start=1):
        for weekday in _WEEKDAY.finditer(page):
            for each in dates_in(page[weekday.start() : weekday.start() + _LONGEST_DATE])[:1]:
                if each.start == 0 and each.contradicts_itself:
                    yield Spotted(each.words, number)


def _doubled(pages: Sequence[str]) -> Iterator[Spotted]:
    for number, page in enumerate(pages, start=1):
        yield from (Spotted(match[0], number) for match in _DOUBLED.finditer(page))
