"""Checks that a PDF's structure hangs together: the tree, its index of numbers, the pages' marks, the annotations.

Validators of PDF/UA follow the tree from the top and never look at the index (`/ParentTree`), by which a reader
gets from a word on the page to its element. So a file may pass them and be read out with another page's words.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.role_names import STANDARD_ROLES
from agendabuilder.reports import pdf_values

ObjectKey = tuple[int, int]

_NOT_READ_OUT = ("/Popup", "/PrinterMark", "/TrapNet")
_HIDDEN = 2  # an annotation's flag


class Fault(StrEnum):
    """What can be wrong; the words stand for themselves."""

    NO_TREE = "the file says that it is tagged, and is not"
    ELEMENT_MISSING = "an element leads to nothing"
    ELEMENT_TWICE = "an element stands in two places"
    WRONG_PARENT = "an element names another parent than the one it stands under"
    UNKNOWN_TYPE = "an element has a type that no reader knows"
    TYPE_REMAPPED = "a standard type is given another meaning"
    MARK_TWICE = "two elements claim the same words, or two runs of words have one number"
    MARK_ELSEWHERE = "an element claims words of a page that is not in the file"
    MARK_MISSING = "an element claims words that are not on the page"
    MARK_ORPHANED = "words on a page belong to no element"
    MARKS_UNBALANCED = "marks on a page do not begin and end in pairs"
    KEY_TWICE = "a number of the index is given to two things"
    KEY_MISSING = "a page or annotation with an element has no number in the index"
    KEY_WRONG = "the index leads to another element than the tree"
    INDEX_DISORDERED = "the index is not in order, so that readers find only some of it"
    NOTE_ORPHANED = "a link, field or comment on a page belongs to no element"
    NOTE_ELSEWHERE = "an element announces an annotation that is on no page"
    ID_WRONG = "an identifier is missing, given twice, or leads to another element"


@dataclass(frozen=True, slots=True)
class StructureFault:
    """One fault. `page` counts from 1 and is 0 where no page is to blame."""

    kind: Fault
    page: int = 0
    detail: str = ""


def structure_faults(pdf: Pdf, with_content: bool = True) -> tuple[StructureFault, ...]:
    """All faults of the structure. Without the pages' content it takes a third of the time and sees most of them."""
    root = pdf_values.dictionary(pdf.Root, "/StructTreeRoot")
    if root is None:
        marked = pdf_values.is_true(pdf_values.dictionary(pdf.Root, "/MarkInfo"), "/Marked")
        return (StructureFault(Fault.NO_TREE),) if marked else ()
    check = _Check(pdf)
    check.walk(root)
    check.look_at_roles(root)
    check.look_at_index(root)
    check.look_at_ids(root)
    for number, page in enumerate(pdf.pages, start=1):
        check.look_at_page(number, page.obj)
        if with_content:
            check.look_at_content(number, page)
    if with_content:
        check.look_at_streams()
    return tuple(check.faults)


@dataclass
class _Check:
    """What was found on the way through one file."""

    pdf: Pdf
    faults: list[StructureFault] = field(default_factory=list)
    _elements: dict[ObjectKey, Dictionary] = field(default_factory=dict)
    _marks: dict[ObjectKey, dict[int, ObjectKey]] = field(default_factory=dict)
    _streams: dict[ObjectKey, Stream] = field(default_factory=dict)
    _notes: dict[ObjectKey, ObjectKey] = field(default_factory=dict)
    _index: dict[int, Object] = field(default_factory=dict)
    _used: Counter[int] = field(default_factory=Counter)

    def walk(self, root: Dictionary) -> None:
        """Follow the tree from the top, each element once."""
        self._pages = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}
        placed = [note for page in self.pdf.pages for note in pdf_values.dictionaries(page.obj, "/Annots")]
        self._placed = {note.objgen for note in placed}
        waiting: list[tuple[Object, Dictionary]] = [(kid, root) for kid in reversed(_kids(root))]
        while waiting:
            element, parent = waiting.pop()
            if not isinstance(element, Dictionary):
                self._add(Fault.ELEMENT_MISSING)
                continue
            if element.objgen in self._elements or not element.is_indirect:
                self._add(Fault.ELEMENT_TWICE, detail=pdf_values.name(element, "/S"))
                continue
            self._elements[element.objgen] = element
            if not _is_same(element.get(Name.P), parent):
                self._add(Fault.WRONG_PARENT, detail=pdf_values.name(element, "/S"))
            below = [kid for kid in _kids(element) if not self._is_content(kid, element)]
            waiting += [(kid, element) for kid in reversed(below)]

    def _is_content(self, kid: object, element: Dictionary) -> bool:
        """Whether a kid is marked content or an annotation, which is noted, and not an element."""
        if isinstance(kid, int):
            self._mark(element, element.get(Name.Pg), kid)
            return True
        if not isinstance(kid, Dictionary) or Name.S in kid:
            return False
        if Name.Obj in kid:
            note = kid.Obj
            if not isinstance(note, Dictionary) or note.objgen not in self._placed:
                self._add(Fault.NOTE_ELSEWHERE)
            else:
                self._notes[note.objgen] = element.objgen
            return True
        if Name.MCID not in kid:
            return False
        stream = kid.get(Name.Stm)
        if isinstance(stream, Stream):
            self._streams[stream.objgen] = stream
            self._mark(element, stream, int(kid.MCID))
        else:
            self._mark(element, kid.get(Name.Pg, element.get(Name.Pg)), int(kid.MCID))
        return True

    def _mark(self, element: Dictionary, holder: Object | None, number: int) -> None:
        if holder is None or (not isinstance(holder, Stream) and holder.objgen not in self._pages):
            self._add(Fault.MARK_ELSEWHERE, detail=pdf_values.name(element, "/S"))
        elif self._marks.setdefault(holder.objgen, {}).setdefault(number, element.objgen) != element.objgen:
            self._add(Fault.MARK_TWICE, self._pages.get(holder.objgen, 0), str(number))

    def look_at_roles(self, root: Dictionary) -> None:
        """Every type is a standard one or is mapped to one; no standard one is mapped."""
        entries = pdf_values.dictionary(root, "/RoleMap")
        pairs = entries.items() if entries is not None else ()
        role_map = {name: pdf_values.spelled(target) for name, target in pairs if isinstance(target, Name)}
        for name in sorted(role_map):
            if name[1:] in STANDARD_ROLES:
                self._add(Fault.TYPE_REMAPPED, detail=name)
        for role in sorted({pdf_values.name(element, "/S") for element in self._elements.values()}):
            meant, steps = role, 0
            while meant[1:] not in STANDARD_ROLES and meant in role_map and steps <= len(role_map):
                meant, steps = role_map[meant], steps + 1
            if meant[1:] not in STANDARD_ROLES:
                self._add(Fault.UNKNOWN_TYPE, detail=role)

    def look_at_index(self, root: Dictionary) -> None:
        """The numbers of the parent tree ascend, and each is there once."""
        last = -1
        for key, entry in _numbers(pdf_values.dictionary(root, "/ParentTree"), set()):
            if key <= last:
                self._add(Fault.KEY_TWICE if key in self._index else Fault.INDEX_DISORDERED, detail=str(key))
            last = max(last, key)
            self._index[key] = entry
        if pdf_values.whole_number(root, "/ParentTreeNextKey") <= last and Name.ParentTreeNextKey in root:
            self._add(Fault.INDEX_DISORDERED, detail="/ParentTreeNextKey")

    def look_at_ids(self, root: Dictionary) -> None:
        """Every identifier leads to its element, and cells name headers that there are."""
        own: dict[bytes, ObjectKey] = {}
        for key, element in self._elements.items():
            if isinstance(element.get(Name.ID), pikepdf.String) and own.setdefault(bytes(element.ID), key) != key:
                self._add(Fault.ID_WRONG, detail=str(element.ID))
        tree = pdf_values.dictionary(root, "/IDTree")
        listed = dict(_names(tree, set()))
        if listed != own:
            self._add(Fault.ID_WRONG, detail="/IDTree")
        for element in self._elements.values():
            for header in _headers(element):
                if header not in own:
                    self._add(Fault.ID_WRONG, detail=f"/Headers {header!r}")

    def look_at_page(self, number: int, page: Dictionary) -> None:
        """A page's list of elements is what the tree says, and so is each annotation's element."""
        self._compare(number, page)
        for note in pdf_values.dictionaries(page, "/Annots"):
            key, element = cast(object, note.get(Name.StructParent)), self._notes.get(note.objgen)
            if element is None:
                if _is_read_out(note):
                    self._add(Fault.NOTE_ORPHANED, number, pdf_values.name(note, "/Subtype"))
            elif not isinstance(key, int) or key not in self._index:
                self._add(Fault.KEY_MISSING, number, pdf_values.name(note, "/Subtype"))
            else:
                self._use(key, number)
                if self._index[key].objgen != element:
                    self._add(Fault.KEY_WRONG, number, pdf_values.name(note, "/Subtype"))

    def _compare(self, number: int, holder: Dictionary | Stream) -> None:
        """The list of elements of a page or a drawing, as the index has it, beside what the tree says."""
        marks = self._marks.get(holder.objgen, {})
        key = cast(object, holder.get(Name.StructParents))
        if not isinstance(key, int) or not isinstance(self._index.get(key), Array):
            if marks:
                self._add(Fault.KEY_MISSING, number)
            return
        self._use(key, number)
        listed = {at: entry.objgen for at, entry in enumerate(list(self._index[key])) if isinstance(entry, Dictionary)}
        if listed != marks:
            self._add(Fault.KEY_WRONG, number, f"/StructParents {key}")

    def _use(self, key: int, number: int) -> None:
        self._used[key] += 1
        if self._used[key] > 1:
            self._add(Fault.KEY_TWICE, number, str(key))

    def look_at_content(self, number: int, page: pikepdf.Page) -> None:
        """Each mark that a page's content has belongs to an element, and the other way round."""
        self._look_at_marks(number, page.obj, self._marks.get(page.obj.objgen, {}))

    def look_at_streams(self) -> None:
        """The same for drawings that hold marks of their own."""
        for key, stream in self._streams.items():
            self._compare(0, stream)
            self._look_at_marks(0, stream, self._marks.get(key, {}))

    def _look_at_marks(self, number: int, holder: Dictionary | Stream, marks: dict[int, ObjectKey]) -> None:
        found, is_balanced = _marks_of(holder)
        if not is_balanced:
            self._add(Fault.MARKS_UNBALANCED, number)
        for mark, count in found.items():
            if count > 1:
                self._add(Fault.MARK_TWICE, number, str(mark))
            if mark not in marks:
                self._add(Fault.MARK_ORPHANED, number, str(mark))
        for mark in marks.keys() - found.keys():
            self._add(Fault.MARK_MISSING, number, str(mark))

    def _add(self, kind: Fault, page: int = 0, detail: str = "") -> None:
        self.faults.append(StructureFault(kind, page, detail))


def _kids(element: Dictionary) -> list[Object]:
    kids = element.get(Name.K)
    if isinstance(kids, Array):
        return list(kids)
    return [] if kids is None else [kids]


def _is_same(one: Object | None, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen


def _is_read_out(note: Dictionary) -> bool:
    flags = pdf_values.whole_number(note, "/F")
    return pdf_values.name(note, "/Subtype") not in _NOT_READ_OUT and not flags & _HIDDEN


def _numbers(node: Dictionary | None, seen: set[ObjectKey]) -> Iterator[tuple[int, Object]]:
    """The entries of a number tree as they stand."""
    if node is None or node.objgen in seen:
        return
    if node.is_indirect:
        seen.add(node.objgen)
    numbers = pdf_values.parts(node, "/Nums")
    for key, entry in zip(numbers[::2], numbers[1::2], strict=False):
        if isinstance(key, int) and isinstance(entry, Object):
            yield key, entry
    for kid in pdf_values.dictionaries(node, "/Kids"):
        yield from _numbers(kid, seen)


def _names(node: Dictionary | None, seen: set[ObjectKey]) -> Iterator[tuple[bytes, ObjectKey]]:
    """The entries of a name tree as they stand."""
    if node is None or node.objgen in seen:
        return
    if node.is_indirect:
        seen.add(node.objgen)
    names = pdf_values.parts(node, "/Names")
    for name, entry in zip(names[::2], names[1::2], strict=False):
        if isinstance(name, pikepdf.String) and isinstance(entry, Object):
            yield bytes(name), entry.objgen
    for kid in pdf_values.dictionaries(node, "/Kids"):
        yield from _names(kid, seen)


def _headers(element: Dictionary) -> Iterator[bytes]:
    attributes = element.get(Name.A)
    for owned in list(attributes) if isinstance(attributes, Array) else [attributes]:
        if isinstance(owned, Dictionary):
            headers = pdf_values.parts(owned, "/Headers")
            yield from (bytes(header) for header in headers if isinstance(header, pikepdf.String))


def _marks_of(holder: Dictionary | Stream) -> tuple[Counter[int], bool]:
    """The numbers of the marks in the content of a page or a drawing; whether all marks come in pairs."""
    found: Counter[int] = Counter()
    depth, is_balanced = 0, True
    properties = pdf_values.dictionary(pdf_values.dictionary(holder, "/Resources"), "/Properties")
    for instruction in pikepdf.parse_content_stream(holder, "BDC BMC EMC"):
        if bytes(instruction.operator) == b"EMC":
            depth -= 1
            is_balanced = is_balanced and depth >= 0
            continue
        depth += 1
        entry = instruction.operands[-1] if len(instruction.operands) == 2 else None
        if isinstance(entry, Name) and properties is not None:
            entry = properties.get(entry)
        if isinstance(entry, Dictionary) and Name.MCID in entry:
            found[int(entry.MCID)] += 1
    return found, is_balanced and depth == 0
