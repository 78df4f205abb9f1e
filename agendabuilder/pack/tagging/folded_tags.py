"""Folds the elements of a report's pages into one text, which later packs take over without a look at any of them.

A report of some length has tens of thousands of elements, and a pack does nothing with nearly all of them but to give
them other numbers. So they are written out once, as they will stand in the pack, with a gap for each number, and are
no objects of a PDF again before they are in a finished pack (`agendabuilder.pack.tagging.tag_weaving`).
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from zlib import compress, decompress

from pikepdf import Array, Dictionary, Name, Object, Pdf

from agendabuilder.pack.tagging.tag_kids import is_element

KIDS_HERE = Name("/AgendaBuilderKidsHere")
"""Stands where the kids of a folded part come."""

_SEPARATOR = b"\0"
"""Between two texts: qpdf writes it in none, as it spells such signs out in strings."""

_PART = -1
_NUMBER = "i"
_QUICKLY = 3
"""How hard zlib tries: a third of the time for a fifth more of the room."""

_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_DOWN = re.compile(rb"(?<=[^gPjm] )(\d+) 0 R")
"""What leads to a tag below: it is not behind /P, nor behind /Pg, /Obj and /Stm, which lead to pages and into them."""

_PERHAPS_NO_TAG = re.compile(rb"/Subtype |/Type /(?:Page|Catalog)").search
_NO_TAGS = (Name.Page, Name.Pages, Name.Catalog)


@dataclass(frozen=True, slots=True)
class FoldedTags:
    """Elements that were folded.

    `text` has the objects, `count` of them, then the kids of the part, then each entry of the parent tree, with
    `%d` for each number. `numbers` are those numbers in order: from 0 for an object of the text, -1 for the part, from
    -2 downwards for the objects of the file that are `others`. Both are packed by zlib, the numbers as the machine
    writes them. `named` are the elements that have an identifier, with their numbers; `figures` those of pictures
    without an alternate text, in reading order.
    """

    text: bytes
    numbers: bytes
    count: int
    others: Sequence[Object]
    named: Sequence[tuple[bytes, int]]
    figures: Sequence[int]

    def unfold(self, free: int, outer: Sequence[int]) -> list[bytes]:
        """All texts, with the numbers of a finished file: `free` for the first object, `outer` for part and others."""
        numbers = array(_NUMBER, decompress(self.numbers))
        final = tuple([number + free if number >= 0 else outer[~number] for number in numbers])
        return (decompress(self.text) % final).split(_SEPARATOR)


def fold_tags(
    pdf: Pdf,
    part: Dictionary,
    parents: Iterable[Object],
    named: Iterable[tuple[bytes, Object]],
    figures: Sequence[Dictionary],
) -> FoldedTags:
    """Fold everything under a part; the part itself stays, without its kids.

    `parents` are the entries of the parent tree that lead to it, in order.
    """
    for figure in figures:
        if Name.Alt in figure:  # empty: the clerk's own comes in its place
            del figure.Alt
    kids = disarmed(part.K.unparse(resolved=True)).removeprefix(b"[").removesuffix(b"]").strip()
    more = [kids, *(disarmed(entry.unparse()) for entry in parents)]
    folding = _Folding(pdf, part)
    folding.follow(b"  ".join([b"", *more]))
    part.K = Array([KIDS_HERE])
    return folding.folded(more, named, figures)


class _Folding:
    """One walk through the elements under a part, in reading order."""

    def __init__(self, pdf: Pdf, part: Dictionary) -> None:
        self._pdf = pdf
        self._numbers = {part.objgen[0]: _PART}
        self._texts: list[bytes] = []
        self._others: list[Object] = []

    def follow(self, text: bytes) -> None:
        """Fold all tags that a text leads to."""
        waiting = [int(number) for number in reversed(_DOWN.findall(text))]
        get, numbers, texts, down = self._pdf.get_object, self._numbers, self._texts, _DOWN.findall
        while waiting:
            number = waiting.pop()
            if number in numbers:
                continue
            found = get(number, 0)
            text = found.unparse(resolved=True) if isinstance(found, Object) else b"null"
            if text.endswith(b" R") or (_PERHAPS_NO_TAG(text) and _is_no_tag(found)):
                continue
            numbers[number] = len(texts)
            texts.append(disarmed(text))
            waiting += [int(below) for below in reversed(down(texts[-1]))]

    def folded(
        self, more: Sequence[bytes], named: Iterable[tuple[bytes, Object]], figures: Iterable[Object]
    ) -> FoldedTags:
        """The outcome, with `more` texts behind the objects."""
        text = _SEPARATOR.join([*self._texts, *more])
        assert text.count(_SEPARATOR) == len(self._texts) + len(more) - 1, "a text has a sign that separates texts"
        numbers = [int(number) for number in _REFERENCE.findall(text)]
        self._set_aside(number for number in dict.fromkeys(numbers) if number not in self._numbers)
        get = self._numbers.get
        return FoldedTags(
            text=compress(_REFERENCE.sub(b"%d 0 R", text.replace(b"%", b"%%")), _QUICKLY),
            numbers=compress(array(_NUMBER, [get(number, _PART) for number in numbers]).tobytes(), _QUICKLY),
            count=len(self._texts),
            others=self._others,
            named=[(name, get(element.objgen[0], _PART)) for name, element in named],
            figures=[get(figure.objgen[0], _PART) for figure in figures],
        )

    def _set_aside(self, unfolded: Iterable[int]) -> None:
        """Number what stays an object of its own; an element that hangs nowhere is not led to any more."""
        for number in unfolded:
            found = self._pdf.get_object(number, 0)
            if isinstance(found, Object) and not (isinstance(found, Dictionary) and is_element(found)):
                self._others.append(found)
                self._numbers[number] = _PART - len(self._others)


def disarmed(text: bytes) -> bytes:
    """The same text, where no words of an author look as if they led to an object (ISO 32000-1, 7.3.4.2)."""
    return _STRING.sub(lambda words: words[0].replace(b" 0 R", b" 0 \\122"), text) if b"(" in text else text


def _is_no_tag(found: object) -> bool:
    return isinstance(found, Dictionary) and (Name.Subtype in found or found.get(Name.Type) in _NO_TAGS)
