"""Everything the checks can say of a meeting without building its pack."""

from datetime import date
from pathlib import Path

from agendabuilder.domain.finding import Finding
from agendabuilder.preflight.run import by_severity, check_meeting
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.store.meeting_folder import MeetingFolder


def check_folder(folder: MeetingFolder, cache: Path, today: date, progress: Progress) -> tuple[Finding, ...]:
    """The findings on a meeting and its reports, the worst first. Raises `MeetingFileError`, `FolderError`."""
    meeting = folder.load()
    prepared = prepare_reports(meeting, folder.path, ReportCache(cache), progress)
    return by_severity((*prepared.findings, *check_meeting(meeting, today, folder.path)))
