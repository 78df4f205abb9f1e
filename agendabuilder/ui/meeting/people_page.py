"""The members of the body, as the front sheet lists them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from agendabuilder.domain.edits import change_meeting
from agendabuilder.domain.people import Member
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.people_table import PeopleTable
from agendabuilder.ui.work.workspace import Workspace

_COLUMNS = (("name", "Name"), ("role", "Role"), ("organisation", "Body or post"), ("co_opted", "Co-opted"))

_MOST_ROWS = 60
"""Members that are all seen at once; the page scrolls."""


class _Members:
    """The meeting's members, for the table of people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def people(self) -> Sequence[Member]:
        """The members."""
        return self._workspace.meeting.members

    def change(self, act: str, people: Sequence[Member], merge_key: str = "") -> None:
        """Put others in their place."""
        self._workspace.edit(f"{act} member", change_meeting, merge_key=merge_key, members=tuple(people))

    def nobody(self) -> Member:
        """Somebody to begin with."""
        return Member()


class PeoplePage(QWidget):
    """The page of members."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.members = PeopleTable(_Members(workspace), _COLUMNS, "Members", most_rows=_MOST_ROWS)
        column = QVBoxLayout(self)
        theme.tight(column, 0, 2 * theme.STEP)
        column.addWidget(theme.heading("People", 3))
        column.addWidget(
            theme.quiet(
                QLabel(
                    "Members of the body, in the order of the front sheet. Type into the last row to add one. "
                    "Contributors are listed with their items."
                )
            )
        )
        column.addWidget(self.members)
        column.addStretch(1)
        workspace.meeting_changed.connect(self.members.follow)
        self.members.follow()
