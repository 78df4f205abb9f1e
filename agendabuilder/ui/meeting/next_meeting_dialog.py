"""The next meeting from this one: the day by the body's cycle, and which items come back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from agendabuilder.app.next_meeting import folder_for, make_next_meeting
from agendabuilder.domain.next_meeting import next_day, standing_items
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.errors import FolderError
from agendabuilder.ui.meeting.meeting_day import MeetingDay
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog
from agendabuilder.ui.pieces.folder_field import FolderField
from agendabuilder.ui.work.workspace import Workspace

_ID = Qt.ItemDataRole.UserRole


class NextMeetingDialog(AskingDialog):
    """Makes the folder of the next meeting; `made` is where, once it is accepted."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__("Next meeting from this one", "Make the meeting", parent)
        self.made: Path | None = None
        self._meeting = workspace.meeting
        self._source = workspace.folder.path if workspace.folder else Path()
        self.day = MeetingDay(next_day(self._meeting) or date.today(), self._meeting.notice_rule)
        self.folder = FolderField("Folder of the next meeting")
        self.items = self._items()
        note = theme.quiet(
            QLabel("Members, notices, timings and look come along. Reports and numbers typed by hand do not.")
        )
        note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.rows.addRow("&Date", self.day)
        self.rows.addRow("&Items that come back", self.items)
        self.rows.addRow("", note)
        self.rows.addRow("&Folder", self.folder)
        self.day.changed.connect(self._propose_folder)
        self._propose_folder()
        theme.open_at(self, 600, 400)

    @property
    def kept(self) -> frozenset[str]:
        """The ids of the items that are ticked."""
        entries = (self.items.item(row) for row in range(self.items.count()))
        return frozenset(entry.data(_ID) for entry in entries if entry.checkState() is Qt.CheckState.Checked)

    def act(self) -> None:
        """Make the folder and the meeting in it."""
        if self.day.day is None:
            raise FolderError("The meeting has no date.", "Pick one.")
        if self.folder.path is None:
            raise FolderError("The meeting has no folder.", "Choose one.")
        make_next_meeting(self._source, self._meeting, self.day.day, self.kept, self.folder.path)
        self.made = self.folder.path

    def _items(self) -> QListWidget:
        listed = QListWidget()
        listed.setAccessibleName("Items that come back")
        listed.setMinimumHeight(3 * theme.ROW)
        numbers, standing = item_numbers(self._meeting.items, self._meeting.numbering), standing_items(self._meeting)
        for item in self._meeting.items:
            entry = QListWidgetItem(f"{numbers[item.id]}  {item.title}".strip())
            entry.setData(_ID, item.id)
            entry.setSizeHint(QSize(0, theme.ROW))
            entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            entry.setCheckState(Qt.CheckState.Checked if item.id in standing else Qt.CheckState.Unchecked)
            listed.addItem(entry)
        return listed

    def _propose_folder(self) -> None:
        if self.day.day:
            committee = self._meeting.committee or "Meeting"
            self.folder.propose(folder_for(self._source.parent, committee, self.day.day))
