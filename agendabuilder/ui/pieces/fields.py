"""Fields that are typed into: each shows a value and says when the clerk has entered another one.

Ctrl+Z in a field undoes the meeting's last step, as it does everywhere: fields keep no undo of their own. What
cannot be read is said beside the field and stays as typed; nothing is lost.
"""

from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from agendabuilder.domain.forms import time_text
from agendabuilder.domain.presentation import TimeForm
from agendabuilder.domain.typed_time import length_text, read_clock, read_length, read_timing


def leaves_undo_to_the_window(event: QEvent) -> bool:
    """Whether an event is the field's claim on Ctrl+Z or Ctrl+Y; it is turned down."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        event.ignore()
        return True
    return False


class TextField(QLineEdit):
    """A line of text; entered with every key."""

    value_entered = Signal(object)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.textEdited.connect(self._enter)

    def show_value(self, value: Any) -> None:
        """Show a text; the cursor stays where it is when nothing changes."""
        if value != self.text():
            self.setText(value)
            if not self.hasFocus():
                self.setCursorPosition(0)  # a long text is shown from its beginning

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window."""
        return False if leaves_undo_to_the_window(event) else super().event(event)

    def _enter(self, text: str) -> None:
        self.value_entered.emit(text)


class ReadField(TextField):
    """A line that is read when the clerk leaves it or presses Enter; `trouble` is the sentence when it cannot be."""

    nothing: Any = None
    """The value of an empty line."""
    trouble_changed = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, parent)
        self.textEdited.disconnect(self._enter)
        self.textEdited.connect(lambda: self._say(""))
        self.editingFinished.connect(self.take)
        self.trouble = ""
        self._value: Any = None

    def show_value(self, value: Any) -> None:
        """Show a value in its usual form, unless the clerk is typing another one."""
        typing = self.hasFocus() and self.isModified()
        if not typing or value != self._value:
            self._value = value
            self._say("")
            super().show_value("" if value is None else self.words(value))
            self.setModified(False)

    def words(self, value: Any) -> str:
        """A value as it is shown."""
        raise NotImplementedError

    def read(self, text: str) -> Any:
        """The value of a text. Raises `ValueError` with a sentence."""
        raise NotImplementedError

    def take(self) -> None:
        """Read what was typed, and enter it if it can be read."""
        if not self.isModified():
            return
        try:
            value = self.read(self.text()) if self.text().strip() else self.nothing
        except ValueError as problem:
            self._say(str(problem))
            return
        self.setModified(False)
        self._value = value
        self.setText("" if value is None else self.words(value))
        self.value_entered.emit(value)

    def _say(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self.trouble_changed.emit(trouble)


class TimeField(ReadField):
    """A time of day, or None: `11.05`, `1105` and `11:05 am` are all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("such as 11.05", parent)
        self.setMaximumWidth(120)

    def words(self, value: Any) -> str:
        """The time in 24 hours."""
        return time_text(value, TimeForm.COLON_24)

    def read(self, text: str) -> Any:
        """The time that a text says."""
        return read_clock(text)


class LengthField(ReadField):
    """A length in minutes, or None: `20m`, `1h 15m`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("such as 20m", parent)
        self.setMaximumWidth(120)

    def words(self, value: Any) -> str:
        """Hours and minutes."""
        return length_text(value)

    def read(self, text: str) -> Any:
        """The minutes that a text says."""
        return read_length(text)


class StartField(TimeField):
    """A fixed start; a length typed here ("20m") is taken for a length and told apart by its kind."""

    def words(self, value: Any) -> str:
        """The time, or the length while it is on its way to its own field."""
        return length_text(value) if isinstance(value, int) else super().words(value)

    def read(self, text: str) -> Any:
        """The time, or the minutes."""
        return read_timing(text)


def finish_typing() -> None:
    """Take what is being typed as entered: before a command acts, so that saving saves what is seen."""
    field = QApplication.focusWidget()
    if isinstance(field, ReadField):
        field.take()
    elif isinstance(field, QLineEdit) and _is_in_a_table(field):
        field.clearFocus()  # the cell's editor then hands in what it holds


def _is_in_a_table(field: QWidget) -> bool:
    above = field.parentWidget()
    return above is not None and isinstance(above.parentWidget(), QAbstractItemView)
