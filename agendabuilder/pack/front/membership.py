"""The members of the body: a sentence, or a list in one or two columns; co-opted members by themselves."""

from collections.abc import Sequence

from agendabuilder.domain.people import Member
from agendabuilder.domain.presentation import MembershipForm, RoleForm
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, beside, gap, text_bands
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.style import MM, RIGHT
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span

_BETWEEN_COLUMNS = 6 * MM


def set_members(comp: Composition, parent: Element) -> list[Band]:
    """Both groups of members, each beside its label."""
    if comp.meeting.front_sheet.membership is MembershipForm.NONE:
        return []
    wording = comp.meeting.wording
    named = [member for member in comp.meeting.members if plain(member.name).strip()]
    bands: list[Band] = []
    for label, co_opted in ((wording.members, False), (wording.co_opted_members, True)):
        group = [member for member in named if member.co_opted is co_opted]
        if group:
            bands += [gap(4 * MM if not bands else 2.4 * MM), *_group(comp, parent.add("Sect"), label, group)]
    return bands


def _group(comp: Composition, section: Element, label: str, members: Sequence[Member]) -> list[Band]:
    heading = section.add("H2")
    match comp.meeting.front_sheet.membership:
        case MembershipForm.SENTENCE:
            texts = [member_text(member, comp.meeting.front_sheet.roles) for member in members]
            sentence = comp.language.joined(texts)
            names = comp.line(sentence, comp.style.body, section.add("P"), comp.value_x, comp.style.leading)
        case MembershipForm.TWO_COLUMNS:
            names = _columns(comp, section, members, 2)
        case _:
            names = _columns(comp, section, members, 1)
    return comp.labelled(label, heading, names)


def _columns(comp: Composition, section: Element, members: Sequence[Member], count: int) -> list[Band]:
    """The members down the first column, then down the next."""
    listing = section.add("L", ListNumbering="None")
    width = (RIGHT - comp.value_x - _BETWEEN_COLUMNS * (count - 1)) / count
    depth = -(-len(members) // count)
    columns: list[list[Band]] = []
    for column in range(count):
        x = comp.value_x + column * (width + _BETWEEN_COLUMNS)
        names: list[Band] = []
        for member in members[column * depth : (column + 1) * depth]:
            names += _name(comp, listing.add("LI").add("LBody"), member, x, width)
        columns.append(names)
    return beside(*columns)


def _name(comp: Composition, tag: Element, member: Member, x: float, width: float) -> list[Band]:
    """One member; what stands in brackets is grey, and what runs over is set in."""
    style, leaf = comp.style, tag.leaf()
    name = Span(plain(member.name), style.body, leaf)
    marks = Span(plain(_marks(member, comp.meeting.front_sheet.roles)), style.body.coloured(style.label.colour), leaf)
    return text_bands([name, marks], x, width, style.leading, hang=style.body.size)


def member_text(member: Member, roles: RoleForm) -> str:
    """A member as they stand in a sentence: "C Adeyemi (Norbury Carers) (VC)"."""
    return plain(member.name + _marks(member, roles))


def _marks(member: Member, roles: RoleForm) -> str:
    role = member.role_initials if roles is RoleForm.INITIALS else member.role
    return "".join(f" ({text})" for text in (member.organisation, role) if text)
