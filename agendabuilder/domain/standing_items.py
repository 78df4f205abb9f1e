"""What each template brings to every meeting, to be put on an agenda one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.next_meeting import standing_items
from agendabuilder.domain.template import Template


@dataclass(frozen=True, slots=True)
class Offer:
    """A template's standing items: those that the agenda lacks, and those that it has already."""

    template: str
    missing: tuple[Item, ...]
    present: tuple[Item, ...]


def offers(templates: Iterable[Template], meeting: Meeting) -> tuple[Offer, ...]:
    """What the templates offer the meeting, those of its own committee first, then by name.

    Fixed starts stay behind, since they belong to another day's business. An item is on the agenda already when
    one has its title. Needs templates whose items have ids.
    """
    ordered = sorted(templates, key=lambda each: (each.meeting.committee != meeting.committee, each.name.casefold()))
    titles = {_plain(item.title) for item in meeting.all_items()}
    return tuple(offer for template in ordered if (offer := _offer(template, titles)))


def _offer(template: Template, titles: set[str]) -> Offer | None:
    standing = standing_items(template.meeting)
    items = [replace(item, start=None) for item in template.meeting.items if item.id in standing]
    missing = tuple(item for item in items if _plain(item.title) not in titles)
    present = tuple(item for item in items if _plain(item.title) in titles)
    return Offer(template.name, missing, present) if items else None


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
