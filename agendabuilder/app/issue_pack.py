"""Issuing a pack: it is built, proven, looked through and kept, and whatever comes after is compared with it.

An issue is made of the meeting as it is saved; beside the public's pack lies the agenda as a web page. Its files are
never written again; the next issue stands beside it.
"""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from agendabuilder.app.build_pack import ReadyPacks, make_ready, write_pack
from agendabuilder.app.documents import Document
from agendabuilder.app.finished_pack import look_through_for_issue
from agendabuilder.app.late_papers import standing_after
from agendabuilder.app.made_packs import BuildOrder, BuiltPack, Issue, IssueOrder
from agendabuilder.app.pack_name import pack_file
from agendabuilder.app.write_document import write_content
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode, highest_number
from agendabuilder.progress import Progress
from agendabuilder.store.folder_lock import login_name
from agendabuilder.store.issues import IssuesFolder
from agendabuilder.store.meeting_folder import MeetingFolder


def issue_pack(folder: MeetingFolder, cache: Path, today: date, progress: Progress, order: IssueOrder) -> Issue:
    """Build the meeting's packs and keep them as its next issue. The caller holds the folder's lock.

    Raises what `build_packs` raises, and `IssueError` when there is nothing before it to go on from, or nothing new
    for a supplement.
    """
    started = time.monotonic()
    issues = IssuesFolder(folder.path)
    before = issues.latest()
    building = BuildOrder(way=order.way, passwords=order.passwords)
    ready = make_ready(folder, cache, today, progress, building)
    issued = _record(ready, before, today, order)
    with issues.new(issued.number) as new:
        packs = []
        for contents in ready.editions:
            file = pack_file(new.folder_for(contents.audience), ready.meeting, contents.audience, building)
            built = write_pack(contents, ready, file, cache, started, progress)
            packs.append(look_through_for_issue(built, ready.meeting, cache, progress))
        public = packs[-1].file
        page = public.with_suffix(".html")
        write_content(Document.WEB_PAGE, ready.editions[-1], page, public.name, folder.path)
        new.keep(issued)
    place = issues.place(issued.number)
    return Issue(issued, tuple(_moved(pack, place) for pack in packs), place)


def _record(ready: ReadyPacks, before: IssuedPack | None, today: date, order: IssueOrder) -> IssuedPack:
    """The record of the issue that is being made; its pages are the members', who have all of them."""
    members = ready.editions[0]
    return IssuedPack(
        number=before.number + 1 if before else 1,
        mode=order.way if before else IssueMode.RENUMBER,
        day=today,
        meeting=ready.meeting,
        pages=members.plan.pages,
        standing=standing_after(before, order.way, ready.meeting, members.plan.pages),
        front_pages=members.plan.front_pages,
        last_number=max(highest_number(members.plan.pages), before.last_number if before else 0),
        who=order.who or login_name(),
        note=order.note,
        fingerprints={report_id: report.fingerprint for report_id, report in ready.prepared.items()},
        page_counts={report_id: len(report.chosen) for report_id, report in ready.prepared.items()},
    )


def _moved(pack: BuiltPack, place: Path) -> BuiltPack:
    """The pack where it lies now that its issue has its place."""
    folder = pack.file.parent.name
    return replace(pack, file=place / folder / pack.file.name if pack.audience else place / pack.file.name)
