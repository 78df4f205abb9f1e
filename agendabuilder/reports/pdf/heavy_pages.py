"""Which pages would take too long to draw, and which no viewer could: told from sizes in the file, never from a
clock, so that the same report gives the same pack on every machine.
"""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import pikepdf

from agendabuilder.reports.pdf import pdf_values

_SMALL = 50_000
"""Fewer compressed bytes than this cannot hold more than a few seconds' work."""

_MOST_CONTENT = 8_000_000
"""Bytes of drawing instructions; PDFium takes up to three seconds for so many."""

_MOST_PIXELS = 250_000_000
"""Pixels of all pictures of a page."""

_MOST_PARTS = 100

_MOST_BEARABLE = 70_000_000
"""Bytes of drawing instructions of one page; what proves the pack reads no more than 75 MB."""

_MOST_PACKED = 1000
"""By how much zlib can pack: a thousandth is the best."""

_AT_ONCE = 1 << 20


def heavy_pages(pdf: pikepdf.Pdf) -> frozenset[int]:
    """The places (from 0) of pages that are not worth drawing to learn what is in their margins."""
    return frozenset(place for place, page in enumerate(pdf.pages) if _is_heavy(page))


def wordy_pages(pdf: pikepdf.Pdf) -> frozenset[int]:
    """The places (from 0) of pages whose instructions alone take too long to read, whatever pictures they have."""
    return frozenset(place for place, page in enumerate(pdf.pages) if _too_long(_instructions(page)))


def _is_heavy(page: pikepdf.Page) -> bool:
    sides = (
        (pdf_values.whole_number(part, "/Width"), pdf_values.whole_number(part, "/Height"))
        for part in _drawn_parts(page)
    )
    return sum(width * height for width, height in sides) > _MOST_PIXELS or _too_long(_instructions(page))


def _instructions(page: pikepdf.Page) -> list[pikepdf.Stream]:
    forms = (part for part in _drawn_parts(page) if pdf_values.name(part, "/Subtype") == "/Form")
    return [*content_streams(page), *forms]


def content_streams(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    """The streams that make up the page's contents; what is not a stream is passed over."""
    contents = page.obj.get("/Contents")
    found = [contents] if isinstance(contents, pikepdf.Stream) else pdf_values.parts(page.obj, "/Contents")
    yield from (part for part in found if isinstance(part, pikepdf.Stream))


def _drawn_parts(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    parts = pdf_values.dictionary(pdf_values.resources(page.obj), "/XObject")
    if parts is not None:
        for _, part in islice(parts.items(), _MOST_PARTS):
            if isinstance(part, pikepdf.Stream):
                yield part


def _too_long(streams: list[pikepdf.Stream]) -> bool:
    if sum(pdf_values.whole_number(stream, "/Length") for stream in streams) < _SMALL:
        return False
    return sum(unpacked_length(stream, _MOST_CONTENT) for stream in streams) > _MOST_CONTENT


def endless_page(pdf: pikepdf.Pdf) -> int | None:
    """The first page (from 1) whose instructions unpack to more than any viewer takes, and our own proof, too."""
    return next((number for number, page in enumerate(pdf.pages, start=1) if _is_endless(page)), None)


def _is_endless(page: pikepdf.Page) -> bool:
    streams = list(content_streams(page))
    small = sum(pdf_values.whole_number(stream, "/Length") for stream in streams) < _MOST_BEARABLE // _MOST_PACKED
    if small and not any(len(filters(stream)) > 1 for stream in streams):
        return False
    return sum(unpacked_length(stream, _MOST_BEARABLE) for stream in streams) > _MOST_BEARABLE


def unpacked_length(stream: pikepdf.Stream, most: int) -> int:
    """The length of a stream when unpacked; it is not unpacked further than to `most` bytes."""
    parts: Iterator[bytes] = iter((stream.read_raw_bytes(),))
    for packed in filters(stream):
        if packed not in ("/FlateDecode", "/Fl"):
            break
        parts = _inflated(parts)
    length = 0
    for part in parts:
        length += len(part)
        if length > most:
            break
    return length


def filters(stream: pikepdf.Stream) -> list[str]:
    """How a stream is packed, the outermost first, as names with their slashes."""
    several = [
        pdf_values.spelled(each) for each in pdf_values.parts(stream, "/Filter") if isinstance(each, pikepdf.Name)
    ]
    return several or ([pdf_values.name(stream, "/Filter")] if "/Filter" in stream else [])


def _inflated(parts: Iterator[bytes]) -> Iterator[bytes]:
    """What was packed with zlib, a megabyte at a time; as much as there is of what is damaged."""
    packer = zlib.decompressobj()
    with suppress(zlib.error):
        for part in parts:
            rest = part
            while rest and not packer.eof:
                yield packer.decompress(rest, _AT_ONCE)
                rest = packer.unconsumed_tail
