"""On which grounds something is exempt: the paragraphs of the body's own law, each with what it is about, to tick."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QWidget

from agendabuilder.domain.exempt_grounds import Ground, Grounds
from agendabuilder.ui.pieces import theme

_NO_LIST = "The law of this body lists no paragraphs: none is to be given."
_UNKNOWN = "not a paragraph of this law"


class GroundsField(QWidget):
    """A tick for each paragraph; the value is a tuple of their numbers."""

    value_entered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._law, self._value = Grounds(""), tuple[int, ...]()
        self._ticks: dict[int, QCheckBox] = {}
        self._said: list[QWidget] = []
        self._grid = QGridLayout(self)
        theme.tight(self._grid, 0, theme.STEP // 2)
        self._grid.setColumnStretch(1, 1)
        self._list_anew()

    def offer(self, law: Grounds) -> None:
        """List the paragraphs of this law from now on."""
        if law != self._law:
            self._law = law
            self._list_anew()

    def show_value(self, value: Any) -> None:
        """Show which are ticked; a number that the law does not have is listed as well, to be taken out."""
        self._value = tuple(value)
        if self._ticks.keys() == self._law.numbers | set(self._value):
            self._tick()
        else:
            self._list_anew()

    def eventFilter(self, said: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """A click on the words ticks their box."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(said, QLabel):
            buddy = said.buddy()
            if isinstance(buddy, QCheckBox):
                buddy.click()
        return False

    def _list_anew(self) -> None:
        for widget in (*self._ticks.values(), *self._said):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._ticks, self._said = {}, []
        unknown = [Ground(number, _UNKNOWN) for number in sorted(set(self._value) - self._law.numbers)]
        for ground in (*self._law.paragraphs, *unknown):
            self._add(ground)
        cited = theme.quiet(QLabel(f"Paragraphs of {self._law.schedule}." if self._law.schedule else _NO_LIST))
        self._grid.addWidget(cited, len(self._ticks), 0, 1, 2)
        self._said.append(cited)
        if self._ticks:
            self.setFocusProxy(next(iter(self._ticks.values())))
        self._tick()

    def _add(self, ground: Ground) -> None:
        tick, said = QCheckBox(str(ground.number)), theme.wrapped(QLabel(ground.words))
        tick.setAccessibleName(f"Paragraph {ground.number}: {ground.words}")
        tick.clicked.connect(self._enter)
        said.setBuddy(tick)
        said.installEventFilter(self)
        row = len(self._ticks)
        self._grid.addWidget(tick, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(said, row, 1)
        self._ticks[ground.number] = tick
        self._said.append(said)

    def _tick(self) -> None:
        for number, tick in self._ticks.items():
            tick.setChecked(number in self._value)

    def _enter(self) -> None:
        self._value = tuple(sorted(number for number, tick in self._ticks.items() if tick.isChecked()))
        self.value_entered.emit(self._value)
