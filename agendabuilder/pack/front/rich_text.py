"""The rich text of items and notices, read into plain values; nothing here draws.

A small subset of Markdown: paragraphs, hard breaks, bold, italic, bullets, numbers, links. Everything else,
HTML included, is shown as it was typed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from agendabuilder.pack.front.fonts import plain

_PARSER = MarkdownIt("zero", {"maxNesting": 100}).enable(["list", "emphasis", "link", "autolink", "newline", "escape"])
_OPEN_ADDRESS = re.compile(r"https?://[^\s<>()]*[^\s<>().,;:!?'\"]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SAFE_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[!-~]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in one manner. A hard break is a line feed. `address` is where a link leads."""

    text: str
    bold: bool = False
    italic: bool = False
    address: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of phrases."""

    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of points, each of which may hold paragraphs and further lists; `labels` are what stands before them."""

    labels: tuple[str, ...]
    points: tuple[tuple["Paragraph | Listing", ...], ...]
    numbered: bool = False


Block = Paragraph | Listing


def read_rich_text(text: str) -> tuple[Block, ...]:
    """The blocks of a text. Never fails: what is not understood is plain text."""
    tree = SyntaxTreeNode(_PARSER.parse(plain(text)))
    return tuple(_blocks(tree.children))


def _blocks(nodes: Sequence[SyntaxTreeNode]) -> Iterator[Block]:
    for node in nodes:
        if node.type in ("bullet_list", "ordered_list"):
            yield _listing(node)
        elif node.type == "paragraph":
            phrases = tuple(_phrases(node.children[0].children, Phrase(""))) if node.children else ()
            if any(phrase.text.strip() for phrase in phrases):
                yield Paragraph(phrases)


def _listing(node: SyntaxTreeNode) -> Listing:
    points = tuple(tuple(_blocks(point.children)) for point in node.children)
    if node.type == "bullet_list":
        return Listing(("•",) * len(points), points)
    start = int(node.attrs.get("start", 1))
    mark = node.markup or "."
    return Listing(tuple(f"{start + count}{mark}" for count in range(len(points))), points, numbered=True)


def _phrases(nodes: Sequence[SyntaxTreeNode], manner: Phrase) -> Iterator[Phrase]:
    for node in nodes:
        if node.type == "strong":
            yield from _phrases(node.children, replace(manner, bold=True))
        elif node.type == "em":
            yield from _phrases(node.children, replace(manner, italic=True))
        elif node.type == "link":
            address = str(node.attrs.get("href", ""))
            safe = address if _SAFE_ADDRESS.fullmatch(address) else ""
            yield from _phrases(node.children, replace(manner, address=safe))
        elif node.type == "hardbreak":
            yield replace(manner, text="\n")
        elif node.type == "softbreak":
            yield replace(manner, text=" ")
        else:
            yield from _with_open_addresses(replace(manner, text=node.content))


def _with_open_addresses(phrase: Phrase) -> Iterator[Phrase]:
    """The phrase, split where a bare web or e-mail address stands in it."""
    if phrase.address:
        yield phrase
        return
    end = 0
    for found in _OPEN_ADDRESS.finditer(phrase.text):
        address = found[0] if "://" in found[0] else f"mailto:{found[0]}"
        if not _SAFE_ADDRESS.fullmatch(address):
            continue
        yield replace(phrase, text=phrase.text[end : found.start()])
        yield replace(phrase, text=found[0], address=address)
        end = found.end()
    yield replace(phrase, text=phrase.text[end:])
