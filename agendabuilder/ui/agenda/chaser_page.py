"""The papers that are still to come: who owes what by when, with the text for an e-mail to all or to one of them."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.change import sentence
from agendabuilder.domain.chaser import OwedPaper, chaser_text, owed_papers
from agendabuilder.domain.forms import full_date_text
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon
from agendabuilder.ui.pieces.sentence_rows import show_sentences
from agendabuilder.ui.work.workspace import Workspace

_PAPER = Qt.ItemDataRole.UserRole


class ChaserPage(QWidget):
    """Follows the open meeting; a click on a paper goes to its item."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Papers still to come")
        self._workspace = workspace
        self._said = theme.quiet(QLabel())
        self._list = QListWidget()
        self._list.setAccessibleName("Papers still to come")
        show_sentences(self._list)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._text = QTextEdit(readOnly=True)
        self._text.setAccessibleName("Text for an e-mail")
        self._text.setTabChangesFocus(True)
        self._copy = QPushButton("Copy the text")
        self._copy.clicked.connect(self.copy_text)
        self._copied = theme.quiet(QLabel())
        self._set_up()
        workspace.meeting_changed.connect(self._follow)

    def copy_text(self) -> None:
        """Put the text onto the clipboard."""
        QGuiApplication.clipboard().setText(self._text.toPlainText())
        self._copied.setText("It is on the clipboard.")

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Catch up with what changed while it was not seen."""
        self._list_anew()
        super().showEvent(event)

    def _set_up(self) -> None:
        row = QHBoxLayout()
        theme.tight(row)
        row.addWidget(self._copy)
        row.addWidget(self._copied, 1)
        column = QVBoxLayout(self)
        theme.tight(column, 2 * theme.STEP)
        column.addWidget(theme.heading("Papers still to come", 4))
        column.addWidget(self._said)
        column.addWidget(self._list, 1)
        column.addWidget(theme.heading("Text for an e-mail", 1))
        column.addWidget(self._text, 1)
        column.addLayout(row)

    def _follow(self) -> None:
        if self.isVisible():
            self._list_anew()

    def _list_anew(self) -> None:
        meeting, today = self._workspace.meeting, date.today()
        owed, row = owed_papers(meeting, today), self._list.currentRow()
        self._list.clear()
        for paper in owed:
            self._list.addItem(_entry(paper))
        self._list.setCurrentRow(max(0, min(row, len(owed) - 1)))
        late = sum(paper.overdue for paper in owed)
        overdue = f" {late} of them overdue." if late else ""
        self._said.setText(
            f"{'1 paper' if len(owed) == 1 else f'{len(owed)} papers'}.{overdue} A click goes to the item."
            if owed
            else "Every paper is there. One that comes later is announced in a report's details."
        )
        self._text.setPlainText(chaser_text(meeting, today))
        self._copied.setText("")
        for widget in (self._list, self._text, self._copy):
            widget.setEnabled(bool(owed))

    def _go(self, entry: QListWidgetItem) -> None:
        paper: OwedPaper = entry.data(_PAPER)
        self._workspace.select(paper.item_id, paper.report_id)


def _entry(paper: OwedPaper) -> QListWidgetItem:
    what = f"“{paper.report}”, {paper.item}" if paper.report else sentence(paper.item)
    due = f"due {full_date_text(paper.due)}" if paper.due else "no date set"
    state = f"Overdue: {due}" if paper.overdue else sentence(due)
    signal = theme.Signal.WARNING if paper.overdue else None
    entry = QListWidgetItem(icon("to_follow", signal), f"{what}\n{paper.owner or 'Nobody is named'} · {state}")
    entry.setData(_PAPER, paper)
    return entry
