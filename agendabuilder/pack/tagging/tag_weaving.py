"""Weaves the reports' folded elements into the objects of a finished pack, as text among texts.

While the pack is put together it holds a part for each run of a report's pages, without kids, and a private list of
where what was folded belongs. Once qpdf has numbered all objects, the elements are given the numbers behind them.
"""

import re
from collections.abc import Iterator, Sequence

from pikepdf import Array, Name, Object, Pdf, String

from agendabuilder.pack.tagging.body_tags import LEAF_LIMIT
from agendabuilder.pack.tagging.folded_tags import KIDS_HERE
from agendabuilder.pack.tagging.item_parts import ReportPart

LEAVES_HERE = Name("/AgendaBuilderLeavesHere")
"""Stands in a tree of numbers or names where the leaves come that lead to folded elements."""

_PLACES = Name("/AgendaBuilderPlaces")
_LIST = re.compile(rb"/AgendaBuilderPlaces (\d+) 0 R ")
_REFERENCE = re.compile(rb"(\d+) 0 R")


def note_places(pdf: Pdf, reports: Sequence[ReportPart], number_tree: Object, name_tree: Object) -> None:
    """Note in the catalogue where the elements of the `reports` belong: under their parts, and in these two trees."""
    parts = [pdf.make_indirect(Array([report.part, *report.folded.others])) for report in reports]
    pdf.Root[_PLACES] = pdf.make_indirect(Array([number_tree, name_tree, *parts]))


def weave_tags(objects: dict[int, bytes], catalogue: int, free: int, reports: Sequence[ReportPart]) -> None:
    """Add the elements of the `reports` to the objects of a file, which are texts by their numbers.

    `catalogue` is the number of the catalogue, `free` the first that no object has. The notes go.
    """
    noted = _LIST.search(objects[catalogue])
    if noted is None:
        return
    objects[catalogue] = objects[catalogue].replace(noted[0], b"")
    number_tree, name_tree, *places = _numbers(objects.pop(int(noted[1])))
    parents: list[bytes] = []
    named: list[tuple[bytes, int]] = []
    for report, place in zip(reports, places, strict=True):
        folded, outer = report.folded, _numbers(objects.pop(place))
        texts = _unfolded(report, free, outer)
        objects.update(enumerate(texts[: folded.count], start=free))
        _put(objects, outer[0], KIDS_HERE, texts[folded.count])
        parents += texts[folded.count + 1 :]
        named += [(name, _final(number, free, outer)) for name, number in folded.named]
        free += folded.count
    if not named:
        del objects[name_tree]
    for tree, leaves in ((number_tree, _number_leaves(parents)), (name_tree, _name_leaves(sorted(named)))):
        added = dict(enumerate(leaves, start=free))
        objects.update(added)
        if tree in objects:
            _put(objects, tree, LEAVES_HERE, b" ".join(b"%d 0 R" % number for number in added))
        free += len(added)


def _unfolded(report: ReportPart, free: int, outer: Sequence[int]) -> list[bytes]:
    """The texts of a report's elements, the first with the number `free`, and with the clerk's alternate texts."""
    texts = report.folded.unfold(free, outer)
    for figure, words in zip(report.folded.figures, report.alt_texts, strict=False):
        if words.strip() and figure >= 0:
            texts[figure] = b"<< /Alt %b%b" % (String(words).unparse(), texts[figure].removeprefix(b"<<"))
    return texts


def _final(number: int, free: int, outer: Sequence[int]) -> int:
    return number + free if number >= 0 else outer[~number]


def _numbers(listed: bytes) -> list[int]:
    return [int(number) for number in _REFERENCE.findall(listed)]


def _put(objects: dict[int, bytes], number: int, here: Name, text: bytes) -> None:
    objects[number] = objects[number].replace(str(here).encode(), text, 1)


def _number_leaves(parents: Sequence[bytes]) -> Iterator[bytes]:
    """Leaves of the parent tree, whose entries are numbered from 0 (ISO 32000-1, 7.9.7)."""
    for first in range(0, len(parents), LEAF_LIMIT):
        some = parents[first : first + LEAF_LIMIT]
        entries = b" ".join(b"%d %b" % (key, entry) for key, entry in enumerate(some, start=first))
        yield b"<< /Limits [ %d %d ] /Nums [ %b ] >>" % (first, first + len(some) - 1, entries)


def _name_leaves(named: Sequence[tuple[bytes, int]]) -> Iterator[bytes]:
    """Leaves of the tree of identifiers, in order (ISO 32000-1, 7.9.6)."""
    for start in range(0, len(named), LEAF_LIMIT):
        some = named[start : start + LEAF_LIMIT]
        entries = b" ".join(b"<%b> %d 0 R" % (name.hex().encode(), number) for name, number in some)
        first, last = (name.hex().encode() for name in (some[0][0], some[-1][0]))
        yield b"<< /Limits [ <%b> <%b> ] /Names [ %b ] >>" % (first, last, entries)
