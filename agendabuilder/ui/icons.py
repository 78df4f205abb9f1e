"""The program's icons: one stroke weight, drawn in the colour of the text, sharp at every scale.

The drawings in resources/icons say `currentColor`; a `QIcon` cannot follow that, so an engine paints them in the
palette's own colour each time, and an icon made in light mode is right in dark mode.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from agendabuilder import paths


@cache
def icon(name: str) -> QIcon:
    """The icon of a drawing in resources/icons, such as "add". Raises `FileNotFoundError`."""
    return QIcon(_Drawing((paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")))


class _Drawing(QIconEngine):
    """Paints one drawing in the palette's colour of text on buttons."""

    def __init__(self, drawing: str) -> None:
        super().__init__()
        self._drawing = drawing

    def clone(self) -> QIconEngine:
        """A copy, as Qt asks for it."""
        return _Drawing(self._drawing)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw it into a rectangle."""
        disabled = mode is QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if disabled else QPalette.ColorGroup.Active
        role = QPalette.ColorRole.HighlightedText if mode is QIcon.Mode.Selected else QPalette.ColorRole.ButtonText
        colour = QApplication.palette().color(group, role).name()
        renderer = QSvgRenderer(QByteArray(self._drawing.replace("currentColor", colour).encode()))
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        renderer.render(painter, place)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The drawing as a picture, for those who want one."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture
