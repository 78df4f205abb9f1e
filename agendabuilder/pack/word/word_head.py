"""The head of a Word document: marks, logo, body and committee, and the meeting's date, time and venue."""

from pathlib import Path

from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.head_words import head_facts
from agendabuilder.pack.front.logo import logo_size
from agendabuilder.pack.front.style import LOGO_HEIGHT, LOGO_WIDTH
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.word_file import markings
from agendabuilder.pack.word.word_text import add, add_text, storable

_WORD_KNOWS = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff")
"""Pictures that every Word shows."""


def add_head(document: Document, contents: PackContents, title: str, subtitle: str, folder: Path) -> None:
    """What stands above everything else. `folder` has the logo."""
    meeting = contents.meeting
    for mark in markings(contents):
        add(document, mark, "Mark")
    council = meeting.organisation if meeting.organisation != title else ""
    if council or meeting.look.logo:
        _add_logo(add(document, council, "Council"), meeting, folder)
    if meeting.body_kind:
        add(document, meeting.body_kind, "Council")
    add(document, title, "Title")
    if subtitle and subtitle != title:
        add(document, subtitle, "Subtitle")


def add_facts(document: Document, meeting: Meeting) -> None:
    """Date, time and venue, each after its label."""
    for label, value in head_facts(meeting):
        add(document, f"{label}\t", "Facts").add_run(storable(value))


def _add_logo(line: Paragraph, meeting: Meeting, folder: Path) -> None:
    """The logo at the right end of a line, as large as on the front sheet; none of a kind that Word may not know."""
    logo = meeting.look.logo
    if logo is None or not logo.file.lower().endswith(_WORD_KNOWS):
        return
    size = logo_size(folder, logo)
    if size is None:
        return
    scale = min(LOGO_WIDTH / size[0], LOGO_HEIGHT / size[1])
    add_text(line, "\t").add_run().add_picture(str(folder / logo.file), Pt(size[0] * scale), Pt(size[1] * scale))
    name = meeting.organisation or meeting.title
    alt = logo.alt or language_of(meeting.look.language).say("Logo: {name}", name=name)
    for picture in line._p.iter(qn("wp:docPr"), qn("pic:cNvPr")):
        picture.set("name", "Logo")
        picture.set("descr", storable(alt))
