"""A Word file as a whole: a new one in a meeting's look and language, and its bytes.

Nothing in it is dated by the clock, so the same meeting gives the same bytes.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from agendabuilder.domain.language import Language
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.metadata import PRODUCER
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.word_styles import set_styles
from agendabuilder.pack.word.word_text import add_field, add_text, storable

_UNDATED = datetime(1980, 1, 1, tzinfo=UTC)
"""The first moment that a zip file can tell; also for a meeting without a date."""

_LEFT_OUT = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
"""Parts of python-docx's own first file that tell of its maker and are nothing to us."""

_CLUTTER = ("w:proofState", "w:savePreviewPicture", "w:rsids")


def new_document(contents: PackContents, title: str) -> Document:
    """An empty A4 document in the meeting's look, with its title, language, dates and numbered pages."""
    meeting, document = contents.meeting, docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, each in relations.items() if each.reltype.endswith(_LEFT_OUT)]:
            del relations[name]
    set_styles(document, meeting.look, meeting.front_sheet.rules_between_items)
    _settle(document, meeting.look.language)
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    _set_properties(document, contents, title)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(22), Mm(20)
    section.top_margin, section.bottom_margin, section.footer_distance = Mm(20), Mm(22), Mm(11)
    language = language_of(meeting.look.language)
    _add_footer(section.footer.paragraphs[0], meeting.title, language)
    if marks := markings(contents):
        section.different_first_page_header_footer = True  # the first page says so above its title
        _add_footer(section.first_page_footer.paragraphs[0], meeting.title, language)
        section.header.paragraphs[0].style = "Mark"
        add_text(section.header.paragraphs[0], " \N{EN DASH} ".join(marks))
    return document


def markings(contents: PackContents) -> list[str]:
    """What every page is marked with: a draft, or not for publication."""
    wording, marks = contents.meeting.wording, contents.marks
    return [mark for mark in (wording.draft * marks.draft, wording.members_only * marks.members_only) if mark]


def word_bytes(document: Document) -> bytes:
    """The finished file."""
    written, settled = BytesIO(), BytesIO()
    document.save(written)
    with ZipFile(written) as made, ZipFile(settled, "w", ZIP_DEFLATED) as out:
        for name in made.namelist():
            part = ZipInfo(name, _UNDATED.timetuple()[:6])
            part.compress_type = ZIP_DEFLATED
            out.writestr(part, made.read(name))
    return settled.getvalue()


def _settle(document: Document, language: str) -> None:
    settings = document.settings.element
    for name in _CLUTTER:
        for child in settings.findall(qn(name)):
            settings.remove(child)
    for child in settings.iter(qn("w:compatSetting")):
        if child.get(qn("w:name")) == "compatibilityMode":
            child.set(qn("w:val"), "15")  # where a table's edge, not its text, stands on the margin
    for child in settings.iter(qn("w:themeFontLang")):
        child.set(qn("w:val"), storable(language or "en-GB"))


def _set_properties(document: Document, contents: PackContents, title: str) -> None:
    meeting, properties = contents.meeting, document.core_properties
    day = meeting.published or meeting.date
    moment = datetime.combine(day, time(), UTC) if day else _UNDATED
    properties.title, properties.author = _short(title), _short(meeting.organisation)
    properties.last_modified_by, properties.comments = PRODUCER, ""
    properties.language = _short(meeting.look.language)
    properties.created = properties.modified = moment
    properties.revision = 1


def _short(text: str) -> str:
    """Properties take at most 255 letters."""
    return storable(text).replace("\n", " ")[:255]


def _add_footer(line: Paragraph, name: str, language: Language) -> None:
    """The body's name at the left, the page's number at the right."""
    add_text(line, f"{name}\t")
    for part in _parts(language):
        if part in ("PAGE", "NUMPAGES"):
            add_field(line, part)
        else:
            add_text(line, part)


def _parts(language: Language) -> Iterator[str]:
    """The words about the page, and the fields within them."""
    said = language.say("Page {page} of {count}", page="|PAGE|", count="|NUMPAGES|")
    return (part for part in said.split("|") if part)
