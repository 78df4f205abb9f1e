"""The details of the selected report: its title and pages, or from whom and by when it follows, and its access."""

from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from agendabuilder.domain.edits import change_report
from agendabuilder.domain.exempt_grounds import grounds_of
from agendabuilder.domain.item import Access, Report, ToFollow
from agendabuilder.ui.agenda.report_commands import selected_report
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.choice_fields import ChoiceField, SwitchField, words_of
from agendabuilder.ui.pieces.date_field import DateField
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.pieces.grounds_field import GroundsField
from agendabuilder.ui.work.forms import Form
from agendabuilder.ui.work.workspace import Workspace


class Paper(StrEnum):
    """Whether there is a paper."""

    FILE = "A file in the pack"
    TO_FOLLOW = "To follow"
    VERBAL = "Verbal, without a paper"


_TURNS = {0: "As they are", 90: "A quarter to the right", 180: "Upside down", 270: "A quarter to the left"}

_ACCESS = words_of(Access, public="As the item", exempt="Exempt", confidential="Confidential")


class ReportBinder:
    """Binds to the selected report."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def value(self, path: str) -> Any:
        """A field of the report, `paper`, or a field of `to_follow`."""
        report = selected_report(self._workspace) or Report()
        if path == "paper":
            return paper_of(report)
        if path.startswith("to_follow."):
            return getattr(report.to_follow or ToFollow(), path.removeprefix("to_follow."))
        return getattr(report, path)

    def change(self, path: str, label: str, value: Any) -> None:
        """Edit the selected report."""
        report = selected_report(self._workspace)
        if report is None:
            return
        fields: dict[str, Any] = {path: value}
        if path == "paper":
            owed = (report.to_follow or ToFollow()) if value is Paper.TO_FOLLOW else None
            fields = {"to_follow": owed, "verbal": value is Paper.VERBAL}
        elif path.startswith("to_follow."):
            inner: dict[str, Any] = {path.removeprefix("to_follow."): value}
            fields = {"to_follow": replace(report.to_follow or ToFollow(), **inner)}
        name, key = f"Change {label.lower()} of report", f"{report.id}.{path}"
        self._workspace.edit(name, change_report, report.id, merge_key=key, **fields)


class ReportForm(QWidget):
    """Shown below the list while a report is selected."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.title = TextField("as the agenda lists it")
        self._pages, self._owner, self._due = TextField("all, or such as 1-4, 9"), TextField("who owes it"), DateField()
        self._pages.setMaximumWidth(240)
        self._turn, self._fit = ChoiceField(_TURNS), SwitchField("Made smaller or larger to fit A4")
        self._late_reason = TextField("where it comes after publication")
        self._paragraphs, self._public_title = GroundsField(), TextField("where the real title would tell too much")
        self._form = self._make_form()
        column = QVBoxLayout(self)
        theme.tight(column)
        column.addWidget(self._form)

    def follow(self) -> None:
        """Show the selected report as it is now."""
        report = selected_report(self._workspace)
        self.setVisible(report is not None)
        if report is None:
            return
        meeting = self._workspace.meeting
        self._paragraphs.offer(grounds_of(meeting.access_law, meeting.notice_rule.nation))
        paper = paper_of(report)
        self._form.show_row(self._pages, paper is Paper.FILE)
        self._form.show_row(self._turn, paper is Paper.FILE)
        self._form.show_row(self._fit, paper is Paper.FILE)
        self._form.show_row(self._late_reason, paper is not Paper.VERBAL)
        for field in (self._owner, self._due):
            self._form.show_row(field, paper is Paper.TO_FOLLOW)
        self._form.show_row(self._paragraphs, report.access is Access.EXEMPT)
        self._form.show_row(self._public_title, report.access is not Access.PUBLIC)

    def _make_form(self) -> Form:
        form = Form(self._workspace, ReportBinder(self._workspace))
        form.bind("Report tit&le", self.title, "title")
        form.bind("Pa&per", ChoiceField({paper: paper.value for paper in Paper}), "paper")
        form.bind("Pa&ges to take", self._pages, "pages")
        form.bind("T&urn pages", self._turn, "turn")
        form.bind("", self._fit, "fit_to_a4")
        form.bind("&From", self._owner, "to_follow.owner")
        form.bind("&Due", self._due, "to_follow.due", empty=None)
        form.bind("Why it is late", self._late_reason, "late_reason")
        form.bind("Who may &read it", ChoiceField(_ACCESS), "access")
        form.bind("Paragrap&hs", self._paragraphs, "paragraphs", empty=())
        form.bind("Title for the pu&blic", self._public_title, "public_title")
        return form


def paper_of(report: Report) -> Paper:
    """Whether there is a paper for a report."""
    if report.to_follow:
        return Paper.TO_FOLLOW
    return Paper.VERBAL if report.verbal else Paper.FILE
