"""The way in for Office files that open only with a password: opened, converted and kept in the session's folder only.

What was inside lies there while it is converted, so that even a program ended by force leaves it where it is swept.
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.conversion import Conversion
from agendabuilder.reports.intake.convert import convert_unlocked, keep_for_a_while, kept_facts, key_of
from agendabuilder.reports.intake.file_kind import FileKind, file_kind
from agendabuilder.reports.intake.opened_files import working_folder
from agendabuilder.reports.office.office_lock import Lock, open_lock
from agendabuilder.reports.prepared import FileFacts, Trait
from agendabuilder.reports.refused import NEEDS_PASSWORD, PasswordNeeded, ReportRefused
from agendabuilder.reports.terms import Terms


def take_in_locked(
    source: Path, kind: FileKind, fingerprint: str, opened: ReportCache, called: str, terms: Terms, progress: Progress
) -> tuple[str, FileFacts]:
    """What a locked file is, once one of the clerk's passwords opened it, and the key that its copy has in `opened`.

    Raises `PasswordNeeded` when none fits, `ReportRefused` when what was inside cannot be used, `FolderError`,
    `Cancelled`, OSError.
    """
    keys = {each: key_of(source, kind, _secret(fingerprint, each), terms) for each in terms.passwords}
    for key in keys.values():
        if facts := kept_facts(key, opened):
            return key, facts
    tried = _secret(fingerprint, *terms.passwords)
    if refused := opened.refusal(tried, called):
        raise PasswordNeeded(called, was_tried=True) if refused.code == NEEDS_PASSWORD else refused
    try:
        password, facts = _convert(source, opened, keys, called, terms, progress)
    except ReportRefused as refused:
        opened.keep_refusal(tried, called, refused)
        raise
    keep_for_a_while(keys[password], facts, opened)
    return keys[password], facts


def _convert(
    source: Path, opened: ReportCache, keys: dict[str, str], called: str, terms: Terms, progress: Progress
) -> tuple[str, FileFacts]:
    """The password that fits, and the facts of what was inside."""
    with working_folder(opened) as folder:
        work = Conversion(source, folder, called, terms, progress)
        copy = work.folder / f"opened{source.suffix}"
        opening = open_lock(work, terms.passwords, copy)
        if opening.lock is not Lock.OPENED:
            raise PasswordNeeded(called, was_tried=True)
        place = opened.clean_place(keys[opening.password])
        facts = convert_unlocked(replace(work, source=copy), file_kind(copy), place)
    return opening.password, replace(facts, traits=(*facts.traits, Trait.UNLOCKED))


def _secret(fingerprint: str, *passwords: str) -> str:
    """A name that is known only to those who know the passwords."""
    return hashlib.sha256("\0".join((fingerprint, *passwords)).encode()).hexdigest()
