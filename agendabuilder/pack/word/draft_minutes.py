"""The draft minutes as a Word document: who is there, each item with room to write, and the chair's signature."""

from pathlib import Path

from docx.document import Document
from docx.shared import Pt

from agendabuilder.domain.forms import date_text
from agendabuilder.domain.item import Access
from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.parts import parts
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.membership import member_text
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.minutes_items import add_item
from agendabuilder.pack.word.word_file import new_document, word_bytes
from agendabuilder.pack.word.word_head import add_facts, add_head
from agendabuilder.pack.word.word_styles import FORM_TABLE
from agendabuilder.pack.word.word_tables import (
    WIDTH,
    Column,
    add_box,
    add_empty_rows,
    add_into,
    add_row,
    add_table,
    begun,
    heading_width,
)
from agendabuilder.pack.word.word_text import add

_OTHERS = 3
"""Empty rows for those who are present and no members."""


def draft_minutes(contents: PackContents, folder: Path) -> bytes:
    """The draft minutes for the readers of one edition of a pack. `folder` has the logo."""
    meeting = contents.meeting
    language = language_of(meeting.look.language)
    title = language.say("Draft minutes of {name}", name=meeting.committee or meeting.title)
    day = f", {date_text(meeting.date, language)}" if meeting.date else ""
    document = new_document(contents, f"{title}{day}")
    add_head(document, contents, title, "", folder)
    add_facts(document, meeting)
    add(document, language.say("Attendance"), "Heading 1")
    _add_members(document, meeting, language)
    _add_others(document, language)
    for heading, run in parts(meeting):
        is_public = run[0].access is Access.PUBLIC
        own = language.say("Business" if is_public else "Business for which the press and public were excluded")
        add(document, heading.strip() or own, "Heading 1")
        for item in run:
            add_item(document, contents, item)
    _add_end(document, language)
    return word_bytes(document)


def _add_members(document: Document, meeting: Meeting, language: Language) -> None:
    """A box to tick for each member; empty rows where no members are known."""
    ticks = [language.say("Present"), language.say("Apologies"), language.say("Absent")]
    width = max(25.0, *(heading_width(words, meeting.look) for words in ticks))
    columns = [Column(language.say("Member"), WIDTH - width * len(ticks)), *(Column(words, width) for words in ticks)]
    about = language.say("The members, with a box to tick for each who was present, sent apologies or was absent.")
    table = add_table(document, columns, FORM_TABLE, about)
    names = [member_text(each, meeting.front_sheet.roles) for each in meeting.members if each.name.strip()]
    for name in names:
        first, *boxes = add_row(table, columns)
        begun(add_into(first, name, "Table text"))
        for words, cell in zip(ticks, boxes, strict=True):
            add_box(cell, f"{name}: {words}")
    if not names:
        add_empty_rows(table, columns, _OTHERS)


def _add_others(document: Document, language: Language) -> None:
    add(document, language.say("Also present"), "Heading 2").paragraph_format.space_before = Pt(14)
    columns = [Column(language.say("Name"), WIDTH / 2), Column(language.say("Role or organisation"), WIDTH / 2)]
    about = language.say("Rows for officers, guests and others who were present.")
    add_empty_rows(add_table(document, columns, FORM_TABLE, about), columns, _OTHERS)


def _add_end(document: Document, language: Language) -> None:
    closed = add(document, language.say("The meeting closed at") + " \t", "Line to fill in")
    closed.paragraph_format.keep_with_next = True
    signed = add(document, language.say("Signed by the chair as a true record:") + " \t", "Line to fill in")
    signed.paragraph_format.keep_with_next = True
    add(document, language.say("Date:") + " \t", "Line to fill in")
