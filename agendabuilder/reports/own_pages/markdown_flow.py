"""Markdown as pieces of a page: headings, paragraphs, lists, quotations, code, tables; HTML stays as it was typed."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from agendabuilder.reports.own_pages.text_pages import Piece, TextPages

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 60}).enable(["table", "strikethrough"])
_MANNERS = {"strong": "b", "em": "i", "s": "strike"}


def markdown_flow(pages: TextPages, text: str) -> list[Piece]:
    """The pieces of a Markdown text, in its order."""
    return list(_blocks(pages, SyntaxTreeNode(_PARSER.parse(text)).children, depth=0))


def _blocks(pages: TextPages, nodes: Sequence[SyntaxTreeNode], depth: int, label: str = "") -> Iterator[Piece]:
    """One piece for each block; `label` hangs before the first."""
    for node in nodes:
        if node.type == "heading":
            yield pages.heading(_inline(pages, node), int(node.tag[1:]))
        elif node.type == "paragraph":
            yield pages.paragraph(_inline(pages, node), depth, label)
        elif node.type in ("bullet_list", "ordered_list"):
            yield from _listing(pages, node, depth, label)
        elif node.type == "blockquote":
            yield from _blocks(pages, node.children, depth + 1, label)
        elif node.type == "table":
            yield pages.table([[_inline(pages, cell) for cell in row.children] for row in _rows(node)])
        elif node.type == "hr":
            yield pages.rule()
        else:
            lines = node.content.rstrip("\n").split("\n")
            yield pages.paragraph("<br/>".join(pages.spaced(line) for line in lines), depth + 1, label)
        label = ""


def _listing(pages: TextPages, node: SyntaxTreeNode, depth: int, label: str) -> Iterator[Piece]:
    if label:  # a list that begins a point of another: that point's own mark would be lost
        yield pages.paragraph("", depth, label)
    start = int(node.attrs.get("start", 1))
    for number, point in enumerate(node.children, start):
        mark = "•" if node.type == "bullet_list" else f"{number}{node.markup}"
        if point.children:
            yield from _blocks(pages, point.children, depth + 1, mark)
        else:
            yield pages.paragraph("", depth + 1, mark)


def _rows(table: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for part in table.children:
        yield from part.children


def _inline(pages: TextPages, node: SyntaxTreeNode) -> str:
    """The words of a block, as markup."""
    return "".join(_phrase(pages, child) for inline in node.children for child in inline.children)


def _phrase(pages: TextPages, node: SyntaxTreeNode) -> str:
    if node.type in _MANNERS:
        manner = _MANNERS[node.type]
        return f"<{manner}>{_within(pages, node)}</{manner}>"
    if node.type == "link":
        address = str(node.attrs.get("href", ""))
        if address.lower().startswith(("https://", "http://", "mailto:")):
            return f"<a href={quoteattr(address)} color='#1a4f8b'>{_within(pages, node)}</a>"
        return _within(pages, node)
    if node.type == "image":
        return pages.words(f"[Picture: {node.content or node.attrs.get('src', '')}]")
    if node.type == "hardbreak":
        return "<br/>"
    return " " if node.type == "softbreak" else pages.words(node.content)


def _within(pages: TextPages, node: SyntaxTreeNode) -> str:
    return "".join(_phrase(pages, child) for child in node.children)
