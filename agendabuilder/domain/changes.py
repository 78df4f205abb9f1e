"""What is different from the last issue, in the clerk's words: the meeting, then each item with its reports.

Items and reports are known by their ids, so a report that was renamed and replaced is still the same report.
"""

from collections.abc import Iterator, Sequence

from agendabuilder.domain.change import Change
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.domain.item_changes import item_changes, moved_items
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting_changes import meeting_changes
from agendabuilder.domain.pack_state import PackState, state_of_issue
from agendabuilder.domain.report_changes import moved_reports, report_changes


def changes_since(issued: IssuedPack, now: PackState) -> tuple[Change, ...]:
    """Everything that is different from an issue, in the order of the agenda."""
    return changes_between(state_of_issue(issued), now)


def changes_between(before: PackState, now: PackState, language: Language = ENGLISH) -> tuple[Change, ...]:
    """Everything that is different between two states of one meeting, in the order of the agenda."""
    return (*meeting_changes(before, now, language), *_agenda_changes(before, now, language))


def _agenda_changes(before: PackState, now: PackState, language: Language) -> Iterator[Change]:
    reordered_items, reordered_reports = moved_items(before, now), moved_reports(before, now)
    for item_id in _with_gone(list(before.items), list(now.items)):
        yield from item_changes(item_id, before, now, reordered_items, language)
        for report_id in _reports_of(item_id, before, now):
            yield from report_changes(report_id, before, now, reordered_reports, language)


def _reports_of(item_id: str, before: PackState, now: PackState) -> list[str]:
    """The reports of an item, with those that it had and nobody has now."""
    own = [report_id for report_id, (item, _) in now.reports.items() if item.id == item_id]
    had = [
        report_id
        for report_id, (item, _) in before.reports.items()
        if item.id == item_id and (report_id in own or report_id not in now.reports)
    ]
    return _with_gone(had, own)


def _with_gone(before: Sequence[str], now: Sequence[str]) -> list[str]:
    """All of now in its order, and each that is gone before the next one that is still there."""
    order = list(now)
    for place, member in enumerate(before):
        if member not in now:
            following = next((each for each in before[place:] if each in now), None)
            order.insert(order.index(following) if following else len(order), member)
    return order
