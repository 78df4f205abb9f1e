"""What is different about one report: added, arrived, replaced, withdrawn, moved, renamed, for other eyes."""

from collections.abc import Iterator

from agendabuilder.domain.change import (
    Change,
    ChangeKind,
    access_words,
    named_item,
    pages_in_words,
    report_pages,
    sentence,
)
from agendabuilder.domain.item import Report
from agendabuilder.domain.pack_state import PackState, out_of_turn

_Told = Iterator[tuple[ChangeKind, str]]


def replaced_reports(before: PackState, now: PackState) -> frozenset[str]:
    """The reports that had pages and have others now, by id."""
    return frozenset(report_id for report_id in now.reports if _is_replaced(report_id, before, now))


def _is_replaced(report_id: str, before: PackState, now: PackState) -> bool:
    both = report_id in before.reports and before.has_pages(report_id) and now.has_pages(report_id)
    return both and before.content(report_id) != now.content(report_id)


def report_changes(report_id: str, before: PackState, now: PackState, moved: frozenset[str]) -> Iterator[Change]:
    """The changes of one report. `moved` is what `moved_reports` found."""
    item, report = (now if report_id in now.reports else before).reports[report_id]
    opening = f"{sentence(named_item(item.id, before, now))}: the report “{report.name}”"
    for kind, text in _differences(report_id, before, now, moved):
        yield Change(
            kind, f"{opening}{text}.", item.id, report_id, report_pages(before, report_id), report_pages(now, report_id)
        )


def moved_reports(before: PackState, now: PackState) -> frozenset[str]:
    """The reports that are with another item, or at another place among the reports of theirs."""
    common = [report_id for report_id in now.reports if report_id in before.reports]
    moved = {each for each in common if before.reports[each][0].id != now.reports[each][0].id}
    for item_id in {now.reports[each][0].id for each in common}:
        own = {each for each in common if now.reports[each][0].id == item_id and each not in moved}
        moved |= out_of_turn(
            [each for each in before.reports if each in own], [each for each in now.reports if each in own]
        )
    return frozenset(moved)


def _differences(report_id: str, before: PackState, now: PackState, moved: frozenset[str]) -> _Told:
    if report_id not in before.reports:
        yield _added(now.reports[report_id][1], report_id, now)
    elif report_id not in now.reports:
        yield _withdrawn(report_id, before)
    else:
        yield from _of_pages(report_id, before, now)
        yield from _of_words(report_id, before, now, moved)


def _added(report: Report, report_id: str, now: PackState) -> tuple[ChangeKind, str]:
    if now.has_pages(report_id):
        return ChangeKind.REPORT_ADDED, f" was added ({pages_in_words(now.page_counts[report_id])})"
    return ChangeKind.REPORT_ANNOUNCED, f" was announced; it {_promise(report)}"


def _withdrawn(report_id: str, before: PackState) -> tuple[ChangeKind, str]:
    if before.has_pages(report_id):
        return ChangeKind.REPORT_WITHDRAWN, f" was withdrawn ({pages_in_words(before.page_counts[report_id])})"
    return ChangeKind.REPORT_WITHDRAWN, ", which was announced, was withdrawn"


def _promise(report: Report) -> str:
    return "is to be given verbally" if report.verbal else "is to follow"


def _of_pages(report_id: str, before: PackState, now: PackState) -> _Told:
    was, is_now = before.has_pages(report_id), now.has_pages(report_id)
    if was and not is_now:
        kind, text = _withdrawn(report_id, before)
        yield kind, f"{text}; it {_promise(now.reports[report_id][1])}"
    elif is_now and not was:
        arrived = ", which was to follow, has arrived" if before.reports[report_id][1].to_follow else " now has pages"
        yield ChangeKind.REPORT_ARRIVED, f"{arrived} ({pages_in_words(now.page_counts[report_id])})"
    elif _is_replaced(report_id, before, now):
        yield ChangeKind.REPORT_REPLACED, f" was replaced ({_counts(report_id, before, now)})"
    elif not is_now and before.reports[report_id][1].verbal != now.reports[report_id][1].verbal:
        yield ChangeKind.REPORT_ANNOUNCED, f" {_promise(now.reports[report_id][1])} now"


def _counts(report_id: str, before: PackState, now: PackState) -> str:
    old, new = before.page_counts[report_id], now.page_counts[report_id]
    return f"{pages_in_words(new)}{' as before' if old == new else f', before {old}'}"


def _of_words(report_id: str, before: PackState, now: PackState, moved: frozenset[str]) -> _Told:
    (old_item, old), (item, new) = before.reports[report_id], now.reports[report_id]
    if report_id in moved and old_item.id != item.id:
        yield ChangeKind.REPORT_MOVED, f" was with {named_item(old_item.id, before, now)} before"
    elif report_id in moved:
        yield ChangeKind.REPORT_MOVED, " has another place among the item's reports"
    if old.name != new.name:
        yield ChangeKind.REPORT_RENAMED, f" was called “{old.name}” before"
    if access_words(before, report_id) != access_words(now, report_id):
        words = f"{access_words(now, report_id)}; it was {access_words(before, report_id)}"
        yield ChangeKind.REPORT_ACCESS, f" is now {words}"
