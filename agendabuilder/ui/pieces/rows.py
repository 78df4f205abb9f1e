"""Rows of lists with air: as high as the theme says, more with a larger font; and rows with marks below the title.

A mark is an icon with words, in a smaller and quieter line of its own, so that a state never takes the place of
the title.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.theme import Signal

MARKS = Qt.ItemDataRole.UserRole + 1
"""The role of a row's marks (a tuple of `Mark`), drawn below the title."""
_SIGN = 14
"""The side of a mark's icon."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of state: an icon or "", the words in the list, the whole sentence, and what its colour says."""

    icon: str
    words: str
    sentence: str
    signal: Signal | None = None


def moves_row(event: QEvent) -> int:
    """-1 or 1 for Alt with the arrow up or down, else 0."""
    if not isinstance(event, QKeyEvent) or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return 0
    return {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)


def claims_moving(event: QEvent) -> bool:
    """Whether an event offers Alt with an arrow to a list that moves its own rows; it is taken from the window."""
    if event.type() == QEvent.Type.ShortcutOverride and moves_row(event):
        event.accept()
        return True
    return False


class TallRows(QStyledItemDelegate):
    """Gives each row a generous height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as Qt says, and not lower than a row."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + theme.STEP, max(theme.ROW, option.fontMetrics.height() + theme.STEP))


class MarkedRows(TallRows):
    """Rows whose title may have marks below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802 (Qt's name)
        """A row with marks is a line higher. Widths are the view's own matter; asking Qt for them is slow."""
        height = max(theme.ROW, option.fontMetrics.height() + theme.STEP)
        return QSize(0, height + _small(option.font)[1].height() if index.data(MARKS) else height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        """The title above, its marks below."""
        marks = index.data(MARKS)
        if not marks:
            super().paint(painter, option, index)
            return
        view = QStyleOptionViewItem(option)
        self.initStyleOption(view, index)
        title, view.text = view.text, ""
        style = view.widget.style() if view.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, view, painter, view.widget)
        selected = bool(view.state & QStyle.StateFlag.State_Selected)
        active = bool(view.state & QStyle.StateFlag.State_Active)
        group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
        front = view.palette.color(group, QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text)
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view.widget) + 1
        before = margin if view.icon.isNull() else view.decorationSize.width() + 3 * margin
        place = view.rect.adjusted(before, theme.STEP // 2, -margin, -theme.STEP // 2)
        painter.save()
        _write(painter, QRect(place.topLeft(), QSize(place.width(), place.height() // 2)), title, view.font, front)
        below = QRect(place.left(), place.center().y(), place.width(), place.height() // 2)
        _draw_marks(painter, below, marks, _small(view.font)[0], front if selected else None, view.palette)
        painter.restore()


def _draw_marks(
    painter: QPainter, place: QRect, marks: tuple[Mark, ...], font: QFont, front: QColor | None, palette: QPalette
) -> None:
    """The marks side by side; `front` is the colour of all of them in a selected row."""
    left = place.left()
    for mark in marks:
        colour = front or (theme.signal_colour(mark.signal) if mark.signal else theme.muted(palette))
        if mark.icon:
            mode = QIcon.Mode.Selected if front else QIcon.Mode.Normal
            sign = QRect(left, place.center().y() - _SIGN // 2, _SIGN, _SIGN)
            icon(mark.icon, mark.signal).paint(painter, sign, Qt.AlignmentFlag.AlignCenter, mode)
            left += _SIGN + theme.STEP // 2
        width = min(QFontMetrics(font).horizontalAdvance(mark.words) + 2, place.right() - left)
        _write(painter, QRect(left, place.top(), width, place.height()), mark.words, font, colour)
        left += width + theme.STEP
        if left > place.right() - 2 * theme.STEP:
            return


def _write(painter: QPainter, place: QRect, words: str, font: QFont, colour: QColor) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    short = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, short)


def _small(font: QFont) -> tuple[QFont, QFontMetrics]:
    """A font a little smaller, upright and of normal weight."""
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    small.setWeight(QFont.Weight.Normal)
    return small, QFontMetrics(small)
