"""Words on a Word page: paragraphs, bold and italic phrases, links, the meeting's rich text."""

from collections.abc import Iterable, Sequence
from typing import cast

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.rich_text import Block, Listing, Phrase, read_rich_text
from agendabuilder.pack.front.rich_text import Paragraph as TypedParagraph
from agendabuilder.pack.word.word_lists import INDENT, new_list

Place = Document | _Cell
"""Where paragraphs can stand."""

_NO_XML = str.maketrans("", "", "\ufffe\uffff")
"""Signs that no XML may hold, and that `plain` leaves."""


def storable(text: str) -> str:
    """The text without signs that a Word file cannot hold."""
    return plain(text).translate(_NO_XML)


def add(place: Place, text: str, style: str) -> Paragraph:
    """A new paragraph at the end of a document or a cell; a line feed is a break, a tab is a tab."""
    return add_text(place.add_paragraph(style=style), text)


def add_text(line: Paragraph, text: str) -> Paragraph:
    """More words at the end of a paragraph."""
    line.add_run("\t".join(storable(part) for part in text.split("\t")))
    return line


def add_field(line: Paragraph, name: str) -> None:
    """A number that Word works out, such as PAGE."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = line.add_run()
        if kind in ("begin", "separate", "end"):
            run.element.append(_element("w:fldChar", fldCharType=kind))
        elif kind:
            run.text = kind
        else:
            run.element.append(OxmlElement("w:instrText"))
            run.element[-1].text = name


def add_link(line: Paragraph, words: str, address: str) -> Run:
    """A link at the end of a paragraph; its words are returned."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), line.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = line.add_run(storable(words), style="Hyperlink")
    link.append(run.element)
    line._p.append(link)
    return run


def add_rich_text(place: Place, text: str, style: str) -> None:
    """The blocks of a rich text."""
    _add_blocks(place, read_rich_text(text), style)


def set_language(element: BaseOxmlElement, language: str) -> None:
    """Say that all words within an element are in another language; nothing for none."""
    for run in element.iter(qn("w:r")) if language else ():
        run.get_or_add_rPr().append(_element("w:lang", val=storable(language)))


def _add_blocks(place: Place, blocks: Iterable[Block], style: str) -> None:
    for block in blocks:
        if isinstance(block, TypedParagraph):
            _add_phrases(place.add_paragraph(style=style), block.phrases)
        else:
            _add_listing(place, block, 0)


def _add_listing(place: Place, listing: Listing, depth: int) -> None:
    number = new_list(cast(DocumentPart, place.part).numbering_part.element, listing, depth)
    for point in listing.points:
        _add_point(place, point, number, depth)


def _add_point(place: Place, point: Sequence[Block], number: int, depth: int) -> None:
    """Only its first paragraph has the mark; what follows stands under that."""
    if not point or isinstance(point[0], Listing):
        _mark(place.add_paragraph(style="List Paragraph"), number, depth)
    for at, block in enumerate(point):
        if isinstance(block, Listing):
            _add_listing(place, block, depth + 1)
            continue
        line = place.add_paragraph(style="List Paragraph")
        if at == 0:
            _mark(line, number, depth)
        else:
            line.paragraph_format.left_indent = Mm(INDENT * (depth + 1))
        _add_phrases(line, block.phrases)


def _mark(line: Paragraph, number: int, depth: int) -> None:
    properties = line._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = min(depth, 8)
    properties.get_or_add_numId().val = number


def _add_phrases(line: Paragraph, phrases: Iterable[Phrase]) -> None:
    for phrase in phrases:
        words, address = storable(phrase.text), phrase.address
        run = add_link(line, words, address) if address else line.add_run(words)
        run.bold, run.italic = phrase.bold or None, phrase.italic or None


def _element(tag: str, **attributes: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
