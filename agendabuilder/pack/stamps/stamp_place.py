"""Where a stamp stands on a page, as the reader of the page sees it.

All rectangles are in reader points: origin at the bottom left of the visible page after its turn, crop and unit.
Only `PageFrame.matrix` knows how the file turns, crops and scales its pages.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from agendabuilder.domain.presentation import Corner

MM = 72 / 25.4
LEFT_SIDE, RIGHT_SIDE = 22 * MM, 20 * MM  # the front matter's own margins
EDGE = 12 * MM
A3_SHORT_SIDE = 297 * MM
SMALLEST_FULL_SIZE = 240.0
PADDING = 2.0
_STEPS_INWARD = (0.0, -3 * MM, -5 * MM, -6.5 * MM, 3 * MM, 6 * MM, 9 * MM)
_STEP_ALONG = 5 * MM
_NEAREST_TO_SIDE = 7 * MM

Rect = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]


class Ink(Protocol):
    """What is printed in the margins of a page."""

    def is_busy(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether something is printed in the rectangle."""

    def is_dark(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Whether the rectangle's ground is too dark for black letters."""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The visible box of a page in the file's own coordinates, its turn (0, 90, 180, 270) and its UserUnit."""

    box: Rect
    rotation: int = 0
    unit: float = 1.0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points as the reader sees them."""
        width, height = (self.box[2] - self.box[0]) * self.unit, (self.box[3] - self.box[1]) * self.unit
        return (height, width) if self.rotation in (90, 270) else (width, height)

    @property
    def matrix(self) -> Matrix:
        """From reader points to the file's coordinates (PDF 32000-1, 8.3.3; /Rotate turns clockwise, 7.7.3.3)."""
        x0, y0, x1, y1 = self.box
        scale = 1 / self.unit
        return {
            0: (scale, 0.0, 0.0, scale, x0, y0),
            90: (0.0, scale, -scale, 0.0, x1, y0),
            180: (-scale, 0.0, 0.0, -scale, x1, y1),
            270: (0.0, -scale, scale, 0.0, x0, y1),
        }[self.rotation]

    def in_file(self, rect: Rect) -> Rect:
        """A reader's rectangle in the file's coordinates."""
        a, b, c, d, e, f = self.matrix
        xs = sorted((a * rect[0] + c * rect[1] + e, a * rect[2] + c * rect[3] + e))
        ys = sorted((b * rect[0] + d * rect[1] + f, b * rect[2] + d * rect[3] + f))
        return xs[0], ys[0], xs[1], ys[1]

    @property
    def scale(self) -> float:
        """1 up to A3; larger on a plan or poster, smaller on a page that is no bigger than a card."""
        short = min(self.size)
        if short > A3_SHORT_SIDE * 1.02:
            return short / A3_SHORT_SIDE
        return min(1.0, short / SMALLEST_FULL_SIZE)


@dataclass(frozen=True, slots=True)
class StampPlace:
    """Where the text begins (its baseline), at which size, the rectangle around it, and whether a plate lies under."""

    x: float
    baseline: float
    size: float
    rect: Rect
    plate: bool = False


def find_place(
    frame: PageFrame, corner: Corner, width: float, size: float, ink: Ink | None, taken: tuple[Rect, ...] = ()
) -> StampPlace:
    """The nearest free place to a corner for a text of `width` points at `size` points.

    Without a free place in the margin strip, or on a dark ground, the text stands on a white plate.
    `taken` are the rectangles of other stamps.
    """
    width, size = width * frame.scale, size * frame.scale
    first_untaken = None
    for x, baseline in _candidates(frame, corner, width, size):
        place = _place(frame, x, baseline, width, size)
        if any(_overlap(place.rect, other) for other in taken):
            continue
        if not (ink and ink.is_busy(*place.rect)):
            return _on_plate(place) if ink and ink.is_dark(*place.rect) else place
        first_untaken = first_untaken or place
    return _on_plate(first_untaken or _place(frame, *_home(frame, corner, width, size), width, size))


def _candidates(frame: PageFrame, corner: Corner, width: float, size: float) -> Iterator[tuple[float, float]]:
    """Text origins in the corner's margin strip, the nearest to the home place first."""
    home_x, home_y = _home(frame, corner, width, size)
    yield home_x, home_y
    page_width, page_height = frame.size
    step, least = _STEP_ALONG * frame.scale, _NEAREST_TO_SIDE * frame.scale
    reach = math.ceil(page_width / step)
    shifts = [
        (along * step, inward * frame.scale * (-1 if is_top(corner) else 1))
        for along in range(-reach, reach + 1)
        for inward in _STEPS_INWARD
        if least <= home_x + along * step <= page_width - least - width or along == 0
    ]
    for dx, dy in sorted(shifts, key=lambda shift: (math.hypot(*shift), shift)):
        yield home_x + dx, min(home_y + dy, page_height - size)


def _home(frame: PageFrame, corner: Corner, width: float, size: float) -> tuple[float, float]:
    """On the front matter's margin, the baseline 12 mm from the bottom edge or the letters' tops 12 mm from the top."""
    page_width, page_height = frame.size
    left, right, edge = LEFT_SIDE * frame.scale, RIGHT_SIDE * frame.scale, EDGE * frame.scale
    if corner in (Corner.BOTTOM_RIGHT, Corner.TOP_RIGHT):
        x = max(page_width - right - width, 0.0)
    elif corner in (Corner.BOTTOM_LEFT, Corner.TOP_LEFT):
        x = min(left, max(page_width - width, 0.0))
    else:
        x = max((page_width - width) / 2, 0.0)
    return x, page_height - edge - 0.7 * size if is_top(corner) else edge


def is_top(corner: Corner) -> bool:
    """Whether a corner is one of the upper three."""
    return corner in (Corner.TOP_LEFT, Corner.TOP_CENTRE, Corner.TOP_RIGHT)


def _place(frame: PageFrame, x: float, baseline: float, width: float, size: float) -> StampPlace:
    pad = PADDING * frame.scale
    rect = (x - pad, baseline - 0.22 * size - pad, x + width + pad, baseline + 0.72 * size + pad)
    return StampPlace(x, baseline, size, rect)


def _on_plate(place: StampPlace) -> StampPlace:
    return StampPlace(place.x, place.baseline, place.size, place.rect, plate=True)


def _overlap(one: Rect, other: Rect) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
