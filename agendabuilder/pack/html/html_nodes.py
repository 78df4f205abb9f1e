"""Elements of an HTML page. Text is escaped when the page is written, so nothing that was typed can become markup."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.rich_text import Block, Listing, Paragraph, Phrase, read_rich_text

Node = Element


def add(parent: Node, tag: str, text: str = "", **attributes: str) -> Node:
    """A new element at the end of another; `class_` and `aria_label` become the attributes class and aria-label."""
    named = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
    node = SubElement(parent, tag, named)
    node.text = plain(text)
    return node


def add_text(parent: Node, text: str) -> None:
    """More text at the end of an element, after what is in it already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + plain(text)
    else:
        parent.text = (parent.text or "") + plain(text)


def add_unseen(parent: Node, text: str) -> None:
    """Words for those who listen to the page; who sees it knows them from where they look."""
    add(parent, "span", text, class_="unseen")


def add_rich_text(parent: Node, text: str) -> None:
    """The blocks of a rich text."""
    _add_blocks(parent, read_rich_text(text))


def add_phrases(parent: Node, phrases: Iterable[Phrase]) -> None:
    """A run of phrases with their bold, italics and links; a line feed is a break."""
    for phrase in phrases:
        holder = add(parent, "a", href=phrase.address) if phrase.address else parent
        if phrase.bold:
            holder = add(holder, "strong")
        if phrase.italic:
            holder = add(holder, "em")
        first, *rest = phrase.text.split("\n")
        add_text(holder, first)
        for line in rest:
            add(holder, "br")
            add_text(holder, line)


def written(node: Node) -> str:
    """An element and all in it as HTML."""
    return tostring(node, encoding="unicode", method="html")


def _add_blocks(parent: Node, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            add_phrases(add(parent, "p"), block.phrases)
        else:
            _add_listing(parent, block)


def _add_listing(parent: Node, listing: Listing) -> None:
    node = add(parent, "ol" if listing.numbered else "ul")
    if listing.numbered and listing.labels:
        node.set("start", listing.labels[0].rstrip(".)"))
    for point in listing.points:
        _add_blocks(add(node, "li"), point)
