"""The agenda in its parts: runs of items that are open to the public or not, each with the heading of its part."""

from collections.abc import Iterator
from itertools import groupby

from agendabuilder.domain.item import Access, Item
from agendabuilder.domain.meeting import Meeting


def parts(meeting: Meeting) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The top items in runs, with the heading of each; no heading stands while nothing is exempt."""
    has_exempt = any(item.access is not Access.PUBLIC for item in meeting.items)
    for is_public, run in groupby(meeting.items, key=lambda item: item.access is Access.PUBLIC):
        heading = meeting.wording.public_part if is_public else meeting.wording.exempt_part
        yield heading if has_exempt else "", tuple(run)
