"""An item in the draft minutes: its heading, its reports, and room for what such an item leads to.

The public's minutes of exempt business have room for the decision alone: a fair summary without the exempt part is what
the public is owed (Local Government Act 1972, s.100C(2)).
"""

import re
from dataclasses import replace

from docx.document import Document
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from agendabuilder.domain.audience import Audience, Restriction, ground_text, restrictions
from agendabuilder.domain.exclusion import is_exclusion_item
from agendabuilder.domain.item import Item, ItemKind
from agendabuilder.domain.language import Language
from agendabuilder.domain.worded import language_of, worded_for
from agendabuilder.pack.front.tags import other_language
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.agenda_rows import paper_lines
from agendabuilder.pack.word.word_styles import FORM_TABLE
from agendabuilder.pack.word.word_tables import Column, add_empty_rows, add_table
from agendabuilder.pack.word.word_text import add, set_language

_DECLARATIONS = re.compile(
    r"\bdeclarations?\b.*\binterests?\b|\binterests?\b.*\bdeclar|\bdat(?:gan|ganiad)(?:iadau)?\b.*\b[fb]uddiant",
    re.IGNORECASE,
)
_NOTED = re.compile(
    r"welcome(?: and\b|$)|apologies\b|introductions?$|opening$|break$|lunch\b|adjournment\b"
    r"|(?:date|time|dates)\b.*\bnext meeting|next meeting\b"
    r"|croeso\b|ymddiheuriad|egwyl$|dyddiad y cyfarfod nesaf|cyfarfod nesaf\b",
    re.IGNORECASE,
)
"""Titles of business that there is nothing to discuss about."""

_LAST_HEADING = 4


def add_item(document: Document, contents: PackContents, item: Item, depth: int = 0) -> None:
    """An item and all under it, each under a heading of its own."""
    _Writer(document, contents, item).add(depth)
    for child in item.items:
        add_item(document, contents, child, depth + 1)


class _Writer:
    """Writes one item, in that item's own language."""

    def __init__(self, document: Document, contents: PackContents, item: Item) -> None:
        self._document, self._item = document, item
        self._contents = replace(contents, meeting=worded_for(item, contents.meeting))
        self._restriction = restrictions(contents.meeting).get(item.id)
        self._other = other_language(item.language, contents.meeting.look.language)
        self._language: Language = language_of(self._contents.meeting.look.language)

    def add(self, depth: int) -> None:
        """The heading and all that stands under it."""
        item, number = self._item, self._contents.numbers.get(self._item.id, "")
        title = "\t".join(part for part in (number, item.title) if part)
        heading = self._line(title or self._language.say("item"), f"Heading {min(2 + depth, _LAST_HEADING)}")
        heading.space_before = Pt(14)
        if number:
            heading.left_indent, heading.first_line_indent = Pt(34), Pt(-34)
            heading.tab_stops.add_tab_stop(Pt(34))
        for words in self._under_heading(self._restriction):
            self._line(words, "Remark").keep_with_next = True
        self._add_room()

    def _under_heading(self, restriction: Restriction | None) -> list[str]:
        ground = ground_text(restriction, self._contents.meeting) if restriction else ""
        return [*([ground] if ground else []), *paper_lines(self._contents, self._item)]

    def _add_room(self) -> None:
        """Room for what such an item leads to; an item that only heads others has none."""
        item, say = self._item, self._language.say
        if item.items and not item.reports:
            return
        if _DECLARATIONS.search(item.title):
            self._add_form(say("Interests declared"), [
                Column(say("Member"), 50), Column(say("Item"), 28), Column(say("Interest"), 90),
            ], 3)  # fmt: skip
        elif (self._restriction and self._contents.audience is Audience.PUBLIC) or is_exclusion_item(item):
            self._add_space(say("Decision"))
        elif not item.reports and (item.kind is ItemKind.INFORMATION or _NOTED.match(item.title.strip())):
            self._add_space(say("Note"))
        else:
            self._add_business()

    def _add_business(self) -> None:
        """Discussion and decision; actions too, unless it is procedural and without papers."""
        say = self._language.say
        self._add_space(say("Discussion"))
        self._add_space(say("Decision"))
        if self._item.reports or self._item.kind is not ItemKind.PROCEDURAL:
            self._add_form(say("Actions"), [
                Column(say("What"), 90), Column(say("Who"), 44), Column(say("By when"), 34),
            ], 2)  # fmt: skip

    def _add_space(self, label: str) -> None:
        self._line(label, "Label")
        self._line("", "Room").keep_with_next = True  # an empty box is not parted by the end of a page
        self._line("", "Room")

    def _add_form(self, label: str, columns: list[Column], rows: int) -> None:
        self._line(label, "Label").space_after = Pt(4)
        table = add_table(self._document, columns, FORM_TABLE, f"{label}: {self._item.title}")
        add_empty_rows(table, columns, rows)
        set_language(table._tbl, self._other)

    def _line(self, words: str, style: str) -> ParagraphFormat:
        line = add(self._document, words, style)
        set_language(line._p, self._other)
        form: ParagraphFormat = line.paragraph_format
        return form
