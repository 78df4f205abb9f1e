"""The frame of our few dialogs: a form, a place for what is wrong, and buttons with verbs on them.

Enter does the obvious thing, Esc leaves everything as it was; what cannot be done is said in the dialog, which
then stays open with all that was typed.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.pieces import theme


def open_dialog(dialog: QDialog) -> None:
    """Show a dialog that blocks its window, and is gone for good once it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class AskingDialog(QDialog):
    """A dialog that does something when its button is pressed; `act` does it."""

    def __init__(self, title: str, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.rows = QFormLayout()
        self.rows.setHorizontalSpacing(2 * theme.STEP)
        self.rows.setVerticalSpacing(theme.STEP)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._trouble = theme.signalling(QLabel(), theme.Signal.BLOCKER)
        self._trouble.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.verb = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._try)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        theme.tight(column, 3 * theme.STEP, 2 * theme.STEP)
        column.addLayout(self.rows, 1)
        column.addWidget(self._trouble)
        column.addWidget(self.buttons)

    @property
    def trouble(self) -> str:
        """What is wrong, as it is shown."""
        return self._trouble.text()

    def act(self) -> None:
        """Do what the dialog is for. Raises `AgendaBuilderError`; the dialog then stays open and says so."""
        raise NotImplementedError

    def say(self, trouble: str) -> None:
        """Say what is wrong; nothing for an empty text."""
        self._trouble.setText(trouble)
        self._trouble.setVisible(bool(trouble))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Enter presses the button that does it, whichever field has the cursor."""
        super().showEvent(event)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self.verb.setDefault(True)

    def _try(self) -> None:
        try:
            self.act()
        except AgendaBuilderError as problem:
            self.say(str(problem))
        else:
            self.accept()
