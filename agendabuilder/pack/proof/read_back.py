"""Reads a finished pack with pypdf, a reader that shares no code with what wrote it.

Only what the proof needs is read: pages, labels, bookmarks, links, and the last stream of each
page, which holds the stamps.
"""

import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from agendabuilder.pack.stamps.stamp_place import PageFrame, Rect

_TEXT_SHOWN = re.compile(rb"\(((?:[^()\\]|\\.)*)\) Tj")
_DRAWN = re.compile(rb"(/PackReader\d*) Do Q EMC\s*$")
_ESCAPED = re.compile(rb"\\(.)")
_MOST_BOOKMARKS = 100_000


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside the pack: its rectangle in the page's own coordinates and the sheet (from 1) it leads to."""

    rect: Rect
    sheet: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark: its title, the sheet (from 1) it leads to, and how deep it stands (from 1)."""

    title: str
    sheet: int | None
    depth: int


class PackReader:
    """A finished pack, opened for reading back. A watermark is the last stream of each page, after the stamps."""

    def __init__(self, path: Path, has_watermark: bool = False) -> None:
        self._has_watermark = has_watermark
        self._reader = PdfReader(path, strict=True)  # nothing is put right on the way, which is faster, too
        self.pages: Sequence[PageObject] = list(self._reader.pages)
        self._sheets = {_number(page.indirect_reference): at for at, page in enumerate(self.pages, start=1)}

    @property
    def version(self) -> str:
        """The version of PDF that the file says it is, as "1.7"; its catalogue may say more than its first line."""
        later = str(self._reader.root_object.get("/Version", "")).removeprefix("/")
        return later or self._reader.pdf_header.removeprefix("%PDF-")

    @property
    def labels(self) -> list[str]:
        """What a viewer shows as the number of each page."""
        return self._reader.page_labels

    def stamps(self, sheet: int) -> list[str]:
        """The texts that the page's last stream shows, in Latin-1: the stamps, or a blank page's wording."""
        return _texts(self._streams(sheet)[-1:])

    def watermark(self, sheet: int) -> str:
        """The text that lies across the page, in Latin-1; empty without one."""
        name = _DRAWN.search(self._all_streams(sheet)[-1].get_data()) if self._has_watermark else None
        if name is None:  # without a look at the page's resources, which no other proof needs
            return ""
        drawings = _resolved(cast(DictionaryObject, self.pages[sheet - 1]["/Resources"]).get("/XObject"))
        drawing = _resolved(drawings.get(name[1].decode("ascii"))) if isinstance(drawings, DictionaryObject) else None
        return " ".join(_texts([drawing])) if isinstance(drawing, StreamObject) else ""

    def own_texts(self, sheet: int) -> list[str]:
        """The texts that a page which we drew shows apart from its stamps."""
        return _texts(self._streams(sheet)[1:-1])

    def digest(self, sheet: int) -> int:
        """The CRC-32 of a stamped page's own content, without the streams around it."""
        return zlib.crc32(b"\n".join(filter(None, map(_decoded, self._streams(sheet)[1:-1]))))

    def frame(self, sheet: int) -> PageFrame:
        """How the reader sees the page."""
        page = self.pages[sheet - 1]
        media, crop = page.mediabox, page.cropbox
        box = (
            float(max(media.left, crop.left)),
            float(max(media.bottom, crop.bottom)),
            float(min(media.right, crop.right)),
            float(min(media.top, crop.top)),
        )
        return PageFrame(box, page.rotation % 360, float(page.user_unit))

    def links(self, sheet: int) -> Iterator[Link]:
        """The links of a page that lead to a page of this pack."""
        for reference in cast(ArrayObject, _resolved(self.pages[sheet - 1].get("/Annots")) or ArrayObject()):
            annotation = cast(DictionaryObject, reference.get_object())
            target = self._sheet_of(annotation)
            area = _area(annotation)
            if annotation.get("/Subtype") == "/Link" and target is not None and area is not None:
                yield Link(area, target)

    def bookmarks(self) -> Iterator[Mark]:
        """The bookmarks from top to bottom."""
        root = _resolved(self._reader.root_object.get("/Outlines"))
        if isinstance(root, DictionaryObject):
            yield from self._bookmarks_under(root, 1)

    def _bookmarks_under(self, parent: DictionaryObject, depth: int) -> Iterator[Mark]:
        node = _resolved(parent.get("/First"))
        for _ in range(_MOST_BOOKMARKS):
            if not isinstance(node, DictionaryObject):
                return
            yield Mark(str(node.get("/Title", "")), self._sheet_of(node), depth)
            yield from self._bookmarks_under(node, depth + 1)
            node = _resolved(node.get("/Next"))

    def _streams(self, sheet: int) -> list[StreamObject]:
        """The page's streams without its watermark."""
        streams = self._all_streams(sheet)
        return streams[:-1] if self._has_watermark else streams

    def _all_streams(self, sheet: int) -> list[StreamObject]:
        contents = _resolved(self.pages[sheet - 1].get("/Contents"))
        listed = contents if isinstance(contents, ArrayObject) else [contents]
        streams = (_resolved(stream) for stream in listed)
        return [stream for stream in streams if isinstance(stream, StreamObject)]

    def _sheet_of(self, holder: DictionaryObject) -> int | None:
        """The sheet that a bookmark or a link leads to."""
        target = _resolved(holder.get("/Dest"))
        action = _resolved(holder.get("/A"))
        if isinstance(action, DictionaryObject) and action.get("/S") == "/GoTo":
            target = _resolved(action.get("/D"))
        if not isinstance(target, ArrayObject) or not target:
            return None
        return self._sheets.get(_number(target[0]))


def _area(annotation: DictionaryObject) -> Rect | None:
    """Where an annotation lies; none when it says so in no way that makes sense."""
    sides = _resolved(annotation.get("/Rect"))
    try:
        left, bottom, right, top = (float(value) for value in cast(ArrayObject, sides))
    except (TypeError, ValueError):
        return None
    return left, bottom, right, top


def _decoded(stream: StreamObject) -> bytes:
    """What a stream holds; one that can't be decoded is as empty for us as for every viewer."""
    try:
        return stream.get_data()
    except (NotImplementedError, PyPdfError):  # the first is for a filter that does not exist
        return b""


def _texts(streams: Sequence[StreamObject]) -> list[str]:
    shown = (text for stream in streams for text in _TEXT_SHOWN.findall(stream.get_data()))
    return [_ESCAPED.sub(rb"\1", text).decode("latin-1") for text in shown]


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value


def _number(reference: object) -> int:
    return reference.idnum if isinstance(reference, IndirectObject) else -1
