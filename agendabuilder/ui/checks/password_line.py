"""The line in which the clerk gives the password of a locked report. It is kept in memory until the program ends.

Whether it fits is known once the pages have been built anew; a wrong one is said in the line, which stays open.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from agendabuilder.domain.finding import Finding
from agendabuilder.reports.refused import NEEDS_PASSWORD
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.work.workspace import Workspace

_WIDTH = 360
"""Pixels in which the words in the empty line can be read."""


class PasswordLine(QWidget):
    """Asks for the password of the report that a finding is about. Esc closes it."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._report_id, self._given = "", ""
        self._locked_before: frozenset[str] = frozenset()
        self._line = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._line.setAccessibleName("Password of the report")
        self._line.setPlaceholderText("kept until the program ends, never written down")
        self._line.setMinimumWidth(_WIDTH)
        self._label, self._said = QLabel("&Password"), theme.signalling(QLabel(), theme.Signal.BLOCKER)
        self._label.setBuddy(self._line)
        self._line.returnPressed.connect(self._give)
        self._line.textEdited.connect(lambda: self._say(""))
        self._set_up()

    def ask(self, finding: Finding) -> None:
        """Put the keyboard into the line."""
        self.turn_to(finding)
        self.show()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def turn_to(self, finding: Finding | None) -> None:
        """From now on it is about another finding; it stays open only for the same report."""
        report_id = finding.report_id if finding and finding.code == NEEDS_PASSWORD else ""
        if report_id != self._report_id:
            self._report_id, self._given = report_id, ""
            self._leave()

    def look(self, tried: tuple[str, ...]) -> None:
        """The pages were built with these passwords: say whether the one that was given opened the report."""
        if not self._given or self._given not in tried:
            return
        given, self._given = self._given, ""
        if self._report_id not in self._locked():
            self._leave()
            return
        if self._locked() == self._locked_before:
            self._workspace.wishes.forget_password(given)
        self._say("This password does not open it. Look at capitals and figures, and try again.")
        self._line.selectAll()
        self._line.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self._line.text():
            self._given, self._locked_before = self._line.text(), self._locked()
            self._say("Trying it …")
            self._workspace.wishes.give_password(self._given)

    def _leave(self) -> None:
        self._line.clear()
        self._say("")
        self.hide()

    def _locked(self) -> frozenset[str]:
        """The reports that are still locked."""
        return frozenset(each.report_id for each in self._workspace.findings if each.code == NEEDS_PASSWORD)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        self._line.setAccessibleDescription(words)

    def _set_up(self) -> None:
        see = QToolButton(autoRaise=True)
        see.setCheckable(True)
        see.setIcon(icon("preview"))
        theme.name(see, "Show what is typed")
        modes = QLineEdit.EchoMode
        see.toggled.connect(lambda shown: self._line.setEchoMode(modes.Normal if shown else modes.Password))
        give, leave = QPushButton("Open the report"), QPushButton("Cancel")
        give.setEnabled(False)
        give.clicked.connect(self._give)
        self._line.textChanged.connect(lambda text: give.setEnabled(bool(text)))
        leave.clicked.connect(self._leave)
        row = QHBoxLayout()
        theme.tight(row)
        for widget in (self._label, self._line, see, give, leave):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        theme.tight(column, theme.STEP, theme.STEP // 2)
        column.addLayout(row)
        column.addWidget(self._said)
        self._say("")
        self.hide()
