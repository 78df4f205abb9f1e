"""Every item, report and notice gets an `id` when it is read without one, as short files are.

The ids given are the smallest numbers that are free, in the order of the agenda: the same file always
gets the same ones.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting


def with_identities(meeting: Meeting) -> Meeting:
    """The meeting with an id on everything that needs one; a repeated id is given anew."""
    identities = _Identities(meeting)
    return replace(
        meeting,
        items=tuple(identities.item(item) for item in meeting.items),
        notices=tuple(replace(notice, id=identities.own(notice.id)) for notice in meeting.notices),
    )


class _Identities:
    """Hands out ids: an item's own where it is the first with it, else a free number."""

    def __init__(self, meeting: Meeting) -> None:
        taken = {item.id for item in meeting.all_items()}
        taken |= {report.id for _, report in meeting.all_reports()} | {notice.id for notice in meeting.notices}
        self._free: Iterator[str] = (str(number) for number in count(1) if str(number) not in taken)
        self._given: set[str] = {""}

    def own(self, identity: str) -> str:
        kept = identity if identity not in self._given else next(self._free)
        self._given.add(kept)
        return kept

    def item(self, item: Item) -> Item:
        return replace(
            item,
            id=self.own(item.id),
            reports=tuple(replace(report, id=self.own(report.id)) for report in item.reports),
            items=tuple(self.item(child) for child in item.items),
        )
