"""Brings a file that is no PDF to one, by the best way that is there, and keeps the PDF as its cleaned copy.

What is kept bears the versions of the ways in its name, so that a better program, once installed, converts anew.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from agendabuilder.errors import FolderError
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.file_kind import FileKind
from agendabuilder.reports.office_file import has_tracked_changes, is_locked
from agendabuilder.reports.pdf import take_in_pdf
from agendabuilder.reports.prepared import FileFacts, Origin, Trait
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.terms import USUAL, Terms
from agendabuilder.reports.ways import Conversion, NotConvertedError, Unshown, Way, ways_for
from agendabuilder.safe_file import file_aside, private_folder

_SAVE_AS_PDF = "Open it in the program it was made with, save it as a PDF, and attach that."
_ALL_SHOWN = Unshown()


def key_of(source: Path, kind: FileKind, fingerprint: str, terms: Terms = USUAL) -> str:
    """The name under which a converted file is kept: what it is, and which ways there are."""
    versions = repr([way.version for way in ways_for(source, kind, terms)])
    return f"{fingerprint}-{hashlib.sha256(versions.encode()).hexdigest()[:16]}"


def take_in_other(
    source: Path, kind: FileKind, key: str, cache: ReportCache, called: str, terms: Terms, progress: Progress
) -> FileFacts:
    """Convert a file and find out what its PDF is, which stays in the cache as the cleaned copy under `key`.

    Raises `ReportRefused`, `FolderError` when the cache has no room, `Cancelled`, OSError for a file that
    cannot be read.
    """
    if refused := cache.refusal(key, called):
        raise refused
    try:
        with TemporaryDirectory(prefix="agendabuilder-", ignore_cleanup_errors=True) as folder:
            work = Conversion(source, Path(folder), called, terms, progress)
            return _by_the_best_way(ways_for(source, kind, terms), work, kind, cache.clean_place(key))
    except ReportRefused as refused:
        cache.keep_refusal(key, called, refused)
        raise


def _by_the_best_way(ways: Sequence[Way], work: Conversion, kind: FileKind, place: Path) -> FileFacts:
    """What the first way that succeeds makes of the file; one that fails leaves it to the next."""
    if is_locked(work.source):
        raise ReportRefused(
            "report-locked-office",
            f"{work.called} needs a password to open",
            "Ask the author for a copy without one, or open it with the password, save it as a PDF, and attach that.",
        )
    if not ways:
        raise _no_way(kind, work.called)
    failures = []
    for way in ways:
        try:
            unshown = way.convert(work)
            return take_in_made(work, kind, way, place, unshown)
        except NotConvertedError as failure:
            failures.append(str(failure))
    raise ReportRefused(
        "report-not-converted",
        f"{work.called}, {kind.value}, could not be made into a PDF: {'; '.join(failures)}",
        _SAVE_AS_PDF,
    )


def take_in_made(work: Conversion, kind: FileKind, way: Way, place: Path, unshown: Unshown = _ALL_SHOWN) -> FileFacts:
    """The facts of the PDF that a way made, which is put in its place. Raises `NotConvertedError` if it is unusable."""
    try:
        facts = take_in_pdf(work.out, place, work.called)
    except ReportRefused as refused:
        raise NotConvertedError(f"what {way.by or 'this program'} made of it cannot be used") from refused
    origin = Origin(kind.label, way.by, way.version, way.is_draft, unshown.words, unshown.pictures, unshown.attached)
    changes = (Trait.TRACKED_CHANGES,) if kind is FileKind.WORD and has_tracked_changes(work.source) else ()
    size = facts.clean_bytes or _put(work.out, place)
    return replace(facts, origin=origin, traits=facts.traits + changes, clean_bytes=size)


def _put(converted: Path, place: Path) -> int:
    try:
        private_folder(place.parent)
        with file_aside(place, lasting=False) as aside:
            copyfile(converted, aside)
    except OSError as error:
        raise FolderError(
            f"A converted report could not be written to {place.parent}.",
            "Make sure that the disk is not full and that you may write to this folder.",
        ) from error
    return converted.stat().st_size


def _no_way(kind: FileKind, called: str) -> ReportRefused:
    if kind in (FileKind.WORD, FileKind.SLIDES, FileKind.SPREADSHEET):
        return ReportRefused(
            "report-needs-converter",
            f"{called} is {kind.value} that only LibreOffice or Microsoft Office can read, and neither was found",
            "Install LibreOffice (free, from libreoffice.org); or have the file saved as a PDF, and attach that.",
        )
    return ReportRefused("report-not-pdf", f"{called} is not a PDF but {kind.value}", _SAVE_AS_PDF)
