"""Reads our Word documents back, as python-docx and an unpacker find them."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.table import Table


def read_word(written: bytes) -> Document:
    """The document."""
    return docx.Document(BytesIO(written))


def unpacked(written: bytes) -> str:
    """Everything that is written in the file, and the names of its parts."""
    with ZipFile(BytesIO(written)) as parts:
        return "\n".join(name + parts.read(name).decode("utf-8", "replace") for name in parts.namelist())


def words_of(written: bytes) -> str:
    """All texts in their order, those of tables too."""
    return "\n".join(_texts(read_word(written)))


def _texts(document: Document) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in block.rows)
        else:
            yield block.text


def headings(document: Document) -> list[tuple[str, str]]:
    """Style and text of all titles and headings that stand outside tables."""
    found = ((str(line.style.name), line.text) for line in document.paragraphs if line.style is not None)
    return [each for each in found if each[0].startswith(("Heading", "Title"))]
