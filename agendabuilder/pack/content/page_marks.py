"""Which numbered marks for tags are in the content of a page or a drawing: found quickly, or read with care."""

import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

from agendabuilder.pack.content.content_balance import BREAK
from agendabuilder.reports.pdf import pdf_values

ODD = -1
"""Stands for the number of a mark whose number is none."""

_NUMBERED = re.compile(rb"/MCID[\x00\t\n\f\r ]+(\d{1,10})(?!\d)")
_ENDLESS = re.compile(rb"/MCID[\x00\t\n\f\r ]+\d{11}")  # no number of a mark, nor one that qpdf would tell
_BY_NAME = re.compile(rb"/([^\x00\t\n\f\r \[\]<>(){}/%]+)[\x00\t\n\f\r ]+BDC")
_PICTURE = re.compile(rb"BI(?<![^" + BREAK + rb"]BI)(?![^" + BREAK + rb"/%])")  # its bytes may look like anything


@dataclass(frozen=True, slots=True)
class Marks:
    """How often each number is on a mark; whether all marks begin and end in pairs, and whether all could be read."""

    counts: Mapping[int, int]
    is_balanced: bool = True
    is_readable: bool = True


def found_marks(content: bytes, resources: Dictionary | None) -> frozenset[int] | None:
    """The numbers of the marks, by a quick search; none when it is not sure of them, or one is there twice.

    `resources` have the property lists that are not written in the content.
    """
    found = _NUMBERED.findall(content)
    numbers = list(map(int, found))
    properties = pdf_values.dictionary(resources, "/Properties")
    if properties is not None:
        marked = {
            name: pdf_values.whole_number(entry, "/MCID") for name, entry in properties.items() if _has_mark(entry)
        }
        if marked:
            used = (f"/{name.decode('latin-1')}" for name in _BY_NAME.findall(content))
            numbers += (marked[name] for name in used if name in marked)
    different = frozenset(numbers)
    is_sure = len(different) == len(numbers) and len(found) == content.count(b"MCID")
    return different if is_sure and _PICTURE.search(content) is None else None


def _has_mark(properties: Object) -> bool:
    return isinstance(properties, Dictionary) and Name.MCID in properties


def read_marks(content: bytes, resources: Dictionary | None) -> Marks:
    """The marks of content, read operator by operator; `resources` as above."""
    with pikepdf.new() as scratch, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # content that breaks off is as viewers take it
        try:
            operators = pikepdf.parse_content_stream(scratch.make_stream(content), "BDC BMC EMC")
        except (pikepdf.PikepdfError, TypeError):  # the second for content that is none
            return Marks({}, is_readable=False)
        properties = pdf_values.dictionary(resources, "/Properties")
        counts = Counter([ODD] * len(_ENDLESS.findall(content)))
        depth, is_balanced = 0, True
        for instruction in operators:
            depth += -1 if bytes(instruction.operator) == b"EMC" else 1
            is_balanced = is_balanced and depth >= 0
            number = _number(instruction.operands, properties)
            if number is not None:
                counts[number if type(number) is int and number >= 0 else ODD] += 1
        return Marks(counts, is_balanced and depth == 0)


def _number(operands: object, properties: Dictionary | None) -> object:
    """What stands where a mark has its number; none for one that has no such place."""
    parts = list(cast("Iterator[Object]", operands))
    listed = parts[1] if len(parts) == 2 else None
    if isinstance(listed, Name) and properties is not None:
        listed = properties.get(listed)
    return listed.get(Name.MCID) if isinstance(listed, (Dictionary, Stream)) else None
