"""Checks the index of a structure (`/ParentTree`), by which a reader gets from a word on a page to its element."""

from collections.abc import Iterator
from typing import cast

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.tagging.note_tags import is_read_out
from agendabuilder.pack.tagging.structure_check_tree import FoundTree
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.pack.tagging.tag_kids import ObjectKey
from agendabuilder.pack.tagging.tree_leaves import entries_of
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values


def index_faults(pdf: Pdf, root: Dictionary, tree: FoundTree, progress: Progress) -> list[StructureFault]:
    """Each number leads to what the tree says, from pages, from annotations, and from drawings that hold marks.

    Raises `Cancelled`.
    """
    check = _Index(tree)
    check.read(root)
    for number, page in enumerate(pdf.pages, start=1):
        check.look_at_page(number, page.obj)
        progress.advance(0)
    for stream, number in tree.streams.values():
        check.compare(number, stream)
    return check.faults


class _Index:
    """The entries of the index, and which of them were used."""

    def __init__(self, tree: FoundTree) -> None:
        self.faults: list[StructureFault] = []
        self._tree = tree
        self._entries: dict[int, Object] = {}
        self._used: set[int] = set()

    def read(self, root: Dictionary) -> None:
        """The numbers ascend, and each is there once."""
        last = -1
        for key, entry in entries_of(pdf_values.dictionary(root, "/ParentTree"), "/Nums"):
            if type(key) is not int:
                continue
            if key <= last:
                self._add(Fault.KEY_TWICE if key in self._entries else Fault.INDEX_DISORDERED, detail=str(key))
            last = max(last, key)
            self._entries[key] = entry
        if pdf_values.whole_number(root, "/ParentTreeNextKey") <= last and Name.ParentTreeNextKey in root:
            self._add(Fault.INDEX_DISORDERED, detail="/ParentTreeNextKey")

    def look_at_page(self, number: int, page: Dictionary) -> None:
        """A page's list of elements is what the tree says, and so is each annotation's element."""
        self.compare(number, page)
        notes = {note.objgen: note for note in pdf_values.dictionaries(page, "/Annots")}  # one may be listed twice
        for note in notes.values():
            element = self._tree.notes.get(note.objgen) if note.is_indirect else None
            for kind in self._faults_of(note, element):
                self._add(kind, number, pdf_values.name(note, "/Subtype"))

    def _faults_of(self, note: Dictionary, element: ObjectKey | None) -> Iterator[Fault]:
        key = cast(object, note.get(Name.StructParent))
        entry = self._entries.get(key) if type(key) is int else None
        if element is None and is_read_out(note):
            yield Fault.NOTE_ORPHANED
        if entry is None and element:
            yield Fault.KEY_MISSING
        if entry is not None and self._is_used(cast(int, key)):
            yield Fault.KEY_TWICE
        if entry is not None and entry.objgen != element:
            yield Fault.KEY_WRONG

    def compare(self, number: int, holder: Dictionary | Stream) -> None:
        """The list of elements of a page or a drawing, as the index has it, beside what the tree says."""
        marks = self._tree.marks.get(holder.objgen, {})
        key = cast(object, holder.get(Name.StructParents))
        entry = self._entries.get(key) if type(key) is int else None
        if not isinstance(entry, Array):
            if marks:
                self._add(Fault.KEY_MISSING, number)
            return
        if self._is_used(cast(int, key)):
            self._add(Fault.KEY_TWICE, number, str(key))
        parents = enumerate(cast("Iterator[object]", entry))
        if {at: parent.objgen for at, parent in parents if isinstance(parent, Dictionary)} != marks:
            self._add(Fault.KEY_WRONG, number, f"/StructParents {key}")

    def _is_used(self, key: int) -> bool:
        """Whether something else has this number; from now on something has."""
        used = key in self._used
        self._used.add(key)
        return used

    def _add(self, kind: Fault, page: int = 0, detail: str = "") -> None:
        self.faults.append(StructureFault(kind, page, detail))
