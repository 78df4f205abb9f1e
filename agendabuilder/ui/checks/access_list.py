"""The list of the accessibility page: the agenda's own pages and every report, each with its state in words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from agendabuilder.app.access_statement import AccessibilityStatement, AccessState, ReportAccess
from agendabuilder.domain.meeting import Meeting
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.sentence_rows import show_sentences
from agendabuilder.ui.work.agenda_words import item_name

_REPORT = Qt.ItemDataRole.UserRole
_STATES = {
    AccessState.GOOD: ("check", theme.Signal.DONE, "Tagged, nothing is missing"),
    AccessState.GAPS: ("note", theme.Signal.NOTE, "Tagged, with gaps"),
    AccessState.UNTAGGED: ("warning", theme.Signal.WARNING, "Not tagged"),
    AccessState.SCANNED: ("warning", theme.Signal.WARNING, "Scanned, with pages that hold no text"),
    AccessState.UNUSABLE: ("blocker", theme.Signal.BLOCKER, "Could not be read"),
}
AGENDA = "The agenda's own pages"


class AccessList(QListWidget):
    """What is chosen stays chosen while the statement is made anew."""

    chosen_changed = Signal()
    """Another row was chosen by the clerk."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Accessibility of the reports")
        show_sentences(self)
        self.currentRowChanged.connect(lambda _: self.chosen_changed.emit())
        self.itemClicked.connect(lambda _: self.chosen_changed.emit())

    @property
    def chosen(self) -> ReportAccess | None:
        """The chosen report; None for the agenda's own pages."""
        entry = self.currentItem()
        return entry.data(_REPORT) if entry else None

    def show_statement(self, statement: AccessibilityStatement | None, meeting: Meeting, chosen_id: str) -> None:
        """List the reports anew; the one with `chosen_id` is chosen, else the agenda."""
        names = {report.id: (report.name, item_name(meeting, item.id)) for item, report in meeting.all_reports()}
        self.blockSignals(True)
        self.clear()
        self.addItem(_entry("check", theme.Signal.DONE, AGENDA, "Tagged by Agenda Builder", None))
        for report in statement.reports if statement else ():
            drawing, signal, state = _STATES[report.state]
            name, item = names.get(report.report_id, (report.file, report.item))
            self.addItem(_entry(drawing, signal, name, f"{item[:1].upper()}{item[1:]} · {state}", report))
        self.blockSignals(False)
        self.choose(chosen_id)

    @property
    def listed(self) -> Sequence[str]:
        """The ids of the reports in the list."""
        return [self._id(row) for row in range(1, self.count())]

    def choose(self, report_id: str) -> None:
        """Choose a report, or the agenda where it is not listed, without saying so."""
        self.blockSignals(True)
        self.setCurrentRow(self.listed.index(report_id) + 1 if report_id in self.listed else 0)
        self.blockSignals(False)

    def _id(self, row: int) -> str:
        report: ReportAccess = self.item(row).data(_REPORT)
        return report.report_id


def _entry(drawing: str, signal: theme.Signal, name: str, state: str, report: ReportAccess | None) -> QListWidgetItem:
    entry = QListWidgetItem(icon(drawing, signal), f"{name}\n{state}")
    entry.setData(_REPORT, report)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}. {state}")
    return entry
