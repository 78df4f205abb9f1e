"""All words that the clerk typed into the meeting, each with its place: what the checks of wording read.

Named places such as `{contact.phone}` stand in them unfilled: what is filled in comes from elsewhere and is right.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers


@dataclass(frozen=True, slots=True)
class ClerkText:
    """Words that were typed. `subject` begins a sentence about them: "Item 7 “Budget”", "The notice “Filming”"."""

    text: str
    subject: str
    field: str
    item_id: str = ""
    report_id: str = ""
    language: str = ""

    def finding(
        self, severity: Severity, code: str, says: str, advice: str, found: str = "", instead: str = ""
    ) -> Finding:
        """What is noticed about these words: `says` goes on where the subject ends."""
        return Finding(
            severity,
            code,
            f"{self.subject} {says}",
            advice,
            item_id=self.item_id,
            report_id=self.report_id,
            field=self.field,
            found=found,
            instead=instead,
        )


def clerk_texts(meeting: Meeting) -> tuple[ClerkText, ...]:
    """Every typed text that is not empty, in the order of the agenda, then of the notices."""
    numbers = item_numbers(meeting.items, meeting.numbering)
    texts = (*_head(meeting), *_of_items(meeting, numbers), *_of_notices(meeting))
    return tuple(text for text in texts if text.text)


def item_subject(item: Item, numbers: Mapping[str, str]) -> str:
    """An item at the beginning of a sentence, by its number and title as far as it has them."""
    number = numbers.get(item.id, "")
    if not item.title:
        return f"Item {number}" if number else "An item without number and title"
    return f"Item {number} “{item.title}”" if number else f"The item “{item.title}”"


def notice_field(notice_id: str, field: str) -> str:
    """The place of a notice's field, as a finding names it."""
    return f"notices.{notice_id}.{field}"


def _head(meeting: Meeting) -> Iterator[ClerkText]:
    yield ClerkText(meeting.venue, "The venue", "venue")
    if meeting.pre_meeting:
        yield ClerkText(meeting.pre_meeting.who, "The pre-meeting", "pre_meeting.who")
        yield ClerkText(meeting.pre_meeting.purpose, "The pre-meeting", "pre_meeting.purpose")
    if meeting.next_meeting:
        yield ClerkText(meeting.next_meeting.venue, "The next meeting's venue", "next_meeting.venue")


def _of_items(meeting: Meeting, numbers: Mapping[str, str]) -> Iterator[ClerkText]:
    for item in meeting.all_items():
        subject, language = item_subject(item, numbers), item.language
        yield ClerkText(item.title, subject, "title", item.id, language=language)
        yield ClerkText(item.text, subject, "text", item.id, language=language)
        for report in item.reports:
            named = f"The report “{report.title}”"
            yield ClerkText(report.title, named, "title", item.id, report.id, language=language)


def _of_notices(meeting: Meeting) -> Iterator[ClerkText]:
    for notice in meeting.notices:
        subject = f"The notice “{notice.title}”" if notice.title else "A notice"
        yield ClerkText(notice.title, subject, notice_field(notice.id, "title"))
        yield ClerkText(notice.text, subject, notice_field(notice.id, "text"))
