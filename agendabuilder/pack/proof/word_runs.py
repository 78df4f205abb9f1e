"""Texts as words that can be compared: letters and digits only, without case, and runs of five that follow each other.

Two readers never agree on every space and hyphen of a page; they do on its words.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate

RUN = 5
"""How many words that follow one another are taken for somebody's own wording."""

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
_NOT_PRINTED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\x00\x02"))
_SHORT_NUMBER = 4


def words_of(text: str) -> Words:
    """The words of a text, folded: capitals, ligatures, soft hyphens and punctuation make no difference."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_NOT_PRINTED))
    else:
        text = text.replace("\x00", "").replace("\x02", "")
    return tuple(_WORD.findall(text.casefold()))


def runs_of(words: Sequence[str], length: int = RUN) -> Iterator[int]:
    """A number for each run of so many words; equal runs have equal numbers, as long as the program runs."""
    return map(hash, zip(*(words[start:] for start in range(length)), strict=False))


def joined(words: Sequence[str]) -> str:
    """The words as one text in which a phrase, joined in the same way, is found as a whole or not at all."""
    return f" {' '.join(words)} "


def without_numbers(phrase: Words) -> Words:
    """The phrase without short numbers at its ends, which stand before every title and after every page."""
    words = list(phrase)
    while words and is_short_number(words[0]):
        words.pop(0)
    while words and is_short_number(words[-1]):
        words.pop()
    return tuple(words)


def is_short_number(word: str) -> bool:
    """Whether it is a number as pages, items, days and years have."""
    return len(word) <= _SHORT_NUMBER and word.isdecimal()


def are_known(words: Collection[str], known: Collection[str]) -> bool:
    """Whether each of the words is known or a short number."""
    return all(word in known or is_short_number(word) for word in words)


def words_around(part: Words, words: Words) -> tuple[Words, Words] | None:
    """The words before and after a part of some words; None when its letters do not stand in them one after another.

    How letters are parted into words makes no difference; a word that lies across an end of the part counts as around.
    """
    own, letters = "".join(part), "".join(words)
    start = letters.find(own) if own else -1
    if start < 0:
        return None
    end = start + len(own)
    placed = list(zip(words, accumulate(map(len, words), initial=0), strict=False))
    before = tuple(word for word, at in placed if at < start)
    return before, tuple(word for word, at in placed if at + len(word) > end)
