"""The record of a build, made from what went into the pack."""

from pathlib import Path

from agendabuilder import __version__
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.pagination import PackPlan, PageKind, PageRange
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.store.build_record import RECORD_FORMAT, BuildRecord, ItemRecord, ReportRecord


def make_record(
    contents: PackContents, file: Path, findings: tuple[Finding, ...], missing: frozenset[str], seconds: float
) -> BuildRecord:
    """What was built, item by item, with the pages of each report in and out.

    `missing` are the reports of a draft, by id, for which a page stands in; none of their own pages went in.
    Raises OSError when the pack cannot be read.
    """
    meeting = contents.meeting
    return BuildRecord(
        format=RECORD_FORMAT,
        program=__version__,
        file=file.name,
        title=meeting.title,
        date=meeting.date.isoformat() if meeting.date else None,
        draft=contents.marks.draft,
        audience=contents.audience.value if contents.audience else "",
        total_pages=contents.plan.total,
        front_pages=contents.plan.front_pages,
        items=tuple(_item_record(contents, item, missing) for item in meeting.all_items()),
        findings=findings,
        seconds=round(seconds, 3),
        fingerprint=fingerprint_of(file),
    )


def _item_record(contents: PackContents, item: Item, missing: frozenset[str]) -> ItemRecord:
    first, last = _ends(contents.plan.items.get(item.id, ()))
    reports = tuple(_report_record(contents, report, report.id in missing) for report in item.reports)
    return ItemRecord(item.id, contents.numbers[item.id], item.title, first, last, reports)


def _report_record(contents: PackContents, report: Report, missing: bool) -> ReportRecord:
    prepared = None if missing else contents.prepared.get(report.id)
    own = contents.plan.reports.get(report.id)
    first, last = _ends((own,) if own else ())
    return ReportRecord(
        id=report.id,
        title=report.title,
        file=report.file,
        state=_state(report, prepared is not None),
        fingerprint=prepared.fingerprint if prepared else "",
        pages_in=len(prepared.chosen) if prepared else 0,
        pages_out=_pages_out(contents.plan, report.id) if prepared else 0,
        first_page=first,
        last_page=last,
    )


def _state(report: Report, in_pack: bool) -> str:
    if in_pack:
        return "attached"
    if report.verbal:
        return "verbal"
    if report.withheld:
        return "withheld"
    return "to follow" if report.to_follow else "missing"


def _pages_out(plan: PackPlan, report_id: str) -> int:
    return sum(page.kind is PageKind.REPORT and page.report_id == report_id for page in plan.pages)


def _ends(ranges: tuple[PageRange, ...]) -> tuple[str | None, str | None]:
    return (ranges[0].first, ranges[-1].last) if ranges else (None, None)
