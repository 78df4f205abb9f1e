"""The blocks of the front sheet: head, pre-meeting, contact and publication."""

from collections.abc import Iterator

from agendabuilder.domain.forms import full_date_text, moment_text, time_text
from agendabuilder.domain.people import Contact
from agendabuilder.pack.front.composition import Composition
from agendabuilder.pack.front.flow import Band, Picture, Plate, Rule, beside, gap, hung, text_bands, together, with_next
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.logo import logo_size
from agendabuilder.pack.front.prose import Measure, set_blocks, spans_of
from agendabuilder.pack.front.rich_text import Phrase, read_rich_text
from agendabuilder.pack.front.style import INK, LEFT, LOGO_HEIGHT, LOGO_WIDTH, MM, RIGHT
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span, balanced_width, line_width


def set_head(comp: Composition, parent: Element) -> list[Band]:
    """Marks of the pack, logo, council, committee, the word "Agenda", and date, time and venue."""
    section = parent.add("Sect")
    logo = _logo(comp, section)
    right = RIGHT - (LOGO_WIDTH + 6 * MM if logo else 0)
    bands = [*_pack_marks(comp, section), *_names(comp, section, right)]
    if logo:
        bands = _with_logo(bands, logo)
    bands += [gap(4 * MM), Band(2.2, (Rule(LEFT, RIGHT, 2.2, comp.style.accent, 1.1),)), gap(4.2 * MM)]
    rows = comp.value_list(section, _when_and_where(comp), comp.style.title)
    return together([*bands, *_spaced(rows)])


def _names(comp: Composition, section: Element, right: float) -> Iterator[Band]:
    meeting, style = comp.meeting, comp.style
    heading = meeting.committee or meeting.organisation or meeting.wording.agenda or comp.language.wording.agenda
    if meeting.organisation and meeting.committee:
        yield from comp.line(
            meeting.organisation, style.council, section.add("P"), LEFT, style.council.size * 1.3, right
        )
    if meeting.body_kind:
        kind = style.body.coloured(style.label.colour)
        yield from comp.line(meeting.body_kind, kind, section.add("P"), LEFT, style.leading, right)
    yield gap(0.6 * MM)
    spans = [Span(plain(heading), style.committee, section.add("H1").leaf())]
    yield from text_bands(spans, LEFT, balanced_width(spans, right - LEFT), style.committee.size * 1.12)
    if meeting.wording.agenda and heading != meeting.wording.agenda:
        yield gap(0.8 * MM)
        subtitle = style.subtitle
        yield from comp.line(meeting.wording.agenda, subtitle, section.add("H2"), LEFT, subtitle.size * 1.25, right)


def _when_and_where(comp: Composition) -> Iterator[tuple[str, str]]:
    meeting, form = comp.meeting, comp.meeting.front_sheet.head_time
    times = [time_text(moment, form, comp.language) for moment in (meeting.start, meeting.end) if moment is not None]
    yield meeting.wording.date, full_date_text(meeting.date, comp.language) if meeting.date else ""
    yield meeting.wording.time, " – ".join(times) if meeting.start else ""  # noqa: RUF001
    yield meeting.wording.venue, meeting.venue


def _spaced(rows: list[Band]) -> Iterator[Band]:
    """Rows of the head a little further apart than lines of text."""
    for place, band in enumerate(rows):
        if place:
            yield gap(1 * MM)
        yield band


def _pack_marks(comp: Composition, section: Element) -> list[Band]:
    """Framed words at the very top: a draft, or a pack for members only."""
    wording, style = comp.meeting.wording, comp.style
    words = [wording.draft] * comp.marks.draft + [wording.members_only] * comp.marks.members_only
    columns: list[list[Band]] = []
    x, height = LEFT, style.small.size * 1.75
    for text in filter(None, map(plain, words)):
        span = Span(text, style.small.bold(), section.add("P").leaf())
        width = min(line_width([span]) + 5 * MM, RIGHT - x)
        bands = text_bands([span], x + 2.5 * MM, width - 4.9 * MM, height)
        plate = Plate(x, width, height * len(bands), INK)
        columns.append([Band(height, (plate, *bands[0].marks)), *bands[1:]])
        x += width + 2.5 * MM
    return [*beside(*columns), gap(5 * MM)] if columns else []


def _logo(comp: Composition, section: Element) -> Picture | None:
    """The logo at its size, or nothing when there is none that can be read; the checks name a bad one."""
    logo = comp.meeting.look.logo
    if logo is None or not logo.file:
        return None
    size = logo_size(comp.folder, logo)
    if size is None:
        return None
    scale = min(LOGO_WIDTH / size[0], LOGO_HEIGHT / size[1])
    figure = section.add("Figure", Placement="Block")
    body = comp.meeting.organisation or comp.meeting.title
    figure.alt = plain(logo.alt or comp.language.say("Logo: {name}", name=body))
    return Picture(comp.folder / logo.file, RIGHT, size[0] * scale, size[1] * scale, figure)


def _with_logo(bands: list[Band], logo: Picture) -> list[Band]:
    """The logo beside the first bands, which are made high enough to hold it."""
    height = sum(band.height for band in bands)
    first = Band(bands[0].height, (*bands[0].marks, logo))
    return [first, *bands[1:], Band(max(0.0, logo.height - height))]


def set_pre_meeting(comp: Composition, parent: Element) -> list[Band]:
    """When members meet beforehand and what for, and when the formal meeting begins."""
    pre, wording = comp.meeting.pre_meeting, comp.meeting.wording
    if pre is None:
        return []
    listing = parent.add("Sect").add("L", ListNumbering="None")
    form = comp.meeting.front_sheet.head_time
    moment = time_text(pre.start, form, comp.language) if pre.start else ""
    bands = _moment(comp, listing, moment, wording.pre_meeting, pre.who, pre.purpose)
    if comp.meeting.start and wording.formal_start:
        moment = time_text(comp.meeting.start, form, comp.language)
        bands += [gap(1.6 * MM, keep=True), *_moment(comp, listing, moment, wording.formal_start)]
    return [gap(3.6 * MM), *bands]


def _moment(
    comp: Composition, listing: Element, moment: str, title: str, who: str = "", purpose: str = ""
) -> list[Band]:
    """A time in the column of labels; beside it what begins then, who comes and what for."""
    style = comp.style
    point = listing.add("LI")
    label, body = point.add("Lbl"), point.add("LBody")
    lines = comp.line(title, style.title, body.add("P"), comp.value_x, style.leading)
    if who:
        lines = with_next(lines) + comp.line(who, style.small, body.add("P"), comp.value_x, style.small_leading)
    rest = set_blocks(read_rich_text(purpose), body, _measure(comp))
    if rest:
        lines = [*with_next(lines), *rest]
    span = Span(moment + " ", style.title, label.leaf())
    return hung(lines, [text_bands([span], LEFT, comp.value_x - LEFT, style.leading)] if moment else [])


def _measure(comp: Composition) -> Measure:
    style = comp.style
    return Measure(style.body, comp.value_x, RIGHT - comp.value_x, style.leading, style.accent)


def set_contact(comp: Composition, parent: Element) -> list[Band]:
    """Whom to ask: name and role, telephone and e-mail as links."""
    contact = comp.meeting.contact
    if contact is None or not any((contact.name, contact.role, contact.phone, contact.email)):
        return []
    section = parent.add("Sect")
    label = section.add("H2") if comp.meeting.wording.contact else section.add("P")
    lines: list[Band] = []
    for phrases in _contact_lines(contact):
        paragraph = section.add("P")
        spans = spans_of(phrases, paragraph, _measure(comp))
        lines += text_bands(spans, comp.value_x, RIGHT - comp.value_x, comp.style.leading)
    return [gap(5 * MM), *together(comp.labelled(comp.meeting.wording.contact, label, lines))]


def _contact_lines(contact: Contact) -> Iterator[list[Phrase]]:
    name, role, phone, email = map(plain, (contact.name, contact.role, contact.phone, contact.email))
    digits = "".join(character for character in phone if character in "+0123456789")
    ways = [
        Phrase(phone, address=f"tel:{digits}" if len(digits) > 3 else ""),
        Phrase(email, address=f"mailto:{email}" if email.isascii() and "@" in email and " " not in email else ""),
    ]
    ways = [way for way in ways if way.text]
    if name or role:
        yield [Phrase(", ".join(part for part in (name, role) if part))]
    yield from ([way] for way in ways)


def set_publication(comp: Composition, parent: Element) -> list[Band]:
    """When the agenda was published."""
    meeting = comp.meeting
    if meeting.published is None:
        return []
    told = moment_text(meeting.published, meeting.published_at, meeting.front_sheet.head_time, comp.language)
    rows = [(meeting.wording.published, told)]
    return [gap(3 * MM), *together(comp.value_list(parent, rows, comp.style.body))]
