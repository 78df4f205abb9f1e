"""A template from a meeting: the clerk chooses what stays; dates and papers never do."""

from dataclasses import dataclass, replace

from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import AgendaTable, FrontSheet, Look, StampStyle, Wording


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a meeting stays in a template made from it. `other_items` are those that are not procedural."""

    members: bool = True
    notices: bool = True
    standing_items: bool = True
    other_items: bool = False
    timings: bool = True
    look: bool = True


def template_meeting(meeting: Meeting, kept: Kept) -> Meeting:
    """The meeting as a pattern for others: without dates and reports, and without what was not kept.

    A logo belongs to the look; whoever keeps the template keeps the logo's file beside it.
    """
    pattern = replace(
        meeting,
        date=None,
        published=None,
        published_at=None,
        previous_meeting=None,
        next_meeting=None,
        first_page=1,
        accepted=(),
        items=tuple(_pattern(item, kept) for item in meeting.items if _stays(item, kept)),
        members=meeting.members if kept.members else (),
        notices=meeting.notices if kept.notices else (),
    )
    return pattern if kept.look else _plain(pattern)


def _stays(item: Item, kept: Kept) -> bool:
    return kept.standing_items if item.kind is ItemKind.PROCEDURAL else kept.other_items


def _pattern(item: Item, kept: Kept) -> Item:
    return replace(
        item,
        number="",
        urgency="",
        start=item.start if kept.timings else None,
        minutes=item.minutes if kept.timings else None,
        reports=tuple(report for report in item.reports if report.verbal),
        items=tuple(_pattern(child, kept) for child in item.items),
    )


def _plain(meeting: Meeting) -> Meeting:
    return replace(
        meeting,
        look=Look(language=meeting.look.language),
        front_sheet=FrontSheet(),
        table=AgendaTable(),
        wording=Wording(),
        stamp=StampStyle(),
    )
