"""The findings as a list in groups by weight; only findings can be chosen, their headings cannot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush, QPalette
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from agendabuilder.domain.acceptance import AcceptedFinding, SettledFindings
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.sentence_rows import show_sentences

ICONS = {Severity.BLOCKER: "blocker", Severity.WARNING: "warning", Severity.NOTE: "note"}
_SIGNALS = {Severity.BLOCKER: theme.Signal.BLOCKER, Severity.WARNING: theme.Signal.WARNING, Severity.NOTE: None}
_WORDS = {Severity.BLOCKER: "Stops the build", Severity.WARNING: "Look at", Severity.NOTE: "Note"}
_HEADINGS = {Severity.BLOCKER: "Stops the build", Severity.WARNING: "To look at", Severity.NOTE: "Notes"}

_FINDING = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding as it is listed; with a reason when it has been accepted."""

    finding: Finding
    reason: str = ""

    @property
    def is_accepted(self) -> bool:
        """Whether the clerk lets it stand."""
        return bool(self.reason)


class FindingsList(QListWidget):
    """The list; what is chosen stays chosen while the findings are worked out anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Findings")
        self.setFrameShape(QListWidget.Shape.NoFrame)
        show_sentences(self)

    @property
    def chosen(self) -> Listed | None:
        """The finding that the keyboard is on."""
        entry = self.currentItem()
        return entry.data(_FINDING) if entry else None

    def show_findings(self, settled: SettledFindings, notes: bool, accepted: bool) -> None:
        """List the findings anew, with or without the notes and those that are accepted."""
        chosen, row = self.chosen, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for severity in Severity:
            own = [Listed(each) for each in settled.open if each.severity is severity]
            if severity is not Severity.NOTE or notes:
                self._add_group(_HEADINGS[severity], own)
        if accepted:
            self._add_group("Accepted", [_listed(each) for each in settled.accepted])
        self.blockSignals(False)
        self._choose_again(chosen, row)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """The headings follow the system from light to dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for entry in (self.item(row) for row in range(self.count())):
                if not entry.data(_FINDING):
                    entry.setForeground(self._ink())

    def step(self, by: int) -> bool:
        """Choose the next finding or the one before, round and round; False when there is none."""
        rows = [row for row in range(self.count()) if self.item(row).data(_FINDING)]
        if not rows:
            return False
        place = rows.index(self.currentRow()) + by if self.currentRow() in rows else 0
        self.setCurrentRow(rows[place % len(rows)])
        return True

    def listed(self, entry: QListWidgetItem) -> Listed | None:
        """The finding of an entry; None of a heading."""
        found: Listed | None = entry.data(_FINDING)
        return found

    def _add_group(self, heading: str, findings: Sequence[Listed]) -> None:
        if findings:
            self.addItem(self._heading(f"{heading} ({len(findings)})"))
        for listed in findings:
            self.addItem(_entry(listed))

    def _heading(self, words: str) -> QListWidgetItem:
        entry = QListWidgetItem(words)
        entry.setFlags(Qt.ItemFlag.NoItemFlags)
        entry.setForeground(self._ink())
        font = self.font()
        font.setBold(True)
        entry.setFont(font)
        return entry

    def _ink(self) -> QBrush:
        return QBrush(self.palette().color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))

    def _choose_again(self, chosen: Listed | None, row: int) -> None:
        """The same finding; else the one in its place, or before it."""
        rows = [place for place in range(self.count()) if self.item(place).data(_FINDING)]
        same = [place for place in rows if chosen and self.item(place).data(_FINDING).finding == chosen.finding]
        before = [place for place in rows if place <= row]
        again = (same or before[-1:] or rows or [-1])[0]
        self.setCurrentRow(again)
        if rows and again == rows[0]:
            self.scrollToTop()  # with its heading


def _listed(accepted: AcceptedFinding) -> Listed:
    return Listed(accepted.finding, accepted.reason)


def _entry(listed: Listed) -> QListWidgetItem:
    finding, weight = listed.finding, listed.finding.severity
    below = f"Accepted: {listed.reason}" if listed.is_accepted else finding.advice
    sign = icon("check") if listed.is_accepted else icon(ICONS[weight], _SIGNALS[weight])
    entry = QListWidgetItem(sign, f"{finding.sentence}\n{below}".strip())
    entry.setData(_FINDING, listed)
    entry.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_WORDS[weight]}. {finding.sentence} {below}".strip())
    return entry
