"""Checks of the wording of what the clerk typed: slips that a second pair of eyes finds."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_texts import clerk_texts

_DOUBLED = re.compile(r"(?<![\w-])([^\W\d_]++)[ \t]+\1(?![\w-])", re.IGNORECASE)
_FAIRLY_DOUBLED = frozenset({"had", "that", "yn", "bye", "dros"})
_LABEL = re.compile(r"(?:^|[\s;,])(?:[a-z]|[ivxl]{1,5}|\d{1,3})$", re.IGNORECASE)
_OTHER_HALF = {")": "(", "]": "["}
_SPACE = re.compile(r"(?<=\w) +(?:\((?:s|es)\)|[,;.](?=\s|$))")
_LAST_WORD = re.compile(r"\w+$")
_STRAIGHT = re.compile(r'(?<!\d)"')
_BRACKET = re.compile(r"[()\[\]]")
_UNFINISHED = re.compile(
    r"\b(?:TBC|TBA|XXX+|[Ll]orem ipsum)\b|\?\?+|\[(?:insert|enter|name|date|title)\b[^\]\n]*\](?!\()"
)
_DOTTED = re.compile(r"\b(\d{1,2}(?:[.:]\d\d)?) ?([ap])\.m\b\.?", re.IGNORECASE)
_PLAIN = re.compile(r"\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Slip:
    severity: Severity
    code: str
    says: str
    advice: str
    found: str = ""
    instead: str = ""


def check_wording(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Words typed twice, brackets and quotation marks that do not close, spaces before a full stop, "TBC"."""
    for text in clerk_texts(meeting):
        for slip in _slips(text.text):
            yield text.finding(slip.severity, slip.code, slip.says, slip.advice, slip.found, slip.instead)


@lru_cache(maxsize=2048)
def _slips(text: str) -> tuple[_Slip, ...]:
    """Kept by text: while a clerk types, one text changes and all others are as they were."""
    return (*_doubled(text), *_brackets(text), *_quotes(text), *_spaces(text), *_unfinished(text))


def _doubled(text: str) -> Iterator[_Slip]:
    for found in _DOUBLED.finditer(text):
        word, again = found[1], found[0].split()[-1]
        is_name = word[0].isupper() and again[0].isupper()
        if word.casefold() not in _FAIRLY_DOUBLED and not is_name:
            says = f"has a word twice: “{found[0]}”."
            yield _Slip(Severity.WARNING, "text-doubled", says, "Take one out.", found[0], word)


def _brackets(text: str) -> Iterator[_Slip]:
    if sign := _unbalanced(text):
        says = f"has a bracket “{sign}” without its other half."
        yield _Slip(Severity.WARNING, "text-brackets", says, "Close it, or take it out.")


def _unbalanced(text: str) -> str:
    """The first bracket that has no other half; empty when all have. "a)" at the head of a point needs none."""
    opened: list[str] = []
    for found in _BRACKET.finditer(text):
        place, sign = found.start(), found[0]
        if sign in "([":
            opened.append(sign)
        elif opened and opened[-1] == _OTHER_HALF[sign]:
            opened.pop()
        elif sign == "]" or not _LABEL.search(text[max(0, place - 6) : place]):
            return sign
    return opened[0] if opened else ""


def _quotes(text: str) -> Iterator[_Slip]:
    left, right = text.count("“"), text.count("”")
    is_continued = left > right and "\n\n" in text  # each paragraph of a long quotation opens anew
    if (left != right and not is_continued) or len(_STRAIGHT.findall(text)) % 2:
        says = "has a quotation mark without its other half."
        yield _Slip(Severity.NOTE, "text-quotes", says, "Close the quotation, or take the mark out.")


def _spaces(text: str) -> Iterator[_Slip]:
    for found in _SPACE.finditer(text):
        word = _LAST_WORD.search(text[max(0, found.start() - 40) : found.start()])
        typed = (word[0] if word else "") + found[0]
        says = f"has a space too many: “{typed}”."
        yield _Slip(Severity.NOTE, "text-space", says, "Take it out.", typed, typed.replace(" ", ""))


def _unfinished(text: str) -> Iterator[_Slip]:
    if found := _UNFINISHED.search(text):
        says = f"has something still to be filled in: “{found[0]}”."
        yield _Slip(Severity.NOTE, "text-unfinished", says, "Fill it in.", found[0])


def check_time_forms(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Some times with "p.m." and others with "pm"; the head of the agenda has "pm"."""
    texts = clerk_texts(meeting)
    dotted = [(text, found) for text in texts if ".m" in text.text.lower() for found in _DOTTED.finditer(text.text)]
    plain = next((found[0] for text in texts if (found := _PLAIN.search(text.text))), "") if dotted else ""
    for text, found in dotted if plain else ():
        yield text.finding(
            Severity.NOTE,
            "time-form",
            f"says “{found[0]}”, and elsewhere the agenda has “{plain}”.",
            "Write times in one form.",
            found=found[0],
            instead=f"{found[1]} {found[2].lower()}m",
        )
