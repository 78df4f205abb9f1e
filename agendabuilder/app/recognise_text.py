"""Makes a scanned report readable when the clerk asks for it: a copy with its text recognised, beside the original."""

from pathlib import Path
from tempfile import TemporaryDirectory

from agendabuilder.domain.edits import item_of_report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.ocr import find_ocr, recognise_text
from agendabuilder.reports.prepare import prepare_report, report_path
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.report_files import take_in_file


def can_recognise_text() -> bool:
    """Whether this computer has the program for it, so that a command for it makes sense."""
    return find_ocr() is not None


def recognise_report(folder: MeetingFolder, meeting: Meeting, report_id: str, cache: Path, progress: Progress) -> str:
    """Put a copy of a report, with its text recognised, into the folder; return what the meeting is to call it.

    The meeting is not changed: the caller attaches the copy in the original's place (`change_report`, `file`), which
    can be undone. It takes some seconds a page. Raises `TextNotRecognisedError`, `FolderError`, `Cancelled`.
    """
    item = item_of_report(meeting, report_id)
    report = next(each for each in item.reports if each.id == report_id)
    try:
        source = prepare_report(report_path(folder.path, report), report, ReportCache(cache)).path
    except ReportRefused as refused:
        raise TextNotRecognisedError(refused.title, refused.advice) from refused
    progress.stage("Recognising the text of the scan", 0)
    languages = (item.language or meeting.look.language, "en")  # Welsh papers have English names in them
    with TemporaryDirectory() as place:
        out = Path(place, f"{Path(report.file_name).stem} (text recognised).pdf")
        recognise_text(source, out, languages, lambda: progress.advance(0))
        return take_in_file(folder, out)
