"""Sizes and colours of the window: an 8 px rhythm, and signal colours that reach 4.5:1 in light and dark.

Everything else is the platform's: its font, its widgets, its palette.
"""

from enum import Enum

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QLayout, QSizePolicy, QWidget

STEP = 8
"""The rhythm of all distances, in pixels that the platform scales."""
ROW = 30
"""The height of a row in lists."""
READABLE = 640
"""The width that forms do not grow beyond: longer lines are not easier to fill in."""


class Signal(Enum):
    """What a colour says; words or an icon always say it too. The value: on light ground, on dark ground."""

    BLOCKER = ("#a4262c", "#ff9d9d")
    WARNING = ("#855600", "#f2bd4f")
    NOTE = ("#1f5f99", "#8cc4ff")
    DONE = ("#2a6b2f", "#8fd694")


def is_dark(palette: QPalette | None = None) -> bool:
    """Whether the window is drawn light on dark."""
    return (palette or QApplication.palette()).color(QPalette.ColorRole.Base).lightness() < 128


def signal_colour(signal: Signal) -> QColor:
    """The colour of a signal on the present ground."""
    return QColor(signal.value[1 if is_dark() else 0])


def muted(palette: QPalette) -> QColor:
    """The colour of what stands back, still 4.5:1: text mixed with a quarter of its ground."""
    text, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    mixed = [round(front * 0.72 + back * 0.28) for front, back in zip(_parts(text), _parts(ground), strict=True)]
    return QColor(*mixed)


def quiet(label: QLabel) -> QLabel:
    """A label that stands back."""
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, muted(palette))
    label.setPalette(palette)
    return wrapped(label)


def wrapped(label: QLabel) -> QLabel:
    """A label that wraps its words at the width it gets, and takes all that there is."""
    label.setWordWrap(True)
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
    label.setSizePolicy(policy)
    return label


def heading(text: str, steps: int = 2) -> QLabel:
    """A heading, some points larger than text."""
    label = QLabel(text)
    font = QFont(label.font())
    font.setPointSizeF(font.pointSizeF() + steps)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label


def tight(layout: QLayout, margin: int = 0, spacing: int = STEP) -> QLayout:
    """The layout with margins and spacing on the rhythm."""
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def name(widget: QWidget, words: str, tip: str = "") -> None:
    """Name a widget for screen readers, and for the pointer that rests on it."""
    widget.setAccessibleName(words)
    widget.setToolTip(tip or words)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
