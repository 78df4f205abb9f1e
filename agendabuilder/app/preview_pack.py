"""The preview: the pack itself, built by the same functions into a private file, so that nothing can differ.

What the finished pack has and the preview has not are its record and, after a mere change of wording, the second
reader's proof and the validator's verdict: the stamped reports come from a body that was proven before.
"""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from os import getpid
from pathlib import Path
from time import monotonic, time

from agendabuilder.app.build_pack import lay_out_packs
from agendabuilder.app.made_packs import BuildOrder, PackPreview
from agendabuilder.app.terms import current_terms
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.finding import Severity
from agendabuilder.domain.issued_pack import first_open
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import PackNotWrittenError
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.preflight.run import by_severity, check_meeting
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.stand_in import stand_ins
from agendabuilder.store.issues import IssuesFolder

_USUAL = BuildOrder()

_numbers = count(1)

_ABANDONED_AFTER = 86_400.0
"""Seconds after which a preview is taken to be left over."""


def preview_pack(
    meeting: Meeting, folder: Path, cache: Path, today: date, progress: Progress, order: BuildOrder = _USUAL
) -> PackPreview:
    """Build a pack as its readers would have it now, into the cache; while something stops it, as its draft would be.

    Of two packs it is the members', unless the order asks for the public's; the order's `out` and `draft` count for
    nothing. Raises `Cancelled`, `PackNotWrittenError`, and `IssueError` when there is nothing for a supplement, or
    an issue's record cannot be read.
    """
    started = monotonic()
    issues = IssuesFolder(folder).all()
    prepared = prepare_reports(meeting, folder, ReportCache(cache), progress, current_terms(order.passwords))
    quick = check_meeting(meeting, today, opened=first_open(issues))
    slow = (
        *prepared.findings,
        *(each for each in check_meeting(meeting, today, folder, first_open(issues)) if each not in quick),
    )
    findings = by_severity((*slow, *quick))
    is_draft = any(finding.severity is Severity.BLOCKER for finding in findings)
    missing = stand_ins(meeting, findings, ReportCache(cache))
    editions = lay_out_packs(meeting, {**prepared.by_id, **missing}, folder, replace(order, draft=is_draft), issues)
    contents = editions[-1 if order.audience is Audience.PUBLIC else 0]
    file = cache / "previews" / f"{getpid()}-{next(_numbers)}.pdf"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        assembled = assemble_pack(contents, file, cache, progress, is_preview=True)
        if not assembled.is_rebuilt:
            verify_pack(file, contents, assembled, progress)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The preview cannot be written: {problem.strerror or problem}.", "Make room on the disk."
        ) from problem
    summaries = {report_id: report.summary for report_id, report in prepared.by_id.items()}
    return PackPreview(file, contents.plan, contents.front.rows, slow, monotonic() - started, summaries, assembled.tags)


def sweep_previews(cache: Path) -> None:
    """Delete the previews that earlier runs left: of processes that are gone, or drawn more than a day ago."""
    for file in (cache / "previews").glob("*.pdf"):
        with suppress(OSError):
            if not _is_running(file.stem.partition("-")[0]) or time() - file.stat().st_mtime > _ABANDONED_AFTER:
                file.unlink()


def _is_running(process_id: str) -> bool:
    from psutil import pid_exists  # once, at the start of the window

    return process_id.isdecimal() and pid_exists(int(process_id))
