"""From a meeting's folder to its finished agenda pack: the whole job, as one table of contents.

The pack is written aside, proven by a second reader, and only then replaces the one before.
"""

import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from agendabuilder.app.made_packs import BuiltPack
from agendabuilder.app.pack_name import pack_file
from agendabuilder.app.pack_record import make_record
from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, plan_pack
from agendabuilder.errors import PackBlockedError, PackNotWrittenError
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.front_matter import FrontMatter, PackMarks, draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.verify import verify_pack
from agendabuilder.preflight.run import by_severity, check_meeting
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.stand_in import stand_ins
from agendabuilder.safe_file import file_aside
from agendabuilder.store.build_record import save_record
from agendabuilder.store.meeting_folder import MeetingFolder

_MOST_LAYOUTS = 6
"""Layouts tried until the front matter's own page count agrees with the ranges printed in it."""


def build_pack(
    folder: MeetingFolder,
    cache: Path,
    today: date,
    progress: Progress,
    out: Path | None = None,
    draft: bool = False,
) -> BuiltPack:
    """Build the pack of the meeting in `folder`, at `out` or beside the meeting.

    In a draft, a page of its own stands in for each report that cannot be taken in.

    Raises `PackBlockedError` with the findings that stop it (not for a draft), `PackNotWrittenError` when the
    file cannot be put in its place, `PackNotProvenError` when the finished file is not what was planned.
    """
    started = time.monotonic()
    meeting = folder.load()
    prepared = prepare_reports(meeting, folder.path, ReportCache(cache), progress)
    findings = by_severity((*prepared.findings, *check_meeting(meeting, today, folder.path)))
    if not draft:
        _stop_if_blocked(findings)
    missing = stand_ins(meeting, findings, ReportCache(cache))
    contents = lay_out_pack(meeting, {**prepared.by_id, **missing}, folder.path, draft)
    file = pack_file(folder.path, meeting, contents.marks, out)
    _write_and_prove(contents, file, cache, progress)
    record = make_record(contents, file, findings, frozenset(missing), time.monotonic() - started)
    save_record(record, file)
    return BuiltPack(file, record)


def _stop_if_blocked(findings: tuple[Finding, ...]) -> None:
    blockers = [f"{each.sentence} {each.advice}" for each in findings if each.severity is Severity.BLOCKER]
    if blockers:
        raise PackBlockedError(blockers)


def lay_out_pack(
    meeting: Meeting, prepared: Mapping[str, PreparedReport], folder: Path, draft: bool = False
) -> PackContents:
    """Everything that goes into the pack, with each page's number and the front matter drawn; nothing is written."""
    restricted = restrictions(meeting)
    marks = PackMarks(draft=draft, members_only=bool(restricted))
    front, plan = _settle_layout(meeting, prepared, folder, marks)
    return PackContents(
        meeting=meeting,
        plan=plan,
        front=front,
        prepared=prepared,
        numbers=item_numbers(meeting.items, meeting.numbering),
        marks=marks,
        restrictions=restricted,
    )


def _settle_layout(
    meeting: Meeting, prepared: Mapping[str, PreparedReport], folder: Path, marks: PackMarks
) -> tuple[FrontMatter, PackPlan]:
    """Lay out and plan in turn until the front matter has as many pages as its ranges count on."""
    front_pages = 1
    for _ in range(_MOST_LAYOUTS):
        plan = plan_pack(front_pages, papers(meeting, prepared), page_rules(meeting))
        front = draw_front_matter(meeting, plan, folder, marks)
        if front.pages == front_pages:
            return front, plan
        front_pages = front.pages
    raise AssertionError("the front matter's page count does not settle")


def papers(meeting: Meeting, prepared: Mapping[str, PreparedReport]) -> tuple[Paper, ...]:
    """The prepared reports in the order of the pack, as the plan sees them."""
    return tuple(
        Paper(item.id, report.id, len(prepared[report.id].chosen))
        for item, report in meeting.all_reports()
        if report.id in prepared
    )


def page_rules(meeting: Meeting) -> PageRules:
    """How the meeting's pages are counted."""
    return PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page)


def _write_and_prove(contents: PackContents, file: Path, cache: Path, progress: Progress) -> None:
    try:
        with file_aside(file) as aside:
            assembled = assemble_pack(contents, aside, cache, progress)
            verify_pack(aside, contents, assembled, progress)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The pack could not be saved as “{file}”: {problem.strerror or problem}.",
            "Close it if it is open in another program, check that there is room, and build again.",
        ) from problem
