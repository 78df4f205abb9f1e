"""What the checks notice, live: each finding with a sign and a word for its weight, what to do, and the way there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.ui.icons import icon
from agendabuilder.ui.tasks import Tasks
from agendabuilder.ui.workspace import Workspace

WORDS = {Severity.BLOCKER: "Stops the build", Severity.WARNING: "Look at", Severity.NOTE: "Note"}
_ICONS = {Severity.BLOCKER: "blocker", Severity.WARNING: "warning", Severity.NOTE: "note"}
_LEAST, _MOST = 104, 16_777_215
"""The height of the panel with findings in it, in pixels; without any it is one line, and the pages have the room."""

_FINDING = Qt.ItemDataRole.UserRole


class FindingsPanel(QWidget):
    """The list of findings; Enter or a click goes to what a finding is about."""

    place_wanted = Signal(object)
    """Show where this `Finding` is; its item is selected already."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._workspace = workspace
        self._shown: tuple[Finding, ...] | None = None
        self._summary = QLabel()
        self._summary.setContentsMargins(8, 8, 8, 4)
        self._list = QListWidget()
        self._list.setAccessibleName("Findings")
        self._list.setWordWrap(True)
        self._list.setSpacing(2)
        self._list.setIconSize(QSize(20, 20))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._with_notes = QToolButton()
        self._with_notes.setText("Show notes")
        self._with_notes.setCheckable(True)
        self._with_notes.setAutoRaise(True)
        self._with_notes.setToolTip("Notes are for information: nothing has to be done about them")
        self._with_notes.toggled.connect(self._list_anew)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(self._summary, 1)
        head.addWidget(self._with_notes)
        layout.addLayout(head)
        layout.addWidget(self._list, 1)
        workspace.results_changed.connect(self._show)
        self._show()

    @property
    def summary(self) -> str:
        """The findings in a few words: "1 stops the build, 3 to look at"."""
        return summary(self._workspace.findings)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few rows: the pages need the room more."""
        return QSize(480, self.minimumHeight())

    def _show(self) -> None:
        if self._workspace.findings != self._shown:
            self._shown = self._workspace.findings
            self._list_anew()

    def _list_anew(self) -> None:
        findings = self._workspace.findings
        notes = any(finding.severity is Severity.NOTE for finding in findings)
        listed = [each for each in findings if self._with_notes.isChecked() or each.severity is not Severity.NOTE]
        row = self._list.currentRow()
        self._list.clear()
        for finding in listed:
            self._list.addItem(_entry(finding))
        self._list.setCurrentRow(min(row, len(listed) - 1))
        self._summary.setText(self.summary)
        self._with_notes.setVisible(notes)
        self._list.setVisible(bool(listed))
        self._take_room(_LEAST if listed else self._summary.sizeHint().height())

    def _take_room(self, height: int) -> None:
        """As high as the list needs at least; a splitter keeps old heights until it is told."""
        is_list = height == _LEAST
        self.setMinimumHeight(height)
        self.setMaximumHeight(_MOST if is_list else height)
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter) and not is_list:
            splitter.setSizes([splitter.height(), height])

    def _go(self, entry: QListWidgetItem) -> None:
        finding: Finding = entry.data(_FINDING)
        if finding.item_id:
            self._workspace.select(finding.item_id, finding.report_id)
        self.place_wanted.emit(finding)


def summary(findings: tuple[Finding, ...]) -> str:
    """How many findings there are of each weight, in words; "Nothing to mend" without any but notes."""
    counts = [(sum(each.severity is weight for each in findings), weight) for weight in Severity]
    parts = {
        Severity.BLOCKER: ("stops the build", "stop the build"),
        Severity.WARNING: ("to look at", "to look at"),
        Severity.NOTE: ("note", "notes"),
    }
    said = [f"{count} {parts[weight][count > 1]}" for count, weight in counts if count]
    nothing = all(each.severity is Severity.NOTE for each in findings)
    return ", ".join(["Nothing to mend", *said] if nothing else said)


def _entry(finding: Finding) -> QListWidgetItem:
    words = WORDS[finding.severity]
    entry = QListWidgetItem(icon(_ICONS[finding.severity]), f"{words}: {finding.sentence}\n{finding.advice}".strip())
    entry.setData(_FINDING, finding)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {finding.sentence} {finding.advice}")
    return entry
