"""The way of one file into the cache: by its kind, with what was kept of it before, and with the clerk's passwords."""

import hashlib
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.file_kind import FileKind, file_kind
from agendabuilder.reports.intake.opened_files import opened_files
from agendabuilder.reports.intake.pdf_file import take_in_pdf
from agendabuilder.reports.pdf.password import spellings
from agendabuilder.reports.prepared import FileFacts
from agendabuilder.reports.refused import PasswordNeeded, ReportRefused
from agendabuilder.reports.terms import Terms


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file whose PDF lies at `path`: what it is, and the cache and the key under which that is kept.

    `fingerprint` is the SHA-256 of the clerk's own file.
    """

    path: Path
    facts: FileFacts
    fingerprint: str
    key: str
    cache: ReportCache


def take_in(source: Path, cache: ReportCache, called: str, terms: Terms, progress: Progress) -> TakenIn:
    """Find out what a file is, or remember it. `called` names the file in sentences.

    Raises `ReportRefused`, `FolderError` when the cache has no room, `Cancelled`, OSError for a file that cannot
    be read.
    """
    _refuse_no_file(source, called)
    fingerprint = cache.fingerprint(source)
    if facts := cache.facts(fingerprint):
        return _taken(source, facts, fingerprint, fingerprint, cache)
    try:
        key, facts = _by_its_kind(source, fingerprint, cache, called, terms, progress)
    except PasswordNeeded:
        if not terms.passwords:
            raise
        return _with_a_password(source, fingerprint, cache, called, terms, progress)
    _refuse_changing(cache.fingerprint(source) != fingerprint, called)
    cache.keep(key, facts)
    return _taken(source, facts, fingerprint, key, cache)


def _taken(source: Path, facts: FileFacts, fingerprint: str, key: str, cache: ReportCache) -> TakenIn:
    path = cache.clean_place(key) if facts.clean_bytes else source
    return TakenIn(path, facts, fingerprint, key, cache)


def _by_its_kind(
    source: Path, fingerprint: str, cache: ReportCache, called: str, terms: Terms, progress: Progress
) -> tuple[str, FileFacts]:
    """Choose the way in by what the file is; return its facts and the key under which they are kept.

    A file of no known kind may still be a damaged PDF.
    """
    kind = file_kind(source)
    if kind is FileKind.EMPTY:
        raise ReportRefused("report-empty", f"{called} is empty", "Ask the author for the file again.")
    if kind in (FileKind.PDF, FileKind.UNKNOWN):
        return fingerprint, take_in_pdf(source, cache.clean_place(fingerprint), called)
    from agendabuilder.reports.intake.convert import kept_facts, key_of, take_in_other  # a pack of PDFs needs none

    key = key_of(source, kind, fingerprint, terms)
    known = kept_facts(key, cache)
    return key, known or take_in_other(source, kind, key, cache, called, terms, progress)


def _with_a_password(
    source: Path, fingerprint: str, cache: ReportCache, called: str, terms: Terms, progress: Progress
) -> TakenIn:
    """Open a locked file with the first of the clerk's passwords that fits; nothing of it is kept in the cache."""
    opened = opened_files(cache)
    kind = file_kind(source)
    if kind in (FileKind.PDF, FileKind.UNKNOWN):
        return _pdf_with_a_password(source, fingerprint, cache, opened, called, terms)
    from agendabuilder.reports.intake.locked_office import take_in_locked

    key, facts = take_in_locked(source, kind, fingerprint, opened, called, terms, progress)
    _refuse_changing(cache.fingerprint(source) != fingerprint, called)
    opened.keep(key, facts)
    return _taken(source, facts, fingerprint, key, opened)


def _pdf_with_a_password(
    source: Path, fingerprint: str, cache: ReportCache, opened: ReportCache, called: str, terms: Terms
) -> TakenIn:
    for password in chain.from_iterable(map(spellings, terms.passwords)):
        key = hashlib.sha256(fingerprint.encode() + password).hexdigest()
        facts = opened.facts(key)
        if facts is None:
            try:
                facts = take_in_pdf(source, opened.clean_place(key), called, password)
            except PasswordNeeded:
                continue
            _refuse_changing(cache.fingerprint(source) != fingerprint, called)
            opened.keep(key, facts)
        return _taken(source, facts, fingerprint, key, opened)
    raise PasswordNeeded(called, was_tried=True)


def _refuse_no_file(source: Path, called: str) -> None:
    if not source.exists():
        raise ReportRefused(
            "report-missing",
            f"{called} is not there",
            "Put the file back into the meeting's folder, attach it again, or mark the report “to follow”.",
        )
    if not source.is_file():
        raise ReportRefused("report-unreadable", f"{called} is not a file", "Attach the report's own file.")


def _refuse_changing(changed: bool, called: str) -> None:
    """Half of one version and half of the next would be remembered as what the file is."""
    if changed:
        raise ReportRefused(
            "report-changing",
            f"{called} was changed while it was being read",
            "Wait until the program that writes it is done, and try again.",
        )
