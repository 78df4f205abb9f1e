"""Every item, report and notice gets an `id` when it is read without one, as short files are.

An id is a digest of the item's title or the report's file name, so that a short file that is edited by hand keeps
the ids of what was not touched: the comparison with the last issue goes by them. It must not be readable, because
ids stand in the record of a public pack.
"""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2s
from itertools import chain, count

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting

_BYTES = 4


def with_identities(meeting: Meeting) -> Meeting:
    """The meeting with an id on everything that needs one; a repeated id is given anew."""
    identities = _Identities(meeting)
    return replace(
        meeting,
        items=tuple(identities.item(item) for item in meeting.items),
        notices=tuple(replace(each, id=identities.own(each.id, each.title)) for each in meeting.notices),
    )


class _Identities:
    """Hands out ids: an item's own where it is the first with it, else one made of its words."""

    def __init__(self, meeting: Meeting) -> None:
        self._taken = {item.id for item in meeting.all_items()} | {notice.id for notice in meeting.notices}
        self._taken |= {report.id for _, report in meeting.all_reports()}
        self._given: set[str] = {""}

    def own(self, identity: str, words: str) -> str:
        kept = identity if identity not in self._given else next(self._free(words))
        self._given.add(kept)
        return kept

    def item(self, item: Item) -> Item:
        return replace(
            item,
            id=self.own(item.id, item.title),
            reports=tuple(replace(each, id=self.own(each.id, _named(each))) for each in item.reports),
            items=tuple(self.item(child) for child in item.items),
        )

    def _free(self, words: str) -> Iterator[str]:
        stem = blake2s(words.encode(), digest_size=_BYTES).hexdigest()
        candidates = chain([stem], (f"{stem}-{number}" for number in count(2)))
        return (each for each in candidates if each not in self._taken and each not in self._given)


def _named(report: Report) -> str:
    return report.file_name or report.title
