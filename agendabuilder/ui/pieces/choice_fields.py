"""Fields that are chosen, not typed: yes or no, one of a few, a number. Scrolling a form changes none of them."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox, QWidget

from agendabuilder.domain.notice_rule import DayCount, Nation

_NARROWEST = 160
"""Pixels that a list of choices keeps in a narrow column."""


class SwitchField(QCheckBox):
    """Yes or no."""

    value_entered = Signal(object)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.clicked.connect(lambda checked: self.value_entered.emit(checked))

    def show_value(self, value: Any) -> None:
        """Show yes or no."""
        self.setChecked(bool(value))


class ChoiceField(QComboBox):
    """One of a few, each in the clerk's words."""

    value_entered = Signal(object)

    def __init__(self, words: Mapping[Any, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = list(words)
        self.addItems(list(words.values()))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(lambda place: self.value_entered.emit(self._values[place]))

    def show_value(self, value: Any) -> None:
        """Show which is chosen; a value of the file that is none of the few is shown as it stands there."""
        if value not in self._values:
            self._values.append(value)
            self.addItem(str(value))
        self.setCurrentIndex(self._values.index(value))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Long words may be cut, so that they never push a form out of its column."""
        return QSize(min(_NARROWEST, super().minimumSizeHint().width()), super().minimumSizeHint().height())

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
        """Scrolling a form chooses nothing."""
        event.ignore()


class CountField(QSpinBox):
    """A whole number."""

    value_entered = Signal(object)

    def __init__(self, least: int, most: int, unit: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.setMaximumWidth(140)
        self.valueChanged.connect(lambda number: self.value_entered.emit(number))

    def show_value(self, value: Any) -> None:
        """Show a number."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def wheelEvent(self, event: Any) -> None:  # noqa: N802 (Qt's name)
        """Scrolling a form counts nothing."""
        event.ignore()


def words_of(enum: type[StrEnum], **words: str) -> Mapping[Any, str]:
    """The members of an enum with their words, by name; a member without words shows its value."""
    return {member: words.get(member.name.lower(), member.value) for member in enum}


NATIONS = words_of(Nation, england="England", wales="Wales", scotland="Scotland", northern_ireland="Northern Ireland")
DAYS_THAT_COUNT = words_of(
    DayCount,
    working="Working days",
    calendar="Every day",
    statutory="Not Sundays, bank holidays, Christmas and Easter breaks",
    not_sundays="Not Sundays or bank holidays",
    days_before="Every day, not clear days",
)
"""The days that count as public notice."""
