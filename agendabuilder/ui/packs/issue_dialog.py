"""Issuing the pack: who, why, and after the first issue in which way, each with what it would come to.

The consequences are worked out in the background while the dialog is open; the issuing itself goes on in the build bar.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from agendabuilder.app.made_packs import IssueOrder, PackChanges
from agendabuilder.domain.finding import Severity
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.store.folder_lock import login_name
from agendabuilder.ui.packs.build_bar import BuildBar
from agendabuilder.ui.packs.build_words import counted
from agendabuilder.ui.packs.changes_work import ask_changes
from agendabuilder.ui.packs.issue_words import WAYS, consequences, issue_line
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import AskingDialog
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.work.tasks import Task, Tasks
from agendabuilder.ui.work.workspace import Workspace

_MOST_LISTED = 5
_INDENT = _MARGIN = 3 * theme.STEP
_WRAPS = Qt.TextFlag.TextWordWrap


class IssueDialog(AskingDialog):
    """Asks how the next issue is to be made."""

    def __init__(self, workspace: Workspace, tasks: Tasks, bar: BuildBar, parent: QWidget | None = None) -> None:
        number = workspace.issues[-1].number + 1 if workspace.issues else 1
        super().__init__(f"Issue {number}", f"Make issue {number}", parent)
        self.setMinimumWidth(600)
        self._workspace, self._tasks, self._bar = workspace, tasks, bar
        self._asked: list[Task] = []
        self._ways = QButtonGroup(self)
        self._said: dict[IssueMode, QLabel] = {}
        self._who, self._note = TextField("your name"), TextField("such as: the figures of item 6 were corrected")
        self._column = QVBoxLayout()
        theme.tight(self._column, 0, theme.STEP // 2)
        self._add_words()
        if workspace.issues:
            self._add_ways()
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(0, self._column)
        self._add_fields()
        self._say_what_stops_it()
        self.finished.connect(self._stop)
        self._note.setFocus()

    def act(self) -> None:
        """Hand the order to the build bar, which shows the progress."""
        self._bar.issue(IssueOrder(self.way, self._note.text().strip(), self._who.text().strip()))

    @property
    def way(self) -> IssueMode:
        """The way that is chosen."""
        place = self._ways.checkedId()
        return list(WAYS)[place] if place >= 0 else IssueMode.RENUMBER

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """As high as what is known by now."""
        super().showEvent(event)
        self._fit()

    # Its parts

    def _add_words(self) -> None:
        meeting, issues = self._workspace.meeting, self._workspace.issues
        follows = f" It follows {issue_line(issues[-1])[0].lower()}{issue_line(issues[-1])[1:]}." if issues else ""
        two = " Two packs are made, the members' and the public's, each in a folder of its own."
        self._column.addWidget(theme.heading(meeting.committee or meeting.title, 2))
        words = f"The pack is built and kept as it is now, and is never changed afterwards.{follows}"
        self._column.addWidget(theme.quiet(QLabel(f"{words}{two if self._bar.has_two_packs else ''}")))
        self._column.addSpacing(theme.STEP)

    def _add_ways(self) -> None:
        for place, (way, words) in enumerate(WAYS.items()):
            choice = QRadioButton(words)
            choice.setChecked(way is self._workspace.wishes.way)
            self._ways.addButton(choice, place)
            said = theme.quiet(QLabel("Working out what it would come to …"))
            said.setContentsMargins(_INDENT, 0, 0, theme.STEP)
            self._said[way] = said
            self._column.addWidget(choice)
            self._column.addWidget(said)
        for way in WAYS:
            self._ask(way)

    def _add_fields(self) -> None:
        contact = self._workspace.meeting.contact
        before = self._workspace.issues[-1].who if self._workspace.issues else ""
        self._who.setText(before or (contact.name if contact else "") or login_name())
        self._who.setAccessibleName("Issued by")
        self._note.setAccessibleName("Why it is issued")
        self.rows.addRow("Issued &by", self._who)
        self.rows.addRow("&Note", self._note)

    def _say_what_stops_it(self) -> None:
        blockers = [each for each in self._workspace.findings if each.severity is Severity.BLOCKER]
        if not blockers:
            return
        stops = "One thing stops" if len(blockers) == 1 else f"{len(blockers)} things stop"
        listed = [f"•  {each.sentence}" for each in blockers[:_MOST_LISTED]]
        more = len(blockers) - _MOST_LISTED
        rest = [f"•  and {counted(more, 'finding')} more"] if more > 0 else []
        self.say("\n".join([f"{stops} it. A draft cannot be issued.", *listed, *rest]))
        self.verb.setEnabled(False)

    # What each way would come to

    def _ask(self, way: IssueMode) -> None:
        def tell(found: PackChanges) -> None:
            self._say_way(way, consequences(found))

        def refuse(problem: AgendaBuilderError) -> None:
            self._say_way(way, problem.title)
            self._refuse_way(way)

        task = ask_changes(self._workspace, self._tasks, way, tell, refuse)
        if task:
            self._asked.append(task)

    def _say_way(self, way: IssueMode, words: str) -> None:
        self._said[way].setText(words)
        self._make_room(self._said[way])
        choice = self._ways.button(list(WAYS).index(way))
        choice.setAccessibleDescription(words)

    def _make_room(self, said: QLabel) -> None:
        """The dialog grows with what is said in it."""
        width = self.minimumWidth() - 2 * _MARGIN - _INDENT
        height = said.fontMetrics().boundingRect(0, 0, width, 0, _WRAPS, said.text()).height()
        said.setMinimumHeight(height + theme.STEP)
        self._fit()

    def _fit(self) -> None:
        layout = self.layout()
        if layout:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _refuse_way(self, way: IssueMode) -> None:
        choice = self._ways.button(list(WAYS).index(way))
        choice.setEnabled(False)
        if choice.isChecked():
            self._ways.button(0).setChecked(True)

    def _stop(self) -> None:
        for task in self._asked:
            task.cancel()
