"""The only door for report files: whatever a clerk attaches goes in, a PDF that we trust or a refusal comes out.

PDFs are taken in by `pdf.py`; other kinds are first made into one (`convert.py`).
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
from agendabuilder.reports.bookmarks import bookmarks_for
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.file_kind import FileKind, file_kind
from agendabuilder.reports.pdf import take_in_pdf
from agendabuilder.reports.prepared import FileFacts, PreparedReport
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.remarks import remarks
from agendabuilder.reports.ways import Limits

_USUAL = Limits()
_UNWATCHED = SilentProgress()


@dataclass(frozen=True, slots=True)
class PreparedReports:
    """The reports of a meeting that are ready, by their ids, and what was noticed about all of them."""

    by_id: Mapping[str, PreparedReport]
    findings: tuple[Finding, ...]


def prepare_reports(
    meeting: Meeting, folder: Path, cache: ReportCache, progress: Progress, limits: Limits = _USUAL
) -> PreparedReports:
    """Make every attached report of the meeting ready; one bad file does not stop the others.

    A refused file is a finding that blocks the pack. Raises `Cancelled` when the user asks to stop, and
    `FolderError` when the cache has no room for working copies.
    """
    attached = [(item, report) for item, report in meeting.all_reports() if report.is_attached]
    numbers = item_numbers(meeting.items, meeting.numbering)
    prepared: dict[str, PreparedReport] = {}
    findings: list[Finding] = []
    _convert_ahead(attached, folder, cache, limits, progress)
    progress.stage("Reading the reports", len(attached))
    for item, report in attached:
        place = _place(numbers.get(item.id, ""), item)
        try:
            ready = prepare_report(report_path(folder, report), report, cache, limits, progress)
        except ReportRefused as refused:
            findings.append(_blocker(refused, place, item, report))
        else:
            prepared[report.id] = ready
            findings.extend(remarks(ready, place, _called(report), item.id, report.id))
        progress.advance()
    cache.trim()
    return PreparedReports(prepared, tuple(findings))


def _convert_ahead(
    attached: Sequence[tuple[Item, Report]], folder: Path, cache: ReportCache, limits: Limits, progress: Progress
) -> None:
    """Convert what can be converted together; for a meeting of PDFs there is nothing to do."""
    others = [report for _, report in attached if not report.file.lower().endswith(".pdf")]
    if len(others) > 1:
        from agendabuilder.reports.together import convert_together  # only a pack with such files pays for it

        files = [(folder / report.file, _called(report)) for report in others if _lies_inside(folder, report)]
        convert_together(files, cache, limits, progress)


def _lies_inside(folder: Path, report: Report) -> bool:
    try:
        return report_path(folder, report).is_file()
    except ReportRefused:
        return False


def prepare_report(
    source: Path, report: Report, cache: ReportCache, limits: Limits = _USUAL, progress: Progress = _UNWATCHED
) -> PreparedReport:
    """Make one file ready. Raises `ReportRefused` when it cannot be used, or its page choice not followed.

    `Cancelled` may come from `progress` while a file is converted.
    """
    called = _called(report)
    try:
        _refuse_no_file(source, called)
        key = fingerprint = cache.fingerprint(source)
        facts = cache.facts(fingerprint)
        if facts is None:
            key, facts = _take_in(source, fingerprint, cache, called, limits, progress)
            _refuse_changing(cache.fingerprint(source) != fingerprint, called)
            cache.keep(key, facts)
    except OSError as error:
        raise ReportRefused(
            "report-unreadable",
            f"{called} could not be read",
            "Close it in other programs, make sure that you may open it, and try again.",
        ) from error
    path = cache.clean_place(key) if facts.clean_bytes else source
    return _chosen(facts, path, fingerprint, report, called)


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


def _take_in(
    source: Path, fingerprint: str, cache: ReportCache, called: str, limits: Limits, progress: Progress
) -> tuple[str, FileFacts]:
    """Choose the way in by what the file is; return its facts and the key under which they are kept.

    A file of no known kind may still be a damaged PDF.
    """
    kind = file_kind(source)
    if kind is FileKind.EMPTY:
        raise ReportRefused("report-empty", f"{called} is empty", "Ask the author for the file again.")
    if kind in (FileKind.PDF, FileKind.UNKNOWN):
        return fingerprint, take_in_pdf(source, cache.clean_place(fingerprint), called)
    from agendabuilder.reports.convert import key_of, take_in_other  # only a pack with such files pays for it

    key = key_of(source, kind, fingerprint)
    known = cache.facts(key)
    return key, known or take_in_other(source, kind, key, cache, called, limits, progress)


def _refuse_no_file(source: Path, called: str) -> None:
    if not source.exists():
        raise ReportRefused(
            "report-missing",
            f"{called} is not there",
            "Put the file back into the meeting's folder, attach it again, or mark the report “to follow”.",
        )
    if not source.is_file():
        raise ReportRefused("report-unreadable", f"{called} is not a file", "Attach the report's own file.")


def _refuse_changing(changed: bool, called: str) -> None:
    """Half of one version and half of the next would be remembered as what the file is."""
    if changed:
        raise ReportRefused(
            "report-changing",
            f"{called} was changed while it was being read",
            "Wait until the program that writes it is done, and try again.",
        )


def _chosen(facts: FileFacts, path: Path, fingerprint: str, report: Report, called: str) -> PreparedReport:
    """The report with the pages that the clerk chose."""
    try:
        chosen = parse_pages(report.pages, len(facts.pages))
    except PageChoiceError as error:
        raise ReportRefused(
            "report-page-choice",
            f"the pages “{report.pages}” of {called} cannot be taken: {error}",
            "Write the pages as in “1-4, 9”, or leave the choice empty to take the whole file.",
        ) from error
    return PreparedReport(
        path=path,
        fingerprint=fingerprint,
        source_pages=len(facts.pages),
        chosen=chosen,
        pages=tuple(facts.pages[number - 1] for number in chosen),
        bookmarks=bookmarks_for(facts.bookmarks, chosen),
        tagged=facts.tagged,
        language=facts.language,
        traits=facts.traits,
        origin=facts.origin,
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
    return Finding(Severity.BLOCKER, refused.code, sentence, refused.advice, item.id, report.id)
