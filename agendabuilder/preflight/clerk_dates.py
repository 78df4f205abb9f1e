"""The dates in a text, in every form that clerks type: "Thursday 4 March 2027", "4th March", "March 4, 2027".

Other than in reports (`dates_in_text`, which also reads figures and capitals), a date of the agenda need not have a
year: it is taken for the occurrence that the words can mean, seen from the meeting.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from agendabuilder.domain.forms import MONTHS, weekday_text
from agendabuilder.preflight.dates_in_text import month_number

_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Weds|Wednes|Thu|Thur|Thurs|Fri|Sat|Satur|Sun)(?:day)?"
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS) + "|Sept"
_DATE = re.compile(
    rf"(?<![\w/])(?=[\dA-Z])(?:(?P<weekday>{_WEEKDAY})\b[,.]?\s+(?:the\s+)?)?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\b(?:\.|,)?(?:\s+(?P<year>[12]\d{{3}})\b)?"
    rf"|(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)(?:,?\s+(?P<year2>[12]\d{{3}})\b)?)"
)
_NUMERIC = re.compile(r"(?<![\w/.-])\d{1,2}([/-])\d{1,2}\1(?:20)?\d{2}(?![\w/-]| \d)")
_FAR = timedelta(days=100)
_HINT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class TypedDate:
    """A date as it stands in a text: from `start` to `end`. `year` is 0 when none was typed."""

    words: str
    start: int
    end: int
    weekday: str
    day: int
    month: int
    year: int

    def in_year(self, year: int) -> date | None:
        """The day in a year; None when the year has no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def exists(self) -> bool:
        """Whether there is such a day: in its year, or in any."""
        return self.in_year(self.year or 2000) is not None

    def has_weekday_of(self, day: date) -> bool:
        """Whether the typed weekday is the weekday of `day`."""
        return weekday_text(day).startswith(self.weekday[:3])

    def with_weekday(self, day: date) -> str:
        """The same words with the weekday of `day`, in full or shortened as it was typed."""
        right = weekday_text(day) if self.weekday.endswith("day") else weekday_text(day)[:3]
        return right + self.words[len(self.weekday) :]


@lru_cache(maxsize=2048)
def typed_dates(text: str) -> tuple[TypedDate, ...]:
    """Every date in a text that is written with the month's name."""
    return tuple(_typed_dates(text)) if _HINT.search(text) else ()


def _typed_dates(text: str) -> Iterator[TypedDate]:
    for found in _DATE.finditer(text):
        day, month = found["day"] or found["day2"], found["month"] or found["month2"]
        words = found[0].rstrip(".,")
        yield TypedDate(
            words,
            found.start(),
            found.start() + len(words),
            found["weekday"] or "",
            int(day),
            month_number(month),
            int(found["year"] or found["year2"] or 0),
        )


def numeric_dates(text: str) -> Iterator[str]:
    """Every date that is written in figures alone: "23/3/23"."""
    return (found[0] for found in _NUMERIC.finditer(text))


def days_meant(typed: TypedDate, around: date) -> tuple[date, ...]:
    """The days that a date can mean, the likeliest first: its own with a year, else the nearest and the next."""
    if typed.year:
        day = typed.in_year(typed.year)
        return (day,) if day else ()
    days = [day for year in range(around.year - 1, around.year + 2) if (day := typed.in_year(year))]
    if not days:
        return ()
    nearest = min(days, key=lambda day: abs(day - around))
    coming = next((day for day in days if day >= around), nearest)
    return (nearest,) if nearest == coming else (nearest, coming)


def day_ahead(typed: TypedDate, around: date) -> date | None:
    """The day that a date means in words that look ahead: without a year, one not more than 100 days gone."""
    if typed.year:
        return typed.in_year(typed.year)
    days = (typed.in_year(year) for year in range(around.year - 1, around.year + 2))
    return next((day for day in days if day and day >= around - _FAR), None)
