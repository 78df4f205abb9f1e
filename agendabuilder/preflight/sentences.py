"""What a sentence of an agenda is about, as far as the checks of dates must know it."""

import re
from bisect import bisect_right
from functools import lru_cache

_END = re.compile(r"[.!?](?=\s)|\n")
_AHEAD = re.compile(
    r"\b(?:deadline|no later than|closing date|closes? on|(?:will|is to|are to|to) be held|will (?:take place|meet)"
    r"|must (?:be received|be sent|arrive|reach|register)|noon on|by \d[\d.:]* ?[ap]\.?m\.? on)\b",
    re.IGNORECASE,
)
_NEXT_MEETING = re.compile(r"\b(?:next|future|following)\s+(?:\w+\s+){0,3}meetings?\b|\bmeets? next\b", re.IGNORECASE)


def sentence_around(text: str, place: int) -> str:
    """The sentence in which a place of the text lies; a line's end ends it, too."""
    ends = _ends(text)
    after = bisect_right(ends, place)
    return text[ends[after - 1] : ends[after]]


@lru_cache(maxsize=1024)
def _ends(text: str) -> tuple[int, ...]:
    """Where sentences end, from 0 to the length of the text and beyond."""
    return (0, *(found.end() for found in _END.finditer(text)), len(text) + 1)


@lru_cache(maxsize=4096)
def looks_ahead(sentence: str) -> bool:
    """Whether a sentence speaks of something that is still to come."""
    return bool(_AHEAD.search(sentence))


@lru_cache(maxsize=4096)
def speaks_of_next_meeting(sentence: str) -> bool:
    """Whether a sentence or a title is about when the body meets next."""
    return bool(_NEXT_MEETING.search(sentence))
