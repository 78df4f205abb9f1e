"""What the checks notice, live: each finding with a sign and a word for its weight, what to do, and the way there."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedLayout, QVBoxLayout, QWidget

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.ui.icons import icon
from agendabuilder.ui.tasks import Tasks
from agendabuilder.ui.workspace import Workspace

WORDS = {Severity.BLOCKER: "Stops the build", Severity.WARNING: "Look at", Severity.NOTE: "Note"}
_ICONS = {Severity.BLOCKER: "blocker", Severity.WARNING: "warning", Severity.NOTE: "note"}
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
        self._nothing = QLabel("Nothing to mend.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._summary)
        layout.addLayout(self._stack, 1)
        workspace.results_changed.connect(self._show)
        self._show()

    @property
    def summary(self) -> str:
        """The findings in a few words: "1 stops the build, 3 to look at"."""
        return summary(self._workspace.findings)

    def _show(self) -> None:
        findings = self._workspace.findings
        if findings == self._shown:
            return
        self._shown = findings
        row = self._list.currentRow()
        self._list.clear()
        for finding in findings:
            self._list.addItem(_entry(finding))
        self._list.setCurrentRow(min(row, len(findings) - 1))
        self._stack.setCurrentWidget(self._list if findings else self._nothing)
        self._summary.setText(self.summary)
        self._summary.setVisible(bool(findings))

    def _go(self, entry: QListWidgetItem) -> None:
        finding: Finding = entry.data(_FINDING)
        if finding.item_id:
            self._workspace.select(finding.item_id, finding.report_id)
        self.place_wanted.emit(finding)


def summary(findings: tuple[Finding, ...]) -> str:
    """How many findings there are of each weight, in words; "Nothing to mend" without any."""
    counts = [(sum(each.severity is weight for each in findings), weight) for weight in Severity]
    parts = {
        Severity.BLOCKER: ("stops the build", "stop the build"),
        Severity.WARNING: ("to look at", "to look at"),
        Severity.NOTE: ("note", "notes"),
    }
    said = [f"{count} {parts[weight][count > 1]}" for count, weight in counts if count]
    return ", ".join(said) or "Nothing to mend"


def _entry(finding: Finding) -> QListWidgetItem:
    words = WORDS[finding.severity]
    entry = QListWidgetItem(icon(_ICONS[finding.severity]), f"{words}: {finding.sentence}\n{finding.advice}".strip())
    entry.setData(_FINDING, finding)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}. {finding.sentence} {finding.advice}")
    return entry
