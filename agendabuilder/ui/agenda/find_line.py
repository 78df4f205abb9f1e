"""The line in which the clerk looks for an item or a report: what is found is selected while the words are typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from agendabuilder.domain.search import Place, places_with
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.work.workspace import Workspace


class FindLine(QWidget):
    """Enter goes on to the next place, Shift+Enter back, Esc closes the line and leaves what was found selected."""

    left = Signal()
    """The keyboard should go back to the agenda."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._words = TextField("Words of an item or a report")
        self._words.setAccessibleName("Find in the agenda")
        self._words.setMinimumWidth(8 * theme.STEP)
        self._words.value_entered.connect(lambda _: self._look())
        self._said = QLabel()
        row = QHBoxLayout(self)
        theme.tight(row, theme.STEP // 2, theme.STEP // 2)
        row.addWidget(self._words, 1)
        row.addWidget(self._said)
        for drawing, words, run in (
            ("up", "The one before", lambda: self.step(-1)),
            ("down", "The next one", lambda: self.step(1)),
            ("close", "Close", self.leave),
        ):
            row.addWidget(_button(drawing, words, run))
        self.hide()

    @property
    def said(self) -> str:
        """How many places there are, in words."""
        return self._said.text()

    def open(self) -> None:
        """Put the keyboard into the line; the words from before can be typed over."""
        self.show()
        self._words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._words.selectAll()

    def leave(self) -> None:
        """Close the line."""
        self.hide()
        self.left.emit()

    def step(self, by: int) -> None:
        """Select the next place, or the one before, round and round."""
        places = self._places()
        if places:
            place = (places.index(self._selected()) + by) if self._selected() in places else 0
            self._select(places, place % len(places))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter, Shift+Enter, the arrows and Esc."""
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if back else 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key is Qt.Key.Key_Up else 1)
        elif key is Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        """What is selected stays so while it still has the words."""
        places = self._places()
        if places:
            self._select(places, places.index(self._selected()) if self._selected() in places else 0)
        else:
            self._said.setText("Not found" if self._words.text().strip() else "")

    def _select(self, places: tuple[Place, ...], place: int) -> None:
        self._workspace.select(places[place].item_id, places[place].report_id)
        self._said.setText(f"{place + 1} of {len(places)}")

    def _places(self) -> tuple[Place, ...]:
        return places_with(self._workspace.meeting, self._words.text())

    def _selected(self) -> Place:
        return Place(self._workspace.selected_item_id, self._workspace.selected_report_id)


def _button(drawing: str, words: str, run: object) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(drawing))
    button.setAutoRaise(True)
    theme.name(button, words)
    button.clicked.connect(run)
    return button
