"""Times and lengths as clerks type them: `11.05`, `1105`, `11:05 am`, `20m`, `1h 15`."""

import re
from datetime import time

_CLOCK = re.compile(r"(\d{1,2})(?:\s*[.:]\s*(\d{2})|(\d{2}))?\s*(?:([ap])\.?\s*m?\.?)?", re.IGNORECASE)
_LENGTH = re.compile(
    r"(?:(\d{1,2})\s*h(?:ou)?r?s?\s*(?:and\s*)?)?(?:(\d{1,3})\s*(m(?:in(?:ute)?)?s?\.?)?)?", re.IGNORECASE
)
_UNIT = re.compile(r"\d\s*[hm]", re.IGNORECASE)
_WORDS = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_EARLIEST = 7
"""An hour before this that is typed bare ("2.30") is meant for the afternoon: no committee meets at night."""


class TypedTimeError(ValueError):
    """The text is not a time, or not a length; the message is a sentence for the clerk."""


def read_clock(text: str) -> time:
    """A time of day. Raises `TypedTimeError`.

    24 hours or with am/pm. A bare hour from 1 to 6 without a nought before it is in the afternoon.
    """
    words = text.strip().lower()
    if words in _WORDS:
        return _WORDS[words]
    found = _CLOCK.fullmatch(words)
    hour, minute = (int(found[1]), int(found[2] or found[3] or 0)) if found else (24, 0)
    half = found[4] if found else None
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif not half and 0 < hour < _EARLIEST and not words.startswith("0"):
        hour += 12
    elif half:
        hour = 24
    if hour > 23 or minute > 59:
        raise TypedTimeError("Type a time such as 11.05, 1105 or 11:05 am.")
    return time(hour, minute)


def read_length(text: str) -> int:
    """A length in minutes: `20`, `20m`, `1h`, `1h 15m`. Raises `TypedTimeError`."""
    found = _LENGTH.fullmatch(text.strip())
    if not found or not (found[1] or found[2]):
        raise TypedTimeError("Type a length such as 20m or 1h 15m.")
    return int(found[1] or 0) * 60 + int(found[2] or 0)


def read_timing(text: str) -> time | int:
    """A time of day, or a length in minutes when it says so ("20m"). Raises `TypedTimeError`."""
    if _UNIT.search(text):
        return read_length(text)
    return read_clock(text)


def length_text(minutes: int) -> str:
    """A length as it is shown in a field: `20m`, `1h 15m`."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours}h" if hours else "", f"{rest}m" if rest or not hours else "") if part)
