"""Sizes and colours of the window: an 8 px rhythm, and signal colours that reach 4.5:1 in light and dark.

Everything else is the platform's: its font, its widgets, its palette.
"""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLayout, QScrollArea, QSizePolicy, QWidget

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


def muted(palette: QPalette, share: float = 0.72) -> QColor:
    """The colour of what stands back: a share of the text's colour, the rest its ground's; at 0.72 words are 4.5:1."""
    return mixed(palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base), share)


def mixed(front: QColor, back: QColor, share: float) -> QColor:
    """A colour between two: `share` says how much of the front one is in it."""
    parts = zip(_parts(front), _parts(back), strict=True)
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))


def quiet(label: QLabel) -> QLabel:
    """A label that stands back."""
    _Tone(label, muted)
    return wrapped(label)


def signalling(label: QLabel, signal: Signal) -> QLabel:
    """A label in a signal's colour."""
    _Tone(label, lambda _: signal_colour(signal))
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


def roomy(page: QWidget) -> QScrollArea:
    """A page that scrolls where the window is smaller than the page can be, as on a small screen at 300 %."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


def open_at(window: QWidget, width: int, height: int) -> None:
    """Give a window its size at first, or what the screen has room for."""
    room = window.screen().availableSize()
    window.resize(min(width, room.width()), min(height, room.height()))


def name(widget: QWidget, words: str, tip: str = "") -> None:
    """Name a widget for screen readers, and for the pointer that rests on it."""
    widget.setAccessibleName(words)
    widget.setToolTip(tip or words)


class _Tone(QObject):
    """Keeps a label in its colour when the system turns from light to dark, or back."""

    def __init__(self, label: QLabel, colour: Callable[[QPalette], QColor]) -> None:
        super().__init__(label)
        self._label, self._colour = label, colour
        label.installEventFilter(self)
        self._dye()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The label has another palette."""
        if event.type() == QEvent.Type.PaletteChange:
            self._dye()
        return False

    def _dye(self) -> None:
        palette, colour = self._label.palette(), self._colour(QApplication.palette())
        if palette.color(QPalette.ColorRole.WindowText) != colour:
            palette.setColor(QPalette.ColorRole.WindowText, colour)
            self._label.setPalette(palette)


def _parts(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()
