"""Checks of the body's own name: another word in it, a slip of the pen, "&" here and "and" there."""

import re
from collections.abc import Iterator
from datetime import date

from rapidfuzz.fuzz import ratio

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_texts import ClerkText, clerk_texts
from agendabuilder.preflight.person_checks import folded_title

_BODIES = "Committee|Sub-Committee|Subcommittee|Cabinet|Board|Panel|Commission|Forum|Executive"
_WORD = r"[A-Z][\w'’-]*"  # noqa: RUF001 (an apostrophe as clerks type it)
_NAME = re.compile(rf"\b{_WORD}(?:(?:,| and| &|, and| for| of)? {_WORD})*? (?:{_BODIES})\b")
_GENERAL = frozenset({
    "committee", "sub", "subcommittee", "cabinet", "board", "panel", "commission", "forum", "executive", "select",
    "scrutiny", "overview", "council", "the", "and", "of", "for", "joint", "standing", "special",
})  # fmt: skip
_SLIP = 82
_FIRST_WORDS = frozenset({"the", "this", "our", "that", "each", "to"})


def check_body_name(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Every name of a body in the texts that is like this body's own, and not the same."""
    own = meeting.committee.strip()
    if len(_words(own)) < 2:
        return
    for text in clerk_texts(meeting):
        for found in _NAME.finditer(text.text):
            name = _without_first_words(found[0])
            if name and name != own and (weight := _weight(name, own)):
                yield _finding(text, name, own, weight)


def _weight(name: str, own: str) -> Severity | None:
    """How much it matters that a name differs; None for one that is another body's, or merely short for this one's."""
    here, there = _words(name), _words(own)
    if here == there:
        is_joined_alike = ("&" in name) == ("&" in own)
        return None if is_joined_alike else Severity.NOTE
    missing, extra = there - here, here - there
    if not missing or not extra:
        return None
    mine, theirs = there - _GENERAL, here - _GENERAL
    if not mine or len(mine) != len(theirs):
        return None
    slips = all(any(ratio(word, other) >= _SLIP for other in theirs) for word in mine)
    return Severity.WARNING if slips else None


def _words(name: str) -> set[str]:
    return set(folded_title(name.replace("-", " ")).split())


def _without_first_words(name: str) -> str:
    words = name.split()
    while words and words[0].casefold() in _FIRST_WORDS:
        words = words[1:]
    return " ".join(words) if len(words) > 1 else ""


def _finding(text: ClerkText, name: str, own: str, weight: Severity) -> Finding:
    says = f"says “{name}”, and the body's name is “{own}”."
    return text.finding(weight, "body-name", says, "Use the same name throughout.", found=name, instead=own)
