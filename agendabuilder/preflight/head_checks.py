"""Checks of the front sheet's own facts, and of the notices that a meeting must carry."""

import re
from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import date_text, full_date_text, weekday_text
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.places import open_places
from agendabuilder.preflight.clerk_texts import clerk_texts, notice_field

_CONSENT = re.compile(r"(?<!not )(?<!without )\b(?:you(?: are| will be)? consent(?:ing)?|consent(?:ing)? to)\b", re.I)
_SATURDAY = 5
_OLD_ACT = re.compile(r"Data Protection Act 1998", re.I)


def check_head(meeting: Meeting, today: date) -> Iterator[Finding]:
    """Body, date, time, venue and contact are there, and the date is to come."""
    if not meeting.committee:
        yield _warning("meeting-committee", "The meeting has no committee name.", "Enter it.", "committee")
    if not meeting.date:
        yield _warning("meeting-date", "The meeting has no date.", "Enter it.", "date")
    elif meeting.date < today:
        day = full_date_text(meeting.date)
        yield _warning("meeting-past", f"The meeting's date, {day}, is past.", "Check the date.", "date")
    elif meeting.date.weekday() >= _SATURDAY:
        sentence = f"The meeting is on a {weekday_text(meeting.date)}, {date_text(meeting.date)}."
        yield Finding(Severity.NOTE, "meeting-weekend", sentence, "Check the date.", field="date")
    if not meeting.start:
        yield _warning("meeting-start", "The meeting has no starting time.", "Enter it.", "start")
    if not meeting.venue:
        yield _warning("meeting-venue", "The meeting has no venue.", "Enter it.", "venue")
    if not meeting.contact or not (meeting.contact.phone or meeting.contact.email):
        yield _warning(
            "meeting-contact",
            "The agenda does not say whom to ask about the meeting.",
            "Enter a contact with a telephone number or an e-mail address.",
            "contact",
        )


def check_venues(meeting: Meeting, _: date) -> Iterator[Finding]:
    """The same room with another address at the next meeting."""
    other = meeting.next_meeting.venue if meeting.next_meeting else ""
    (room, *address), (other_room, *other_address) = _parts(meeting.venue), _parts(other)
    if room == other_room and address and other_address and not {*address} & {*other_address}:
        yield Finding(
            Severity.NOTE,
            "venue-differs",
            f"The same room has two addresses: “{meeting.venue}” and, for the next meeting, “{other}”.",
            "Write it the same way in both places.",
            field="next_meeting.venue",
            found=other,
            instead=meeting.venue,
        )


def _parts(venue: str) -> list[str]:
    return [part.strip().casefold().removeprefix("the ") for part in venue.split(",")]


def check_webcast(meeting: Meeting, _: date) -> Iterator[Finding]:
    """A meeting that is webcast says so to those who come, and one that is not does not."""
    notices = [notice for notice in meeting.notices if notice.kind == "webcasting"]
    if meeting.webcast and not notices:
        yield _warning(
            "notice-webcasting",
            "The meeting is webcast, and the agenda carries no webcasting notice.",
            "Add the webcasting notice.",
            "notices",
        )
    elif notices and not meeting.webcast:
        yield Finding(
            Severity.NOTE,
            "notice-not-webcast",
            "The agenda carries a webcasting notice, and the meeting is not marked as webcast.",
            "Take the notice out, or mark the meeting as webcast.",
            field=notice_field(notices[0].id, "text"),
        )


def check_filming_law(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Notices of filming in the old form: by consent, or under the Act of 1998."""
    notices = {notice_field(notice.id, "text"): notice for notice in meeting.notices}
    for text in clerk_texts(meeting):
        notice = notices.get(text.field)
        if notice and _is_of_filming(f"{notice.kind} {notice.title}") and (found := _CONSENT.search(text.text)):
            yield text.finding(
                Severity.NOTE,
                "notice-consent",
                f"speaks of consent (“{found[0]}”).",
                "Councils now film as a task in the public interest (UK GDPR, Article 6(1)(e)), not by consent.",
                found=found[0],
            )
        if found := _OLD_ACT.search(text.text):
            yield text.finding(
                Severity.NOTE,
                "notice-old-act",
                "names the Data Protection Act 1998, which has been replaced.",
                "The law is now the UK GDPR and the Data Protection Act 2018.",
                found=found[0],
                instead="Data Protection Act 2018",
            )


def _is_of_filming(words: str) -> bool:
    return any(word in words.lower() for word in ("webcast", "film", "record", "broadcast"))


def check_places(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Named places that the meeting cannot fill, and would be printed as they stand."""
    for text in clerk_texts(meeting):
        for place in open_places(text.text, meeting):
            yield text.finding(
                Severity.WARNING,
                "text-place",
                f"names “{{{place}}}”, and the meeting has nothing to put there.",
                "Fill it in at the meeting's details, or take it out of the text.",
            )


def _warning(code: str, sentence: str, advice: str, field: str) -> Finding:
    return Finding(Severity.WARNING, code, sentence, advice, field=field)
