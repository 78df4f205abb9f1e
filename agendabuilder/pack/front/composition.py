"""What every block of the front matter is composed from, and the grid of labels with values beside them.

Date, time, venue, members and contact share one column of labels; its width is that of the agenda table's
number and time columns, so that values, item titles and notices all hang on the same line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from agendabuilder.domain.language import Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PackPlan
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.front.columns import values_from
from agendabuilder.pack.front.flow import Band, hung, text_bands
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.style import LEFT, MM, RIGHT, Style, Type, style_for
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span


@dataclass(frozen=True, slots=True)
class PackMarks:
    """What must be said about the whole pack: on its front sheet, and on each page.

    `reader` is whose copy it is; the name stands across every page.
    """

    draft: bool = False
    members_only: bool = False
    reader: str = ""


@dataclass(frozen=True)
class Composition:
    """The meeting, the plan of its pages (none on the first pass), its folder, and how all of it looks."""

    meeting: Meeting
    plan: PackPlan | None
    folder: Path
    marks: PackMarks

    @property
    def language(self) -> Language:
        """The language of all words that the clerk has not typed."""
        return language_of(self.meeting.look.language)

    @cached_property
    def style(self) -> Style:
        """Types, colours and distances."""
        return style_for(self.meeting.look)

    @cached_property
    def value_x(self) -> float:
        """Where values, item titles and notices begin: see `columns.values_from`."""
        return values_from(self.meeting, self.style)

    def line(
        self, text: str, kind: Type, parent: Element, x: float, leading: float, right: float = RIGHT
    ) -> list[Band]:
        """A plain text as one paragraph of `parent`, from `x` to `right`."""
        return text_bands([Span(plain(text), kind, parent.leaf())], x, right - x, leading)

    def labelled(self, label: str, label_tag: Element, values: Sequence[Band]) -> list[Band]:
        """A label with its values beside it."""
        style = self.style
        spans = [Span(plain(label) + " ", style.label, label_tag.leaf())] if label else []
        return hung(values, [text_bands(spans, LEFT, self.value_x - LEFT - 3 * MM, style.leading)])

    def value_list(self, parent: Element, rows: Iterable[tuple[str, str]], kind: Type) -> list[Band]:
        """Rows of label and value, as a list; a row without value is left out."""
        listing = Element("L", attributes={"ListNumbering": "None"})
        bands: list[Band] = []
        for label, value in rows:
            if plain(value).strip():
                point = listing.add("LI")
                label_tag = point.add("Lbl")
                values = self.line(value, kind, point.add("LBody"), self.value_x, self.style.leading)
                bands += self.labelled(label, label_tag, values)
        if bands:
            parent.kids.append(listing)
        return bands
