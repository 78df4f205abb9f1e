"""Finds dates in running text, with the weekday that stands before them, as British papers write them.

Only whole dates count: what has no year could be meant in any.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from agendabuilder.domain.forms import MONTHS, weekday_text

_WEEKDAY = r"(?:(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day),?\s+(?:the\s+)?)?"
_MONTH = rf"(?P<month>{'|'.join(name if name == 'May' else f'{name}|{name[:3]}' for name in MONTHS)}|Sept)\.?"
_DAY = r"(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = (
    re.compile(rf"\b{_WEEKDAY}\b{_DAY}(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}", re.IGNORECASE),
    re.compile(
        rf"{_WEEKDAY}(?<![\d/.-])(?P<day>\d{{1,2}})(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}(?![/.-]?\d)",
        re.IGNORECASE,
    ),
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it was written: the day, the weekday that was given with it (or none), the words, and their place."""

    day: date
    weekday: str
    words: str
    start: int

    @property
    def contradicts_itself(self) -> bool:
        """Whether the weekday that was given is not the day's own."""
        return bool(self.weekday) and self.weekday != weekday_text(self.day)


def dates_in(text: str) -> list[WrittenDate]:
    """The whole dates of a text, in order. A day that no calendar has is passed over."""
    return sorted(_found(text), key=lambda each: each.start)


def _found(text: str) -> Iterator[WrittenDate]:
    for form in _FORMS:
        for match in form.finditer(text):
            with suppress(ValueError):
                day = date(int(match["year"]), month_number(match["month"]), int(match["day"]))
                words = " ".join(match[0].split())
                yield WrittenDate(day, (match["weekday"] or "").capitalize(), words, match.start())


def month_number(word: str) -> int:
    """The number of a month that is written in full, shortened or in figures; 0, which no date has, for none."""
    if word.isdecimal():
        return int(word)
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(word.lower()[:3])), 0)
