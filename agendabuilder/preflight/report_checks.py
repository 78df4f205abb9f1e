"""The list of the checks that read reports, and running them: in the background, never while somebody types."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.preflight.accessibility_checks import check_accessibility
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.cover_checks import (
    check_cover_body,
    check_cover_date,
    check_cover_gaps,
    check_cover_title,
    check_weekdays,
)
from agendabuilder.preflight.cover_people_checks import check_cover_people
from agendabuilder.preflight.exposed_words_checks import check_shared_words
from agendabuilder.preflight.file_checks import (
    check_comments,
    check_fonts,
    check_office_marks,
    check_pages,
    check_twice,
    check_weight,
)
from agendabuilder.preflight.report_reading import read_report
from agendabuilder.preflight.words_checks import (
    check_doubled_words,
    check_draft,
    check_page_numbers,
    check_private_data,
    check_redactions,
)
from agendabuilder.progress import Progress, SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.readings.accessibility_facts import accessibility_facts
from agendabuilder.reports.readings.file_weight import file_weight
from agendabuilder.reports.readings.marks import NO_MARKS, OfficeMarks

ReportCheck = Callable[[CheckedReport], Iterable[Finding]]

REPORT_CHECKS: tuple[ReportCheck, ...] = (
    check_cover_date,
    check_cover_body,
    check_cover_title,
    check_cover_gaps,
    check_draft,
    check_redactions,
    check_private_data,
    check_weekdays,
    check_page_numbers,
    check_comments,
    check_office_marks,
    check_weight,
    check_pages,
    check_fonts,
    check_accessibility,
    check_doubled_words,
)

_UNWATCHED = SilentProgress()
_NO_NUMBERS: Mapping[str, int] = {}


def check_reports(
    meeting: Meeting,
    prepared: Mapping[str, PreparedReport],
    folder: Path,
    cache: ReportCache,
    first_pages: Mapping[str, int] = _NO_NUMBERS,
    progress: Progress = _UNWATCHED,
) -> tuple[Finding, ...]:
    """What the reports' own pages tell, each alone, beside the meeting, and beside one another.

    `prepared` are the reports by id, `first_pages` the pack's number of each one's first page where it is known. The
    first look costs about 8 ms a page; a second one at unchanged files a few ms a report. Raises `Cancelled`.
    """
    reports = tuple(read_reports(meeting, prepared, folder, cache, first_pages, progress))
    of_each = (finding for checked in reports for check in REPORT_CHECKS for finding in check(checked))
    return (*of_each, *check_twice(reports), *check_shared_words(reports, cache), *check_cover_people(meeting, reports))


def read_reports(
    meeting: Meeting,
    prepared: Mapping[str, PreparedReport],
    folder: Path,
    cache: ReportCache,
    first_pages: Mapping[str, int] = _NO_NUMBERS,
    progress: Progress = _UNWATCHED,
) -> Iterator[CheckedReport]:
    """The reports with all that can be found out about them, in the agenda's order.

    One whose file cannot be read any more is passed over: preparing it the next time says why.
    """
    restricted, numbers = restrictions(meeting), item_numbers(meeting.items, meeting.numbering)
    progress.stage("Checking what the reports say", len(prepared))
    for item, report in meeting.all_reports():
        ready = prepared.get(report.id)
        if ready is None or not report.is_attached:
            continue
        try:
            yield CheckedReport(
                meeting=meeting,
                item=item,
                report=report,
                number=numbers.get(item.id, ""),
                is_restricted=report.id in restricted,
                prepared=ready,
                reading=read_report(ready.path, cache),
                marks=_marks(folder / report.file, ready, cache),
                facts=accessibility_facts(ready.path, cache),
                weight=file_weight(ready.path, cache),
                first_page=first_pages.get(report.id),
            )
        except OSError:
            continue
        finally:
            progress.advance()


def _marks(source: Path, ready: PreparedReport, cache: ReportCache) -> OfficeMarks:
    """The marks of an Office file; a report that was a PDF from the start has none."""
    if ready.origin is None:
        return NO_MARKS
    from agendabuilder.reports.office.office_marks import (
        office_marks,  # only a pack with Office files pays for the libraries
    )

    return office_marks(source, ready.fingerprint, cache)
