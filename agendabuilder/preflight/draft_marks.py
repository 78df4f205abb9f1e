"""Finds what says that a report is a draft: a heading or watermark of its own, not a paper whose subject is a draft.

Minutes are drafts until the meeting has agreed them, and a "Draft Local Plan" is called so; neither is spotted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from agendabuilder.preflight.spotted import Spotted

_MARK = re.compile(
    r"\W*(?:(?:first|second|third|early|initial|working)\s+)?(?:draft|d r a f t)"
    r"(?:\W+(?:v(?:ersion)?\.?\s?\d[\d.]*|\d{1,2}(?:\.\d+)?|copy|only|report|paper|document|in confidence|confidential"
    r"|for (?:internal )?(?:comments?|discussion|review|approval)|not for (?:publication|circulation|release)))*\W*",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b|\bnotes of (?:the|a) meeting\b", re.IGNORECASE)
_HEAD = 6
_MOST = 60
"""Characters of a line that can be a mark."""


def draft_marks(pages: Sequence[str]) -> tuple[Spotted, ...]:
    """The lines that mark the report as a draft, with their pages (texts of pages, from page 1)."""
    if not pages or any(_MINUTES.search(line) for line in pages[0].split("\n")[:12]):
        return ()
    marks = list(_marks(pages))
    often = Counter(mark.words for mark, _ in marks)
    repeated = {words for words, count in often.items() if count >= max(2, len(pages) // 2)}
    return tuple(mark for mark, stands_out in marks if stands_out or mark.words in repeated)


def _marks(pages: Sequence[str]) -> Iterator[tuple[Spotted, bool]]:
    """Each mark, and whether it stands out by itself: at the head of the first page, or as the last thing drawn there.

    Other lines can be cells of a table; a watermark is on page after page.
    """
    for number, page in enumerate(pages, start=1):
        lines = page.split("\n")
        for place, line in enumerate(lines):
            if "d" in line[:_MOST].casefold() and len(line) <= _MOST and _MARK.fullmatch(line):
                words = " ".join(line.split())
                yield (
                    Spotted(words, number),
                    number == 1 and (place < _HEAD or (words.isupper() and place >= len(lines) - 2)),
                )
