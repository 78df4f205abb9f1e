"""Makes a scanned report readable when the clerk asks for it: a copy with its text recognised, beside the original."""

from collections.abc import Sequence
from pathlib import Path
from shutil import copyfile

from agendabuilder.app.terms import current_terms
from agendabuilder.domain.edits import item_of_report
from agendabuilder.domain.item import Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.file_kind import FileKind, file_kind
from agendabuilder.reports.intake.opened_files import opened_files, working_folder
from agendabuilder.reports.prepare import prepare_report, report_path
from agendabuilder.reports.recognition.ocr import find_ocr, recognise_text
from agendabuilder.reports.recognition.recognised import lock_like
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.report_files import take_in_file

_DONE = " (text recognised)"


def can_recognise_text() -> bool:
    """Whether this computer has the program for it, so that a command for it makes sense."""
    return find_ocr() is not None


def recognise_report(
    folder: MeetingFolder,
    meeting: Meeting,
    report_id: str,
    cache: Path,
    progress: Progress,
    passwords: Sequence[str] = (),
) -> str:
    """Put a copy of a report, with its text recognised, into the folder; return what the meeting is to call it.

    The meeting is not changed: the caller attaches the copy in the original's place (`change_report`, `file`), which
    can be undone. It takes some seconds a page. What opens only with one of the `passwords` is copied with the same
    lock. Raises `TextNotRecognisedError`, `FolderError`, `Cancelled`.
    """
    item = item_of_report(meeting, report_id)
    report = next(each for each in item.reports if each.id == report_id)
    kept = ReportCache(cache)
    languages = (item.language or meeting.look.language, "en")  # Welsh papers have English names in them
    with working_folder(opened_files(kept)) as place:
        original, scan = _scan_of(report, folder, kept, place, passwords, progress)
        progress.stage("Recognising the text of the scan", 0)
        out = place / "recognised.pdf"
        recognise_text(scan, out, languages, place, lambda: progress.advance(0))
        if file_kind(original) is FileKind.PDF:
            lock_like(original, out, passwords)
        return take_in_file(folder, out, _name_of_copy(report.file_name))


def _scan_of(
    report: Report, folder: MeetingFolder, kept: ReportCache, place: Path, passwords: Sequence[str], progress: Progress
) -> tuple[Path, Path]:
    """The report's file, and its pages as they are to be read.

    What lies in the cache is copied to `place` first: it takes minutes, and in the window nothing waits for it, so that
    the cache may be emptied meanwhile.
    """
    try:
        original = report_path(folder.path, report)
        prepared = prepare_report(original, report, kept, current_terms(passwords), progress)
        if prepared.path == original:
            return original, original
        copy = Path(copyfile(prepared.path, place / "scan.pdf"))
    except ReportRefused as refused:
        raise TextNotRecognisedError(refused.title, refused.advice) from refused
    except OSError as problem:
        raise TextNotRecognisedError(
            f"“{report.file_name}” could not be copied to be read: {problem.strerror or problem}.", "Please try again."
        ) from problem
    if prepared.is_unlocked and file_kind(original) is not FileKind.PDF:
        raise TextNotRecognisedError(
            f"“{report.file_name}” opens only with a password, which a copy with its text would not have.",
            "Save it as a PDF with a password in the program that it was made with, and attach that.",
        )
    return original, copy


def _name_of_copy(file_name: str) -> str:
    return f"{Path(file_name).stem.removesuffix(_DONE)}{_DONE}.pdf"
