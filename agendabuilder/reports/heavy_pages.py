"""Which pages would take too long to draw: told from sizes in the file, never from a clock, so that the same
report gives the same pack on every machine.
"""

import zlib
from collections.abc import Iterator
from itertools import islice

import pikepdf

from agendabuilder.reports import pdf_values

_SMALL = 50_000
"""Fewer compressed bytes than this cannot hold more than a few seconds' work."""

_MOST_CONTENT = 8_000_000
"""Bytes of drawing instructions; PDFium takes up to three seconds for so many."""

_MOST_PIXELS = 250_000_000
"""Pixels of all pictures of a page."""

_MOST_PARTS = 100


def heavy_pages(pdf: pikepdf.Pdf) -> frozenset[int]:
    """The places (from 0) of pages that are not worth drawing to learn what is in their margins."""
    return frozenset(place for place, page in enumerate(pdf.pages) if _is_heavy(page))


def _is_heavy(page: pikepdf.Page) -> bool:
    instructions = list(content_streams(page))
    pixels = 0
    for part in _drawn_parts(page):
        if pdf_values.name(part, "/Subtype") == "/Form":
            instructions.append(part)
        pixels += pdf_values.whole_number(part, "/Width") * pdf_values.whole_number(part, "/Height")
    return pixels > _MOST_PIXELS or _too_long(instructions)


def content_streams(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    """The streams that make up the page's contents; what is not a stream is passed over."""
    contents = page.obj.get("/Contents")
    found = [contents] if isinstance(contents, pikepdf.Stream) else pdf_values.parts(page.obj, "/Contents")
    yield from (part for part in found if isinstance(part, pikepdf.Stream))


def _drawn_parts(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    parts = pdf_values.dictionary(pdf_values.dictionary(page.obj, "/Resources"), "/XObject")
    if parts is not None:
        for _, part in islice(parts.items(), _MOST_PARTS):
            if isinstance(part, pikepdf.Stream):
                yield part


def _too_long(streams: list[pikepdf.Stream]) -> bool:
    if sum(pdf_values.whole_number(stream, "/Length") for stream in streams) < _SMALL:
        return False
    return sum(_length(stream) for stream in streams) > _MOST_CONTENT


def _length(stream: pikepdf.Stream) -> int:
    """The length of a stream when unpacked; one that is far too long is not unpacked to its end."""
    raw = stream.read_raw_bytes()
    if pdf_values.name(stream, "/Filter") != "/FlateDecode":
        return len(raw)
    try:
        return len(zlib.decompressobj().decompress(raw, _MOST_CONTENT + 1))
    except zlib.error:
        return len(raw)
