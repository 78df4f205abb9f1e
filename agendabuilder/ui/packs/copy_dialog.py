"""A copy of the members' pack for one reader, whose name is printed across its pages."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLabel, QWidget

from agendabuilder.errors import PackNotWrittenError
from agendabuilder.ui.packs.build_bar import BuildBar
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.work.workspace import Workspace


class CopyDialog(AskingDialog):
    """Asks whose copy it is; the members' names are offered while one is typed."""

    def __init__(self, workspace: Workspace, bar: BuildBar, parent: QWidget | None = None) -> None:
        super().__init__("Copy for one reader", "Build the copy", parent)
        self._bar = bar
        self._reader = TextField("such as Councillor A Patel")
        self._reader.setAccessibleName("Whose copy it is")
        names = QCompleter([member.name for member in workspace.meeting.members], self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self._reader.setCompleter(names)
        whole = "The members' pack" if bar.has_two_packs else "The pack"
        note = f"{whole} with this name across every page, as a file of its own beside the pack."
        self.rows.addRow(theme.quiet(QLabel(note)))
        self.rows.addRow("&Reader", self._reader)
        self.setMinimumWidth(480)
        self._reader.setFocus()

    def act(self) -> None:
        """Build it. Raises `PackNotWrittenError` without a name."""
        reader = " ".join(self._reader.text().split())
        if not reader:
            raise PackNotWrittenError("The copy has no reader yet.", "Type whose copy it is.")
        self._bar.build_copy(reader)
