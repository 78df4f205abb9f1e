"""Whose pack the preview shows, where members and the public have packs of their own."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from agendabuilder.domain.audience import Audience, restrictions
from agendabuilder.ui.packs.pack_rows import KINDS
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.work.workspace import Workspace

_WORDS = {Audience.MEMBERS: "Members", Audience.PUBLIC: "Public"}


class AudienceSwitch(QWidget):
    """Two buttons; hidden while there is one pack for everybody."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Whose pack is shown")
        self._workspace = workspace
        self._group = QButtonGroup(self)
        self._buttons = {audience: self._button(audience) for audience in _WORDS}
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.STEP, 0, theme.STEP, theme.STEP // 2)
        row.setSpacing(theme.STEP // 2)
        for button in self._buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        workspace.meeting_changed.connect(self._follow)
        workspace.wishes.changed.connect(self._follow)
        self._follow()

    def _button(self, audience: Audience) -> QToolButton:
        kind = KINDS[audience]
        button = QToolButton(autoRaise=True)
        button.setCheckable(True)
        button.setText(_WORDS[audience])
        button.setIcon(icon(kind.drawing, kind.signal))
        button.setIconSize(QSize(18, 18))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setToolTip(f"Show the {kind.name}. {kind.words}.")
        button.setAccessibleName(f"Show the {kind.name}")
        button.clicked.connect(lambda: self._workspace.wishes.show_to(audience))
        self._group.addButton(button)
        return button

    def _follow(self) -> None:
        self._buttons[self._workspace.wishes.audience].setChecked(True)
        self.setVisible(bool(restrictions(self._workspace.meeting)))
