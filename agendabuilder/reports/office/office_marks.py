"""What an Office file carries beside the pages that it prints: comments, notes, hidden slides and sheets, errors.

None of it goes into the pack, but much of it goes out when the file itself is published; some tells that a report is
not finished. Only the modern formats are looked into; tracked changes are a trait (`Trait.TRACKED_CHANGES`).
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

import docx
import pptx
from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office.office_file import office_format
from agendabuilder.reports.office.switched_off import is_hidden_slide
from agendabuilder.reports.office.unreadable import UNREADABLE
from agendabuilder.reports.readings.marks import NO_MARKS, OfficeMarks

_KEPT_AS = "office-3"
"""Raise the number when this file reads in another way."""

_LARGEST, _LARGEST_XML = 300_000_000, 50_000_000
"""Bytes, unpacked, of a file that is looked into, and of its parts in XML, which take ten times as much once read; a
small file can be made to unpack without end."""

_NOTES, _THREADS = re.compile(r"xl/comments.*\.xml"), re.compile(r"xl/threadedComments/[^/]+\.xml")
_REMARKS = re.compile(r"ppt/comments/[^/]+\.xml")
_MOST_ERRORS = 40


def office_marks(source: Path, fingerprint: str, cache: ReportCache) -> OfficeMarks:
    """The marks of a clerk's own file, from the cache where they are known; none for what is no Office file.

    `fingerprint` is the file's. Raises OSError when it cannot be read.
    """
    read = {"docx": _of_document, "pptx": _of_slides, "xlsx": _of_sheets}.get(office_format(source))
    if read is None:
        return NO_MARKS
    known = cache.read(_KEPT_AS, fingerprint, OfficeMarks)
    if known is None:
        known = NO_MARKS
        with suppress(*UNREADABLE):
            if _unpacked_bytes(source) <= _LARGEST and _unpacked_bytes(source, (".xml", ".rels")) <= _LARGEST_XML:
                known = read(source)
        cache.keep_read(_KEPT_AS, fingerprint, known)
    return known


def _of_document(source: Path) -> OfficeMarks:
    document = docx.Document(str(source))
    return OfficeMarks(
        comments=sum(
            len(parse_xml(relation.target_part.blob).findall("{*}comment"))
            for relation in document.part.rels.values()
            if relation.reltype.endswith("/comments") and not relation.is_external
        ),
    )


def _of_slides(source: Path) -> OfficeMarks:
    deck = pptx.Presentation(str(source))
    slides = list(enumerate(deck.slides, start=1))
    noted = [
        number
        for number, slide in slides
        if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None and frame.text.strip()
    ]
    with ZipFile(source) as archive:
        comments = _count(archive, _REMARKS)
    return OfficeMarks(
        comments=comments,
        hidden_slides=tuple(number for number, slide in slides if is_hidden_slide(slide.element)),
        slides_with_notes=tuple(noted),
    )


def _of_sheets(source: Path) -> OfficeMarks:
    with ZipFile(source) as archive:
        sheets = parse_xml(archive.read("xl/workbook.xml")).findall("{*}sheets/{*}sheet")
        shown = [each for each in sheets if not _is_hidden(each)]
        return OfficeMarks(
            comments=max(_count(archive, _NOTES), _count(archive, _THREADS)),  # a thread has a note of its own, too
            hidden_sheets=tuple(each.get("name", "") for each in sheets if _is_hidden(each)),
            errors=tuple(islice(_errors(archive, shown), _MOST_ERRORS)),
        )


def _errors(archive: ZipFile, sheets: Iterable[_Element]) -> Iterator[str]:
    relations = parse_xml(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {each.get("Id"): each.get("Target", "") for each in relations}
    for sheet in sheets:
        key = next((value for name, value in sheet.attrib.items() if name.endswith("}id")), "")
        part = posixpath.normpath(posixpath.join("/xl", targets.get(key, ""))).lstrip("/")
        if part not in archive.namelist():
            continue
        for cell in parse_xml(archive.read(part)).iterfind("{*}sheetData/{*}row/{*}c[@t='e']"):
            yield f"{cell.findtext('{*}v')} in {cell.get('r', 'a cell')} of “{sheet.get('name', '')}”"


def _count(archive: ZipFile, wanted: re.Pattern[str]) -> int:
    """How many comments stand in those parts of the file whose names match."""
    parts = (parse_xml(archive.read(name)) for name in archive.namelist() if wanted.fullmatch(name))
    return sum(1 for part in parts for _ in part.iter("{*}comment", "{*}threadedComment", "{*}cm"))


def _is_hidden(sheet: _Element) -> bool:
    return bool(sheet.get("state", "visible") != "visible")


def _unpacked_bytes(source: Path, endings: tuple[str, ...] = ("",)) -> int:
    with ZipFile(source) as archive:
        return sum(part.file_size for part in archive.infolist() if part.filename.lower().endswith(endings))
