"""Checks of what is not for the public: its grounds, the item that asks the public to leave, its public titles."""

from collections.abc import Iterator, Mapping
from datetime import date

from agendabuilder.domain.audience import Restriction, restrictions
from agendabuilder.domain.exclusion import lacks_exclusion
from agendabuilder.domain.exempt_grounds import Grounds, grounds_of
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.preflight.clerk_texts import item_subject

_Numbers = Mapping[str, str]


def check_grounds(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Exempt items and reports without a paragraph, and paragraphs that the body's law does not have."""
    law = grounds_of(meeting.access_law, meeting.notice_rule.nation)
    numbers, restricted = item_numbers(meeting.items, meeting.numbering), restrictions(meeting)
    for item in meeting.all_items():
        subject = item_subject(item, numbers)
        grounds = [restricted.get(identity) for identity in (item.id, *(report.id for report in item.reports))]
        if law.schedule and any(map(_lacks_paragraph, grounds)):
            yield Finding(
                Severity.WARNING,
                "exempt-paragraph",
                f"{subject} is exempt, and no paragraph of {law.schedule} is given.",
                "Choose the paragraph: the resolution must state it, and so must every copy of the report.",
                item_id=item.id,
                field="paragraphs",
            )
        yield from _unknown_paragraphs(item, subject, law)


def _lacks_paragraph(ground: Restriction | None) -> bool:
    return ground is not None and ground.access is Access.EXEMPT and not ground.paragraphs


def _unknown_paragraphs(item: Item, subject: str, law: Grounds) -> Iterator[Finding]:
    """Each item's or report's own paragraphs, so that nothing is said twice of what is under it."""
    holders: tuple[Item | Report, ...] = (item, *item.reports)
    for holder in holders:
        unknown = sorted(set(holder.paragraphs) - law.numbers) if holder.access is Access.EXEMPT else []
        if not unknown:
            continue
        listed = ", ".join(map(str, unknown))
        named = f"{subject} names paragraph {listed}, and"
        known = f"{law.schedule} has none of that number" if law.schedule else "the body's law has no paragraphs"
        yield Finding(
            Severity.WARNING,
            "exempt-paragraph-unknown",
            f"{named} {known}.",
            "Choose a paragraph of the list, or check which law binds the body.",
            item_id=item.id,
            report_id=holder.id if isinstance(holder, Report) else "",
            field="paragraphs",
        )


def check_exclusion(meeting: Meeting, _: date) -> Iterator[Finding]:
    """An exempt item before which nobody asks the public to leave."""
    item = lacks_exclusion(meeting)
    if item is not None:
        subject = item_subject(item, item_numbers(meeting.items, meeting.numbering))
        yield Finding(
            Severity.WARNING,
            "exempt-no-exclusion",
            f"{subject} is exempt, and no item before it asks the press and public to leave.",
            "Put the item “Exclusion of the press and public” before it.",
            item_id=item.id,
        )


def check_public_titles(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Public titles that say what the real ones say, and items whose sub-items are all exempt."""
    numbers, restricted = item_numbers(meeting.items, meeting.numbering), restrictions(meeting)
    for item in meeting.all_items():
        holders: tuple[Item | Report, ...] = (item, *item.reports)
        for holder in holders:
            if holder.id in restricted and _same(holder.title, holder.public_title):
                yield _same_title(item, holder, numbers)
        if item.items and item.id not in restricted and all(child.id in restricted for child in item.items):
            yield Finding(
                Severity.NOTE,
                "exempt-all-below",
                f"All that is under {_in_sentence(item_subject(item, numbers))} is exempt, and the item itself is "
                "public.",
                "Mark the item itself as exempt if none of it is to be heard in public.",
                item_id=item.id,
            )


def _same_title(item: Item, holder: Item | Report, numbers: _Numbers) -> Finding:
    subject = item_subject(item, numbers)
    whose = f"{subject}: “{holder.title}”" if isinstance(holder, Report) else subject
    return Finding(
        Severity.WARNING,
        "exempt-public-title",
        f"{whose} is exempt, and its public title is its real one.",
        "Word the public title so that it gives nothing away, or take it out.",
        item_id=item.id,
        report_id=holder.id if isinstance(holder, Report) else "",
        field="public_title",
    )


def _same(title: str, public_title: str) -> bool:
    return bool(title) and title.casefold().split() == public_title.casefold().split()


def _in_sentence(subject: str) -> str:
    return subject[:1].lower() + subject[1:]
