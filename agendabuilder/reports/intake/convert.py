"""Brings a file that is no PDF to one, by the best way that is there, and keeps the PDF as its cleaned copy.

What is kept bears the versions of the ways in its name, so that a better program, once installed, converts anew. What
another way than the best one made is a stopgap: it holds for some minutes, as the better program may have been stuck.
"""

import hashlib
from dataclasses import replace
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown, Way
from agendabuilder.reports.intake.file_kind import FileKind
from agendabuilder.reports.intake.pdf_file import take_in_pdf
from agendabuilder.reports.intake.ways import OFFICE, ways_for
from agendabuilder.reports.intake.working_copy import working_copy
from agendabuilder.reports.office.office_file import has_tracked_changes, is_locked, may_be_locked
from agendabuilder.reports.office.office_lock import Lock, open_lock
from agendabuilder.reports.prepared import FileFacts, Origin, Trait
from agendabuilder.reports.refused import NEEDS_PASSWORD, PasswordNeeded, ReportRefused
from agendabuilder.reports.terms import USUAL, Terms

_SAVE_AS_PDF = "Open it in the program it was made with, save it as a PDF, and attach that."
_ALL_SHOWN = Unshown()
_STOPGAP = "a stopgap"
"""Under this name instead of a file's it is noted, like a refusal, that the best way failed a moment ago."""


def key_of(source: Path, kind: FileKind, fingerprint: str, terms: Terms = USUAL) -> str:
    """The name under which a converted file is kept: what it is, and which ways there are."""
    versions = repr([way.version for way in ways_for(source, kind, terms)])
    return f"{fingerprint}-{hashlib.sha256(versions.encode()).hexdigest()[:16]}"


def kept_facts(key: str, cache: ReportCache) -> FileFacts | None:
    """What is known of a file that was converted before; a stopgap is known for as long as a refusal is believed."""
    facts = cache.facts(key)
    is_stopgap = facts is not None and facts.origin is not None and facts.origin.failed
    return None if is_stopgap and not cache.refusal(key, _STOPGAP) else facts


def take_in_other(
    source: Path, kind: FileKind, key: str, cache: ReportCache, called: str, terms: Terms, progress: Progress
) -> FileFacts:
    """Convert a file and find out what its PDF is, which stays in the cache as the cleaned copy under `key`.

    Raises `ReportRefused`, `FolderError` when the cache has no room, `Cancelled`, OSError for a file that
    cannot be read.
    """
    if refused := cache.refusal(key, called):
        raise PasswordNeeded(called, was_tried=False) if refused.code == NEEDS_PASSWORD else refused
    try:
        with TemporaryDirectory(prefix="agendabuilder-", ignore_cleanup_errors=True) as folder:
            work = Conversion(source, Path(folder), called, terms, progress)
            facts = convert_unlocked(_without_open_lock(work, kind), kind, cache.clean_place(key))
    except ReportRefused as refused:
        cache.keep_refusal(key, called, refused)
        raise
    keep_for_a_while(key, facts, cache)
    return facts


def keep_for_a_while(key: str, facts: FileFacts, cache: ReportCache) -> None:
    """Note when a file was converted by another way than the best."""
    if facts.origin and facts.origin.failed:
        cache.keep_refusal(key, _STOPGAP, ReportRefused("report-draft-conversion", facts.origin.failed, ""))


def _without_open_lock(work: Conversion, kind: FileKind) -> Conversion:
    """The work on what is inside a file that is encrypted, yet open to all; the same work for any other.

    Raises `PasswordNeeded`, `ReportRefused` for a lock that cannot be opened here.
    """
    is_shut = is_locked(work.source)
    if kind in OFFICE and may_be_locked(work.source) and (is_shut or ways_for(work.source, kind, work.terms)):
        copy = work.folder / f"opened{work.source.suffix}"
        lock = open_lock(work, (), copy).lock
        if lock is Lock.SHUT:
            raise PasswordNeeded(work.called, was_tried=False)
        if lock is Lock.OPEN_TO_ALL:
            return replace(work, source=copy)
    if is_shut:
        raise ReportRefused(
            "report-locked-office",
            f"{work.called} is locked in a way that only the program it was made with can open",
            "Ask the author for a copy that is not locked; or open it there, save it as a PDF, and attach that.",
        )
    return work


def convert_unlocked(work: Conversion, kind: FileKind, place: Path) -> FileFacts:
    """What the first way that succeeds makes of the file; one that fails leaves it to the next.

    Raises `ReportRefused`, `FolderError`, `Cancelled`, OSError.
    """
    ways = ways_for(work.source, kind, work.terms)
    if not ways:
        raise _no_way(kind, work.called)
    failures: list[str] = []
    for way in ways:
        try:
            unshown = way.convert(work)
            return take_in_made(work, kind, way, place, unshown, "; ".join(failures))
        except NotConvertedError as failure:
            failures.append(str(failure))
    raise ReportRefused(
        "report-not-converted",
        f"{work.called}, {kind.value}, could not be made into a PDF: {'; '.join(failures)}",
        _SAVE_AS_PDF,
    )


def take_in_made(
    work: Conversion, kind: FileKind, way: Way, place: Path, unshown: Unshown = _ALL_SHOWN, failed: str = ""
) -> FileFacts:
    """The facts of the PDF that a way made, which is put in its place. `failed` is why no better way made it.

    Raises `NotConvertedError` if it is unusable.
    """
    try:
        facts = take_in_pdf(work.out, place, work.called)
    except ReportRefused as refused:
        raise NotConvertedError(f"what {way.by or 'this program'} made of it cannot be used") from refused
    origin = Origin(
        kind.label, way.by, way.version, way.is_draft, unshown.words, unshown.pictures, unshown.attached, failed,
        unshown.parts, unshown.overprinted,
    )  # fmt: skip
    changes = (Trait.TRACKED_CHANGES,) if kind is FileKind.WORD and has_tracked_changes(work.source) else ()
    size = facts.clean_bytes or _put(work.out, place)
    return replace(facts, origin=origin, traits=facts.traits + changes, clean_bytes=size)


def _put(converted: Path, place: Path) -> int:
    with working_copy(place) as aside:
        copyfile(converted, aside)
    return converted.stat().st_size


def _no_way(kind: FileKind, called: str) -> ReportRefused:
    if kind in OFFICE:
        return ReportRefused(
            "report-needs-converter",
            f"{called} is {kind.value} that only LibreOffice or Microsoft Office can read, and neither was found",
            "Install LibreOffice (free, from libreoffice.org); or have the file saved as a PDF, and attach that.",
        )
    return ReportRefused("report-not-pdf", f"{called} is not a PDF but {kind.value}", _SAVE_AS_PDF)
