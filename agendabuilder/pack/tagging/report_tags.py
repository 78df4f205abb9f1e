"""What became of each report's tags: whether a screen reader gets the author's structure, or ours around whole pages.

These values travel with the stamped body, so that a rebuilt pack can say the same of its reports as a new one.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class TagsFate(StrEnum):
    """How a report's pages are told to a screen reader.

    Kept: by the report's own structure. Wrapped: each page as one paragraph, as the report has no structure.
    Broken: the same, because the report's structure does not fit its pages.
    """

    KEPT = "kept"
    WRAPPED = "wrapped"
    BROKEN = "broken"


class Mend(StrEnum):
    """Something small that was put right on the way into the pack; the words follow a number, as in "3 links …"."""

    LINK_DESCRIBED = "links without a description were described by where they lead"
    NOTE_TAGGED = "links, fields or comments that no tag announced were tagged"
    INDEX_REBUILT = "pages whose list of tags was missing or wrong had it made anew"
    ROLE_RENAMED = "types of tags that readers do not know were led back to standard ones"
    HEADING_LEVELLED = "headings without a level were given one"
    NOTE_NAMED = "footnotes without an identifier were given one"
    PATHS_SET_ASIDE = "pages with lines or shades that no tag names had them marked as decoration"
    LETTER_MENDED = "fonts that said that a sign is no letter at all say that it is not known"
    FONT_LIST_DROPPED = "fonts with an optional list of letters, which is often wrong, go without it"


Mends = tuple[tuple[Mend, int], ...]
"""What was put right, and how often."""


@dataclass(frozen=True, slots=True)
class ReportTags:
    """The outcome for one report, or for one run of its pages where others stand between them.

    `reason` says in a clause why a structure was broken. `mends` counts what was put right. `figures` is how
    many pictures of its structure have no alternate text, the clerk's own already counted in.
    """

    report_id: str
    fate: TagsFate
    reason: str = ""
    mends: Mends = ()
    figures: int = 0


def add_up(mends: Iterable[tuple[Mend, int]]) -> Mends:
    """The mends with their counts, each once, in the order of `Mend`."""
    counts: Counter[Mend] = Counter()
    for mend, count in mends:
        counts[mend] += count
    return tuple((mend, counts[mend]) for mend in Mend if counts[mend])
