"""The line in which the clerk says why a finding may stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from agendabuilder.domain.finding import Finding
from agendabuilder.ui.checks.findings_list import Listed
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import TextField


class FindingReason(QWidget):
    """Asks why a finding may stand. Esc closes it; what was typed stays while that finding is chosen."""

    given = Signal(object, str)
    """The finding and the reason."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._finding: Finding | None = None
        self._line = TextField("such as: agreed with the Monitoring Officer")
        self._line.setAccessibleName("Why it may stand")
        self._line.returnPressed.connect(self._give)
        label = QLabel("Why may it stand?")
        label.setBuddy(self._line)
        agree, leave = QPushButton("Accept"), QPushButton("Cancel")
        agree.setEnabled(False)
        agree.clicked.connect(self._give)
        self._line.textChanged.connect(lambda text: agree.setEnabled(bool(text.strip())))
        leave.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        theme.tight(row, theme.STEP)
        for widget in (label, self._line, agree, leave):
            row.addWidget(widget, 1 if widget is self._line else 0)
        self.hide()

    def ask(self) -> None:
        """Put the keyboard into the line."""
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, listed: Listed | None) -> None:
        """From now on it is about another finding."""
        finding = listed.finding if listed else None
        if finding != self._finding:
            self._finding = finding
            self._line.clear()
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = self._line.text().strip()
        if self._finding and reason:
            self.hide()
            self.given.emit(self._finding, reason)
