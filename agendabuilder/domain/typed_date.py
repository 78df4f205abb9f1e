"""Days as clerks type them in a line: `19 September 2022, 26/12/2027`. The day comes first, as in Britain."""

import re
from contextlib import suppress
from datetime import date

from agendabuilder.domain.forms import MONTHS

_BETWEEN = re.compile(r"[,;\n]|\band\b")
_DAY = re.compile(r"(?:[a-z]+day\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./-]+(\d{4})")


class TypedDateError(ValueError):
    """The text is not a line of days; the message is a sentence for the clerk."""


def read_days(text: str) -> tuple[date, ...]:
    """The days in a text, in order, each once. Raises `TypedDateError`."""
    return tuple(sorted({_read(part.strip()) for part in _BETWEEN.split(text.lower()) if part.strip()}))


def _read(text: str) -> date:
    found = _DAY.fullmatch(text)
    if found:
        with suppress(ValueError):
            return date(int(found[3]), _month(found[2]), int(found[1]))
    raise TypedDateError("Type days such as 19 September 2022, with commas between them.")


def _month(text: str) -> int:
    """The number of a month that is a number, a name or the beginning of one; 0 for none."""
    if text.isdecimal():
        return int(text)
    return next((number for number, name in enumerate(MONTHS, 1) if name.lower().startswith(text)), 0)
