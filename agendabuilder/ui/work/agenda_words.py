"""What the window says of items and reports: marks of state, ranges of pages, short names for undo."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from agendabuilder.domain.audience import Restriction, restrictions
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import date_text, time_text, weekday_text
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.timetable import Slot, timetable
from agendabuilder.ui.pieces.rows import Mark
from agendabuilder.ui.pieces.theme import Signal
from agendabuilder.ui.work.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Agenda:
    """Everything that rows of the agenda show, worked out once for each change."""

    meeting: Meeting
    numbers: Mapping[str, str]
    slots: Mapping[str, Slot]
    restricted: Mapping[str, Restriction]
    plan: PackPlan | None
    findings: Mapping[str, tuple[Finding, ...]]
    file_lines: Mapping[str, str]

    def number(self, item: Item) -> str:
        """The printed number, with nothing around it."""
        return self.numbers.get(item.id, "")

    def start(self, item: Item) -> str:
        """When the item starts, as the agenda prints it."""
        start = self.slots[item.id].start
        return time_text(start, self.meeting.table.times) if start else ""

    def overrun(self, item: Item) -> int:
        """By how many minutes the business before runs past this item's fixed start."""
        return self.slots[item.id].overrun

    def pages(self, item: Item) -> str:
        """The item's pages in the pack, as last planned."""
        return ", ".join(map(pages_text, self.plan.items.get(item.id, ()))) if self.plan else ""

    def report_pages(self, report: Report) -> str:
        """The report's pages in the pack, as last planned."""
        return pages_text(self.plan.reports.get(report.id)) if self.plan else ""

    def marks(self, item: Item) -> tuple[Mark, ...]:
        """The signs of an item, the gravest first."""
        found = [_finding_mark(self.findings[item.id])] if item.id in self.findings else []
        if overrun := self.overrun(item):
            found.append(
                Mark(
                    "to_follow",
                    f"{overrun} minutes late",
                    f"The business before runs {overrun} minutes over.",
                    Signal.WARNING,
                )
            )
        restriction = self.restricted.get(item.id)
        if restriction:
            found.append(_access_mark(restriction))
        owed = [report for report in item.reports if report.to_follow]
        if owed:
            found.append(_to_follow_mark(next(filter(_is_overdue, owed), owed[0])))
        return tuple(found)

    def report_marks(self, report: Report) -> tuple[Mark, ...]:
        """The signs of a report, the gravest first."""
        found = [_finding_mark(self.findings[report.id])] if report.id in self.findings else []
        if report.id in self.restricted:
            found.append(_access_mark(self.restricted[report.id]))
        if report.to_follow:
            found.append(_to_follow_mark(report))
        elif report.verbal:
            found.append(Mark("verbal", "Verbal", "There is no paper: it is given by word of mouth."))
        return tuple(found)

    def file_line(self, report: Report) -> Mark | None:
        """What a report's file is, once that is known, and what it is called."""
        if not report.is_attached:
            return None
        line = " · ".join(part for part in (self.file_lines.get(report.id, ""), report.file_name) if part)
        return Mark("", line, line)


def agenda_of(workspace: Workspace) -> Agenda:
    """The rows' contents for the workspace as it is now."""
    meeting = workspace.meeting
    findings: dict[str, tuple[Finding, ...]] = {}
    for finding in workspace.findings:
        if finding.severity is Severity.NOTE:
            continue  # nearly every report has one: as a mark it would say nothing
        for place in {finding.item_id, finding.report_id} - {""}:
            findings[place] = (*findings.get(place, ()), finding)
    return Agenda(
        meeting,
        item_numbers(meeting.items, meeting.numbering),
        timetable(meeting).slots,
        restrictions(meeting),
        workspace.plan,
        findings,
        workspace.file_lines,
    )


def item_name(meeting: Meeting, item_id: str) -> str:
    """What undo calls an item: "item 7", or its title when it has no number."""
    number = item_numbers(meeting.items, meeting.numbering).get(item_id, "")
    if number:
        return f"item {number}"
    title = next((item.title for item in meeting.all_items() if item.id == item_id), "")
    return f"“{title}”" if title else "item"


def pages_text(pages: PageRange | None) -> str:
    """`3 - 14`, `75`, or nothing."""  # the en rule is what lists show
    if pages is None:
        return ""
    return pages.first if pages.first == pages.last else f"{pages.first}\u2013{pages.last}"


def to_follow_text(report: Report) -> str:
    """To follow, from whom, and by when: "To follow · due Fri 26 Feb", "Overdue · due Fri 26 Feb"."""
    owed = report.to_follow
    parts = ["Overdue" if _is_overdue(report) else "To follow"]
    if owed and owed.owner:
        parts.append(owed.owner)
    if owed and owed.due:
        day, month = date_text(owed.due).split()[:2]
        parts.append(f"due {weekday_text(owed.due)[:3]} {day} {month[:3]}")
    return " · ".join(parts)


def _to_follow_mark(report: Report) -> Mark:
    words = to_follow_text(report)
    return Mark("to_follow", words, words, Signal.WARNING if _is_overdue(report) else None)


def _is_overdue(report: Report) -> bool:
    """A paper that is due today is not overdue yet."""
    owed = report.to_follow
    return owed is not None and owed.due is not None and owed.due < date.today()


def _access_mark(restriction: Restriction) -> Mark:
    words = "Confidential" if restriction.access is Access.CONFIDENTIAL else "Exempt"
    return Mark("lock", words, restriction.text, Signal.NOTE)


def _finding_mark(findings: tuple[Finding, ...]) -> Mark:
    worst = min(findings, key=lambda finding: list(Severity).index(finding.severity))
    drawing, words, signal = _SEVERITIES[worst.severity]
    return Mark(drawing, words, "\n".join(finding.sentence for finding in findings), signal)


_SEVERITIES = {
    Severity.BLOCKER: ("blocker", "Stops the build", Signal.BLOCKER),
    Severity.WARNING: ("warning", "Look at", Signal.WARNING),
}
