"""The business of a meeting: items, and the reports attached to them.

Items and reports are values. Each carries an `id` that stays the same while the clerk edits, moves and
saves it, so that a change can be told from a removal; it is never printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from agendabuilder.domain.people import Contributor


class Access(StrEnum):
    """Who may read an item or a report.

    Exempt: by resolution under a paragraph of Schedule 12A (Local Government Act 1972, s.100A(4)).
    Confidential: the law itself forbids disclosure (s.100A(2) and (3)).
    """

    PUBLIC = "public"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"


class ItemKind(StrEnum):
    """What sort of business an item is."""

    ORDINARY = "ordinary"
    PROCEDURAL = "procedural"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True)
class ToFollow:
    """A report that is announced on the agenda and sent out later: who owes it, and by when."""

    owner: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A paper attached to an item.

    `file` is a path inside the meeting's folder with forward slashes. `pages` is a choice of the file's
    pages, counted from 1 (`"1-4, 9"`); empty means all. A report without a file is to follow or verbal.

    `turn` turns all its pages clockwise by so many degrees (0, 90, 180 or 270); `fit_to_a4` scales them onto A4.
    `late_reason` says why a report came after publication. `alt_texts` are the clerk's alternate texts for the
    file's pictures that have none, in their order; an empty one leaves its picture without. `withheld` is the
    ground on which the public's copy of a meeting (`for_public`) goes without the report; it is never saved.
    """

    id: str = ""
    title: str = ""
    file: str = ""
    pages: str = ""
    to_follow: ToFollow | None = None
    verbal: bool = False
    access: Access = Access.PUBLIC
    paragraphs: tuple[int, ...] = ()
    public_title: str = ""
    turn: int = 0
    fit_to_a4: bool = False
    late_reason: str = ""
    alt_texts: tuple[str, ...] = ()
    withheld: str = ""

    @property
    def is_attached(self) -> bool:
        """Whether there is a file to put into the pack."""
        return bool(self.file) and self.to_follow is None and not self.verbal

    @property
    def has_pages(self) -> bool:
        """Whether it has page numbers of the pack: its own pages, or the one that stands for them."""
        return self.is_attached or bool(self.withheld)

    @property
    def file_name(self) -> str:
        """The file's own name, without folders."""
        return self.file.rsplit("/", 1)[-1]

    @property
    def name(self) -> str:
        """What to call the report in a sentence: its title, else its file's name."""
        return self.title or self.file_name or "Report"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of business.

    `text` is the description in the rich-text subset (paragraphs, lists, bold, italic, links).
    `number` typed by hand replaces the running number; `numbered` false leaves the item without one.
    `urgency` is why the item could not wait, where it was added too late for the public notice (Local Government
    Act 1972, s.100B(4)(b)). `language` is given where it is not the meeting's ("cy").
    `start` is a fixed start, `minutes` a length; either, both or neither may be given.
    """

    id: str = ""
    title: str = ""
    text: str = ""
    kind: ItemKind = ItemKind.ORDINARY
    number: str = ""
    numbered: bool = True
    start: time | None = None
    minutes: int | None = None
    contributors: tuple[Contributor, ...] = ()
    reports: tuple[Report, ...] = ()
    items: "tuple[Item, ...]" = ()
    access: Access = Access.PUBLIC
    paragraphs: tuple[int, ...] = ()
    public_title: str = ""
    urgency: str = ""
    language: str = ""

    def with_descendants(self) -> Iterator["Item"]:
        """This item and everything under it, in the order of the agenda."""
        yield self
        for child in self.items:
            yield from child.with_descendants()
