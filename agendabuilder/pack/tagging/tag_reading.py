"""Reads a report's own structure tree, and tells whether it can be trusted to speak for the report's pages.

A long report has tens of thousands of elements. Nearly all are alike, so each is looked at as the text that it
would be written as, five times faster than as an object; those that are not alike are read with care.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.tagging.role_names import MEANINGLESS
from agendabuilder.pack.tagging.tag_kids import (
    ObjectKey,
    attributes_of,
    content_of_its_own,
    empty,
    is_content,
    is_element,
    kids_of,
    page_of,
)
from agendabuilder.pack.tagging.tag_namespaces import forget_namespace
from agendabuilder.reports.pdf import pdf_values

_DEEPEST = 200
"""Levels of a tree; copying an endless chain would exhaust the stack."""

_HIGHEST_MARK = 100_000

_OF_AN_ELEMENT = frozenset(
    ("/Type", "/S", "/P", "/ID", "/Pg", "/K", "/A", "/C", "/T", "/Lang", "/Alt", "/E", "/ActualText")
)
"""What an element of PDF 1.7 holds and a pack has a use for (ISO 32000-1, 14.7.2); all else could lead anywhere."""

_PLAIN = re.compile(
    rb"<< (?:/A (?:\d+ 0 R|\[[^\]<>()]*\]|<< [^<>()]*>>) )?"
    rb"(?:/K (\[(?: (?:\d+(?: 0 R)?|<< /MCID \d+ (?:/Pg \d+ 0 R )?(?:/Type /MCR )?>>))* \]|\d+(?: 0 R)?) )?"
    rb"(?:/Lang \([A-Za-z-]*\) )?/P (\d+) 0 R (?:/Pg (\d+) 0 R )?/S /([A-Za-z0-9_.-]+) "
    rb"(?:/T (?:\([^()\\]*\)|<[0-9a-f]*>) )?(?:/Type /StructElem )?>>"
)
"""An element that holds nothing out of the ordinary, as qpdf writes it: its keys are in order."""

_KID = re.compile(rb"<< /MCID (\d+) (?:/Pg (\d+) 0 R )?(?:/Type /MCR )?>>|(\d+) 0 R|(\d+)")


class BrokenTagsError(Exception):
    """A structure that cannot speak for its pages; the message is a clause that says why."""


@dataclass(slots=True)
class ReportTree:
    """What a report's structure says, by the numbers of the objects in its file.

    `parents` has every element with the one above it (none at the top), in reading order. `marks` has the
    element of each marked content by its page, or by the drawing that holds it (`streams`). `notes` are the
    annotations that an element announces, in its order. `left_out` are elements that lost something: content
    on a page that is not in the pack (these are `parted`, too), or a link that leads nowhere now. `has_headers`: cells
    may name their header cells.
    """

    report: Pdf
    tops: list[ObjectKey] = field(default_factory=list)
    parents: dict[ObjectKey, ObjectKey | None] = field(default_factory=dict)
    roles: dict[str, list[ObjectKey]] = field(default_factory=dict)
    marks: dict[ObjectKey, dict[int, ObjectKey]] = field(default_factory=dict)
    streams: dict[ObjectKey, Stream] = field(default_factory=dict)
    notes: defaultdict[ObjectKey, list[ObjectKey]] = field(default_factory=lambda: defaultdict(list))
    left_out: set[ObjectKey] = field(default_factory=set)
    parted: set[ObjectKey] = field(default_factory=set)
    described: set[ObjectKey] = field(default_factory=set)
    named: list[ObjectKey] = field(default_factory=list)
    classed: list[ObjectKey] = field(default_factory=list)
    has_headers: bool = False

    def element(self, key: ObjectKey) -> Dictionary:
        """The element with this number."""
        found = self.report.get_object(key)
        assert isinstance(found, Dictionary)
        return found


def read_tags(report: Pdf, pages: Sequence[Dictionary], annotations: Mapping[ObjectKey, object]) -> ReportTree:
    """Read the structure of the `pages` that go into the pack; `annotations` are those that are left on them.

    What an element says in an odd way is put in the usual one, in memory. Raises `BrokenTagsError`.
    """
    root = pdf_values.dictionary(report.Root, "/StructTreeRoot")
    if root is None:
        raise BrokenTagsError("it has no structure")
    reader = _Reader(report, pages, annotations)
    try:
        reader.read(root)
    except (pikepdf.PikepdfError, RuntimeError, TypeError, ValueError) as problem:
        raise BrokenTagsError("its structure cannot be read") from problem
    if not any(reader.tree.marks.values()):
        raise BrokenTagsError("its structure says nothing of these pages")
    return reader.tree


class _Reader:
    """One walk through a tree, from the top and in reading order."""

    def __init__(self, report: Pdf, pages: Sequence[Dictionary], annotations: Mapping[ObjectKey, object]) -> None:
        self.tree = ReportTree(report, marks={page.objgen: {} for page in pages})
        self._annotations = annotations
        self._waiting: list[tuple[ObjectKey, ObjectKey | None, int]] = []
        self._noted: set[ObjectKey] = set()
        self._by_role: defaultdict[bytes, list[ObjectKey]] = defaultdict(list)
        self._by_page = {
            b"%d" % number: marks for (number, generation), marks in self.tree.marks.items() if not generation
        }

    def read(self, root: Dictionary) -> None:
        """Read all elements under the root."""
        kids = root.get(Name.K)
        tops = [kid for kid in (list(kids) if isinstance(kids, Array) else [kids]) if isinstance(kid, Dictionary)]
        self.tree.tops = [self._indirect(top).objgen for top in tops]
        self._waiting = [(top, None, 1) for top in reversed(self.tree.tops)]
        get, parents = self.tree.report.get_object, self.tree.parents
        while self._waiting:
            key, parent, depth = self._waiting.pop()
            if key in parents:
                raise BrokenTagsError("a part of its structure stands in two places")
            if depth > _DEEPEST:
                raise BrokenTagsError("its structure is too deep")
            element = get(key)
            plain = _PLAIN.fullmatch(element.unparse(resolved=True))
            if plain is None or (parent is not None and int(plain[2]) != parent[0]):
                self._read_with_care(key, element, parent, depth)
            else:
                parents[key] = parent
                self._read_plain(key, plain, depth)
        self.tree.roles = {role.decode("utf-8", "surrogateescape"): keys for role, keys in self._by_role.items()}

    def _read_plain(self, key: ObjectKey, plain: re.Match[bytes], depth: int) -> None:
        kids, _, own_page, role = plain.groups()
        self._by_role[role].append(key)
        if kids is None:
            return
        if b"R" not in kids and b"<" not in kids:  # nothing but marks on the element's own page
            for number in kids.strip(b"[ ]").split():
                self._mark_plainly(key, own_page, int(number))
            return
        below: list[tuple[ObjectKey, ObjectKey | None, int]] = []
        for mark, page, kid, number in _KID.findall(kids):
            if kid:
                below.append(((int(kid), 0), key, depth + 1))
            else:
                self._mark_plainly(key, page or own_page, int(mark or number))
        below.reverse()
        self._waiting += below

    def _read_with_care(self, key: ObjectKey, element: Object, parent: ObjectKey | None, depth: int) -> None:
        """Read an element that is not like most; put it in order where it says things in an odd way."""
        if not isinstance(element, Dictionary):
            raise BrokenTagsError("a part of its structure is missing")
        if is_content(element):
            if parent is None:
                raise BrokenTagsError("a part of its structure is missing")
            self._take_content(parent, element, self.tree.element(parent))
            return
        if not is_element(element):
            raise BrokenTagsError("a part of its structure is something else")
        self.tree.parents[key] = parent
        if parent is not None:
            element.P = self.tree.element(parent)
        own_content = content_of_its_own(element)
        self._note_what_is_special(key, element)
        self._by_role[pdf_values.name(element, "/S")[1:].encode("utf-8", "surrogateescape")].append(key)
        below: list[tuple[ObjectKey, ObjectKey | None, int]] = []
        kids = [self._sorted_kid(key, kid, element, below, depth) for kid in (*own_content, *kids_of(element))]
        element.K = Array([kid for kid in kids if kid is not None])
        self._waiting += reversed(below)

    def _sorted_kid(
        self,
        key: ObjectKey,
        kid: object,
        element: Dictionary,
        below: list[tuple[ObjectKey, ObjectKey | None, int]],
        depth: int,
    ) -> object:
        """Take in one kid of an element; none when it is nothing that an element can hold."""
        if type(kid) is int:
            self._mark(key, page_of(element), kid)
            return kid
        if not isinstance(kid, Dictionary):
            return None
        if is_content(kid):
            return kid if self._take_content(key, kid, element) else None
        kid = self._indirect(kid)
        below.append((kid.objgen, key, depth + 1))
        return kid

    def _note_what_is_special(self, key: ObjectKey, element: Dictionary) -> None:
        if not isinstance(element.get(Name.S), Name):
            element.S = Name(f"/{MEANINGLESS}")
        if Name.NS in element:
            forget_namespace(element)
        for unwanted in element.keys() - _OF_AN_ELEMENT:
            del element[unwanted]
        if pdf_values.text(element, "/Alt") or pdf_values.text(element, "/ActualText"):
            self.tree.described.add(key)
        if Name.ID in element:
            self.tree.named.append(key)
            self.tree.has_headers = True
        if not self.tree.has_headers and Name.A in element:
            owned = attributes_of(element)
            self.tree.has_headers = any(Name.Headers in each for each in owned)
        if Name.C in element:
            self.tree.classed.append(key)

    def _take_content(self, key: ObjectKey, kid: Dictionary, element: Dictionary) -> bool:
        """Take in marked content or an annotation of an element; say whether it stays."""
        if kid.is_indirect:
            if kid.objgen in self.tree.parents:
                raise BrokenTagsError("a part of its structure stands in two places")
            self.tree.parents[kid.objgen] = key
        if Name.Obj in kid:
            return self._take_note(key, kid)
        own = page_of(kid) or page_of(element)
        mark, stream = cast(object, kid.MCID), kid.get(Name.Stm)
        if type(mark) is not int:
            return self._leave_out(key, kid)
        if Name.S in kid:
            del kid.S  # else some readers would take it for an element
        if isinstance(stream, Stream) and (own is None or own in self.tree.marks):
            self.tree.streams[stream.objgen] = stream
            self.tree.marks.setdefault(stream.objgen, {})
            own = stream.objgen
        self._mark(key, own, mark)
        return True

    def _take_note(self, key: ObjectKey, kid: Dictionary) -> bool:
        """Its object is entered anew once it has been copied: a form's fields are copied in a way of their own."""
        note = kid.Obj
        stays = isinstance(note, Dictionary) and note.objgen in self._annotations and note.objgen not in self._noted
        if not stays:
            return self._leave_out(key, kid)
        empty(kid)
        kid.Type = Name.OBJR
        self._noted.add(note.objgen)
        self.tree.notes[key].append(note.objgen)
        return True

    def _leave_out(self, key: ObjectKey, kid: Dictionary) -> bool:
        """Forget what leads to nothing in the pack."""
        empty(kid)
        self.tree.left_out.add(key)
        return False

    def _mark_plainly(self, key: ObjectKey, page: bytes, mark: int) -> None:
        """The usual case of `_mark`: a page by its number as it is written."""
        by_mark = self._by_page.get(page)
        if by_mark is None or mark in by_mark or mark > _HIGHEST_MARK:
            self._mark(key, (int(page), 0) if page else None, mark)
        else:
            by_mark[mark] = key

    def _mark(self, key: ObjectKey, page: ObjectKey | None, mark: int) -> None:
        if page is None or not 0 <= mark <= _HIGHEST_MARK:
            raise BrokenTagsError("its structure names content that cannot be found")
        by_mark = self.tree.marks.get(page)
        if by_mark is None:
            self.tree.left_out.add(key)
            self.tree.parted.add(key)
        elif by_mark.setdefault(mark, key) != key:
            raise BrokenTagsError("two tags of its structure claim the same words")

    def _indirect(self, element: Dictionary) -> Dictionary:
        return element if element.is_indirect else self.tree.report.make_indirect(element)
