"""Fields of days: one, chosen in a calendar or typed, or a line of them.

Qt knows no empty date, so 1900 stands for "Not set".
"""

import datetime
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QWidget

from agendabuilder.domain.forms import date_text
from agendabuilder.domain.typed_date import read_days
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import ReadField

_NO_DATE = QDate(1900, 1, 1)
_LONGEST = "Wednesday 22 September 2027"
"""No day is longer in words."""
_ARROW = 5 * theme.STEP
"""Pixels that the arrow beside a day takes, with the room around both."""


class DateField(QDateEdit):
    """A day with its weekday, or None, shown as "Not set"."""

    value_entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("dddd d MMMM yyyy")
        self.setMinimumDate(_NO_DATE)
        self.setSpecialValueText("Not set")
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(_LONGEST) + _ARROW)
        self.dateChanged.connect(self._enter)

    def show_value(self, value: Any) -> None:
        """Show a day, or that none is set."""
        day = QDate(value.year, value.month, value.day) if value else _NO_DATE
        if day != self.date():
            self.blockSignals(True)
            self.setDate(day)
            self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Delete takes the date away; the arrow keys on an empty field begin at today."""
        if event.key() == Qt.Key.Key_Delete:
            self.setDate(_NO_DATE)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.date() == _NO_DATE:
            self.setDate(QDate.currentDate())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
        """The calendar of an empty field opens on this month, not in 1900."""
        if self.date() == _NO_DATE and self.calendarWidget():
            today = QDate.currentDate()
            self.calendarWidget().setCurrentPage(today.year(), today.month())
        super().mousePressEvent(event)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
        """Scrolling a form changes no date."""
        event.ignore()

    def _enter(self, day: QDate) -> None:
        self.value_entered.emit(None if day == _NO_DATE else datetime.date(day.year(), day.month(), day.day()))


class DaysField(ReadField):
    """A line of days with commas: `19 September 2022, 8 May 2023`."""

    nothing = ()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("such as 19 September 2022, 8 May 2023", parent)

    def words(self, value: Any) -> str:
        """The days with commas."""
        return ", ".join(date_text(day) for day in value)

    def read(self, text: str) -> Any:
        """The days, in order."""
        return read_days(text)
