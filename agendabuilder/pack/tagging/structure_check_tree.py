"""Follows a structure tree from the top and notes what its elements claim: words of pages, drawings, annotations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

from pikepdf import Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.pack.tagging.tag_kids import ObjectKey, kids_of
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values

_Each = TypeVar("_Each")
_LOOK_EVERY = 500
"""How many elements are followed between two looks at whether the work is to be stopped: some 10 ms."""


@dataclass(slots=True)
class FoundTree:
    """What a tree says, by the numbers of the objects in its file.

    `elements` has each element once. `marks` has the element of each mark by its page, or by the drawing that holds
    it (`streams`, each with the page from 1 that it is on); `notes` that of each annotation that one announces.
    """

    elements: dict[ObjectKey, Dictionary] = field(default_factory=dict)
    marks: dict[ObjectKey, dict[int, ObjectKey]] = field(default_factory=dict)
    streams: dict[ObjectKey, tuple[Stream, int]] = field(default_factory=dict)
    notes: dict[ObjectKey, ObjectKey] = field(default_factory=dict)
    faults: list[StructureFault] = field(default_factory=list)


def watched(elements: Iterable[_Each], progress: Progress) -> Iterator[_Each]:
    """The elements one by one; the work on them can be stopped in between. Raises `Cancelled`."""
    for count, element in enumerate(elements, start=1):
        if count % _LOOK_EVERY == 0:
            progress.advance(0)
        yield element


def walk_tree(pdf: Pdf, root: Dictionary, progress: Progress) -> FoundTree:
    """Follow the tree of a file, each element once; what is wrong on the way is in its `faults`. Raises `Cancelled`."""
    walk = _Walk(pdf, progress)
    walk.follow(root)
    return walk.tree


class _Walk:
    def __init__(self, pdf: Pdf, progress: Progress) -> None:
        self.tree = FoundTree()
        self._progress = progress
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        placed = (note for page in pdf.pages for note in pdf_values.dictionaries(page.obj, "/Annots"))
        self._placed = {note.objgen for note in placed}

    def follow(self, root: Dictionary) -> None:
        elements = self.tree.elements
        waiting: list[tuple[object, Dictionary]] = [(kid, root) for kid in reversed(kids_of(root))]
        while waiting:
            element, parent = waiting.pop()
            if not isinstance(element, Dictionary):
                self._add(Fault.ELEMENT_MISSING)
                continue
            role = pdf_values.name(element, "/S")
            if element.objgen in elements or not element.is_indirect:
                self._add(Fault.ELEMENT_TWICE, detail=role)
                continue
            elements[element.objgen] = element
            if len(elements) % _LOOK_EVERY == 0:
                self._progress.advance(0)
            if not _is_same(element.get(Name.P), parent):
                self._add(Fault.WRONG_PARENT, detail=role)
            if Name.MCID in element or Name.Obj in element:
                self._add(Fault.MARK_ODD, detail=role)
            below = [kid for kid in kids_of(element) if not self._is_content(kid, element)]
            waiting += [(kid, element) for kid in reversed(below)]

    def _is_content(self, kid: object, element: Dictionary) -> bool:
        """Whether a kid is marked content or an annotation, which is noted, and not an element."""
        if type(kid) is int:
            self._mark(element, element.get(Name.Pg), kid)
            return True
        if not isinstance(kid, Dictionary) or Name.S in kid:
            return False
        if Name.Obj in kid:
            self._note(kid.Obj, element)
            return True
        if Name.MCID not in kid:
            return False
        number, stream, page = cast(object, kid.MCID), kid.get(Name.Stm), kid.get(Name.Pg, element.get(Name.Pg))
        if type(number) is not int:
            self._add(Fault.MARK_ODD, detail=pdf_values.name(element, "/S"))
        elif isinstance(stream, Stream):
            self.tree.streams[stream.objgen] = (stream, self._page(page))
            self._mark(element, stream, number)
        else:
            self._mark(element, page, number)
        return True

    def _note(self, note: Object, element: Dictionary) -> None:
        if isinstance(note, Dictionary) and note.objgen in self._placed:
            self.tree.notes[note.objgen] = element.objgen
        else:
            self._add(Fault.NOTE_ELSEWHERE)

    def _mark(self, element: Dictionary, holder: Object | None, number: int) -> None:
        page = self._page(holder)
        if holder is None or (not isinstance(holder, Stream) and not page):
            self._add(Fault.MARK_ELSEWHERE, detail=pdf_values.name(element, "/S"))
        elif self.tree.marks.setdefault(holder.objgen, {}).setdefault(number, element.objgen) != element.objgen:
            self._add(Fault.MARK_TWICE, page, str(number))

    def _page(self, page: Object | None) -> int:
        return self._pages.get(page.objgen, 0) if isinstance(page, Dictionary) else 0

    def _add(self, kind: Fault, page: int = 0, detail: str = "") -> None:
        self.tree.faults.append(StructureFault(kind, page, detail))


def _is_same(one: Object | None, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen
