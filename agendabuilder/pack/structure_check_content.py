"""Checks the marks in the content of pages and drawings: each belongs to an element, and the other way round."""

import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.page_content import read_content
from agendabuilder.pack.structure_check_tree import FoundTree, ObjectKey
from agendabuilder.pack.structure_fault import Fault, StructureFault
from agendabuilder.reports import pdf_values

_ODD = -1
"""Stands for the number of a mark whose number is none."""


def content_faults(pdf: Pdf, tree: FoundTree) -> Iterator[StructureFault]:
    """What is wrong with the marks of every page, and of every drawing that the tree claims marks of."""
    with pikepdf.new() as scratch:
        for number, page in enumerate(pdf.pages, start=1):
            content = read_content(page.obj)
            if not content.is_whole:
                yield StructureFault(Fault.CONTENT_UNREADABLE, number)
            resources = pdf_values.resources(page.obj)
            marks = _marks_of(scratch, content.decoded, resources)
            yield from _compare(number, marks, tree.marks.get(page.obj.objgen, {}))
        for key, (stream, number) in tree.streams.items():
            try:
                decoded = stream.read_bytes()
            except pikepdf.PdfError:
                yield StructureFault(Fault.CONTENT_UNREADABLE, number)
                continue
            marks = _marks_of(scratch, decoded, pdf_values.dictionary(stream, "/Resources"))
            yield from _compare(number, marks, tree.marks.get(key, {}))


@dataclass(frozen=True, slots=True)
class _Marks:
    """How often each number is on a mark; whether all marks begin and end in pairs, and whether all could be read."""

    counts: Mapping[int, int]
    is_balanced: bool = True
    is_readable: bool = True


def _compare(page: int, found: _Marks, claimed: Mapping[int, ObjectKey]) -> Iterator[StructureFault]:
    if not found.is_readable:
        yield StructureFault(Fault.CONTENT_UNREADABLE, page)
    if not found.is_balanced:
        yield StructureFault(Fault.MARKS_UNBALANCED, page)
    for mark, count in found.counts.items():
        if mark == _ODD:
            yield StructureFault(Fault.MARK_ODD, page)
            continue
        if count > 1:
            yield StructureFault(Fault.MARK_TWICE, page, str(mark))
        if mark not in claimed:
            yield StructureFault(Fault.MARK_ORPHANED, page, str(mark))
    for mark in claimed.keys() - found.counts.keys():
        yield StructureFault(Fault.MARK_MISSING, page, str(mark))


def _marks_of(scratch: Pdf, content: bytes, resources: Dictionary | None) -> _Marks:
    """The marks of page content; `resources` have the property lists that are not written in it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # content that breaks off is as viewers take it
            operators = pikepdf.parse_content_stream(scratch.make_stream(content), "BDC BMC EMC")
    except pikepdf.PdfError:
        return _Marks({}, is_readable=False)
    properties = pdf_values.dictionary(resources, "/Properties")
    found: Counter[int] = Counter()
    depth, is_balanced = 0, True
    for instruction in operators:
        depth += -1 if bytes(instruction.operator) == b"EMC" else 1
        is_balanced = is_balanced and depth >= 0
        number = _number(instruction.operands, properties)
        if number is not None:
            found[number if type(number) is int and number >= 0 else _ODD] += 1
    return _Marks(found, is_balanced and depth == 0)


def _number(operands: object, properties: Dictionary | None) -> object:
    """What stands where a mark has its number; none for one that has no such place."""
    parts = list(cast("Iterator[Object]", operands))
    listed = parts[1] if len(parts) == 2 else None
    if isinstance(listed, Name) and properties is not None:
        listed = properties.get(listed)
    return listed.get(Name.MCID) if isinstance(listed, (Dictionary, Stream)) else None
