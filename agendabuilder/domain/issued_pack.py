"""An issue: a pack that was published, as it is remembered. Whatever comes after is compared with it.

An issue has two runs of pages. `pages` are those of its own file; `standing` are all pages as they stand after it.
They differ after a supplement, whose file holds the late papers alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PlannedPage

_NUMBER = re.compile(r"[0-9]+")


class IssueMode(StrEnum):
    """How an issue goes on from the one before. The first issue is renumbered: there is nothing to keep."""

    RENUMBER = "renumber"
    KEEP = "keep"
    SUPPLEMENT = "supplement"


@dataclass(frozen=True, slots=True)
class IssuedPack:
    """One issue of a meeting's pack.

    `number` counts the issues from 1, `day` and `who` say when it was issued and by whom, `note` why. `meeting` is
    the whole meeting as it was then, a supplement's as well. `fingerprints` and `page_counts` are those of every
    report that had pages, by report id. `front_pages` are the pages of the front matter of the issue's own file,
    `last_number` is the highest page number given out so far, by this issue or one before it.
    """

    number: int
    mode: IssueMode
    day: date
    meeting: Meeting
    pages: tuple[PlannedPage, ...]
    standing: tuple[PlannedPage, ...]
    front_pages: int
    last_number: int
    who: str = ""
    note: str = ""
    fingerprints: Mapping[str, str] = field(default_factory=dict)
    page_counts: Mapping[str, int] = field(default_factory=dict)


def highest_number(pages: Iterable[PlannedPage]) -> int:
    """The highest number printed on any of the pages, the 40 of 40b included; 0 when none is counted."""
    labels = (label for page in pages for label in (page.label, page.through))
    return max((int(found[0]) for label in labels if (found := _NUMBER.match(label))), default=0)


def first_open(issues: Iterable[IssuedPack]) -> Mapping[str, date]:
    """When each item was first open to the public, by its id: the day of the first issue that had it."""
    found: dict[str, date] = {}
    for issued in issues:
        for item in issued.meeting.all_items():
            found.setdefault(item.id, issued.day)
    return found
