"""From a meeting's folder to its finished agenda packs: the whole job, as one table of contents.

Each pack is written aside, proven by a second reader, and only then replaces the one before. When something is
exempt there are two: the members' and the public's, on the same page numbers.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from agendabuilder.app.editions import editions_of, lay_out_editions
from agendabuilder.app.late_papers import supplement_to
from agendabuilder.app.made_packs import BuildOrder, BuiltPack
from agendabuilder.app.pack_name import is_folder, make_folder, pack_file
from agendabuilder.app.pack_numbers import number_after
from agendabuilder.app.pack_record import make_record
from agendabuilder.app.terms import current_terms
from agendabuilder.domain.audience import Audience, for_public, restrictions
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode, first_open
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import PackBlockedError, PackNotWrittenError
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.preflight.pack_checks import check_pack_size
from agendabuilder.preflight.run import check_meeting, settle
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.opened_files import forget_refusals
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.stand_in import stand_ins
from agendabuilder.safe_file import file_aside, why
from agendabuilder.store.build_record import save_record
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import MeetingFolder

_USUAL = BuildOrder()


def build_packs(
    folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: BuildOrder = _USUAL
) -> tuple[BuiltPack, ...]:
    """Build the packs of the meeting in `folder` that the order asks for, the members' before the public's.

    In a draft, a page of its own stands in for each report that cannot be taken in.

    Raises `PackBlockedError` with the findings that stop it (not for a draft), `PackNotWrittenError` when a file
    cannot be put in its place, `PackNotProvenError` when a finished file is not what was planned, and
    `ExemptWordsFoundError` when a public pack holds anything exempt.
    """
    started = time.monotonic()
    ready = make_ready(folder, cache, today, progress, order)
    wanted = [contents for contents in ready.editions if _is_wanted(contents, order)]
    place = order.out or folder.path
    if is_folder(place):
        make_folder(place)
    built = []
    for contents in wanted:
        file = pack_file(place, ready.meeting, _named_for(contents, wanted, order), order)
        built.append(write_pack(contents, ready, file, cache, started, progress))
    return tuple(built)


@dataclass(frozen=True, slots=True)
class ReadyPacks:
    """All that goes into the packs of a meeting before anything is written.

    `prepared` has the reports by id, `missing` the ids of those for which a page stands in, in a draft.
    `public_findings` are those that may stand beside a public pack: they say nothing of what is exempt.
    """

    meeting: Meeting
    prepared: Mapping[str, PreparedReport]
    editions: tuple[PackContents, ...]
    findings: tuple[Finding, ...]
    public_findings: tuple[Finding, ...]
    missing: frozenset[str] = frozenset()


def make_ready(folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: BuildOrder) -> ReadyPacks:
    """Read the meeting, take its reports in, check both, and lay out every edition. Raises `PackBlockedError`."""
    meeting = folder.load()
    issues = IssuesFolder(folder.path).all()
    forget_refusals(ReportCache(cache))  # whoever asks for a pack wants the best that there is now
    prepared = prepare_reports(meeting, folder.path, ReportCache(cache), progress, current_terms(order.passwords))
    check = partial(check_meeting, today=today, folder=folder.path, opened=first_open(issues))
    findings = settle((*prepared.findings, *check(meeting)), meeting).open
    if not order.draft:
        _stop_if_blocked(findings)
    public = findings
    if restricted := restrictions(meeting):
        of_reports = (each for each in prepared.findings if each.report_id not in restricted)
        public = settle((*of_reports, *check(for_public(meeting))), meeting).open
    missing = stand_ins(meeting, findings, ReportCache(cache))
    by_id = {**prepared.by_id, **missing}
    editions = lay_out_packs(meeting, by_id, folder.path, order, issues)
    return ReadyPacks(meeting, by_id, editions, findings, public, frozenset(missing))


def write_pack(
    contents: PackContents, ready: ReadyPacks, file: Path, cache: Path, started: float, progress: Progress
) -> BuiltPack:
    """Write one edition and its record, and prove it. `started` is the monotonic time at which the work began.

    A public pack is searched for what is exempt. Raises `ExemptWordsFoundError` when there is any of it,
    `PackNotProvenError` when the file is not what was planned, and `PackNotWrittenError`.
    """
    _write_and_prove(contents, ready, file, cache, progress)
    of_meeting = ready.public_findings if contents.audience is Audience.PUBLIC else ready.findings
    try:
        findings = (*of_meeting, *check_pack_size(file.stat().st_size, contents))
        record = make_record(contents, file, findings, ready.missing, time.monotonic() - started)
        save_record(record, file)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The pack is finished, but its record could not be saved beside it: {problem.strerror or problem}.",
            "Close the record if it is open in another program, check that there is room, and build again.",
        ) from problem
    return BuiltPack(file, record, contents.audience)


def _stop_if_blocked(findings: tuple[Finding, ...]) -> None:
    blockers = [f"{each.sentence} {each.advice}" for each in findings if each.severity is Severity.BLOCKER]
    if blockers:
        raise PackBlockedError(blockers)


def lay_out_packs(
    meeting: Meeting,
    prepared: Mapping[str, PreparedReport],
    folder: Path,
    order: BuildOrder = _USUAL,
    issues: Sequence[IssuedPack] = (),
) -> tuple[PackContents, ...]:
    """Everything that goes into each edition's pack, with each page's number; nothing is written.

    `issues` are those made so far. Raises `IssueError` when a supplement has nothing to hold.
    """
    last = issues[-1] if issues else None
    if order.way is IssueMode.SUPPLEMENT:
        meeting, prepared = supplement_to(issues, meeting, prepared)
    editions = editions_of(meeting, prepared, order.draft, order.reader)
    return lay_out_editions(editions, number_after(last, order.way, meeting), folder, last)


def _is_wanted(contents: PackContents, order: BuildOrder) -> bool:
    """While nothing is exempt, the one pack is for whomever it was asked."""
    return order.audience is None or contents.audience in (None, order.audience)


def _named_for(contents: PackContents, wanted: Sequence[PackContents], order: BuildOrder) -> Audience | None:
    """Whom the file's name must tell of: one pack that was asked for under a file's name has that name."""
    is_as_asked = len(wanted) == 1 and order.out and not is_folder(order.out)
    return None if is_as_asked else contents.audience


def _write_and_prove(contents: PackContents, ready: ReadyPacks, file: Path, cache: Path, progress: Progress) -> None:
    try:
        with file_aside(file) as aside:
            assembled = assemble_pack(contents, aside, cache, progress)
            if contents.audience is Audience.PUBLIC:
                _search(aside, contents, ready, ReportCache(cache), progress)
            verify_pack(aside, contents, assembled, progress)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The pack could not be saved as “{file}”: {why(problem, file)}.",
            "Close it if it is open in another program, check that there is room, and build again.",
        ) from problem


def _search(aside: Path, contents: PackContents, ready: ReadyPacks, cache: ReportCache, progress: Progress) -> None:
    from agendabuilder.pack.proof.exempt_words import exempt_words  # only a pack beside a members' pack pays for it
    from agendabuilder.pack.proof.leak_check import refuse_leaks

    refuse_leaks(aside, contents, exempt_words(ready.meeting, ready.prepared, cache), cache, progress)
