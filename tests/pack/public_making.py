"""Public packs of meetings that tests make: laid out from the members' plan, without the exempt reports."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from agendabuilder.domain.audience import Audience, for_public, restrictions
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, plan_pack
from agendabuilder.domain.withholding import withhold
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.front.front_matter import PackMarks, draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.prepared import PreparedReport


def with_ids(meeting: Meeting, items: Sequence[Item]) -> Meeting:
    """The meeting with these items, each item and report with an id ("item-1", "1-0")."""
    named = (
        replace(
            item,
            id=f"item-{at}",
            reports=tuple(replace(report, id=f"{at}-{n}") for n, report in enumerate(item.reports)),
        )
        for at, item in enumerate(items, start=1)
    )
    return replace(meeting, items=tuple(named))


def prepare(folder: Path, meeting: Meeting) -> dict[str, PreparedReport]:
    """The meeting's reports, made ready; all of them can be used."""
    ready = prepare_reports(meeting, folder, ReportCache(folder / "cache"), SilentProgress())
    assert len(ready.by_id) == sum(report.is_attached for _, report in meeting.all_reports()), ready.findings
    return dict(ready.by_id)


def members_plan(meeting: Meeting, ready: Mapping[str, PreparedReport], front_pages: int) -> PackPlan:
    """The usual plan of the members' pack."""
    papers = [
        Paper(item.id, report.id, len(ready[report.id].chosen))
        for item, report in meeting.all_reports()
        if report.id in ready
    ]
    return plan_pack(front_pages, papers, PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page))


def lay_out(
    folder: Path, meeting: Meeting, audience: Audience, plan: PackPlan | None = None, marks: PackMarks | None = None
) -> PackContents:
    """The pack of a meeting for one audience; `plan` is the members' plan where it is not the usual one."""
    ready, hidden, is_public = prepare(folder, meeting), restrictions(meeting), audience is Audience.PUBLIC
    marks = marks or PackMarks(members_only=not is_public and bool(hidden))
    shown = for_public(meeting) if is_public else meeting
    front_pages = plan.front_pages if plan else 1
    while True:
        own = plan or members_plan(meeting, ready, front_pages)
        own = withhold(own, set(hidden), meeting.blank_pages) if is_public else own
        front = draw_front_matter(shown, own, folder, marks)
        if front.pages == front_pages:
            break
        front_pages = front.pages
    ready = {key: report for key, report in ready.items() if not (is_public and key in hidden)}
    return PackContents(
        meeting=shown,
        plan=own,
        front=front,
        prepared=ready,
        numbers=item_numbers(shown.items, shown.numbering),
        marks=marks,
        restrictions={} if is_public else hidden,
        audience=audience,
    )


def write(folder: Path, contents: PackContents, name: str = "pack.pdf") -> Path:
    """The finished pack, proven."""
    out = folder / name
    verify_pack(out, contents, assemble_pack(contents, out, folder / "cache", SilentProgress()), SilentProgress())
    return out


def public_pack(folder: Path, meeting: Meeting, name: str = "public.pdf") -> Path:
    """The public pack of a meeting, proven."""
    return write(folder, lay_out(folder, meeting, Audience.PUBLIC), name)
