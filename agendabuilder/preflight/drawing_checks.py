"""Checks of what the front matter will not be able to draw as it is meant."""

from collections.abc import Iterator
from pathlib import Path

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.pack.front.fonts import missing_characters
from agendabuilder.pack.front.logo import logo_size
from agendabuilder.preflight.clerk_texts import item_subject, notice_field


def check_logo(meeting: Meeting, folder: Path) -> Iterator[Finding]:
    """A logo that cannot be drawn, or that nobody can hear read out."""
    logo = meeting.look.logo
    if logo is None or not logo.file:
        return
    if logo_size(folder, logo) is None:
        yield Finding(
            Severity.WARNING,
            "logo-unreadable",
            f"The logo “{logo.file}” cannot be read, so the front sheet is without it.",
            "Choose a PNG or JPEG picture in the meeting's folder.",
            field="look.logo",
        )
    elif not logo.alt:
        yield Finding(
            Severity.NOTE,
            "logo-words",
            "The logo has no words for people who cannot see it; “Logo” and the council's name stand in.",
            "Enter what it shows.",
            field="look.logo",
        )


def check_letters(meeting: Meeting, _: Path) -> Iterator[Finding]:
    """Characters that none of the pack's fonts has."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        people = " ".join(contributor.line for contributor in item.contributors)
        yield from _missing(f"{item.title} {item.text} {people}", item_subject(item, numbers), item.id)
    for notice in meeting.notices:
        yield from _missing(
            f"{notice.title} {notice.text}", f"The notice “{notice.title}”", field=notice_field(notice.id, "text")
        )
    head = (meeting.organisation, meeting.body_kind, meeting.committee, meeting.venue)
    members = (f"{member.name} {member.organisation}" for member in meeting.members)
    yield from _missing(" ".join((*head, *members)), "The front sheet", field="organisation")


def _missing(text: str, where: str, item_id: str = "", field: str = "text") -> Iterator[Finding]:
    missing = sorted(missing_characters(text))
    if missing:
        yield Finding(
            Severity.WARNING,
            "text-letters",
            f"{where} has characters that cannot be printed: {' '.join(missing[:8])}",
            "Write them in another way.",
            item_id=item_id,
            field=field,
        )
