"""Checks of the finished pack, beside the proof that it is whole: what its readers' systems may not take."""

from collections.abc import Iterator
from contextlib import suppress

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.pack.pack_contents import PackContents

LARGE_PACK = 50_000_000
"""Bytes above which web sites and mail systems of councils begin to refuse a file, or leave it out of their search."""

_MEGABYTE = 1_000_000
_MOST_NAMED = 3


def check_pack_size(size: int, contents: PackContents, limit: int = LARGE_PACK) -> Iterator[Finding]:
    """A pack of `size` bytes that is larger than `limit`, with the reports that make it so."""
    if size <= limit:
        return
    names = {report.id: report.name for _, report in contents.meeting.all_reports()}
    sizes: dict[str, int] = {}
    for report_id, report in contents.prepared.items():
        with suppress(OSError):  # taken away since it was put in
            sizes[report_id] = report.path.stat().st_size
    largest = sorted(sizes, key=lambda report_id: sizes[report_id], reverse=True)[:_MOST_NAMED]
    listed = ", ".join(f"“{names[report_id]}” ({_megabytes(sizes[report_id])})" for report_id in largest)
    yield Finding(
        Severity.NOTE,
        "pack-large",
        f"The pack is {_megabytes(size)}, which some web sites and mail systems do not take.",
        f"The largest reports are {listed}. Ask their authors for smaller files."
        if listed
        else "Ask the reports' authors for smaller files.",
    )


def _megabytes(size: int) -> str:
    return f"{max(1, round(size / _MEGABYTE))} MB"
