"""Sentences of the window above the work: what went wrong, what to do, and buttons for it. Never a modal box."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon

Act = tuple[str, Callable[[], None]]


class MessageBar(QFrame):
    """Shows one message at a time; hidden when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._sign, self._text = QLabel(), QLabel(wordWrap=True)
        self._text.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        theme.tight(self._row, theme.STEP)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1)
        close = QToolButton(autoRaise=True)
        close.setIcon(icon("close"))
        theme.name(close, "Close this message")
        close.clicked.connect(self.hide)
        self._row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty when nothing is."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, acts: tuple[Act, ...] = (), drawing: str = "note") -> None:
        """Show a message with a button for each act; an act closes the message."""
        self._text.setText(text)
        self._sign.setPixmap(icon(drawing).pixmap(QSize(20, 20)))
        self.setAccessibleName(text)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()  # until it is really gone
            button.deleteLater()
        self._buttons = [self._button(words, act) for words, act in acts]
        self.show()

    def say_problem(self, problem: AgendaBuilderError) -> None:
        """Show an error's sentence and advice."""
        self.say(str(problem), drawing="warning")

    def _button(self, words: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: act())
        self._row.insertWidget(self._row.count() - 1, button)
        return button
