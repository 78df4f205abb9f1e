"""Where each page of the preview lies on the desk, worked out from page sizes and zoom alone.

Two-up is a book: an odd sheet is on the right, as in a printed pack, so the first page stands alone there.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

if TYPE_CHECKING:
    from agendabuilder.pack.proof.page_pictures import PageSize

MARGIN = 24.0
"""Desk around the pages."""

CAPTION = 28.0
"""Height below each page, for its number."""

GAP = 8.0
"""Desk between a page's number and the next page, and between the pages of a pair."""


class PreviewLayout:
    """The places of all pages, in pixels that do not depend on the screen. Sheets count from 1."""

    def __init__(
        self, sizes: "Sequence[PageSize]", zoom: float, two_up: bool, view_width: float, fits: bool = False
    ) -> None:
        """`zoom` is pixels to a point; the pages are centred in `view_width` when they are narrower.

        With `fits`, a page that is wider than its place, as a plan on A3 is, is shown smaller than the others.
        """
        room = (view_width - 2 * MARGIN - (GAP if two_up else 0)) / (2 if two_up else 1) if fits else None
        self._scales = [min(zoom, room / size.width) if room else zoom for size in sizes]
        self._sizes, self._two_up = sizes, two_up
        self._rows = list(_rows(len(sizes), two_up))
        self._tops: list[float] = []
        self._rects: list[QRectF] = [QRectF()] * len(sizes)
        widest = max((size.width * scale for size, scale in zip(sizes, self._scales, strict=True)), default=0.0)
        self.width = max(view_width, (2 * widest + GAP if two_up else widest) + 2 * MARGIN - 1)
        top = MARGIN
        for row in self._rows:
            self._tops.append(top)
            top += self._place(row, top) + CAPTION + GAP
        self.height = top + MARGIN - GAP

    def scale(self, sheet: int) -> float:
        """Pixels to a point on a page."""
        return self._scales[sheet - 1]

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

    def _place(self, row: Sequence[int], top: float) -> float:
        """Place one row; return its height."""
        middle = self.width / 2
        for sheet in row:
            size, scale = self._sizes[sheet - 1], self.scale(sheet)
            width, height = size.width * scale, size.height * scale
            left = middle - width / 2
            if self._two_up:
                left = middle + GAP / 2 if sheet % 2 else middle - GAP / 2 - width
            self._rects[sheet - 1] = QRectF(round(left), round(top), round(width), round(height))
        return max(self.rect(sheet).height() for sheet in row)


def _rows(count: int, two_up: bool) -> Sequence[Sequence[int]]:
    if not two_up:
        return [(sheet,) for sheet in range(1, count + 1)]
    pairs = [tuple(sheet for sheet in (even, even + 1) if sheet <= count) for even in range(2, count + 1, 2)]
    return [(1,), *pairs] if count else []
