"""Numbers for pages that come in between pages whose numbers stay: 40a after 40, and what fits between 40a and 40b.

The numbers go in as those of inserted sections do in Acts of Parliament: 16aa stands between 16a and 16b, and 16za
between 16 and 16a.
"""

import re
from collections.abc import Collection, Iterator
from itertools import count, islice

from agendabuilder.domain.numbering import letters, roman

_NUMBERED = re.compile(r"([0-9]+)([a-z]*)")
_ROMAN_SIGNS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def labels_between(before: str, after: str, how_many: int, taken: Collection[str]) -> tuple[str, ...]:
    """Labels for pages that go in after the page `before` and before the page `after` ("" at the end).

    None of them is among `taken`. Raises `ValueError` when `before` is not a page number.
    """
    stem, suffix = split_label(before)
    following_stem, following = split_label(after) if after else ("", "")
    candidates = _suffixes(stem, suffix, following if following_stem == stem else "")
    free = (stem + letter for letter in candidates if stem + letter not in taken and _reads_as(stem, letter))
    return tuple(islice(free, how_many))


def labels_through(first: str, last: str) -> Iterator[str]:
    """The letters from one page to another that hang on the same number: 40b, 40c, 40d. Else those two alone."""
    (stem, suffix), (last_stem, last_suffix) = split_label(first), split_label(last)
    if stem != last_stem:
        return iter((first, last))
    return (stem + letters(place) for place in range(_place(suffix), _place(last_suffix) + 1))


def split_label(label: str) -> tuple[str, str]:
    """A page's label as its number, roman for pages of the front matter, and its letters: 40b is 40 and b.

    A roman number is read as far as it goes, so xi is eleven, never x and i. Raises `ValueError` for anything else.
    """
    if found := _NUMBERED.fullmatch(label):
        return found[1], found[2]
    for end in range(len(label), 0, -1):
        if _is_roman(label[:end]) and (not label[end:] or re.fullmatch("[a-z]+", label[end:])):
            return label[:end], label[end:]
    raise ValueError(f"“{label}” is not a page number.")


def _reads_as(stem: str, suffix: str) -> bool:
    """Whether letters after a number do not make another number of it, as the i would of xi."""
    return split_label(stem + suffix) == (stem, suffix)


def _is_roman(text: str) -> bool:
    values = [_ROMAN_SIGNS.get(sign, 0) for sign in text]
    if not all(values):
        return False
    following = [*values[1:], 0]
    return roman(sum(-own if own < after else own for own, after in zip(values, following, strict=True))) == text


def _suffixes(stem: str, suffix: str, following: str) -> Iterator[str]:
    """The letters that fit between two runs of letters on the same number, without end."""
    if not following:
        return (letters(place) for place in count(_place(suffix) + 1))
    if following.startswith(suffix):
        rest = following[len(suffix) :]
        leading = len(rest) - len(rest.lstrip("z"))
        return _under(suffix + "z" * (leading + 1))
    if not suffix.strip("z"):
        return _under(following[:-1] + "z")
    return _beside_then_under(stem, suffix, following)


def _beside_then_under(stem: str, suffix: str, following: str) -> Iterator[str]:
    last = suffix
    for letter in range(ord(suffix[-1]) + 1, ord("z") + 1):
        beside = suffix[:-1] + chr(letter)
        if _order(beside) >= _order(following):
            break
        if _reads_as(stem, beside):
            last = beside
            yield beside
    yield from _under(last)


def _under(suffix: str) -> Iterator[str]:
    return (suffix + letters(place) for place in count(1))


def _place(suffix: str) -> int:
    """How far along the run a, b … z, aa, ab … some letters are; 0 for none."""
    place = 0
    for letter in suffix:
        place = place * 26 + ord(letter) - ord("a") + 1
    return place


def _order(suffix: str) -> tuple[int, ...]:
    """Sorts as the pages lie: a z that is not the last letter stands before an a."""
    last = len(suffix) - 1
    return tuple(0 if sign == "z" and place < last else ord(sign) for place, sign in enumerate(suffix))
