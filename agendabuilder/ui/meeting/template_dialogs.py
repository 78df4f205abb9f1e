"""Templates of the clerk's own: saving the open meeting as one, giving one another name, deleting one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.app.save_template import own_templates, save_as_template
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.template_from_meeting import Kept
from agendabuilder.errors import TemplateError
from agendabuilder.store.own_templates import DeletedTemplate
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog, open_dialog
from agendabuilder.ui.pieces.fields import TextField

_ID = Qt.ItemDataRole.UserRole

_PARTS = {
    "members": "Members",
    "notices": "Notices",
    "standing_items": "Standing items (apologies, minutes and the like)",
    "other_items": "All other items",
    "timings": "Start times and lengths",
    "look": "Look, wording and stamps",
}


class SaveTemplateDialog(AskingDialog):
    """Keeps the meeting as a template; dates and reports never go into one."""

    def __init__(self, meeting: Meeting, folder: Path | None, parent: QWidget | None = None) -> None:
        super().__init__("Save as template", "Save the template", parent)
        self._meeting, self._folder = meeting, folder
        self.name, self.description = TextField(), TextField("When to use it")
        self.name.show_value(meeting.committee)
        self.rows.addRow("&Name", self.name)
        self.rows.addRow("&Description", self.description)
        self.parts: dict[str, QCheckBox] = {}
        kept = Kept()
        for index, (part, words) in enumerate(_PARTS.items()):
            box = QCheckBox(words)
            box.setChecked(getattr(kept, part))
            self.rows.addRow("What stays" if index == 0 else "", box)
            self.parts[part] = box
        self.setMinimumWidth(480)
        self.name.selectAll()

    def act(self) -> None:
        """Save it."""
        kept = Kept(**{part: box.isChecked() for part, box in self.parts.items()})
        save_as_template(self._meeting, self.name.text(), self.description.text(), kept, self._folder)


class RenameTemplateDialog(AskingDialog):
    """Gives a template another name."""

    def __init__(self, template_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("Rename the template", "Rename", parent)
        self._id = template_id
        self.name = TextField()
        self.name.show_value(name)
        self.name.selectAll()
        self.rows.addRow("&Name", self.name)
        self.setMinimumWidth(400)

    def act(self) -> None:
        """Rename it."""
        own_templates().rename(self._id, self.name.text())


class TemplatesDialog(QDialog):
    """The clerk's own templates. A deleted one can be brought back while the dialog is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Your templates")
        self._own = own_templates()
        self._list = QListWidget()
        self._list.setAccessibleName("Your templates")
        self._said = theme.quiet(QLabel())
        self._rename, self._delete = QPushButton("Rename…"), QPushButton("Delete")
        self._bring_back = QPushButton("Bring back")
        self._deleted: DeletedTemplate | None = None
        self._set_up()
        self._show()

    def rename(self) -> None:
        """Ask for another name of the selected template."""
        entry = self._list.currentItem()
        if entry:
            dialog = RenameTemplateDialog(entry.data(_ID), entry.text(), self)
            dialog.accepted.connect(self._show)
            open_dialog(dialog)

    def delete(self) -> None:
        """Delete the selected template."""
        entry = self._list.currentItem()
        if entry:
            template_id, name = entry.data(_ID), entry.text()
            self._try(lambda: self._take_out(template_id), f"“{name}” is deleted.")

    def bring_back(self) -> None:
        """Bring back what was deleted last."""
        if self._deleted:
            self._try(self._put_back)

    def _take_out(self, template_id: str) -> None:
        self._deleted = self._own.take_out(template_id)

    def _put_back(self) -> None:
        if self._deleted:
            self._own.put_back(self._deleted)
            self._deleted = None

    def _try(self, act: Callable[[], None], said: str = "") -> None:
        """Do it and show the templates as they are then; what went wrong is said."""
        try:
            act()
        except TemplateError as problem:
            said = str(problem)
        self._show(said)

    def _show(self, said: str = "") -> None:
        self._list.clear()
        try:
            templates = self._own.all()
        except TemplateError as problem:
            templates, said = (), str(problem)
        for template in templates:
            entry = QListWidgetItem(template.name)
            entry.setData(_ID, template.id)
            entry.setToolTip(template.description)
            entry.setSizeHint(QSize(0, theme.ROW))
            self._list.addItem(entry)
        self._list.setCurrentRow(0)
        self._said.setText(
            said
            or (
                ""
                if templates
                else "You have no templates of your own yet. Save as template, in the menu Meeting, makes one."
            )
        )
        for part in (self._list, self._rename, self._delete):
            part.setVisible(bool(templates))
        self._bring_back.setVisible(self._deleted is not None)

    def _set_up(self) -> None:
        for button, run in (
            (self._rename, self.rename),
            (self._delete, self.delete),
            (self._bring_back, self.bring_back),
        ):
            button.clicked.connect(run)
        side = QVBoxLayout()
        theme.tight(side)
        for button in (self._rename, self._delete, self._bring_back):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        theme.tight(middle)
        middle.addWidget(self._list, 1)
        middle.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        theme.tight(column, 3 * theme.STEP, 2 * theme.STEP)
        column.addWidget(self._said)
        column.addLayout(middle)
        column.addStretch(0)
        column.addWidget(buttons)
        theme.open_at(self, 480, 360)
