"""How alike two titles or two names of a body are: by their words, so that a clerk can be told what differs."""

import re

from rapidfuzz import fuzz

_WORD = re.compile(r"[^\W_]+(?:[-/][^\W_]+)*")
_SMALL = {
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "its", "it", "is",
    "report", "update", "paper", "item", "appendix", "annex",
}  # fmt: skip
_ALIKE = 84
"""Two words that are alike by this much, of 100, are taken for one word with a slip or another ending."""

_SPAN = re.compile(r"(?<!\d)(?:20)?(\d\d)\s?[-/\u2013]\s?(?:20)?(\d\d)(?!\d)")
_RECENT = 14
"""Spans of smaller numbers than this are no years of today's papers."""

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def words_of(text: str) -> list[str]:
    """The words that carry meaning, in small letters, without apostrophes; "&" is a small word like "and"."""
    plain = text.casefold().replace("'", "").replace("\u2019", "")
    return [word for word in _WORD.findall(plain) if word not in _SMALL]


def missing_words(words: list[str], among: list[str]) -> list[str]:
    """Those of `words` that have no like among the others."""
    return [word for word in words if not any(word == other or fuzz.ratio(word, other) >= _ALIKE for other in among)]


def shared(one: str, other: str) -> float:
    """How much of the shorter text's words the longer one has, from 0 to 1; 1 where one has no words."""
    fewer, more = sorted((words_of(one), words_of(other)), key=len)
    if not fewer:
        return 1.0
    return 1 - len(missing_words(fewer, more)) / len(fewer)


def years_in(text: str) -> set[int]:
    """The years that a text names; of spans such as "2026/27" and "26-28" the first."""
    spans = [span for span in _SPAN.finditer(text) if _RECENT < int(span[1]) < int(span[2])]
    alone = _SPAN.sub(" ", text)
    return {2000 + int(span[1]) for span in spans} | {int(year) for year in _YEAR.findall(alone)}
