"""Outlines of fields, lists, check boxes and radio buttons that are seen on a light and on a dark ground.

Qt's own style, Fusion, draws them a little darker than the window, which on a dark window is next to nothing. WCAG 2.2
asks for 3:1 (success criterion 1.4.11), of the mark of the keyboard as well. Other styles, those of Windows and macOS,
are left as they are.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from agendabuilder.ui.pieces import theme

_Element, _Control, _State = QStyle.PrimitiveElement, QStyle.ComplexControl, QStyle.StateFlag
_BOXES = frozenset({_Element.PE_IndicatorCheckBox, _Element.PE_IndicatorItemViewItemCheck})
_RINGS = frozenset({_Element.PE_IndicatorRadioButton})
_CHOICES = frozenset({_Control.CC_ComboBox, _Control.CC_SpinBox})
_SHARE = 0.5
"""How much of the text's colour is in an outline."""
_KEYBOARD_SHARE = 0.35
"""How much of the text's colour is in the mark of the keyboard; the rest is the colour of what is selected."""
_HALF = 0.5
"""Half of a line's width: an outline is drawn along the middle of its pixels."""
_ROUND = 2.0
"""Pixels by which Fusion rounds the corners of a field."""


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
        if element in _BOXES:
            _outline(option, painter, 0)
        elif element in _RINGS:
            _outline(option, painter, option.rect.width() / 2)
        elif element is _Element.PE_FrameLineEdit:
            _outline(option, painter, _ROUND)
        elif element is _Element.PE_Frame and isinstance(widget, QAbstractScrollArea):
            _outline(option, painter, 0)

    def drawComplexControl(  # noqa: N802 (Qt's name)
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """What Fusion draws, with a clear outline over it."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _CHOICES:
            _outline(option, painter, _ROUND)


def _outline(option: QStyleOption, painter: QPainter, rounded: float) -> None:
    """Draw an outline; of what has the keyboard, twice as thick and in the colour of what is selected."""
    has_keyboard = bool(option.state & _State.State_HasFocus)
    width = 2 if has_keyboard else 1
    inset = width * _HALF
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(_keyboard(option.palette) if has_keyboard else theme.muted(option.palette, _SHARE), width))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), rounded, rounded)
    painter.restore()


def _keyboard(palette: QPalette) -> QColor:
    """The colour of the mark of the keyboard: 3:1 on fields and on the window."""
    text, chosen = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Highlight)
    return theme.mixed(text, chosen, _KEYBOARD_SHARE)
