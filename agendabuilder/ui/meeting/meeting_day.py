"""Choosing the day of a meeting: the weekday, and the last day to publish the agenda, are said as it is picked."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.notice_period import last_publication_day
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.date_field import DateField


class MeetingDay(QWidget):
    """A date with a sentence below it."""

    changed = Signal()

    def __init__(self, day: date, rule: NoticeRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = day
        self._rule = rule
        self._field = DateField()
        self._field.setAccessibleName("Date of the meeting")
        self._field.value_entered.connect(self._take)
        self._said = theme.quiet(QLabel())
        self._said.setMinimumHeight(2 * self._said.fontMetrics().lineSpacing())
        self._said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        theme.tight(column, 0, theme.STEP // 2)
        column.addWidget(self._field, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._said)
        self.setFocusProxy(self._field)
        self._field.show_value(day)
        self._say()

    @property
    def day(self) -> date | None:
        """The day that is picked."""
        return self._day

    @property
    def words(self) -> str:
        """What is said about the day."""
        return self._said.text()

    def set_rule(self, rule: NoticeRule) -> None:
        """Count notice by another rule."""
        self._rule = rule
        self._say()

    def _take(self, day: date | None) -> None:
        self._day = day
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        self._said.setText(notice_words(self._day, self._rule, date.today()) if self._day else "Pick a day.")


def notice_words(day: date, rule: NoticeRule, today: date) -> str:
    """The last day on which the agenda of a meeting on `day` can be published, and what is odd about it."""
    if day < today:
        return "This day is past."
    last = last_publication_day(day, rule, bank_holidays_around(rule.nation, day))
    if last < today:
        return f"Too soon for {rule.notice}: the last day to publish the agenda was {full_date_text(last)}."
    return f"Publish the agenda by {full_date_text(last)}: {rule.notice}."
