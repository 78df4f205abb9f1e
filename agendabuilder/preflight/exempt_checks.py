"""Checks of what is not for the public: its grounds, the item that asks the public to leave, its public titles."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from agendabuilder.domain.audience import restrictions
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
        holders: tuple[Item | Report, ...] = (item, *item.reports)
        for holder in holders:
            if holder.access is not Access.EXEMPT:
                continue  # what is exempt only because of what it stands under is not told a second time
            subject, ground = _subject(item, holder, numbers), restricted[holder.id]
            if law.schedule and ground.access is Access.EXEMPT and not ground.paragraphs:
                says = f"is exempt, and no paragraph of {law.schedule} is given."
                advice = "Choose the paragraph: the resolution must state it, and so must every copy of the report."
                yield _of_paragraphs("exempt-paragraph", item, holder, f"{subject} {says}", advice)
            if unknown := sorted(set(holder.paragraphs) - law.numbers):
                advice = "Choose a paragraph of the list, or check which law binds the body."
                yield _of_paragraphs("exempt-paragraph-unknown", item, holder, _unknown(subject, unknown, law), advice)


def _unknown(subject: str, paragraphs: Sequence[int], law: Grounds) -> str:
    listed = f"paragraph{'s' if len(paragraphs) > 1 else ''} {', '.join(map(str, paragraphs))}"
    none = f"{law.schedule} has none of that number" if law.schedule else "the body's law has no paragraphs"
    return f"{subject} names {listed}, and {none}."


def _of_paragraphs(code: str, item: Item, holder: Item | Report, sentence: str, advice: str) -> Finding:
    report_id = holder.id if isinstance(holder, Report) else ""
    return Finding(Severity.WARNING, code, sentence, advice, item.id, report_id, field="paragraphs")


def _subject(item: Item, holder: Item | Report, numbers: _Numbers) -> str:
    """The item, or the report after its item, at the beginning of a sentence."""
    subject = item_subject(item, numbers)
    return f"{subject}: “{holder.name}”" if isinstance(holder, Report) else subject


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
    """Public titles that give the real ones away or are forgotten, and items whose sub-items are all exempt."""
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
        if item.id in restricted and item.public_title:
            shown = (child for child in item.items if child.title and not child.public_title)
            yield from (_title_shown(item, child, numbers) for child in shown)


def _title_shown(item: Item, child: Item, numbers: _Numbers) -> Finding:
    """The public title of an item does not hide the titles of what is under it: the agenda has them all."""
    return Finding(
        Severity.WARNING,
        "exempt-title-shown",
        f"{item_subject(child, numbers)} has no public title, so the public pack prints its own; "
        f"{_in_sentence(item_subject(item, numbers))}, above it, has one.",
        "Enter a public title that gives nothing away, or accept this if the public may read its own.",
        item_id=child.id,
        field="public_title",
    )


def _same_title(item: Item, holder: Item | Report, numbers: _Numbers) -> Finding:
    return Finding(
        Severity.WARNING,
        "exempt-public-title",
        f"{_subject(item, holder, numbers)} is exempt, and its public title is its real one.",
        "Word the public title so that it gives nothing away, or take it out.",
        item_id=item.id,
        report_id=holder.id if isinstance(holder, Report) else "",
        field="public_title",
    )


def _same(title: str, public_title: str) -> bool:
    return bool(title) and title.casefold().split() == public_title.casefold().split()


def _in_sentence(subject: str) -> str:
    return subject[:1].lower() + subject[1:]
