"""Which sheets to swap in a printed copy of the last issue, so that it becomes the new pack.

A sheet of a double-sided print has two pages, which go out and in together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.printed_page import PrintedPage

Sheet = tuple[PrintedPage, ...]


@dataclass(frozen=True, slots=True)
class SheetRange:
    """Sheets that lie together: the first and the last page number on them, and how many sheets they are."""

    first: str
    last: str
    sheets: int

    def text(self, language: Language, new: bool = False) -> str:
        """The sheet with page 3; the sheet with pages 3 and 4; the new sheets with pages 15 to 40d."""
        forms = _NEW_SHEETS if new else _SHEETS
        form = forms[self.sheets > 1][self.first != self.last]
        return language.say(form, page=self.first, first=self.first, last=self.last)


_SHEETS = (
    ("the sheet with page {page}", "the sheet with pages {first} and {last}"),
    ("the sheets with page {page}", "the sheets with pages {first} to {last}"),
)
_NEW_SHEETS = (
    ("the new sheet with page {page}", "the new sheet with pages {first} and {last}"),
    ("the new sheets with page {page}", "the new sheets with pages {first} to {last}"),
)
"""One sheet and several, each with one page number and with two."""


@dataclass(frozen=True, slots=True)
class SheetSwap:
    """One step with a printed copy: sheets to take out, sheets to put in, or both at the same place.

    `after` is the last page number on the sheet that they lie behind, "" at the very front.
    """

    take_out: SheetRange | None
    put_in: SheetRange | None
    after: str

    def text(self, language: Language = ENGLISH) -> str:
        """The step in a sentence."""
        old = self.take_out.text(language) if self.take_out else ""
        new = self.put_in.text(language, new=True) if self.put_in else ""
        if old and new:
            return language.say("Take out {old}; put in {new}.", old=old, new=new)
        if old:
            return language.say("Take out {old}.", old=old)
        if new and self.after:
            return language.say("Put in {new} after page {page}.", new=new, page=self.after)
        return language.say("Put in {new} at the front.", new=new) if new else ""


def sheets_to_swap(
    old: Sequence[PrintedPage], new: Sequence[PrintedPage], double_sided: bool = True
) -> tuple[SheetSwap, ...]:
    """The steps from a print of the old pack to one of the new, from the front to the back."""
    return tuple(_swaps(_sheets(old, double_sided), _sheets(new, double_sided)))


def _sheets(pages: Sequence[PrintedPage], double_sided: bool) -> list[Sheet]:
    size = 2 if double_sided else 1
    return [tuple(pages[place : place + size]) for place in range(0, len(pages), size)]


def _swaps(old: Sequence[Sheet], new: Sequence[Sheet]) -> Iterator[SheetSwap]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for step, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if step != "equal":
            after = old[old_from - 1][-1].last_label if old_from else ""
            yield SheetSwap(_range(old[old_from:old_to]), _range(new[new_from:new_to]), after)


def _range(sheets: Sequence[Sheet]) -> SheetRange | None:
    return SheetRange(sheets[0][0].label, sheets[-1][-1].last_label, len(sheets)) if sheets else None
