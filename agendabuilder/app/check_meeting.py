"""Everything the checks can say of a meeting without building its pack."""

from datetime import date
from pathlib import Path

from agendabuilder.domain.acceptance import SettledFindings
from agendabuilder.preflight.report_checks import check_reports
from agendabuilder.preflight.run import check_meeting, settle
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.store.meeting_folder import MeetingFolder


def check_folder(folder: MeetingFolder, cache: Path, today: date, progress: Progress) -> SettledFindings:
    """The findings on a meeting and its reports, the worst first, and those apart that the clerk lets stand.

    Raises `MeetingFileError`, `FolderError`.
    """
    meeting, kept = folder.load(), ReportCache(cache)
    prepared = prepare_reports(meeting, folder.path, kept, progress)
    of_reports = check_reports(meeting, prepared.by_id, folder.path, kept, progress=progress)
    return settle((*prepared.findings, *of_reports, *check_meeting(meeting, today, folder.path)), meeting)
