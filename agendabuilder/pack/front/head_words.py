"""What the head of an agenda says outside the pack, as words: date, time and venue, the pre-meeting, the contact."""

from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.meeting import Meeting, PreMeeting
from agendabuilder.domain.people import Contact
from agendabuilder.domain.worded import language_of


def head_facts(meeting: Meeting) -> list[tuple[str, str]]:
    """Date, time and venue with their labels, as far as they are known."""
    form, wording, language = meeting.front_sheet.head_time, meeting.wording, language_of(meeting.look.language)
    times = [time_text(moment, form, language) for moment in (meeting.start, meeting.end) if moment is not None]
    rows = (
        (wording.date, full_date_text(meeting.date, language) if meeting.date else ""),
        (wording.time, " – ".join(times) if meeting.start else ""),  # noqa: RUF001 (the en rule is what is shown)
        (wording.venue, meeting.venue),
    )
    return [row for row in rows if row[1]]


def pre_meeting_line(pre: PreMeeting, meeting: Meeting) -> str:
    """1.30 pm, Members only. Nothing when neither is known."""
    form, language = meeting.front_sheet.head_time, language_of(meeting.look.language)
    return ", ".join(part for part in (time_text(pre.start, form, language) if pre.start else "", pre.who) if part)


def formal_start_line(meeting: Meeting) -> str:
    """Formal meeting begins: 2.00 pm. Nothing without a start, or where the body has no words for it."""
    if not meeting.start or not meeting.wording.formal_start:
        return ""
    clock = time_text(meeting.start, meeting.front_sheet.head_time, language_of(meeting.look.language))
    return f"{meeting.wording.formal_start}: {clock}"


def contact_lines(contact: Contact) -> list[tuple[str, str]]:
    """Name, phone and e-mail, each with the address that its link leads to; none for what is no number or address."""
    lines = [(", ".join(part for part in (contact.name, contact.role) if part), "")]
    digits = "".join(sign for sign in contact.phone if sign in "+0123456789")
    lines.append((contact.phone, f"tel:{digits}" if len(digits) > 3 else ""))
    is_address = contact.email.isascii() and "@" in contact.email and " " not in contact.email
    lines.append((contact.email, f"mailto:{contact.email}" if is_address else ""))
    return [line for line in lines if line[0]]
