"""The words of an Office file from which `office_seen` took the hidden ones, and which of them a PDF does not have.

Read by other libraries than the converter's own, so that it cannot forget the same things.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path
from zipfile import ZipFile

import docx
import pptx
from docx.oxml.parser import parse_xml
from docx.section import Section
from lxml.etree import _Element
from openpyxl.cell import Cell
from pypdfium2 import PdfDocument

from agendabuilder.reports.office.sheet_numbers import lost_numbers, shown_cells
from agendabuilder.reports.office.switched_off import is_hidden_slide
from agendabuilder.reports.office.unreadable import UNREADABLE

_WORD = re.compile(r"\w\w+")
_NEVER_SEEN = frozenset({"Fallback", "moveFrom", "del", "instrText", "delText"})
"""Elements whose text is another version, moved away, deleted, or an instruction."""

_BREAKS = frozenset({"p", "tab", "br", "cr", "tc", "pt", "si"})
_NOTES = ("/footnotes", "/endnotes")
_MAIN_PARTS = re.compile(r"word/document\.xml|ppt/slides/slide\d+\.xml|xl/sharedStrings\.xml")
_DRAWN_PARTS = re.compile(r"(?:word|ppt|xl)/(?:charts/chart|diagrams/data|drawings/drawing)\d*\.xml")
"""Parts with text outside the main flow, which python-docx and the others pass over: charts, diagrams, text boxes."""

_JOINERS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


def lost_words(source: Path, form: str, pdf: Path) -> list[str]:
    """Words of the file that its PDF has not, or not as often, each once, in the file's order; then numbers."""
    said, cells = text_of_pdf(pdf), shown_cells(source) if form == "xlsx" else []
    words, there = _WORD.findall(_plain(_text_of(source, form, cells))), _WORD.findall(_plain(said))
    missing = Counter(words) - Counter(there)
    unbroken = "".join(there)  # a word that is broken at the end of a line is there, too
    needed = Counter(words)
    lost = [word for word in dict.fromkeys(words) if word in missing and unbroken.count(word) < needed[word]]
    return [*lost, *lost_numbers(cells, said)]


def _text_of(source: Path, form: str, cells: Iterable[Cell]) -> str:
    """All text of an Office file; where the libraries cannot read it (strict Open XML), that of its parts."""
    text = "".join(f"{cell.value} " for cell in cells if isinstance(cell.value, str))
    if form != "xlsx":
        with suppress(*UNREADABLE):
            text = "".join(_of_document(source) if form == "docx" else _of_slides(source))
    return (text if text.strip() else _of_parts(source, _MAIN_PARTS)) + _of_parts(source, _DRAWN_PARTS)


def _of_parts(source: Path, wanted: re.Pattern[str]) -> str:
    """The text of those parts of the file whose names match."""
    try:
        with ZipFile(source) as archive:
            parts = [archive.read(name) for name in archive.namelist() if wanted.fullmatch(name)]
            return " ".join(chain.from_iterable(_texts(parse_xml(part)) for part in parts))
    except UNREADABLE:
        return ""


def text_of_pdf(path: Path) -> str:
    """All text of a PDF. To be called in a process that uses PDFium for nothing else."""
    with PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_JOINERS).casefold()


def _of_document(source: Path) -> Iterator[str]:
    document = docx.Document(str(source))
    yield from _texts(document.element.body)
    yield from chain.from_iterable(_of_margins(section) for section in document.sections)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(_NOTES):
            yield from _of_notes(relation.target_part.blob)


def _of_margins(section: Section) -> Iterator[str]:
    """Headers and footers that are in use; page numbers in them are not the file's words."""
    shown = [section.header, section.footer]
    if section.different_first_page_header_footer:
        shown += [section.first_page_header, section.first_page_footer]
    for part in shown:
        if not part.is_linked_to_previous:
            yield re.sub(r"\d+", " ", "".join(_texts(part._element)))


def _of_notes(content: bytes) -> Iterator[str]:
    yield " "
    yield from _texts(parse_xml(content))


def _of_slides(source: Path) -> Iterator[str]:
    for slide in pptx.Presentation(str(source)).slides:
        if not is_hidden_slide(slide.element):
            yield from _texts(slide.element)


def _texts(element: _Element) -> Iterator[str]:
    """The text of an element in its order, with a space where words end; each sign of a formula stands alone."""
    for child in element.iterchildren(tag="{*}*"):
        name = child.tag.rpartition("}")[2]
        if name in _NEVER_SEEN:
            continue
        if name == "t" or (name == "v" and element.getparent().tag.endswith("}strCache")):
            yield f" {child.text or ''} " if "/math}" in child.tag else child.text or ""
            continue
        if name in _BREAKS:
            yield " "
        yield from _texts(child)
