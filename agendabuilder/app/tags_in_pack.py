"""Says in words what a pack made of each report's tags; one line for a report, whatever its pages are parted by."""

from collections.abc import Mapping, Sequence

from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.tagging.report_tags import Mend, ReportTags, TagsFate, add_up

_OF_FONTS = (Mend.LETTER_MENDED, Mend.FONT_LIST_DROPPED)
"""What is too small to be counted before a clerk."""


def tags_in_words(tags: Sequence[ReportTags], meeting: Meeting) -> Mapping[str, str]:
    """One line for each report by its id. `meeting` tells which pictures the clerk has described by now."""
    written = {report.id: sum(bool(text.strip()) for text in report.alt_texts) for _, report in meeting.all_reports()}
    runs: dict[str, list[ReportTags]] = {}
    for each in tags:
        runs.setdefault(each.report_id, []).append(each)
    return {report_id: _line(own, written.get(report_id, 0)) for report_id, own in runs.items()}


def _line(runs: Sequence[ReportTags], written: int) -> str:
    broken = next((run for run in runs if run.fate is TagsFate.BROKEN), None)
    if broken:
        return f"read page by page, since {broken.reason or 'its tags do not fit its pages'}."
    mended = add_up(mend for run in runs for mend in run.mends)
    mends = [f"{count} {mend.value}" for mend, count in mended if mend not in _OF_FONTS]
    if len(mends) < len(mended):
        mends.append("small faults of its fonts were put right")
    if any(run.fate is TagsFate.WRAPPED for run in runs):
        return _sentence("read page by page, since it has no tags", mends)
    return _sentence("its tags are kept", [*mends, *_pictures(sum(run.figures for run in runs), written)])


def _pictures(count: int, written: int) -> Sequence[str]:
    """How many pictures without alternate text there are, and how many of them the clerk has described."""
    if not count:
        return ()
    if not written:
        return ("1 picture has no alternate text" if count == 1 else f"{count} pictures have no alternate text",)
    return (f"you described {min(written, count)} of {count} pictures without alternate text",)


def _sentence(words: str, mends: Sequence[str]) -> str:
    return f"{'; '.join((words, *mends))}."
