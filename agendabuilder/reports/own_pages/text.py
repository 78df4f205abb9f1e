"""The way in for plain text and Markdown: our own pages, with nothing on them but the text.

Lines of plain text stay lines. A word with a character that no font of ours has is told as lost.
"""

import codecs
from pathlib import Path

from reportlab.platypus.doctemplate import LayoutError

from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.own_pages.markdown_flow import markdown_flow
from agendabuilder.reports.own_pages.text_pages import PageBreak, Piece, TextPages

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINES = 40
"""Lines of one paragraph of plain text that are set together; more in one go would take ever longer."""


class TextWay:
    """Text files in UTF-8, UTF-16 with its mark, or the code page of Western European Windows."""

    by = ""
    is_draft = False

    def __init__(self, is_markdown: bool) -> None:
        self._is_markdown = is_markdown
        self.version = "markdown-3" if is_markdown else "text-2"

    def convert(self, work: Conversion) -> Unshown:
        """Set the text on pages; words that come back have characters that cannot be drawn."""
        text = read_text(work.source)
        pages = TextPages(work.go_on)
        try:
            flow = markdown_flow(pages, text) if self._is_markdown else plain_flow(pages, text)
            pages.save(work.out, flow, work.source.stem)
        except LayoutError as error:
            raise NotConvertedError("a part of it, such as a row of a table, does not fit on a page") from error
        return Unshown(words=tuple(pages.lost))


def read_text(path: Path) -> str:
    """The text of a file in whichever encoding it has. Raises OSError."""
    data = path.read_bytes()
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def plain_flow(pages: TextPages, text: str) -> list[Piece]:
    """The pieces of a plain text; a form feed begins a page."""
    flow: list[Piece] = []
    for number, sheet in enumerate(text.split("\f")):
        if number and flow:
            flow.append(PageBreak())
        flow += _sheet(pages, sheet.splitlines())
    return flow


def _sheet(pages: TextPages, lines: list[str]) -> list[Piece]:
    """The lines between two page breaks; empty ones stand between paragraphs."""
    flow: list[Piece] = []
    together: list[str] = []
    for line in [*lines, ""]:
        if line.strip() and len(together) < _LINES:
            together.append(pages.spaced(line))
            continue
        if together:
            flow.append(pages.paragraph("<br/>".join(together), gap=0 if line.strip() else None))
        together = [pages.spaced(line)] if line.strip() else []
    return flow
