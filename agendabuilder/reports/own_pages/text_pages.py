"""Plain pages of text in the program's own fonts: what texts, Markdown, e-mails and tables are set with.

The markup that goes in is ReportLab's; `words` makes it from plain text and notes what no font can draw. Each piece
has its tag; pieces are to be made in the order of reading, and all of them used.
"""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable as Piece
from reportlab.platypus import HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.platypus.doctemplate import LayoutError

from agendabuilder.paths import resources
from agendabuilder.reports.own_pages.mapped_font import register_font
from agendabuilder.reports.own_pages.tagged_words import TaggedCanvas, Words
from agendabuilder.reports.own_pages.tagging import Tag, tag_file

__all__ = ["PageBreak", "Piece", "TextPages"]

_FAMILY, _SPARE = "ReportText", "ReportTextSpare"
_FACES = {
    _FAMILY: "SourceSans3-Regular",
    f"{_FAMILY}-Bold": "SourceSans3-Bold",
    f"{_FAMILY}-Italic": "SourceSans3-It",
    f"{_FAMILY}-BoldItalic": "SourceSans3-BoldIt",
    _SPARE: "DejaVuSans",
}
_MARGIN, _SIZE, _LEADING, _GAP, _INDENT = 62.0, 11.0, 15.0, 7.0, 18.0
"""Points."""

_NARROWEST = 24.0
"""Points; a column has 6 on either side of its letters."""

_HEADINGS = (20.0, 16.0, 13.5, 12.0, 11.0, 11.0)
_DEEPEST = 8
_RULE, _HEAD = HexColor(0x9A9A9A), HexColor(0xEDEDED)


class TextPages:
    """Makes the pieces of a text and puts them on pages. `lost` are words that no font can draw, each once."""

    def __init__(self, go_on: Callable[[], None], is_wide: bool = False) -> None:
        """`go_on` is called for each page and may raise; `is_wide` lays the pages on their sides."""
        self._go_on = go_on
        self._size = A4[::-1] if is_wide else A4
        self.lost: dict[str, None] = {}
        self._known = _fonts()
        self._tags = Tag("Document")

    def words(self, text: str) -> str:
        """Plain text as markup. A character that Source Sans 3 lacks is set in DejaVu Sans, else as U+FFFD."""
        own, spare = self._known
        text = "".join(character for character in text if character >= " " or character in "\t\n")
        if all(ord(character) in own or character in "\t\n" for character in text):
            return escape(text)
        self.lost.update((word, None) for word in text.split() if any(ord(each) not in own | spare for each in word))
        drawn = (each if each.isspace() or ord(each) in own | spare else "\ufffd" for each in text)
        runs = groupby(drawn, key=lambda each: each.isspace() or ord(each) in own)
        return "".join(
            escape("".join(run)) if has else f'<font name="{_SPARE}">{escape("".join(run))}</font>' for has, run in runs
        )

    def spaced(self, line: str) -> str:
        """One line as markup, with its indentation and its runs of spaces."""
        return self.words(line.expandtabs(8).rstrip()).replace("  ", "\u00a0 ").replace("\u00a0  ", "\u00a0\u00a0 ")

    def paragraph(self, markup: str, depth: int = 0, label: str = "", gap: float | None = None) -> Piece:
        """A paragraph; `depth` sets it in, with `label` hanging before it. `gap` is below it, in points."""
        indent = min(depth, _DEEPEST) * _INDENT
        style = _style(_SIZE, _LEADING, leftIndent=indent, bulletIndent=max(indent - _INDENT, 0))
        style.spaceAfter = _GAP if gap is None else gap
        return Words.tagged(markup, style, self._place(depth, label), label)

    def _place(self, depth: int, label: str) -> Tag:
        """The tag of a paragraph: one with a label is a point of a list, and what is set in after it belongs to it."""
        last = self._tags.kids[-1] if self._tags.kids else None
        is_list = last is not None and last.role == "L"
        if label:
            points = last if last is not None and is_list else self._tags.add("L")
            return points.add("LI").add("LBody").add("P")
        if last is not None and is_list and depth:
            return last.kids[-1].kids[-1].add("P")
        return self._tags.add("P")

    def heading(self, markup: str, level: int) -> Piece:
        """A heading of level 1 to 6, which stays with what follows."""
        size = _HEADINGS[level - 1]
        style = _style(size, size * 1.25, spaceBefore=size / 2, keepWithNext=1)
        return Words.tagged(f"<b>{markup}</b>", style, self._tags.add(f"H{self._next_level(level)}"))

    def _next_level(self, level: int) -> int:
        """No level of headings is left out on the way down (ISO 14289-1, 7.4.2)."""
        before = [int(tag.role[1]) for tag in self._tags.kids if tag.role[0] == "H"]
        return min(level, (before[-1] if before else 0) + 1)

    def rule(self) -> Piece:
        """A line across the page."""
        return HRFlowable(width="100%", thickness=0.5, color=_RULE, spaceBefore=_GAP, spaceAfter=_GAP)

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[float] | None = None) -> Piece:
        """Rows of cells; the first row is the heading and is repeated on each page.

        `widths` are the columns' shares of the width; without them all are alike. Raises LayoutError
        when there are so many columns that no letter fits.
        """
        columns = max(map(len, rows))
        shares = widths or [1.0] * columns
        room = self._size[0] - 2 * _MARGIN - 12 - columns * _NARROWEST
        if room < 0:
            raise LayoutError("too many columns")
        sides = [_NARROWEST + room * share / sum(shares) for share in shares]
        style = _style(_SIZE, _LEADING)
        tag = self._tags.add("Table")
        cells = []
        for number, row in enumerate(rows):
            line = tag.add("TR")
            full = [*row, *[""] * (columns - len(row))]
            words = full if number else [f"<b>{markup}</b>" for markup in full]
            cells.append([Words.tagged(markup, style, line.add("TD" if number else "TH")) for markup in words])
        lines = TableStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, _RULE),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), _HEAD),
            ]
        )
        return Table(cells, colWidths=sides, repeatRows=1, style=lines, spaceAfter=_GAP)

    def save(self, out: Path, flow: Sequence[Piece], title: str) -> None:
        """Put everything on pages of A4; an empty text has one empty page. Raises `Cancelled`, LayoutError, OSError."""
        document = SimpleDocTemplate(
            str(out), pagesize=self._size, leftMargin=_MARGIN, rightMargin=_MARGIN, topMargin=_MARGIN,
            bottomMargin=_MARGIN, invariant=1, allowSplitting=1,
        )  # fmt: skip
        document.build(
            list(flow) or [Paragraph("", _style(_SIZE, _LEADING))],
            onFirstPage=_begin_page,
            onLaterPages=self._next_page,
            canvasmaker=TaggedCanvas,
        )
        tag_file(out, self._tags, title)

    def _next_page(self, canvas: TaggedCanvas, _document: SimpleDocTemplate) -> None:
        self._go_on()
        canvas.begin_page()


def _begin_page(canvas: TaggedCanvas, _document: SimpleDocTemplate) -> None:
    canvas.begin_page()


def _style(size: float, leading: float, **more: float) -> ParagraphStyle:
    return ParagraphStyle(
        "text", fontName=_FAMILY, fontSize=size, leading=leading, spaceAfter=_GAP, bulletFontName=_FAMILY,
        bulletFontSize=size, splitLongWords=1, **more,
    )  # fmt: skip


@cache
def _fonts() -> tuple[frozenset[int], frozenset[int]]:
    """Register the fonts, once; the characters that Source Sans 3 and its substitute can draw."""
    for name, file in _FACES.items():
        register_font(name, resources() / "fonts" / f"{file}.ttf")
    pdfmetrics.registerFontFamily(
        _FAMILY, *(f"{_FAMILY}{manner}" for manner in ("", "-Bold", "-Italic", "-BoldItalic"))
    )
    own, spare = (pdfmetrics.getFont(name).face.charToGlyph for name in (_FAMILY, _SPARE))
    return frozenset(own), frozenset(spare)
