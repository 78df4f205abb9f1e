"""Folds the elements of a report's pages into one text, which later packs take over without a look at any of them.

A report of some length has tens of thousands of elements, and a pack does nothing with nearly all of them but to give
them other numbers. So they are written out once, as they will stand in the pack, with a gap for each number, and are
no objects of a PDF again before they are in a finished pack (`agendabuilder.pack.tagging.tag_weaving`).
"""

import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pikepdf import Array, Dictionary, Name, Object, Pdf

KIDS_HERE = Name("/AgendaBuilderKidsHere")
"""Stands where the kids of a folded part come."""

SEPARATOR = b"\0"
"""Between two texts: qpdf writes it in none, as it spells such signs out in strings."""

_PART = -1
_STRING = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_LED_TO = re.compile(rb"(?:/(P|Pg|Obj|Stm) )?(\d+) 0 R")
_PERHAPS_NO_TAG = re.compile(rb"/Subtype |/Type /(?:Page|Catalog)")
_NO_TAGS = (Name.Page, Name.Pages, Name.Catalog)


@dataclass(frozen=True, slots=True)
class FoldedTags:
    """Elements that were folded.

    `text` has the objects, `count` of them, then the kids of the part, then each entry of the parent tree, with a
    `SEPARATOR` between each two and `%d` for each number. `numbers` are those numbers in order: from 0 for an object
    of the text, -1 for the part, from -2 downwards for the objects of the file that are `others`. `named` are the
    elements that have an identifier, with their numbers; `figures` those of pictures without an alternate text, in
    reading order.
    """

    text: bytes
    numbers: Sequence[int]
    count: int
    others: Sequence[Object]
    named: Sequence[tuple[bytes, int]]
    figures: Sequence[int]


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
    folding = _Folding(pdf, part)
    kids = folding.disarmed(part.K.unparse(resolved=True)).removeprefix(b"[").removesuffix(b"]").strip()
    entries = [folding.disarmed(entry.unparse()) for entry in parents]
    folding.follow(kids, *entries)
    part.K = Array([KIDS_HERE])
    return folding.folded(
        [kids, *entries],
        [(name, folding.number_of(element)) for name, element in named],
        [folding.number_of(figure) for figure in figures],
    )


class _Folding:
    """One walk through the elements under a part, in reading order."""

    def __init__(self, pdf: Pdf, part: Dictionary) -> None:
        self._pdf = pdf
        self._numbers = {part.objgen[0]: _PART}
        self._texts: list[bytes] = []
        self._others: list[Object] = []

    def follow(self, *texts: bytes) -> None:
        """Fold whatever these texts lead to."""
        waiting: list[int] = []
        self._note(SEPARATOR.join(texts), waiting)
        get, numbers = self._pdf.get_object, self._numbers
        while waiting:
            number = waiting.pop()
            if number in numbers:
                continue
            found = get(number, 0)
            text = found.unparse(resolved=True)
            if text.endswith(b" R") or (_PERHAPS_NO_TAG.search(text) and _is_no_tag(found)):
                self._set_aside(number)
                continue
            if b"(" in text:
                text = self.disarmed(text)
            numbers[number] = len(self._texts)
            self._texts.append(text)
            self._note(text, waiting)

    def _note(self, text: bytes, waiting: list[int]) -> None:
        """What a text leads to: further tags are to be folded, pages and what lies on them are not."""
        tags: list[int] = []
        for key, number in _LED_TO.findall(text):
            if not key:
                tags.append(int(number))
            elif key != b"P":
                self._set_aside(int(number))
        tags.reverse()
        waiting += tags

    def _set_aside(self, number: int) -> None:
        if number not in self._numbers:
            self._others.append(self._pdf.get_object(number, 0))
            self._numbers[number] = _PART - len(self._others)

    def number_of(self, element: Object) -> int:
        """The number of an element in the folded text; what hangs nowhere counts as the part."""
        return self._numbers.get(element.objgen[0], _PART)

    def folded(self, more: Sequence[bytes], named: Sequence[tuple[bytes, int]], figures: Sequence[int]) -> FoldedTags:
        """The outcome, with `more` texts behind the objects."""
        text = SEPARATOR.join([*self._texts, *more])
        assert text.count(SEPARATOR) == len(self._texts) + len(more) - 1, "a text has a sign that separates texts"
        get = self._numbers.get
        numbers = array("i", [get(int(number), _PART) for number in _REFERENCE.findall(text)])
        gaps = _REFERENCE.sub(b"%d 0 R", text.replace(b"%", b"%%"))
        return FoldedTags(gaps, numbers, len(self._texts), self._others, named, figures)

    def disarmed(self, text: bytes) -> bytes:
        """The same text, where no words of an author look as if they led to an object (ISO 32000-1, 7.3.4.2)."""
        return _STRING.sub(lambda words: words[0].replace(b" 0 R", b" 0 \\122"), text)


def _is_no_tag(found: Object) -> bool:
    return isinstance(found, Dictionary) and (Name.Subtype in found or found.get(Name.Type) in _NO_TAGS)
