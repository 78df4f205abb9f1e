"""What a page looks like on its desk: paper with a soft edge, its number below, a mark beside a row.

Nothing is painted onto the paper itself but the page's own picture: what is seen there is what is in the file.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from agendabuilder.ui.preview.preview_layout import CAPTION

_SHADOW = 7
"""How far the soft edge reaches, in pixels."""

_MARK_GAP, _MARK_WIDTH = 10, 4


def paint_page(painter: QPainter, place: QRectF, image: QImage | None, caption: str, palette: QPalette) -> None:
    """Paint a page; without a picture it is white paper for the moment."""
    painter.setPen(Qt.PenStyle.NoPen)
    for spread in range(_SHADOW, 0, -1):
        painter.setBrush(QColor(0, 0, 0, 3 + (_SHADOW - spread)))
        painter.drawRoundedRect(place.adjusted(-spread, -spread + 2, spread, spread + 2), spread, spread)
    painter.fillRect(place, QColor("white"))
    if image is not None:
        painter.drawImage(place, image)
    painter.setPen(caption_colour(palette))
    below = QRectF(place.left(), place.bottom() + 4, place.width(), CAPTION - 4)
    painter.drawText(below, Qt.AlignmentFlag.AlignCenter, caption)


def paint_mark(painter: QPainter, page: QRectF, place: QRectF, palette: QPalette) -> None:
    """Paint a bar in the desk's margin beside a place of a page."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
    bar = QRectF(page.left() - _MARK_GAP, place.top(), _MARK_WIDTH, place.height())
    painter.drawRoundedRect(bar, _MARK_WIDTH / 2, _MARK_WIDTH / 2)


def desk_colour(palette: QPalette) -> QColor:
    """The desk: a grey a little darker than the window, in light and in dark."""
    window = palette.color(QPalette.ColorRole.Window)
    return window.darker(106) if window.lightness() > 127 else window.darker(130)


def caption_colour(palette: QPalette) -> QColor:
    """The numbers below the pages: quiet, and at 4.5:1 on the desk."""
    return QColor("#4a4f57") if palette.color(QPalette.ColorRole.Window).lightness() > 127 else QColor("#b8bdc6")
