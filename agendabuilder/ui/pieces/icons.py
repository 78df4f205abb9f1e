"""The program's icons: one stroke weight, drawn in the colour of the text, sharp at every scale.

The drawings in resources/icons say `currentColor`; a `QIcon` cannot follow that, so an engine paints them in the
palette's own colour each time, and an icon made in light mode is right in dark mode.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from agendabuilder import paths
from agendabuilder.ui.pieces import theme


@cache
def icon(name: str, signal: theme.Signal | None = None) -> QIcon:
    """The icon of a drawing in resources/icons, such as "add", or in a signal's colour. Raises `FileNotFoundError`."""
    return QIcon(_Drawing((paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8"), signal))


class _Drawing(QIconEngine):
    """Paints one drawing in the palette's colour of text on buttons, or in a signal's."""

    def __init__(self, drawing: str, signal: theme.Signal | None = None) -> None:
        super().__init__()
        self._drawing, self._signal = drawing, signal

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for it."""
        return _Drawing(self._drawing, self._signal)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw it into a rectangle."""
        drawing = self._drawing.replace("currentColor", self._colour(mode).name())
        renderer = QSvgRenderer(QByteArray(drawing.encode()))
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        renderer.render(painter, place)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette = QApplication.palette()
        if mode is QIcon.Mode.Selected:
            return palette.color(QPalette.ColorRole.HighlightedText)
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        return theme.signal_colour(self._signal) if self._signal else palette.color(QPalette.ColorRole.ButtonText)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing as a picture, for those who want one."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture
