"""Rows of lists that are sentences: what is to be said first, and below it, standing back, what more there is to it.

Both wrap at the list's width, in the middle of a word where no word fits.
"""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionFocusRect,
    QStyleOptionViewItem,
)

from agendabuilder.ui.pieces import theme

_SIGN = 20
"""The side of a row's icon."""
_AIR = theme.STEP // 2
"""On each side of an icon, and between it and the words."""
_MOST_KNOWN = 2000


def show_sentences(listing: QListWidget) -> None:
    """Let a list show its entries so; the first line of an entry's text is the sentence, the others stand back."""
    listing.setItemDelegate(SentenceRows(listing))
    listing.setWordWrap(True)
    listing.setIconSize(QSize(_SIGN, _SIGN))
    listing.setResizeMode(QListWidget.ResizeMode.Adjust)
    listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    listing.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)


class SentenceRows(QStyledItemDelegate):
    """Draws the rows of one list."""

    def __init__(self, listing: QListWidget) -> None:
        super().__init__(listing)
        self._listing = listing
        self._heights: dict[tuple[str, str, int, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802 (Qt's name)
        """As high as its words are at the width of the list."""
        view = self._styled(option, index)
        width, least = self._listing.viewport().width(), 0 if view.icon.isNull() else _SIGN
        known = (index.data(), view.font.key(), width, least)
        if known not in self._heights:  # a list of 200 findings is made anew at every edit
            if len(self._heights) > _MOST_KNOWN:  # at every width that a column had while it was dragged
                self._heights.clear()
            words = _laid_out(index, view, width)
            self._heights[known] = round(max(least, _height(words))) + theme.STEP
        return QSize(0, self._heights[known])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """The icon, and the words in the middle of the row's height."""
        view = self._styled(option, index)
        words = _laid_out(index, view, view.rect.width())
        front = _colour(view)
        is_dyed = view.state & QStyle.StateFlag.State_Selected or index.data(Qt.ItemDataRole.ForegroundRole)
        back = front if is_dyed else theme.muted(view.palette)
        _draw_ground(painter, view)
        top = view.rect.top() + (view.rect.height() - _height(words)) / 2
        painter.save()
        for layout, colour in zip(words, (front, *(back for _ in words[1:])), strict=True):
            painter.setPen(colour)
            layout.draw(painter, QPointF(view.rect.left() + _before(view), top))
            top += layout.boundingRect().height()
        painter.restore()

    def _styled(self, option: QStyleOptionViewItem, index: Any) -> QStyleOptionViewItem:
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        return view


def _draw_ground(painter: QPainter, view: QStyleOptionViewItem) -> None:
    """All but the words; the frame of the keyboard's place goes round the row, and not round the words that Qt drew."""
    style = view.widget.style() if view.widget else QApplication.style()
    has_keyboard = bool(view.state & QStyle.StateFlag.State_HasFocus)
    view.text = ""
    view.state &= ~QStyle.StateFlag.State_HasFocus
    style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
    if has_keyboard:
        frame = QStyleOptionFocusRect()
        frame.initFrom(view.widget)
        frame.rect = view.rect
        style.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, frame, painter, view.widget)


def _before(view: QStyleOptionViewItem) -> int:
    """The pixels before the words."""
    return theme.STEP if view.icon.isNull() else _SIGN + 3 * _AIR


def _colour(view: QStyleOptionViewItem) -> QColor:
    is_active = view.state & QStyle.StateFlag.State_Active
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    is_selected = view.state & QStyle.StateFlag.State_Selected
    return view.palette.color(group, QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text)


def _laid_out(index: Any, view: QStyleOptionViewItem, width: int) -> Sequence[QTextLayout]:
    """Each line of an entry's text, wrapped in a row of this width."""
    room = max(1, width - _before(view) - theme.STEP)
    return [_wrapped(line, view.font, room) for line in str(index.data()).split("\n")]


def _wrapped(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrapping)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _height(words: Sequence[QTextLayout]) -> float:
    return sum(layout.boundingRect().height() for layout in words)
