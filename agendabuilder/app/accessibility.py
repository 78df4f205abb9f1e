"""The accessibility statement of a meeting's reports: what is wrong with each and what to ask its author, to be copied.

It says what a program can find out. Whether an alternate text says the right thing, whether the order of reading makes
sense, and whether colours are far enough apart, only a person can judge; the statement says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from agendabuilder.app.access_statement import AccessibilityStatement, AccessState, ReportAccess
from agendabuilder.app.terms import current_terms
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.accessibility_checks import gaps_of
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.report_checks import read_reports
from agendabuilder.preflight.spotted import listed_pages
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.store.meeting_folder import MeetingFolder

_NOTHING: Mapping[str, str] = {}


def accessibility_of_folder(
    folder: MeetingFolder, cache: Path, progress: Progress, passwords: Sequence[str] = ()
) -> AccessibilityStatement:
    """The statement of a meeting as it is saved. Raises `MeetingFileError`, `FolderError`, `Cancelled`."""
    return accessibility_statement(folder.load(), folder.path, cache, progress, passwords)


def accessibility_statement(
    meeting: Meeting,
    folder: Path,
    cache: Path,
    progress: Progress,
    passwords: Sequence[str] = (),
    in_pack: Mapping[str, str] = _NOTHING,
) -> AccessibilityStatement:
    """What there is to say of every attached report of a meeting that need not be saved.

    `in_pack` says in words what the pack made of each report's tags, by report, where that is known. It takes seconds
    the first time, and hundredths of a second then. Raises `FolderError`, `Cancelled`.
    """
    kept = ReportCache(cache)
    prepared = prepare_reports(meeting, folder, kept, progress, current_terms(passwords)).by_id
    checked = {each.report.id: each for each in read_reports(meeting, prepared, folder, kept, progress=progress)}
    return AccessibilityStatement(meeting.title, tuple(_all(meeting, checked, in_pack)))


def _all(meeting: Meeting, checked: Mapping[str, CheckedReport], in_pack: Mapping[str, str]) -> Iterator[ReportAccess]:
    for item, report in meeting.all_reports():
        if report.id in checked:
            yield _access(checked[report.id], in_pack.get(report.id, ""))
        elif report.is_attached:
            yield ReportAccess(report.id, f"“{item.title}”", report.file_name, AccessState.UNUSABLE)


def _access(checked: CheckedReport, in_pack: str) -> ReportAccess:
    gaps = list(_gaps(checked))
    return ReportAccess(
        report_id=checked.report.id,
        item=checked.place.removesuffix(": ") or "An item without a title",
        file=checked.report.file_name,
        state=_state(checked, bool(gaps)),
        language=checked.facts.language,
        title=checked.facts.title,
        wrong=tuple(_sentence(wrong) for wrong, _ in gaps if wrong),
        asks=tuple(_sentence(ask) for _, ask in gaps),
        in_pack=in_pack,
    )


def _state(checked: CheckedReport, has_gaps: bool) -> AccessState:
    if any(page.is_picture for page in checked.prepared.pages):
        return AccessState.SCANNED
    if checked.facts.tags is None:
        return AccessState.UNTAGGED
    return AccessState.GAPS if has_gaps else AccessState.GOOD


def _gaps(checked: CheckedReport) -> Iterator[tuple[str, str]]:
    """What is wrong and what to ask, the gravest first; nothing is said twice that the state says."""
    numbered = zip(checked.prepared.chosen, checked.prepared.pages, strict=True)
    scanned = [number for number, page in numbered if page.is_picture]
    if scanned:
        yield (
            f"{listed_pages(scanned)} {'is a picture' if len(scanned) == 1 else 'are pictures'} without text",
            "send the original document, or a PDF whose text has been recognised (OCR)",
        )
    elif checked.facts.tags is None:
        yield "", "save it as a PDF with “Document structure tags for accessibility” switched on"
    yield from gaps_of(checked.facts)
    if checked.facts.fonts_missing:
        yield (
            f"fonts are not in the file ({', '.join(checked.facts.fonts_missing[:4])})",
            "save it as a PDF with all fonts embedded",
        )


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
