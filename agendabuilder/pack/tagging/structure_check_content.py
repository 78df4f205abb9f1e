"""Checks the marks in the content of pages and drawings: each belongs to an element, and the other way round."""

from collections.abc import Iterator, Mapping

import pikepdf
from pikepdf import Pdf

from agendabuilder.pack.content.page_content import read_content
from agendabuilder.pack.content.page_marks import ODD, Marks, read_marks
from agendabuilder.pack.tagging.structure_check_tree import FoundTree
from agendabuilder.pack.tagging.structure_fault import Fault, StructureFault
from agendabuilder.pack.tagging.tag_kids import ObjectKey
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values


def content_faults(pdf: Pdf, tree: FoundTree, progress: Progress) -> Iterator[StructureFault]:
    """What is wrong with the marks of every page, and of every drawing that the tree claims marks of.

    Raises `Cancelled`.
    """
    for number, page in enumerate(pdf.pages, start=1):
        progress.advance(0)
        content = read_content(page.obj)
        if not content.is_whole:
            yield StructureFault(Fault.CONTENT_UNREADABLE, number)
        marks = read_marks(content.decoded, pdf_values.resources(page.obj))
        yield from _compare(number, marks, tree.marks.get(page.obj.objgen, {}))
    for key, (stream, number) in tree.streams.items():
        try:
            decoded = stream.read_bytes()
        except pikepdf.PdfError:
            yield StructureFault(Fault.CONTENT_UNREADABLE, number)
            continue
        marks = read_marks(decoded, pdf_values.dictionary(stream, "/Resources"))
        yield from _compare(number, marks, tree.marks.get(key, {}))


def _compare(page: int, found: Marks, claimed: Mapping[int, ObjectKey]) -> Iterator[StructureFault]:
    if not found.is_readable:
        yield StructureFault(Fault.CONTENT_UNREADABLE, page)
    if not found.is_balanced:
        yield StructureFault(Fault.MARKS_UNBALANCED, page)
    for mark, count in found.counts.items():
        if mark == ODD:
            yield StructureFault(Fault.MARK_ODD, page)
            continue
        if count > 1:
            yield StructureFault(Fault.MARK_TWICE, page, str(mark))
        if mark not in claimed:
            yield StructureFault(Fault.MARK_ORPHANED, page, str(mark))
    for mark in claimed.keys() - found.counts.keys():
        yield StructureFault(Fault.MARK_MISSING, page, str(mark))
