"""A contents list: each line a link that leads to its heading, with the heading's page at the right."""

from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table
from reportlab.platypus.tableofcontents import TableOfContents

from agendabuilder.pack.front.tags import Element

from .tagged import SampleCanvas


class Contents(TableOfContents):  # type: ignore[misc]  # ReportLab has no types
    """ReportLab's list, which learns its lines in one drawing and shows them in the next, with lines of our own."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.hung = Element("TOC")

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Make the lines that were learnt in the drawing before."""
        self.hung.kids.clear()
        entries = self._lastEntries or [(0, "Contents", 0, "")]
        lines = [[_Line(self.hung, text, page, key, self.getLevelStyle(level))] for level, text, page, key in entries]
        self._table = Table(lines, colWidths=(width,), style=self.tableStyle)
        self.width, self.height = self._table.wrapOn(self.canv, width, height)
        return self.width, self.height


class _Line(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A heading's words and its page, with dots between them that nobody reads out."""

    def __init__(self, contents: Element, words: str, page: int, place: str, style: ParagraphStyle) -> None:
        super().__init__()
        self._words, self._page, self._style = words, str(page), style
        self._link = contents.add("TOCI").add("Reference").link(place, f"{words}, page {page} of this report")
        self._leaves = (self._link.leaf(), self._link.leaf())

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As wide as there is room."""
        self.width, self.height = width, self._style.leading + self._style.spaceBefore
        return self.width, self.height

    def draw(self) -> None:
        """Draw it where the canvas stands."""
        canvas: SampleCanvas = self.canv
        style, level = self._style, self._style.leading - self._style.fontSize
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        canvas.claim(self._leaves[0])
        canvas.drawString(style.leftIndent, level, self._words)
        canvas.release()
        self._draw_dots(canvas, level)
        canvas.claim(self._leaves[1])
        canvas.drawRightString(self.width, level, self._page)
        canvas.release()
        left, bottom = canvas.absolutePosition(style.leftIndent, 0)
        right = left + self.width - style.leftIndent
        self._link.areas.append((canvas.getPageNumber() - 1, (left, bottom, right, bottom + style.leading)))

    def _draw_dots(self, canvas: SampleCanvas, level: float) -> None:
        """From right to left, so that those of all lines stand below each other."""
        style = self._style
        step = canvas.stringWidth(" . ", style.fontName, style.fontSize)
        start = style.leftIndent + canvas.stringWidth(self._words, style.fontName, style.fontSize)
        end = self.width - canvas.stringWidth("000", style.fontName, style.fontSize)
        dots = int((end - start) / step)
        canvas.drawRightString(end, level, " . " * dots)
