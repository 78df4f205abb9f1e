"""The HTML of an e-mail as pieces of a page: words, lists, links and tables, in the order of its text.

How an e-mail is laid out is left behind. Pictures are named, never fetched: to fetch them would tell their sender.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from lxml import html
from lxml.etree import ParserError
from lxml.html import HtmlElement

from agendabuilder.reports.own_pages.text_pages import Piece, TextPages

_MANNERS = {"b": "b", "strong": "b", "i": "i", "em": "i", "s": "strike", "strike": "strike", "del": "strike", "u": "u"}
_UNSEEN = frozenset({"script", "style", "head", "title", "meta", "link", "template", "noscript"})
_INLINE = frozenset(
    {*_MANNERS, "a", "abbr", "big", "bdi", "bdo", "br", "cite", "code", "data", "font", "img", "ins", "kbd", "label",
     "mark", "q", "small", "span", "sub", "sup", "time", "tt", "var", "wbr", "o:p"}
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 200


def html_flow(pages: TextPages, text: str, with_tables: bool = True) -> list[Piece]:
    """The pieces of an HTML text; nothing for one in which there is nothing.

    Without tables, their cells are paragraphs. Raises LayoutError for a table with too many columns.
    """
    try:
        body = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ParserError, ValueError):
        return []
    return list(_Flow(pages, with_tables).blocks(body, 0))


class _Flow:
    """The walk through one text."""

    def __init__(self, pages: TextPages, with_tables: bool) -> None:
        self._pages = pages
        self._with_tables = with_tables

    def blocks(self, element: HtmlElement, depth: int, level: int = 0, label: str = "") -> Iterator[Piece]:
        """The pieces of what is in an element; `depth` sets them in, `label` hangs before the first."""
        if level > _DEEPEST:
            return
        line = self._words(element.text)
        for child in element:
            if _is_inline(child):
                line += self._inline(child, level) + self._words(child.tail)
                continue
            if line.strip():
                yield self._pages.paragraph(line.strip(), depth, label)
                label = ""
            for piece in self._block(child, depth, level + 1, label):
                yield piece
                label = ""
            line = self._words(child.tail)
        if line.strip() or label:
            yield self._pages.paragraph(line.strip(), depth, label)

    def _block(self, element: HtmlElement, depth: int, level: int, label: str) -> Iterator[Piece]:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSEEN:
            return
        if tag in _HEADINGS:
            if words := self._inline_of(element, level).strip():
                yield self._pages.heading(words, _HEADINGS[tag])
        elif tag in ("ul", "ol"):
            yield from self._listing(element, depth, level)
        elif tag == "table" and self._with_tables and _is_of_figures(element):
            yield self._pages.table([[self._inline_of(cell, level).strip() for cell in row] for row in _rows(element)])
        elif tag == "hr":
            yield self._pages.rule()
        else:
            yield from self.blocks(element, depth + (tag == "blockquote"), level, label)

    def _listing(self, element: HtmlElement, depth: int, level: int) -> Iterator[Piece]:
        for number, point in enumerate((child for child in element if child.tag == "li"), start=1):
            yield from self.blocks(point, depth + 1, level, "•" if element.tag == "ul" else f"{number}.")

    def _inline(self, element: HtmlElement, level: int) -> str:
        """The words of an element within a line, as markup."""
        if element.tag == "br":
            return "<br/>"
        if element.tag == "img":
            return self._words(f"[Picture: {element.get('alt')}]") if element.get("alt") else ""
        inner = self._inline_of(element, level)
        if element.tag in _MANNERS and inner.strip():
            return f"<{_MANNERS[element.tag]}>{inner}</{_MANNERS[element.tag]}>"
        address = (element.get("href") or "").strip() if element.tag == "a" else ""
        if address.lower().startswith(("https://", "http://", "mailto:")) and inner.strip() and "<a " not in inner:
            return f"<a href={quoteattr(address)} color='#1a4f8b'>{inner}</a>"
        return inner

    def _inline_of(self, element: HtmlElement, level: int) -> str:
        """All words within an element, whatever it holds, as one line."""
        words = self._words(element.text)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _UNSEEN and level < _DEEPEST:
                gap = "" if child.tag in _INLINE else " "
                words += gap + self._inline(child, level + 1) + gap
            words += self._words(child.tail)
        return words

    def _words(self, text: str | None) -> str:
        """Text as markup; runs of white space are one space, as in HTML."""
        if not text:
            return ""
        lead, trail = " " if text[0].isspace() else "", " " if text[-1].isspace() else ""
        plain = " ".join(text.split())
        return self._pages.words(f"{lead}{plain}{trail}") if plain else " "


def _is_inline(element: HtmlElement) -> bool:
    """Whether it stands within a line; a link or a span around whole paragraphs does not."""
    if not isinstance(element.tag, str):
        return element.tag is not None and not len(element)
    return element.tag in _INLINE and all(_is_inline(child) for child in element)


def _is_of_figures(table: HtmlElement) -> bool:
    """Whether a table holds a table's matter; most in e-mails only lay things out."""
    rows = _rows(table)
    return len(rows) > 1 and max(map(len, rows)) > 1 and not table.xpath(".//table | .//ul | .//ol")


def _rows(table: HtmlElement) -> list[list[HtmlElement]]:
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    return [row for row in rows if row]
