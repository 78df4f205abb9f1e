"""The agenda as a Word document: what the front sheet says, in the same order and look, for the clerk to send on."""

from collections.abc import Callable, Mapping
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Pt

from agendabuilder.domain.forms import moment_text
from agendabuilder.domain.meeting import Meeting, Notice, Placement
from agendabuilder.domain.people import Member
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.presentation import Block, MembershipForm
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.head_words import contact_lines, formal_start_line, pre_meeting_line
from agendabuilder.pack.front.membership import member_text
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.agenda_rows import add_agenda_table
from agendabuilder.pack.word.word_file import new_document, word_bytes
from agendabuilder.pack.word.word_head import add_facts, add_head
from agendabuilder.pack.word.word_text import add, add_link, add_rich_text


def word_agenda(contents: PackContents, folder: Path) -> bytes:
    """The agenda of one edition of a pack. `folder` has the logo."""
    meeting = contents.meeting
    agenda = meeting.wording.agenda or language_of(meeting.look.language).wording.agenda
    title = meeting.committee or meeting.organisation or agenda
    document = new_document(contents, contents.title)
    add_head(document, contents, title, agenda, folder)
    for block in meeting.front_sheet.blocks:
        if block is Block.AGENDA:
            add_agenda_table(document, contents)
        else:
            _BLOCKS[block](document, meeting)
    _add_notices(document, meeting, Placement.LAST_PAGE)
    return word_bytes(document)


def _add_pre_meeting(document: Document, meeting: Meeting) -> None:
    pre = meeting.pre_meeting
    if pre is None:
        return
    add(document, meeting.wording.pre_meeting or language_of(meeting.look.language).wording.pre_meeting, "Heading 1")
    if words := pre_meeting_line(pre, meeting):
        add(document, words, "Normal")
    add_rich_text(document, pre.purpose, "Normal")
    if words := formal_start_line(meeting):
        add(document, words, "Normal")


def _add_members(document: Document, meeting: Meeting) -> None:
    sheet, wording = meeting.front_sheet, meeting.wording
    if sheet.membership is MembershipForm.NONE:
        return
    for label, co_opted in ((wording.members, False), (wording.co_opted_members, True)):
        group = [each for each in meeting.members if each.co_opted is co_opted and each.name.strip()]
        if group:
            add(document, label, "Heading 1")
            _add_group(document, meeting, group)


def _add_group(document: Document, meeting: Meeting, group: list[Member]) -> None:
    names = [member_text(member, meeting.front_sheet.roles) for member in group]
    if meeting.front_sheet.membership is MembershipForm.SENTENCE:
        add(document, language_of(meeting.look.language).joined(names), "Normal")
        return
    is_parted = meeting.front_sheet.membership is MembershipForm.TWO_COLUMNS
    if is_parted:
        document.add_section(WD_SECTION.CONTINUOUS)
    for name in names:
        add(document, name, "Table text")
    if is_parted:
        _end_columns(document)


def _end_columns(document: Document) -> None:
    """What was added since the last section stands in two columns, down the first and then down the next."""
    document.add_section(WD_SECTION.CONTINUOUS)
    for at, columns in ((-2, "2"), (-1, "1")):
        properties = document.sections[at]._sectPr.find(qn("w:cols"))
        if properties is not None:
            properties.set(qn("w:num"), columns)


def _add_notices(document: Document, meeting: Meeting, placement: Placement) -> None:
    for notice in meeting.notices:
        if notice.placement is placement and (notice.title.strip() or notice.text.strip()):
            _add_notice(document, meeting, notice)


def _add_notice(document: Document, meeting: Meeting, notice: Notice) -> None:
    if notice.title.strip():
        add(document, fill_places(notice.title, meeting), "Heading 1")
    add_rich_text(document, fill_places(notice.text, meeting), "Normal")


def _add_contact(document: Document, meeting: Meeting) -> None:
    lines = contact_lines(meeting.contact) if meeting.contact else []
    if lines:
        add(document, meeting.wording.contact or language_of(meeting.look.language).wording.contact, "Heading 1")
    for words, address in lines:
        if address:
            add_link(document.add_paragraph(style="Table text"), words, address)
        else:
            add(document, words, "Table text")


def _add_publication(document: Document, meeting: Meeting) -> None:
    if meeting.published:
        language, form = language_of(meeting.look.language), meeting.front_sheet.head_time
        told = moment_text(meeting.published, meeting.published_at, form, language)
        add(document, f"{meeting.wording.published}: {told}", "Remark").paragraph_format.space_before = Pt(8)


_BLOCKS: Mapping[Block, Callable[[Document, Meeting], None]] = {
    Block.HEAD: add_facts,
    Block.PRE_MEETING: _add_pre_meeting,
    Block.MEMBERS: _add_members,
    Block.NOTICES_BEFORE: lambda document, meeting: _add_notices(document, meeting, Placement.BEFORE),
    Block.NOTICES_AFTER: lambda document, meeting: _add_notices(document, meeting, Placement.AFTER),
    Block.CONTACT: _add_contact,
    Block.PUBLICATION: _add_publication,
}
