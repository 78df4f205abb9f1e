"""The pictures of one report for which the clerk can write alternate texts, in the order of `Report.alt_texts`."""

from collections.abc import Sequence
from pathlib import Path

from agendabuilder.app.terms import current_terms
from agendabuilder.domain.edits import item_of_report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.body.undescribed_pictures import undescribed_pictures
from agendabuilder.pack.tagging.read_element import UndescribedPicture
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report, report_path
from agendabuilder.reports.refused import ReportRefused


def pictures_of(
    meeting: Meeting, folder: Path, cache: Path, report_id: str, progress: Progress, passwords: Sequence[str] = ()
) -> tuple[UndescribedPicture, ...]:
    """The pictures without alternate text; none of a report that cannot be used, which the findings tell.

    Raises `FolderError`, `Cancelled`.
    """
    report = next(each for each in item_of_report(meeting, report_id).reports if each.id == report_id)
    if not report.is_attached:
        return ()
    kept, terms = ReportCache(cache), current_terms(passwords)
    try:
        prepared = prepare_report(report_path(folder, report), report, kept, terms, progress)
        return undescribed_pictures(prepared, report.file_name)
    except ReportRefused:
        return ()
