"""What there is to say of one report: its state, what is wrong, what to ask its author, what the pack made of it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from agendabuilder.app.access_statement import NOT_JUDGED, AccessState, ReportAccess
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.actions import CommandBook

OF_THE_AGENDA = (
    "The agenda's own pages are drawn with tags: headings in order, the agenda as a table with header cells, and links "
    "that say where they lead."
)


class AccessDetails(QWidget):
    """One report of the statement at a time."""

    report_wanted = Signal()
    """Open the report that is selected."""

    def __init__(self, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._report: ReportAccess | None = None
        self._words = theme.wrapped(QLabel())
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy, self._recognise = QPushButton("Copy for the author"), QPushButton("Recognise text…")
        self._open = QPushButton("Open the item")
        self._outcome = theme.quiet(QLabel())
        self._set_up()

    def show_report(self, report: ReportAccess | None) -> None:
        """Show a report; without one, the agenda's own pages."""
        is_other = report is None or self._report is None or report.report_id != self._report.report_id
        self._report = report
        self._words.setText(_markup(report) if report else f"<p>{OF_THE_AGENDA}</p>")
        self._copy.setVisible(bool(report and report.asks))
        self._recognise.setVisible(report is not None and report.state is AccessState.SCANNED)
        self._open.setVisible(report is not None)
        if is_other:
            self._outcome.hide()

    def copy_for_author(self) -> None:
        """Put the words for the report's author onto the clipboard."""
        if self._report:
            QGuiApplication.clipboard().setText(self._report.for_author)
            self._outcome.setText("It is on the clipboard: paste it into an e-mail.")
            self._outcome.show()

    def _set_up(self) -> None:
        self._copy.clicked.connect(self.copy_for_author)
        self._recognise.clicked.connect(lambda: self._book.run("recognise_text"))
        self._open.clicked.connect(self.report_wanted)
        row = QHBoxLayout()
        theme.tight(row)
        for button in (self._copy, self._recognise, self._open):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        theme.tight(column, theme.STEP)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addWidget(self._outcome)
        column.addWidget(theme.quiet(QLabel(NOT_JUDGED.replace("\n", " "))))
        column.addStretch(1)


def _markup(report: ReportAccess) -> str:
    """The report's part of the statement with its lists as lists."""
    parts = [f"<p><b>{escape(report.state_words)}</b></p>"]
    if report.wrong:
        parts.append(_listed("What is wrong", report.wrong))
    if report.in_pack:
        parts.append(f"<p>In the pack: {escape(report.in_pack)}</p>")
    if report.asks:
        parts.append(_listed("What to ask its author", report.asks))
    if report.file_words:
        parts.append(f"<p>{escape(report.file_words)}</p>")
    return "".join(parts)


def _listed(heading: str, sentences: tuple[str, ...]) -> str:
    entries = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    return f'<p style="margin-bottom: 2px">{heading}:</p><ul style="margin: 0 0 0 -20px">{entries}</ul>'
