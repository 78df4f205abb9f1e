"""What a page prints in its top and bottom margins, so that no stamp covers a report's own footer.

Everything is in reader coordinates: points from the bottom left of the page as the reader sees it, after
rotation and UserUnit. A margin is a grid of cells, one bit each; a row of cells is a number in hexadecimal,
its highest bit on the left, and an empty row is an empty text, which keeps a thousand pages small.
"""

from collections.abc import Iterator
from dataclasses import dataclass

MARGIN = 72.0
"""How much of the page is looked at from the top and from the bottom, in points."""

CELL = 4
"""The side of a cell in points."""


@dataclass(frozen=True, slots=True)
class MarginStrip:
    """One margin: from `bottom` to `top`, with rows of cells from the top down, joined by full stops.

    `columns` is the number of cells in a row.
    """

    bottom: float
    top: float
    columns: int
    busy: str
    dark: str

    def holds(self, y0: float, y1: float) -> bool:
        """Whether the strip covers these heights whole."""
        return self.bottom <= y0 and y1 <= self.top

    def has(self, rows: str, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether any cell of `rows` that the rectangle touches is marked."""
        first = min(max(int(x0 // CELL), 0), self.columns - 1)
        last = min(max(int(x1 // CELL), first), self.columns - 1)
        mask = ((1 << (last - first + 1)) - 1) << (self.columns - 1 - last)
        return any(int(row, 16) & mask for row in self._touched(rows, y0, y1) if row)

    def _touched(self, rows: str, y0: float, y1: float) -> Iterator[str]:
        cells = rows.split(".")
        upper = max(int((self.top - y1) // CELL), 0)
        lower = int((self.top - y0) // CELL)
        yield from cells[upper : lower + 1]


@dataclass(frozen=True, slots=True)
class MarginInk:
    """Both margins of one page. Where nothing is known, everything counts as printed on and dark."""

    lower: MarginStrip | None = None
    upper: MarginStrip | None = None

    def is_busy(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether something is printed in this rectangle; an even background, even a dark one, is not.

        The middle of the page, beyond `MARGIN` from both edges, is not looked at and counts as busy.
        """
        strip = self._strip(y0, y1)
        return strip is None or strip.has(strip.busy, x0, y0, x1, y1)

    def is_dark(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether black text in this rectangle would need a white plate behind it."""
        strip = self._strip(y0, y1)
        return strip is None or strip.has(strip.dark, x0, y0, x1, y1)

    def _strip(self, y0: float, y1: float) -> MarginStrip | None:
        return next((strip for strip in (self.lower, self.upper) if strip and strip.holds(y0, y1)), None)


UNKNOWN_INK = MarginInk()
"""A page whose margins could not be looked at: every stamp on it stands on a white plate."""

PageLook = tuple[MarginInk, bool]
"""The margins of a page, and whether the page is a picture without text."""
