"""Where each page of the preview lies on the desk, worked out from page sizes and zoom alone.

Two-up is a book: an odd sheet is on the right, as in a printed pack, so the first page stands alone there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from agendabuilder.pack.page_pictures import PageSize

MARGIN = 24.0
"""Desk around the pages."""

CAPTION = 28.0
"""Height below each page, for its number."""

GAP = 8.0
"""Desk between a page's number and the next page, and between the pages of a pair."""


class PreviewLayout:
    """The places of all pages, in pixels that do not depend on the screen. Sheets count from 1."""

    def __init__(self, sizes: "Sequence[PageSize]", zoom: float, two_up: bool, view_width: float) -> None:
        """`zoom` is pixels to a point; the pages are centred in `view_width` when they are narrower."""
        self._rows = list(_rows(len(sizes), two_up))
        self._tops: list[float] = []
        self._rects: list[QRectF] = [QRectF()] * len(sizes)
        needed = max((_row_width(sizes, row, zoom, two_up) for row in self._rows), default=0.0)
        self.width = max(view_width, needed + 2 * MARGIN)
        top = MARGIN
        for row in self._rows:
            self._tops.append(top)
            top += self._place(sizes, row, zoom, two_up, top) + CAPTION + GAP
        self.height = top + MARGIN - GAP

    def rect(self, sheet: int) -> QRectF:
        """The place of a page."""
        return self._rects[sheet - 1]

    def sheets_between(self, top: float, bottom: float) -> list[int]:
        """The pages of which something lies between two heights."""
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, bottom)
        return [sheet for row in self._rows[first:last] for sheet in row]

    def sheet_at(self, x: float, y: float) -> int:
        """The page at a point, or 0."""
        return next((sheet for sheet in self.sheets_between(y, y) if self.rect(sheet).contains(x, y)), 0)

    def _place(self, sizes: "Sequence[PageSize]", row: Sequence[int], zoom: float, two_up: bool, top: float) -> float:
        """Place one row; return its height."""
        middle = self.width / 2
        for sheet in row:
            width, height = sizes[sheet - 1].width * zoom, sizes[sheet - 1].height * zoom
            left = middle - width / 2
            if two_up:
                left = middle + GAP / 2 if sheet % 2 else middle - GAP / 2 - width
            self._rects[sheet - 1] = QRectF(round(left), round(top), round(width), round(height))
        return max(self.rect(sheet).height() for sheet in row)


def _rows(count: int, two_up: bool) -> Sequence[Sequence[int]]:
    if not two_up:
        return [(sheet,) for sheet in range(1, count + 1)]
    pairs = [tuple(sheet for sheet in (even, even + 1) if sheet <= count) for even in range(2, count + 1, 2)]
    return [(1,), *pairs] if count else []


def _row_width(sizes: "Sequence[PageSize]", row: Sequence[int], zoom: float, two_up: bool) -> float:
    widths = [sizes[sheet - 1].width * zoom for sheet in row]
    return 2 * max(widths) + GAP if two_up else widths[0]
