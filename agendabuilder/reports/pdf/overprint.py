"""Pages on which words are printed over other words, as a young converter does with tables in tables and text boxes."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import pypdfium2
from pypdfium2 import PdfDocument

_MOST_LINES = 4000
_SMALLEST = 3.0
"""Points; what is lower or narrower is a full stop or a line of a formula."""

_ACROSS, _UP = 4.0, 0.4
"""Words lie on words when they have so many points of their length in common, and so much of the lower one's height."""

_Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""


def overprinted_pages(pdf: Path, most: int) -> list[int]:
    """The pages (from 1) on which more than `most` pairs of lines lie on one another.

    To be called in a process that uses PDFium for nothing else.
    """
    with PdfDocument(pdf) as document:
        return [number for number, page in enumerate(document, 1) if _is_over(_pairs(_lines(page)), most)]


def _is_over(pairs: Iterator[object], most: int) -> bool:
    return len(list(islice(pairs, most + 1))) > most


def _lines(page: pypdfium2.PdfPage) -> list[_Box]:
    """Where the pieces of lines stand, from the foot of the page upwards."""
    words = page.get_textpage()
    boxes = [words.get_rect(place) for place in range(min(words.count_rects(), _MOST_LINES))]
    large = (box for box in boxes if box[2] - box[0] > _SMALLEST and box[3] - box[1] > _SMALLEST)
    return sorted(large, key=lambda box: box[1])


def _pairs(lines: Sequence[_Box]) -> Iterator[tuple[_Box, _Box]]:
    for place, lower in enumerate(lines, start=1):
        for upper in islice(lines, place, None):
            if upper[1] >= lower[3]:
                break
            if _lies_on(lower, upper):
                yield lower, upper


def _lies_on(one: _Box, other: _Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[1], other[1])
    return across > _ACROSS and up > _UP * min(one[3] - one[1], other[3] - other[1])
