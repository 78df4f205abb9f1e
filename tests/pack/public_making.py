"""Public packs of meetings that tests make: laid out from the members' plan, without the exempt reports."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from agendabuilder.domain.audience import Audience, for_public, restrictions
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, plan_pack
from agendabuilder.domain.withholding import withhold
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.front_matter import PackMarks, draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.verify import verify_pack
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


def lay_out(
    folder: Path, meeting: Meeting, audience: Audience, plan: PackPlan | None = None, marks: PackMarks | None = None
) -> PackContents:
    """The pack of a meeting for one audience; `plan` is the members' plan where it is not the usual one."""
    ready = prepare(folder, meeting)
    hidden = restrictions(meeting)
    if plan is None:
        papers = [
            Paper(item.id, report.id, len(ready[report.id].chosen))
            for item, report in meeting.all_reports()
            if report.id in ready
        ]
        rules = PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page)
        plan = plan_pack(draw_front_matter(meeting, None, folder).pages, papers, rules)
    shown = meeting
    if audience is Audience.PUBLIC:
        ready = {report_id: report for report_id, report in ready.items() if report_id not in hidden}
        shown, plan = for_public(meeting), withhold(plan, set(hidden), meeting.blank_pages)
    marks = marks or PackMarks(members_only=audience is Audience.MEMBERS and bool(hidden))
    return PackContents(
        meeting=shown,
        plan=plan,
        front=draw_front_matter(shown, plan, folder, marks),
        prepared=ready,
        numbers=item_numbers(shown.items, shown.numbering),
        marks=marks,
        restrictions=hidden if audience is Audience.MEMBERS else {},
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
