"""Rich text between the file's form (a small Markdown) and Qt's document.

Reading goes through the parser that the pack is printed with, so the editor shows what will be printed. Writing
escapes whatever that parser would take for a mark, so that text comes back as it was typed.
"""

import re
from collections.abc import Iterator

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)

from agendabuilder.pack.front.rich_text import Listing, Paragraph, Phrase, read_rich_text

_NUMBERED = QTextListFormat.Style.ListDecimal
_BULLETS = QTextListFormat.Style.ListDisc
_GAP = 6
"""Below a paragraph, in pixels."""
_MARKS = re.compile(r"([\\*\[\]<`]|(?<!\w)_|_(?!\w))")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")


def show_in(document: QTextDocument, text: str) -> None:
    """Put a text in the file's form into a document, in place of what is there."""
    document.clear()
    cursor = QTextCursor(document)
    insert_at(cursor, text)


def insert_at(cursor: QTextCursor, text: str) -> None:
    """Insert a text in the file's form at a cursor."""
    cursor.beginEditBlock()
    first = True
    for block in read_rich_text(text):
        first = _insert_block(cursor, block, 0, first)
    cursor.endEditBlock()


def text_of(document: QTextDocument) -> str:
    """A document in the file's form."""
    lines: list[str] = []
    before_in_list = False
    counts: dict[int, int] = {}
    block = document.begin()
    while block.isValid():
        in_list = block.textList() is not None
        line = _block_text(block, counts)
        if not in_list:
            counts.clear()
        if line.strip():
            if lines and not (in_list and before_in_list):
                lines.append("")
            lines.append(line)
            before_in_list = in_list
        block = block.next()
    return "\n".join(lines)


def _insert_block(cursor: QTextCursor, block: Paragraph | Listing, depth: int, first: bool) -> bool:
    """Insert one block; return whether the next one is still the first."""
    if isinstance(block, Paragraph):
        if not first:
            cursor.insertBlock(_paragraph(), QTextCharFormat())
        else:
            cursor.setBlockFormat(_paragraph())
        _insert_phrases(cursor, block.phrases)
        return False
    made = QTextListFormat()
    made.setStyle(_NUMBERED if block.numbered else _BULLETS)
    made.setIndent(depth + 1)
    listing = None
    for point in block.points:
        begun = False
        for inner in point:
            if isinstance(inner, Paragraph) and not begun:
                if not first:
                    cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
                if listing is None:
                    listing = cursor.createList(made)
                else:
                    listing.add(cursor.block())
                _insert_phrases(cursor, inner.phrases)
                begun, first = True, False
            else:
                first = _insert_block(cursor, inner, depth + 1, first)
    return first


def _paragraph() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setBottomMargin(_GAP)
    return made


def _insert_phrases(cursor: QTextCursor, phrases: tuple[Phrase, ...]) -> None:
    for phrase in phrases:
        cursor.insertText(phrase.text.replace("\n", "\u2028"), _manner(phrase))


def _manner(phrase: Phrase) -> QTextCharFormat:
    manner = QTextCharFormat()
    if phrase.bold:
        manner.setFontWeight(QFont.Weight.Bold)
    manner.setFontItalic(phrase.italic)
    if phrase.address:
        make_link(manner, phrase.address)
    return manner


def make_link(manner: QTextCharFormat, address: str) -> None:
    """Turn a manner of writing into that of a link."""
    manner.setAnchor(True)
    manner.setAnchorHref(address)
    manner.setFontUnderline(True)


def _block_text(block: QTextBlock, counts: dict[int, int]) -> str:
    listing = block.textList()
    words = "".join(_fragments(block)).strip()
    if listing is None:
        return _LINE_START.sub(lambda found: f"{found[1]}{_escaped_start(found[2])}", words)
    depth = max(listing.format().indent(), 1)
    for deeper in [each for each in counts if each > depth]:
        del counts[deeper]
    counts[depth] = counts.get(depth, 0) + 1
    mark = f"{counts[depth]}." if listing.format().style() == _NUMBERED else "-"
    return f"{'   ' * (depth - 1)}{mark} {words}"


def _escaped_start(mark: str) -> str:
    """`-` as `\\-` and `7.` as `7\\.`: a paragraph that begins like a list is none."""
    return f"{mark[:-1]}\\{mark[-1]}"


def _fragments(block: QTextBlock) -> Iterator[str]:
    piece = block.begin()
    while not piece.atEnd():
        fragment = piece.fragment()
        if fragment.isValid():
            yield _marked(fragment.text(), fragment.charFormat())
        piece += 1


def _marked(text: str, manner: QTextCharFormat) -> str:
    """A fragment with its marks; spaces at its ends stay outside of them, as the marks demand."""
    words = _MARKS.sub(r"\\\1", text.replace("\u00a0", " ")).replace("\u2028", "\\\n")
    core = words.strip()
    if not core:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    address = manner.anchorHref()
    if address and address not in (text, f"mailto:{text}"):
        core = f"[{core}]({address})"
    elif address:
        core = text.strip()
    if manner.fontItalic():
        core = f"*{core}*"
    if manner.fontWeight() >= QFont.Weight.DemiBold:
        core = f"**{core}**"
    return f"{before}{core}{after}"
