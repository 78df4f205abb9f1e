"""What the checks notice, live: each finding in its group, with what to do, the way there, and the acts for it.

The acts are commands of the book, so each is in the menu, in the list's own menu and on the help page, too.
"""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QMenu,
    QSplitter,
    QToolBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from agendabuilder.domain.acceptance import accept_finding, withdraw_acceptance
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.preflight.mends import Mend, mend_for
from agendabuilder.reports.refused import NEEDS_PASSWORD
from agendabuilder.ui.agenda.text_recognition import SCAN
from agendabuilder.ui.checks.finding_reason import FindingReason
from agendabuilder.ui.checks.findings_list import FindingsList
from agendabuilder.ui.checks.password_line import PasswordLine
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.actions import Command, CommandBook, Menu
from agendabuilder.ui.work.workspace import Workspace

_LEAST, _MOST = 144, 16_777_215
"""The height of the panel with findings in it, in pixels; without any it is one line, and the pages have the room."""

_ACTS = (
    "go_to_finding",
    "mend_finding",
    "enter_password",
    "accept_finding",
    "copy_finding",
    "try_finding_again",
    "recognise_finding",
)

_PUT_RIGHT = "Put &right"

_REMEMBERED = frozenset({"report-not-converted", "report-stopgap"})
"""The findings on files that are not tried again for some minutes."""


class FindingsPanel(QWidget):
    """The list of findings; Enter or a click goes to what a finding is about."""

    place_wanted = Signal(object)
    """Show where this `Finding` is; its item is selected already."""
    again_wanted = Signal()
    """Try again to convert the files that could not be converted."""

    def __init__(self, workspace: Workspace, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._book = workspace, book
        self._summary = QLabel()
        self._summary.setContentsMargins(8, 6, 8, 6)
        self._list = FindingsList(self)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        self._list.currentRowChanged.connect(self._on_choice)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._with_notes = self._switch("Show notes", "Notes are for information: nothing has to be done about them")
        self._with_accepted = self._switch("Show accepted", "What you let stand, with your reasons")
        self._reason = FindingReason(self)
        self._reason.given.connect(self._accept)
        self.password = PasswordLine(workspace, self)
        self._add_commands()
        self._acts = QToolBar("Findings", self)
        self._acts.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        book.fill(self._acts, _ACTS)
        self._lay_out()
        workspace.results_changed.connect(self._list_anew)
        self._list_anew()

    @property
    def summary(self) -> str:
        """The findings in a few words: "1 stops the build, 3 to look at"."""
        return summary(self._workspace.findings)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """A few rows: the pages need the room more."""
        return QSize(480, self.minimumHeight())

    def step(self, by: int) -> None:
        """Go to the next finding, or the one before."""
        self.show()
        if self._list.step(by):
            self.go()

    def go(self) -> None:
        """Show what the chosen finding is about."""
        chosen = self._list.chosen
        if chosen:
            self._go_to(chosen.finding)

    def mend(self) -> None:
        """Put the chosen finding right."""
        mend = self._mend()
        if mend:
            self._workspace.edit(mend.verb, mend.edit)

    def accept_or_not(self) -> None:
        """Ask why the chosen finding may stand; one that was accepted is open again."""
        chosen = self._list.chosen
        if chosen and chosen.is_accepted:
            self._workspace.edit("Take back the acceptance", withdraw_acceptance, chosen.finding)
        elif chosen:
            self.show()
            self._reason.ask()

    def enter_password(self) -> None:
        """Ask for the password of the locked report that the chosen finding is about."""
        chosen = self._list.chosen
        if chosen:
            self.show()
            self.password.ask(chosen.finding)

    def copy_for_author(self) -> None:
        """Put the sentence for the report's author onto the clipboard."""
        chosen = self._list.chosen
        if chosen:
            QGuiApplication.clipboard().setText(chosen.finding.for_author)

    def recognise_text(self) -> None:
        """Recognise the text of the scan that the chosen finding is about."""
        chosen = self._list.chosen
        if chosen:
            self._workspace.select(chosen.finding.item_id, chosen.finding.report_id)
            self._book.run("recognise_text")

    # Its parts

    def _add_commands(self) -> None:
        menu, some = Menu.PACK, self._has_findings
        self._book.add(
            Command("next_finding", "&Next finding", lambda: self.step(1), "F4", "Goes to what it is about", "",
                    some, menu, 1),
            Command("finding_before", "Finding be&fore", lambda: self.step(-1), "Shift+F4", "", "", some, menu, 1),
            Command("go_to_finding", "&Go there", self.go, "", "Shows what the finding is about", "", self._is_chosen,
                    menu, 1),
            Command("mend_finding", _PUT_RIGHT, self.mend, "", "Does what the button says; undo takes it back", "",
                    self._can_mend, menu, 1, text_now=self._mend_words),
            Command("enter_password", "Enter the pass&word…", self.enter_password, "",
                    "Opens the locked report; the password is never written down", "", self._can_open, menu, 1),
            Command("accept_finding", "&Accept…", self.accept_or_not, "", "Lets the finding stand, with your reason",
                    "", self._can_accept, menu, 1, text_now=self._accept_words),
            Command("copy_finding", "&Copy for the author", self.copy_for_author, "",
                    "A sentence to send to whoever wrote the report", "", self._can_copy, menu, 1),
            Command("try_finding_again", "&Try again", self.again_wanted.emit, "",
                    "Converts the file anew, instead of remembering that it failed", "", self._can_try, menu, 1),
            Command("recognise_finding", "Recognise its te&xt…", self.recognise_text, "",
                    "Puts a copy of the scan in its place that can be read aloud and searched", "", self._is_scan, menu,
                    1),
        )  # fmt: skip

    def _switch(self, words: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setToolTip(tip)
        button.toggled.connect(lambda _: self._list_anew())
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.addWidget(self._summary, 1)
        for part in (self._acts, self._with_notes, self._with_accepted):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        theme.tight(layout, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._reason)
        layout.addWidget(self.password)
        layout.addWidget(self._list, 1)

    # What happens

    def _list_anew(self) -> None:
        settled = self._workspace.settled
        notes = any(finding.severity is Severity.NOTE for finding in settled.open)
        self._list.show_findings(settled, self._with_notes.isChecked(), self._with_accepted.isChecked())
        self._summary.setText(self.summary)
        self._with_notes.setVisible(notes)
        self._with_accepted.setVisible(bool(settled.accepted))
        is_list = self._list.count() > 0
        self._list.setVisible(is_list)
        self._acts.setVisible(is_list)
        self._on_choice()
        self._take_room(_LEAST if is_list else self._summary.sizeHint().height())

    def _on_choice(self) -> None:
        """The acts are those of the chosen finding; a reason that is being typed belongs to one finding."""
        self._reason.turn_to(self._list.chosen)
        self.password.turn_to(self._list.chosen.finding if self._list.chosen else None)
        self._book.refresh((*_ACTS, "next_finding", "finding_before"))
        self._book.action("try_finding_again").setVisible(self._can_try())
        self._book.action("recognise_finding").setVisible(self._is_scan())
        self._book.action("enter_password").setVisible(self._can_open())

    def _take_room(self, height: int) -> None:
        """As high as the list needs at least; a splitter keeps old heights until it is told."""
        is_list = height == _LEAST
        self.setMinimumHeight(height)
        self.setMaximumHeight(_MOST if is_list else height)
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter) and not is_list:
            splitter.setSizes([splitter.height(), height])

    def _go(self, entry: QListWidgetItem) -> None:
        listed = self._list.listed(entry)
        if listed:
            self._go_to(listed.finding)

    def _go_to(self, finding: Finding) -> None:
        if finding.item_id:
            self._workspace.select(finding.item_id, finding.report_id)
        self.place_wanted.emit(finding)

    def _accept(self, finding: Finding, reason: str) -> None:
        self._workspace.edit("Accept finding", accept_finding, finding, reason)
        self._list.setFocus()

    def _show_menu(self, place: QPoint) -> None:
        if self._list.chosen:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._book.fill(menu, _ACTS)
            menu.popup(self._list.viewport().mapToGlobal(place))

    # What can be done

    def _has_findings(self) -> bool:
        return self._list.count() > 0

    def _is_chosen(self) -> bool:
        return self._list.chosen is not None

    def _mend(self) -> Mend | None:
        """What puts the chosen finding right; None for one on what is no longer there."""
        chosen, meeting = self._list.chosen, self._workspace.meeting
        if chosen is None or chosen.is_accepted:
            return None
        places = {chosen.finding.item_id, chosen.finding.report_id} - {""}
        known = {item.id for item in meeting.all_items()} | {report.id for _, report in meeting.all_reports()}
        return mend_for(chosen.finding, meeting) if places <= known else None

    def _can_mend(self) -> bool:
        return not self._workspace.read_only_reason and self._mend() is not None

    def _mend_words(self) -> str:
        mend = self._mend()
        return mend.verb.replace("&", "&&") if mend else _PUT_RIGHT

    def _can_accept(self) -> bool:
        chosen = self._list.chosen
        return chosen is not None and chosen.finding.can_be_accepted and not self._workspace.read_only_reason

    def _accept_words(self) -> str:
        chosen = self._list.chosen
        return "No longer &accept" if chosen and chosen.is_accepted else "&Accept…"

    def _can_copy(self) -> bool:
        chosen = self._list.chosen
        return chosen is not None and bool(chosen.finding.for_author)

    def _can_open(self) -> bool:
        chosen = self._list.chosen
        return chosen is not None and chosen.finding.code == NEEDS_PASSWORD

    def _can_try(self) -> bool:
        chosen = self._list.chosen
        return chosen is not None and chosen.finding.code in _REMEMBERED

    def _is_scan(self) -> bool:
        chosen = self._list.chosen
        return chosen is not None and chosen.finding.code == SCAN and not self._workspace.read_only_reason


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
