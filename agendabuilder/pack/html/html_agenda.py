"""The front matter as one HTML page: accessible (WCAG 2.2 AA), printable, whole in one file, with links into the pack.

It says what the pack's front sheet says, in the same order and look, and nothing that the pack does not say.
"""

import base64
import mimetypes
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

from agendabuilder.domain.forms import moment_text
from agendabuilder.domain.meeting import Meeting, Notice, Placement
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.presentation import Block, MembershipForm, RoleForm
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.head_words import contact_lines, formal_start_line, head_facts, pre_meeting_line
from agendabuilder.pack.front.logo import logo_size
from agendabuilder.pack.front.membership import member_text
from agendabuilder.pack.html.html_changes import add_changes
from agendabuilder.pack.html.html_nodes import Node, add, add_rich_text, add_text, written
from agendabuilder.pack.html.html_style import style_sheet
from agendabuilder.pack.html.html_table import PackLinks, add_agenda
from agendabuilder.pack.pack_contents import PackContents


def html_agenda(contents: PackContents, pack_file: str, folder: Path) -> str:
    """The page of one edition of a pack. `pack_file` is the pack as the page links to it, `folder` has the logo."""
    meeting = contents.meeting
    language = language_of(meeting.look.language)
    root = Element("html", {"lang": meeting.look.language})
    _add_head(root, contents)
    body = add(root, "body", **({"class_": "capitals"} if meeting.look.capital_titles else {}))
    has_items = bool(meeting.items)
    fixed = {} if meeting.look.language.startswith(language.tag[:2]) else {"lang": language.tag}
    skip = language.say("Skip to the agenda") if has_items else language.say("Skip to the text")
    add(body, "a", skip, class_="skip", href="#agenda" if has_items else "#main", **fixed)
    page = add(body, "div", class_="page")
    _add_header(page, contents, folder)
    main = add(page, "main", id="main", tabindex="-1")
    links = PackLinks(pack_file, contents.plan)
    _add_pack_link(main, contents, links, fixed)
    for block in meeting.front_sheet.blocks:
        if block is Block.AGENDA:
            add_agenda(main, meeting, contents.numbers, links)
        else:
            _BLOCKS[block](main, meeting)
    _add_notices(main, meeting, Placement.LAST_PAGE)
    add_changes(main, contents.changes, language)
    return f"<!DOCTYPE html>\n{written(root)}\n"


def _add_head(root: Node, contents: PackContents) -> None:
    head = add(root, "head")
    add(head, "meta", charset="utf-8")
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "title", contents.title)
    add(head, "style").text = style_sheet(contents.meeting.look)


def _add_header(page: Node, contents: PackContents, folder: Path) -> None:
    """Marks, logo, council, committee, the word "Agenda"."""
    meeting, wording = contents.meeting, contents.meeting.wording
    header = add(page, "header", class_="head")
    marks = [wording.draft] * contents.marks.draft + [wording.members_only] * contents.marks.members_only
    for mark in filter(None, marks):
        add(header, "p", mark, class_="mark")
    _add_logo(header, meeting, folder)
    agenda = wording.agenda or language_of(meeting.look.language).wording.agenda
    heading = meeting.committee or meeting.organisation or agenda
    if meeting.organisation and meeting.committee:
        add(header, "p", meeting.organisation, class_="council")
    if meeting.body_kind:
        add(header, "p", meeting.body_kind, class_="kind")
    add(header, "h1", heading)
    if wording.agenda and heading != wording.agenda:
        add(header, "p", wording.agenda, class_="paper")


def _add_logo(header: Node, meeting: Meeting, folder: Path) -> None:
    """The logo inside the page itself, so that the page is one file."""
    logo = meeting.look.logo
    if logo is None or not logo.file or logo_size(folder, logo) is None:
        return
    kind = mimetypes.guess_type(logo.file)[0] or "image/png"
    data = base64.b64encode((folder / logo.file).read_bytes()).decode()
    alt = logo.alt or language_of(meeting.look.language).say("Logo: {name}", name=meeting.organisation or meeting.title)
    add(header, "img", class_="logo", alt=alt, src=f"data:{kind};base64,{data}")


def _add_pack_link(main: Node, contents: PackContents, links: PackLinks, fixed: Mapping[str, str]) -> None:
    if contents.plan.total > contents.plan.front_pages:
        language, count = language_of(contents.meeting.look.language), contents.plan.total
        line = add(main, "p", class_="whole", **fixed)
        words = language.say("All papers in one file (PDF, {pages})", pages=language.say("{count} pages", count=count))
        add(line, "a", words, href=links.whole)


def _add_facts(main: Node, meeting: Meeting) -> None:
    _add_rows(main, head_facts(meeting), "facts")


def _add_rows(main: Node, rows: list[tuple[str, str]], name: str) -> None:
    if rows:
        listing = add(main, "dl", class_=name)
        for label, value in rows:
            row = add(listing, "div")
            add(row, "dt", label)
            add(row, "dd", value)


def _add_pre_meeting(main: Node, meeting: Meeting) -> None:
    pre = meeting.pre_meeting
    if pre is None:
        return
    label = meeting.wording.pre_meeting or language_of(meeting.look.language).wording.pre_meeting
    section = _beside(main, label, "pre-meeting")
    if words := pre_meeting_line(pre, meeting):
        add(section, "p", words)
    add_rich_text(section, pre.purpose)
    if words := formal_start_line(meeting):
        add(section, "p", words)


def _add_members(main: Node, meeting: Meeting) -> None:
    sheet, wording = meeting.front_sheet, meeting.wording
    if sheet.membership is MembershipForm.NONE:
        return
    for label, co_opted in ((wording.members, False), (wording.co_opted_members, True)):
        group = [each for each in meeting.members if each.co_opted is co_opted and each.name.strip()]
        if not group:
            continue
        section = _beside(main, label, "co-opted" if co_opted else "members")
        if sheet.membership is MembershipForm.SENTENCE:
            names = [member_text(each, sheet.roles) for each in group]
            add(section, "p", language_of(meeting.look.language).joined(names))
            continue
        listing = add(section, "ul", class_="columns", role="list")
        for member in group:
            role = member.role_initials if sheet.roles is RoleForm.INITIALS else member.role
            point = add(listing, "li", member.name)
            marks = "".join(f" ({words})" for words in (member.organisation, role) if words)
            if marks:
                add(point, "span", marks)


def _add_notices(main: Node, meeting: Meeting, placement: Placement) -> None:
    for notice in meeting.notices:
        if notice.placement is placement and (notice.title.strip() or notice.text.strip()):
            _add_notice(main, meeting, notice)


def _add_notice(main: Node, meeting: Meeting, notice: Notice) -> None:
    name = f"notice-{notice.id}"
    titled = {"aria_labelledby": name} if notice.title.strip() else {}
    section = add(main, "section", class_="notice", **titled)
    if notice.title.strip():
        add(section, "h2", fill_places(notice.title, meeting), id=name)
    add_rich_text(section, fill_places(notice.text, meeting))


def _add_contact(main: Node, meeting: Meeting) -> None:
    contact = meeting.contact
    if contact is None or not any((contact.name, contact.role, contact.phone, contact.email)):
        return
    section = _beside(main, meeting.wording.contact or language_of(meeting.look.language).wording.contact, "contact")
    for words, address in contact_lines(contact):
        _add_way(add(section, "p"), words, address)


def _add_way(line: Node, words: str, address: str) -> None:
    if address:
        add(line, "a", words, href=address)
    else:
        add_text(line, words)


def _add_publication(main: Node, meeting: Meeting) -> None:
    if meeting.published:
        language, form = language_of(meeting.look.language), meeting.front_sheet.head_time
        told = moment_text(meeting.published, meeting.published_at, form, language)
        _add_rows(main, [(meeting.wording.published, told)], "facts plain")


def _beside(main: Node, label: str, name: str) -> Node:
    """A section whose heading stands beside its content; the content's element is returned."""
    section = add(main, "section", class_="beside", aria_labelledby=name)
    add(section, "h2", label, id=name)
    return add(section, "div")


_BLOCKS: Mapping[Block, Callable[[Node, Meeting], None]] = {
    Block.HEAD: _add_facts,
    Block.PRE_MEETING: _add_pre_meeting,
    Block.MEMBERS: _add_members,
    Block.NOTICES_BEFORE: lambda main, meeting: _add_notices(main, meeting, Placement.BEFORE),
    Block.NOTICES_AFTER: lambda main, meeting: _add_notices(main, meeting, Placement.AFTER),
    Block.CONTACT: _add_contact,
    Block.PUBLICATION: _add_publication,
}
