"""Everything the checks can say of a meeting without building its pack."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from agendabuilder.app.build_pack import lay_out_packs
from agendabuilder.app.terms import current_terms
from agendabuilder.domain.acceptance import SettledFindings
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.issued_pack import first_open
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.report_checks import check_reports
from agendabuilder.preflight.run import check_meeting, settle
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import MeetingFolder

_NO_NUMBERS: Mapping[str, int] = {}


def check_folder(
    folder: MeetingFolder, cache: Path, today: date, progress: Progress, passwords: Sequence[str] = ()
) -> SettledFindings:
    """The findings on a meeting and its reports, the worst first, and those apart that the clerk lets stand.

    Raises `MeetingFileError`, `FolderError`, `IssueError`.
    """
    meeting, kept, issues = folder.load(), ReportCache(cache), IssuesFolder(folder.path).all()
    prepared = prepare_reports(meeting, folder.path, kept, progress, current_terms(passwords))
    plan = lay_out_packs(meeting, prepared.by_id, folder.path, issues=issues)[0].plan
    is_whole = all(finding.severity is not Severity.BLOCKER for finding in prepared.findings)
    first_pages = plan.first_pages if is_whole else _NO_NUMBERS  # what is missing will move those behind it
    of_reports = check_reports(meeting, prepared.by_id, folder.path, kept, first_pages, progress)
    of_meeting = check_meeting(meeting, today, folder.path, first_open(issues))
    return settle((*prepared.findings, *of_reports, *of_meeting), meeting)


def check_report_files(
    meeting: Meeting,
    folder: Path,
    cache: Path,
    progress: Progress,
    passwords: Sequence[str] = (),
    first_pages: Mapping[str, int] = _NO_NUMBERS,
) -> tuple[Finding, ...]:
    """What the reports' own pages tell of a meeting that need not be saved. Takes seconds the first time.

    `first_pages` are the pack's numbers of the reports' first pages, by report, where they are known.

    Raises `Cancelled`, `FolderError`.
    """
    kept = ReportCache(cache)
    prepared = prepare_reports(meeting, folder, kept, progress, current_terms(passwords))
    return check_reports(meeting, prepared.by_id, folder, kept, first_pages, progress)
