"""What a build or an issue came to, in sentences for the build bar."""

from collections.abc import Mapping, Sequence

from agendabuilder.app.made_packs import Issue
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.store.build_record import BuildRecord


def outcome(records: Sequence[BuildRecord], before: BuildRecord | None = None) -> str:
    """What a build came to, and what is different from the build before it."""
    record = records[0]
    papers = counted(len(_fingerprints(record)), "report")
    kind = "The draft" if record.draft else _KINDS[record.audience]
    public = f" The public pack beside it has {records[1].total_pages}." if len(records) > 1 else ""
    is_alike = before and (before.audience, before.draft) == (record.audience, record.draft)
    changed = f" {difference(before, record)}" if before and is_alike else ""
    ready = f"{kind} is ready: {record.total_pages} pages with {papers}, in {record.seconds:.1f} s."
    return f"{ready}{changed}{public}"


_KINDS = {"": "The pack", Audience.MEMBERS.value: "The members' pack", Audience.PUBLIC.value: "The public pack"}


def issue_outcome(made: Issue) -> str:
    """What was issued, and where it is kept."""
    issued, pages = made.issued, counted(made.packs[0].record.total_pages, "page")
    what = {
        IssueMode.RENUMBER: f"Issue {issued.number} is ready to send out: {pages}.",
        IssueMode.KEEP: f"Issue {issued.number} is ready to send out: {pages}, on the numbers of the issue before.",
        IssueMode.SUPPLEMENT: f"Issue {issued.number}, a supplement of {pages}, is ready to send out.",
    }[issued.mode]
    return f"{what} It is kept as it is now in “{made.place.parent.name}/{made.place.name}”."


def difference(before: BuildRecord, now: BuildRecord) -> str:
    """What is different between two builds, in a sentence."""
    more = now.total_pages - before.total_pages
    pages = f"{counted(abs(more), 'page')} {'more' if more > 0 else 'fewer'} than before" if more else ""
    old, new = _fingerprints(before), _fingerprints(now)
    changed = sum(new[report_id] != old[report_id] for report_id in new.keys() & old.keys())
    counts = (
        (changed, "changed"),
        (len(new.keys() - old.keys()), "added"),
        (len(old.keys() - new.keys()), "taken out"),
    )
    reports = [f"{counted(count, 'report')} {what}" for count, what in counts if count]
    said = ", ".join(part for part in (*reports, pages) if part)
    return f"{said}." if said else "The same reports and pages as before."


def counted(count: int, noun: str) -> str:
    """1 page, 26 pages."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _fingerprints(record: BuildRecord) -> Mapping[str, str]:
    reports = (report for item in record.items for report in item.reports)
    return {report.id: report.fingerprint for report in reports if report.state == "attached"}
