"""One report as the checks of reports see it: its item, its file, what was read of it, and how a finding names it."""

from dataclasses import dataclass

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.report_reading import ReportReading
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.readings.accessibility_facts import AccessibilityFacts
from agendabuilder.reports.readings.file_weight import FileWeight
from agendabuilder.reports.readings.marks import OfficeMarks


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report with all that the checks look at.

    `number` is the item's, as printed. `is_restricted`: exempt or confidential. `weight` is None for a file of usual
    size. `first_page` is the number of its first page in the pack, None while that is not known.
    """

    meeting: Meeting
    item: Item
    report: Report
    number: str
    is_restricted: bool
    prepared: PreparedReport
    reading: ReportReading
    marks: OfficeMarks
    facts: AccessibilityFacts
    weight: FileWeight | None
    first_page: int | None = None

    @property
    def place(self) -> str:
        """The item as a sentence begins with it: "Item 7 “Budget”: "."""
        named = " ".join(
            part for part in (f"Item {self.number}" if self.number else "", f"“{self.item.title}”") if part != "“”"
        )
        return f"{named}: " if named else ""

    @property
    def called(self) -> str:
        """The file as a sentence names it."""
        return f"the file “{self.report.file_name}”"

    def finding(self, severity: Severity, code: str, words: str, advice: str, for_author: str = "") -> Finding:
        """A finding whose sentence is about the file: `words` follow its name. `for_author` is a whole sentence."""
        sentence = f"{self.place}{self.called} {words}."
        return Finding(
            severity,
            code,
            sentence[:1].upper() + sentence[1:],
            advice,
            item_id=self.item.id,
            report_id=self.report.id,
            for_author=for_author,
        )
