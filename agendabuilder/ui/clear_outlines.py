"""Outlines of check boxes and radio buttons that are seen on a light and on a dark ground.

Qt's own style, Fusion, draws them a little darker than the window, which on a dark window is next to nothing. WCAG 2.2
asks for 3:1 (success criterion 1.4.11). Other styles, those of Windows and macOS, are left as they are.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleOption, QWidget

from agendabuilder.ui import theme

_Element = QStyle.PrimitiveElement
_BOXES = frozenset({_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck})
_RINGS = frozenset({_Element.PE_IndicatorRadioButton})
_SHARE = 0.55
"""How much of the text's colour is in an outline."""
_HALF = 0.5
"""Half of a line's width: an outline is drawn along the middle of its pixels."""


def use_clear_outlines() -> None:
    """Put the outlines into Qt's own style, where that is the one in use."""
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.style().objectName() == "fusion":
        application.setStyle(ClearOutlines())


class ClearOutlines(QProxyStyle):
    """Fusion, with outlines that stand out."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self.setObjectName("fusion with clear outlines")

    def drawPrimitive(  # noqa: N802 (Qt's name)
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """What Fusion draws, with a clear outline over it."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _BOXES or element in _RINGS:
            outline = QRectF(option.rect).adjusted(_HALF, _HALF, -_HALF, -_HALF)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.muted(option.palette, _SHARE), 1))
            if element in _RINGS:
                painter.drawEllipse(outline)
            else:
                painter.drawRect(outline)
            painter.restore()
