"""The only door for report files: whatever a clerk attaches goes in, a PDF that we trust or a refusal comes out.

Files are taken in by `intake/take_in.py`: PDFs as they are, other kinds first made into one. Then the clerk's wishes
for the report are followed: its pages turned or fitted (`intake/laid_out.py`), and chosen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.page_choice import PageChoiceError, parse_pages
from agendabuilder.progress import Progress, SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.for_author import for_author
from agendabuilder.reports.intake.laid_out import laid_out
from agendabuilder.reports.intake.opened_files import sweep_opened_files
from agendabuilder.reports.intake.remarks import remarks
from agendabuilder.reports.intake.take_in import TakenIn, take_in
from agendabuilder.reports.pdf.bookmarks import bookmarks_for
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.terms import USUAL, Terms

_UNWATCHED = SilentProgress()


@dataclass(frozen=True, slots=True)
class PreparedReports:
    """The reports of a meeting that are ready, by their ids, and what was noticed about all of them."""

    by_id: Mapping[str, PreparedReport]
    findings: tuple[Finding, ...]


def prepare_reports(
    meeting: Meeting, folder: Path, cache: ReportCache, progress: Progress, terms: Terms = USUAL
) -> PreparedReports:
    """Make every attached report of the meeting ready; one bad file does not stop the others.

    A refused file is a finding that blocks the pack. Raises `Cancelled` when the user asks to stop, and
    `FolderError` when the cache has no room for working copies.
    """
    attached = [(item, report) for item, report in meeting.all_reports() if report.is_attached]
    numbers = item_numbers(meeting.items, meeting.numbering)
    prepared: dict[str, PreparedReport] = {}
    findings: list[Finding] = []
    _convert_ahead(attached, folder, cache, terms, progress)
    progress.stage("Reading the reports", len(attached))
    for item, report in attached:
        place = _place(numbers.get(item.id, ""), item)
        try:
            ready = prepare_report(report_path(folder, report), report, cache, terms, progress)
        except ReportRefused as refused:
            findings.append(_blocker(refused, place, item, report))
        else:
            prepared[report.id] = ready
            findings.extend(remarks(ready, place, _called(report), item.id, report.id))
        progress.advance()
    cache.trim()
    sweep_opened_files(cache)
    return PreparedReports(prepared, tuple(findings))


def _convert_ahead(
    attached: Sequence[tuple[Item, Report]], folder: Path, cache: ReportCache, terms: Terms, progress: Progress
) -> None:
    """Convert what can be converted together; for a meeting of PDFs there is nothing to do."""
    others = [report for _, report in attached if not report.file.lower().endswith(".pdf")]
    if len(others) > 1:
        from agendabuilder.reports.intake.together import convert_together  # only a pack with such files pays for it

        files = [(folder / report.file, _called(report)) for report in others if _lies_inside(folder, report)]
        convert_together(files, cache, terms, progress)


def _lies_inside(folder: Path, report: Report) -> bool:
    try:
        return report_path(folder, report).is_file()
    except ReportRefused:
        return False


def prepare_report(
    source: Path, report: Report, cache: ReportCache, terms: Terms = USUAL, progress: Progress = _UNWATCHED
) -> PreparedReport:
    """Make one file ready. Raises `ReportRefused` when it cannot be used, or its page choice not followed.

    `Cancelled` may come from `progress` while a file is converted.
    """
    called = _called(report)
    try:
        taken = take_in(source, cache, called, terms, progress)
        layout = ""
        if report.turn or report.fit_to_a4:
            taken, layout = laid_out(taken, report.turn, report.fit_to_a4, called)
    except OSError as error:
        raise ReportRefused(
            "report-unreadable",
            f"{called} could not be read",
            "Close it in other programs, make sure that you may open it, and try again.",
        ) from error
    return _chosen(taken, report, layout, called)


def report_path(folder: Path, report: Report) -> Path:
    """Where a report's file lies. Raises `ReportRefused` when that is outside the meeting's folder."""
    path = folder / report.file
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        inside = False
    if not inside:
        raise ReportRefused(
            "report-outside-folder",
            f"{_called(report)} does not lie in the meeting's folder",
            "Attach the report again, so that a copy of it is kept with the meeting.",
        )
    return path


def _chosen(taken: TakenIn, report: Report, layout: str, called: str) -> PreparedReport:
    """The report with the pages that the clerk chose."""
    facts = taken.facts
    try:
        chosen = parse_pages(report.pages, len(facts.pages))
    except PageChoiceError as error:
        raise ReportRefused(
            "report-page-choice",
            f"the pages “{report.pages}” of {called} cannot be taken: {error}",
            "Write the pages as in “1-4, 9”, or leave the choice empty to take the whole file.",
        ) from error
    return PreparedReport(
        path=taken.path,
        fingerprint=taken.fingerprint,
        source_pages=len(facts.pages),
        chosen=chosen,
        pages=tuple(facts.pages[number - 1] for number in chosen),
        bookmarks=bookmarks_for(facts.bookmarks, chosen),
        tagged=facts.tagged,
        language=facts.language,
        traits=facts.traits,
        origin=facts.origin,
        layout=layout,
    )


def _called(report: Report) -> str:
    return f"the file “{report.file_name}”"


def _place(number: str, item: Item) -> str:
    """The item as a sentence begins with it: "Item 7 “Budget”: "."""
    parts = (f"Item {number}" if number else "", f"“{item.title}”" if item.title else "")
    named = " ".join(part for part in parts if part)
    return f"{named}: " if named else ""


def _blocker(refused: ReportRefused, place: str, item: Item, report: Report) -> Finding:
    sentence = f"{place}{refused.trouble}." if place else refused.title
    asked = for_author(refused.code, sentence)
    return Finding(Severity.BLOCKER, refused.code, sentence, refused.advice, item.id, report.id, for_author=asked)
