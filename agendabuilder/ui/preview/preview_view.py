"""The pages on their desk: scrolling, zoom, and what lies where; it knows pages, not meetings.

Everything is painted: a page of a thousand costs nothing until it comes into sight.
"""

from collections.abc import Sequence
from enum import Enum
from statistics import median_high
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from agendabuilder.ui.preview.preview_layout import CAPTION, GAP, MARGIN, PreviewLayout
from agendabuilder.ui.preview.preview_paint import desk_colour, paint_mark, paint_page
from agendabuilder.ui.preview.preview_pictures import PreviewPictures
from agendabuilder.ui.work.tasks import Tasks

if TYPE_CHECKING:
    from agendabuilder.pack.proof.page_pictures import PagePictures, PageSize

ZOOM_STEP = 1.2
LEAST_ZOOM, MOST_ZOOM = 0.15, 6.0
"""Pixels to a point. A point is 1/72 inch, so 96/72 is the paper's own size on a common screen."""

TRUE_SIZE = 96 / 72


class Fit(Enum):
    """What the zoom follows when the window's size changes."""

    WIDTH = "width"
    PAGE = "page"
    NONE = "none"


class PreviewView(QAbstractScrollArea):
    """Shows the pages of one PDF."""

    sheet_shown = Signal(int)
    """Another page, counted from 1, is the one being looked at."""
    place_clicked = Signal(int, float, float)
    """A page was clicked: its sheet, and the point on it in points from its lower left corner."""
    zoom_changed = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = PreviewPictures(tasks, self)
        self._sizes: Sequence[PageSize] = ()
        self._labels: Sequence[str] = ()
        self._zoom, self._fit, self._two_up = 1.0, Fit.WIDTH, False
        self._layout = PreviewLayout((), 1.0, False, 0)
        self._sheet = 0
        self._marked: tuple[int, QRectF] | None = None
        self._pressed = QPointF()
        self._pictures.drawn.connect(self._show_picture)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.horizontalScrollBar().valueChanged.connect(self._on_scroll)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Pages of the pack")
        self.viewport().setMouseTracking(True)

    @property
    def zoom(self) -> float:
        """Pixels to a point."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    @property
    def sheet(self) -> int:
        """The page being looked at, from 1; 0 without pages."""
        return self._sheet

    @property
    def is_settled(self) -> bool:
        """Whether all that is in sight is drawn from the present pack."""
        return self._pictures.is_settled

    def show_pages(self, pages: "PagePictures | None", labels: Sequence[str] = ()) -> None:
        """Show another edition of the pack; the place on the desk is kept. The view closes `pages` by itself."""
        first = not self._sizes
        self._sizes, self._labels = (pages.sizes if pages else ()), labels
        self._marked = None
        self._pictures.show(pages)
        self._lay_out()
        if first or pages is None:
            self.verticalScrollBar().setValue(0)
            self._sheet = 0
        self._on_scroll()

    def go_to(self, sheet: int) -> None:
        """Bring the top of a page into sight."""
        if 1 <= sheet <= len(self._sizes):
            self.verticalScrollBar().setValue(int(self._layout.rect(sheet).top() - GAP))
            self._note_sheet(sheet)

    def mark(self, sheet: int, rect: tuple[float, float, float, float]) -> None:
        """Show a place of a page (left, bottom, right, top in points) with a mark beside it; bring it into sight."""
        if not 1 <= sheet <= len(self._sizes):
            return
        left, bottom, right, top = rect
        size = self._sizes[sheet - 1]
        self._marked = sheet, QRectF(left, size.height - top, right - left, top - bottom)
        place = self._on_desk(*self._marked)
        seen = self.verticalScrollBar().value()
        if place.top() < seen or place.bottom() > seen + self.viewport().height():
            self.verticalScrollBar().setValue(int(place.top() - self.viewport().height() / 3))
        self._note_sheet(sheet)
        self.viewport().update()

    def unmark(self) -> None:
        """Take the mark away."""
        self._marked = None
        self.viewport().update()

    def set_fit(self, fit: Fit) -> None:
        """Let the zoom follow the window's width, or the whole page."""
        self._fit = fit
        self._keep_place()

    def set_zoom(self, zoom: float) -> None:
        """Zoom to so many pixels to a point, and stay there."""
        self._fit, self._zoom = Fit.NONE, min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        self._keep_place()

    def set_two_up(self, two_up: bool) -> None:
        """Lay the pages in pairs, or one below the other."""
        self._two_up = two_up
        self._keep_place()

    def release(self) -> None:
        """Let go of the file."""
        self.show_pages(None)

    # Laying out

    def _lay_out(self) -> None:
        """Work the places out anew for zoom and window."""
        view = self.viewport().size()
        if self._sizes and self._fit is not Fit.NONE:
            self._zoom = self._fitting_zoom(view.width(), view.height())
        fits = self._fit is not Fit.NONE
        self._layout = PreviewLayout(self._sizes, self._zoom, self._two_up, view.width(), fits)
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._layout.height, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setRange(0, max(0, int(whole) - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(48)
        self.zoom_changed.emit()
        self.viewport().update()

    def _fitting_zoom(self, width: int, height: int) -> float:
        """The zoom that fits the common page: a few wide ones must not make all others small."""
        usual_width, usual_height = (
            median_high(size.width for size in self._sizes),
            median_high(size.height for size in self._sizes),
        )
        across = (width - 2 * MARGIN - (GAP if self._two_up else 0)) / (usual_width * (2 if self._two_up else 1))
        down = (height - CAPTION - 2 * GAP) / usual_height
        return min(MOST_ZOOM, max(LEAST_ZOOM, across if self._fit is Fit.WIDTH else min(across, down)))

    def _keep_place(self) -> None:
        """Lay out anew so that what is at the top of the window stays there."""
        sheet = self._sheet
        before = self._layout.rect(sheet) if sheet else QRectF()
        part = (self.verticalScrollBar().value() - before.top()) / before.height() if before.height() else 0.0
        self._lay_out()
        if sheet:
            after = self._layout.rect(sheet)
            self.verticalScrollBar().setValue(int(after.top() + part * after.height()))
            bar = self.horizontalScrollBar()
            bar.setValue(bar.maximum() // 2)
        self._ask_for_pictures()

    def _on_desk(self, sheet: int, part: QRectF) -> QRectF:
        """A part of a page, in points from its upper left corner, as a place on the desk."""
        page = self._layout.rect(sheet)
        zoom = self._layout.scale(sheet)
        return QRectF(
            page.left() + part.left() * zoom, page.top() + part.top() * zoom, part.width() * zoom, part.height() * zoom
        )

    # What is in sight

    def _on_scroll(self) -> None:
        top = self.verticalScrollBar().value()
        height = self.viewport().height()
        seen = self._layout.sheets_between(top, top + height)
        eye = top + height / 3
        if seen:
            self._note_sheet(self._looked_at(seen, eye))
        self._ask_for_pictures()
        self.viewport().update()

    def _looked_at(self, seen: Sequence[int], eye: float) -> int:
        """The page at the height of the eye; of a pair the one that was looked at before, else the left one."""
        first = next((sheet for sheet in seen if self._layout.rect(sheet).bottom() > eye), seen[-1])
        beside = self._sheet in seen and self._layout.rect(self._sheet).top() == self._layout.rect(first).top()
        return self._sheet if beside else first

    def _note_sheet(self, sheet: int) -> None:
        if sheet != self._sheet:
            self._sheet = sheet
            self.sheet_shown.emit(sheet)

    def _ask_for_pictures(self) -> None:
        """The pages in sight first, then their neighbours."""
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        seen = self._layout.sheets_between(top, top + height)
        near = self._layout.sheets_between(top - height / 2, top + 2 * height)
        wanted = [*seen, *(sheet for sheet in near if sheet not in seen)]
        self._pictures.want(wanted, self._zoom * self.devicePixelRatioF())

    def _show_picture(self, sheet: int) -> None:
        if sheet <= len(self._sizes):
            self.viewport().update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the desk and the pages in sight."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), desk_colour(self.palette()))
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        painter.translate(-left, -top)
        for sheet in self._layout.sheets_between(top, top + self.viewport().height()):
            caption = self._labels[sheet - 1] if self._labels else ""
            paint_page(painter, self._layout.rect(sheet), self._pictures.picture(sheet), caption, self.palette())
        if self._marked:
            page = self._layout.rect(self._marked[0])
            paint_mark(painter, page, self._on_desk(*self._marked), self.palette())

    # Mouse and keyboard

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Follow the window."""
        super().resizeEvent(event)
        self._keep_place()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Scroll, or with Ctrl zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * ZOOM_STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Remember where; a click is a press and release at one place."""
        self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Tell which place of which page was clicked."""
        if event.button() is not Qt.MouseButton.LeftButton or (event.position() - self._pressed).manhattanLength() > 4:
            return
        x = event.position().x() + self.horizontalScrollBar().value()
        y = event.position().y() + self.verticalScrollBar().value()
        sheet = self._layout.sheet_at(x, y)
        if sheet:
            page = self._layout.rect(sheet)
            height, scale = self._sizes[sheet - 1].height, self._layout.scale(sheet)
            self.place_clicked.emit(sheet, (x - page.left()) / scale, height - (y - page.top()) / scale)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn pages and go to either end."""
        ends = {Qt.Key.Key_Home: 1, Qt.Key.Key_End: len(self._sizes)}
        if event.key() in ends:
            self.go_to(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
