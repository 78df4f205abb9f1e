"""Looks a finished pack through before it is published: thoroughly, which is more than each build can pay for.

A pack is looked through when it is issued, after a build in the window while nothing else is to be done, and on request
(`agendabuilder check --pack`, and in the menu Pack).
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from agendabuilder.app.made_packs import BuiltPack
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import FolderError, PackNotWrittenError
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.pack.proof.finished_file import FileFaults, find_file_faults
from agendabuilder.preflight.finished_checks import changed_since, judge
from agendabuilder.preflight.pack_verdict import PackVerdict, not_proven
from agendabuilder.preflight.run import settle
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.store.build_record import BuildRecord, packs_with_record, read_record, record_file, save_record

_KEPT_AS = "sound-1"
"""Raise the number when packs are looked through in another way."""


def look_through(pack: Path, record: BuildRecord, cache: Path, progress: Progress) -> PackVerdict:
    """What there is to say of a finished pack. Of one that was changed since, no more than that.

    Raises `FolderError` when it cannot be read, and `Cancelled`.
    """
    try:
        fingerprint = fingerprint_of(pack)
        if record.fingerprint not in ("", fingerprint):
            return PackVerdict((changed_since(pack.name),))
        return judge(_faults(pack, fingerprint, ReportCache(cache), progress), record)
    except OSError as problem:
        raise FolderError(
            f"“{pack.name}” cannot be read: {problem.strerror or problem}.", "Close it in other programs and try again."
        ) from problem


def _faults(pack: Path, fingerprint: str, kept: ReportCache, progress: Progress) -> FileFaults:
    """The faults of a file. One without any is not looked through twice, as a pack that was built and then is issued;
    nothing else is kept, because it would tell of reports that open only with a password.
    """
    faults = kept.read(_KEPT_AS, fingerprint, FileFaults)
    if faults is None:
        faults = find_file_faults(pack, progress)
        if faults == FileFaults(faults.labels):
            kept.keep_read(_KEPT_AS, fingerprint, faults)
    return faults


def look_through_folder(folder: Path, cache: Path, progress: Progress) -> tuple[tuple[Path, PackVerdict], ...]:
    """The verdict on each pack that was built into a folder. Raises `FolderError` when there is none."""
    packs = packs_with_record(folder)
    if not packs:
        raise FolderError(f"There is no finished pack in “{folder}”.", "Build it first.")
    return tuple((pack, look_through(pack, read_record(pack), cache, progress)) for pack in packs)


def look_through_file(pack: Path, cache: Path, progress: Progress) -> PackVerdict:
    """The verdict on one pack, whenever it was made. Raises `FolderError` when its record does not lie beside it."""
    if not record_file(pack).is_file():
        raise FolderError(
            f"There is no record of how “{pack.name}” was built beside it, so that it cannot be checked.",
            "Choose the pack in the folder in which it was built or issued.",
        )
    return look_through(pack, read_record(pack), cache, progress)


def look_through_all(packs: Sequence[BuiltPack], cache: Path, progress: Progress) -> tuple[Finding, ...]:
    """What reports bring into the packs of one build that is not as it should be; nothing is said twice of one report.

    Raises `PackNotProvenError` when one of the packs is not to be published, `FolderError` when one cannot be read.
    """
    found: dict[tuple[str, str], Finding] = {}
    for pack in packs:
        verdict = look_through(pack.file, pack.record, cache, progress)
        if verdict.faults:
            raise not_proven(verdict)
        for finding in verdict.findings:
            found.setdefault((finding.code, finding.report_id), finding)
    return tuple(found.values())


def look_through_for_issue(built: BuiltPack, meeting: Meeting, cache: Path, progress: Progress) -> BuiltPack:
    """The pack with what looking it through has found in its record, beside which it lies.

    Raises `PackNotProvenError` when anything is wrong that is not a report's doing, and `PackNotWrittenError`.
    """
    verdict = look_through(built.file, built.record, cache, progress)
    if verdict.faults:
        raise not_proven(verdict, "Nothing was issued. Please build again; if it happens again, report it as a fault.")
    findings = settle((*built.record.findings, *verdict.findings), meeting).open
    record = replace(built.record, findings=findings, looked_through=True)
    try:
        save_record(record, built.file)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The record of the pack could not be saved: {problem.strerror or problem}.",
            "Nothing was issued. Check that there is room, and issue the pack again.",
        ) from problem
    return replace(built, record=record)
