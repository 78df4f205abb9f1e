"""The part of a page that its reader sees, and how it is turned: effective values, whatever the file says.

The numbers are the page's own units; width and height are the reader's points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import pikepdf

_LETTER = (0.0, 0.0, 612.0, 792.0)
"""What every viewer takes for a page that gives no MediaBox."""


@dataclass(frozen=True, slots=True)
class PageBox:
    """CropBox within MediaBox, in the page's own units; `rotation` is clockwise; `unit` is UserUnit."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int
    unit: float

    @property
    def width(self) -> float:
        """Width in points as the reader sees the page."""
        across = self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left
        return across * self.unit

    @property
    def height(self) -> float:
        """Height in points as the reader sees the page."""
        up = self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom
        return up * self.unit


def page_box(page: pikepdf.Page) -> PageBox:
    """The page's effective box: inherited values count, and a value that makes no sense is passed over."""
    media = _rectangle(page.mediabox) or _LETTER
    crop = _rectangle(page.cropbox) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right <= left or top <= bottom:
        left, bottom, right, top = media
    return PageBox(left, bottom, right, top, _rotation(page), _unit(page))


def is_plain(page: pikepdf.Page) -> bool:
    """Whether all readers take the page's box, turn and unit for the same; what makes no sense each takes otherwise."""
    for values in (page.mediabox, page.cropbox):
        rectangle = _rectangle(values)
        if rectangle is None or [float(cast(float, value)) for value in cast(Sequence[object], values)] != [*rectangle]:
            return False
    media, crop = (cast("tuple[float, ...]", _rectangle(values)) for values in (page.mediabox, page.cropbox))
    is_seen = max(media[0], crop[0]) < min(media[2], crop[2]) and max(media[1], crop[1]) < min(media[3], crop[3])
    return is_seen and _is_right_angle(page) and ("/UserUnit" not in page.obj or _has_unit(page))


def write_plainly(page: pikepdf.Page) -> None:
    """Put what the reader sees of the page into the plainest words."""
    box = page_box(page)
    page.obj["/MediaBox"] = page.obj["/CropBox"] = pikepdf.Array([box.left, box.bottom, box.right, box.top])
    page.obj["/Rotate"] = box.rotation
    if "/UserUnit" in page.obj:
        page.obj["/UserUnit"] = box.unit


def _is_right_angle(page: pikepdf.Page) -> bool:
    if not isinstance(page.obj.get("/Rotate", 0), int):
        return False
    try:
        return int(page.rotation) % 90 == 0
    except (TypeError, ValueError):
        return False


def _has_unit(page: pikepdf.Page) -> bool:
    try:
        return float(cast(float, page.obj["/UserUnit"])) > 0
    except (TypeError, ValueError):
        return False


def _rectangle(values: object) -> tuple[float, float, float, float] | None:
    """Four numbers with the lower left corner first, or None if that is not what they are."""
    if not isinstance(values, pikepdf.Array) or len(values) < 4:
        return None
    try:
        x0, y0, x1, y1 = (float(cast(float, value)) for value in cast(Sequence[object], values)[:4])
    except (TypeError, ValueError):
        return None
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _rotation(page: pikepdf.Page) -> int:
    """0, 90, 180 or 270; -90 and 450 are what they amount to, and a slanted page stands upright."""
    try:
        degrees = int(page.rotation) % 360
    except (TypeError, ValueError):
        return 0
    return degrees if degrees % 90 == 0 else 0


def _unit(page: pikepdf.Page) -> float:
    try:
        unit = float(cast(float, page.obj.get("/UserUnit", 1)))
    except (TypeError, ValueError):
        return 1.0
    return unit if unit > 0 else 1.0
