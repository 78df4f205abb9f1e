"""Rows of lists with air: as high as the theme says, more with a larger font."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from agendabuilder.ui import theme


class TallRows(QStyledItemDelegate):
    """Gives each row a generous height."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:  # noqa: N802 (Qt's name)
        """As wide as Qt says, and not lower than a row."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + theme.STEP, max(theme.ROW, option.fontMetrics.height() + theme.STEP))
