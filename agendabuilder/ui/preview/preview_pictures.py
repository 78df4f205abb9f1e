"""The pictures of the pages that are in sight, drawn in the background one at a time, the most wanted first.

While a new pack is being drawn the old picture of each page stays, so that nothing flickers as the clerk types.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Progress
from agendabuilder.ui.work.tasks import Lane, Tasks, say_nothing

if TYPE_CHECKING:
    from agendabuilder.pack.proof.page_pictures import PagePicture, PagePictures, PageSize

_MOST_PIXELS = 12_000_000
"""A page is drawn no larger than this and enlarged beyond: more would fill the memory and show nothing more."""

_MOST_KEPT = 32


@dataclass(frozen=True, slots=True)
class _Drawn:
    edition: int
    scale: float
    image: QImage


class PreviewPictures(QObject):
    """Draws the pages of one pack after another."""

    drawn = Signal(int)
    """The picture of a sheet is new."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None, closes: bool = True) -> None:
        """With `closes`, a pack is closed once another one is shown; else somebody else does that, afterwards."""
        super().__init__(parent)
        self._tasks, self._closes = tasks, closes
        self._pages: PagePictures | None = None
        self._edition = 0
        self._wanted: list[int] = []
        self._scale = 1.0
        self._kept: dict[int, _Drawn] = {}
        self._is_drawing = False
        self._failed: set[int] = set()

    @property
    def is_settled(self) -> bool:
        """Whether every page that is wanted shows the present pack."""
        return not self._is_drawing and self._next() is None

    def show(self, pages: "PagePictures | None") -> None:
        """Draw another pack from now on; the one before is closed once nothing is being drawn from it."""
        old, self._pages = self._pages, pages
        self._edition += 1
        self._failed.clear()
        if pages is None:
            self._kept.clear()
        if old and self._closes:
            self._tasks.run("Closing the pack before", lambda _: old.close(), say_nothing, say_nothing, Lane.PICTURES)
        self._go_on()

    def want(self, sheets: Sequence[int], scale: float) -> None:
        """Say which pages are wanted, the most wanted first, at how many pixels to a point."""
        self._wanted, self._scale = list(sheets), scale
        for sheet in [kept for kept in self._kept if kept not in self._wanted][: max(0, len(self._kept) - _MOST_KEPT)]:
            del self._kept[sheet]
        self._go_on()

    def picture(self, sheet: int) -> QImage | None:
        """The latest picture of a page, whatever its scale."""
        kept = self._kept.get(sheet)
        return kept.image if kept else None

    def _next(self) -> int | None:
        for sheet in self._wanted:
            kept = self._kept.get(sheet)
            if sheet not in self._failed and (
                kept is None or (kept.edition, kept.scale) != (self._edition, self._scale)
            ):
                return sheet
        return None

    def _go_on(self) -> None:
        sheet = self._next()
        if self._is_drawing or sheet is None or self._pages is None or sheet > len(self._pages.sizes):
            return
        self._is_drawing = True
        pages, edition, scale = self._pages, self._edition, self._scale
        size = _affordable(pages.sizes[sheet - 1], scale)

        def draw(_: Progress) -> QImage:
            return as_image(pages.draw(sheet, size))

        def take(image: QImage) -> None:
            self._is_drawing = False
            if self._pages is not None:
                self._kept.pop(sheet, None)
                self._kept[sheet] = _Drawn(edition, scale, image)
                self.drawn.emit(sheet)
            self._go_on()

        def give_up(_: AgendaBuilderError) -> None:
            self._is_drawing = False
            self._failed.add(sheet)
            self._go_on()

        self._tasks.run("Drawing pages", draw, take, give_up, Lane.PICTURES)


def _affordable(size: "PageSize", scale: float) -> float:
    pixels = size.width * size.height * scale * scale
    return scale if pixels <= _MOST_PIXELS else scale * (_MOST_PIXELS / pixels) ** 0.5


def as_image(picture: "PagePicture") -> QImage:
    """The pixels as Qt draws them; the copy no longer needs our bytes."""
    row = 4 * picture.width
    return QImage(picture.rgba, picture.width, picture.height, row, QImage.Format.Format_RGBX8888).copy()
