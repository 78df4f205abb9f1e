"""The verbs of editing: each makes a new meeting from an old one. Nothing else changes a meeting.

Items, reports and notices are named by their ids. An id that is not there raises `KeyError`: a caller that
shows a meeting can only name what it shows.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting, PreMeeting
from agendabuilder.domain.people import Contact

_Value = TypeVar("_Value")

_OPTIONAL_PARTS: dict[str, Callable[[], Any]] = {
    "contact": Contact,
    "pre_meeting": PreMeeting,
    "previous_meeting": OtherMeeting,
    "next_meeting": OtherMeeting,
}


def change_meeting(meeting: Meeting, **fields: Any) -> Meeting:
    """The meeting with some of its own fields changed."""
    return replace(meeting, **fields)


def change_part(meeting: Meeting, part: str, **fields: Any) -> Meeting:
    """The meeting with some fields of one of its parts changed, such as the phone of its `contact`.

    A part that is not there yet is begun; an optional part with nothing left in it goes.
    """
    optional = _OPTIONAL_PARTS.get(part)
    changed = replace(getattr(meeting, part) or _OPTIONAL_PARTS[part](), **fields)
    fields_of_meeting: dict[str, Any] = {part: None if optional and changed == optional() else changed}
    return replace(meeting, **fields_of_meeting)


def find_item(meeting: Meeting, item_id: str) -> Item:
    """The item or sub-item with that id. Raises `KeyError`."""
    for item in meeting.all_items():
        if item.id == item_id:
            return item
    raise KeyError(item_id)


def item_of_report(meeting: Meeting, report_id: str) -> Item:
    """The item that a report is attached to. Raises `KeyError`."""
    for item, report in meeting.all_reports():
        if report.id == report_id:
            return item
    raise KeyError(report_id)


def place_of(meeting: Meeting, item_id: str) -> tuple[str, int]:
    """The id of the item's parent ("" at the top) and its position there from 0. Raises `KeyError`."""
    families = [("", meeting.items), *((item.id, item.items) for item in meeting.all_items())]
    for parent_id, siblings in families:
        for position, item in enumerate(siblings):
            if item.id == item_id:
                return parent_id, position
    raise KeyError(item_id)


def new_id(meeting: Meeting) -> str:
    """An id that nothing in the meeting has."""
    taken = {item.id for item in meeting.all_items()} | {notice.id for notice in meeting.notices}
    taken |= {report.id for _, report in meeting.all_reports()}
    return str(max((int(identity) for identity in taken if identity.isdecimal()), default=0) + 1)


def add_item(meeting: Meeting, item: Item, position: int | None = None, parent_id: str = "") -> Meeting:
    """The meeting with an item put in at a position from 0 (at the end without one), under a parent if named."""
    item = item if item.id else replace(item, id=new_id(meeting))
    return _in_siblings(meeting, parent_id, lambda siblings: _inserted(siblings, item, position))


def remove_item(meeting: Meeting, item_id: str) -> Meeting:
    """The meeting without an item and what is under it."""
    find_item(meeting, item_id)
    return replace(meeting, items=_without_item(meeting.items, item_id))


def change_item(meeting: Meeting, item_id: str, **fields: Any) -> Meeting:
    """The meeting with some of an item's fields changed."""
    find_item(meeting, item_id)
    return replace(meeting, items=_with_item(meeting.items, item_id, lambda item: replace(item, **fields)))


def move_item(meeting: Meeting, item_id: str, position: int, parent_id: str = "") -> Meeting:
    """The meeting with an item, and what is under it, at another place.

    `position` counts from 0 among the new siblings without the item itself. Raises `ValueError` when the
    item would come under itself.
    """
    item = find_item(meeting, item_id)
    if any(inner.id == parent_id for inner in item.with_descendants()):
        raise ValueError("An item cannot be moved under itself.")
    return add_item(remove_item(meeting, item_id), item, position, parent_id)


def duplicate_item(meeting: Meeting, item_id: str) -> Meeting:
    """The meeting with a copy of an item right after it; the copy has new ids and keeps the papers."""
    original = find_item(meeting, item_id)
    copy = _with_new_ids(original, int(new_id(meeting)))[0]
    parent_id, position = place_of(meeting, item_id)
    return add_item(meeting, copy, position + 1, parent_id)


def add_copies(meeting: Meeting, items: Iterable[Item], position: int, parent_id: str = "") -> Meeting:
    """The meeting with copies of items, one after another from a position on; the first gets the id that is new now."""
    for place, item in enumerate(items, position):
        meeting = add_item(meeting, _with_new_ids(item, int(new_id(meeting)))[0], place, parent_id)
    return meeting


def add_report(meeting: Meeting, item_id: str, report: Report, position: int | None = None) -> Meeting:
    """The meeting with a report attached to an item, at the end or at a position from 0."""
    report = report if report.id else replace(report, id=new_id(meeting))
    item = find_item(meeting, item_id)
    return change_item(meeting, item_id, reports=_inserted(item.reports, report, position))


def remove_report(meeting: Meeting, report_id: str) -> Meeting:
    """The meeting without a report; its file stays in the folder."""
    item = item_of_report(meeting, report_id)
    return change_item(meeting, item.id, reports=tuple(each for each in item.reports if each.id != report_id))


def change_report(meeting: Meeting, report_id: str, **fields: Any) -> Meeting:
    """The meeting with some of a report's fields changed."""
    item = item_of_report(meeting, report_id)
    reports = tuple(replace(each, **fields) if each.id == report_id else each for each in item.reports)
    return change_item(meeting, item.id, reports=reports)


def move_report(meeting: Meeting, report_id: str, item_id: str, position: int) -> Meeting:
    """The meeting with a report at another place, of the same item or another one."""
    find_item(meeting, item_id)
    holder = item_of_report(meeting, report_id)
    report = next(each for each in holder.reports if each.id == report_id)
    return add_report(remove_report(meeting, report_id), item_id, report, position)


def add_notice(meeting: Meeting, notice: Notice, position: int | None = None) -> Meeting:
    """The meeting with one notice more."""
    notice = notice if notice.id else replace(notice, id=new_id(meeting))
    return replace(meeting, notices=_inserted(meeting.notices, notice, position))


def change_notice(meeting: Meeting, notice_id: str, **fields: Any) -> Meeting:
    """The meeting with some of a notice's fields changed. Raises `KeyError`."""
    _require(notice_id, {notice.id for notice in meeting.notices})
    notices = tuple(replace(each, **fields) if each.id == notice_id else each for each in meeting.notices)
    return replace(meeting, notices=notices)


def remove_notice(meeting: Meeting, notice_id: str) -> Meeting:
    """The meeting without a notice. Raises `KeyError`."""
    _require(notice_id, {notice.id for notice in meeting.notices})
    return replace(meeting, notices=tuple(each for each in meeting.notices if each.id != notice_id))


def move_notice(meeting: Meeting, notice_id: str, by: int) -> Meeting:
    """The meeting with a notice some places further down (up when negative), as far as there are. Raises `KeyError`."""
    _require(notice_id, {notice.id for notice in meeting.notices})
    notice = next(each for each in meeting.notices if each.id == notice_id)
    rest = tuple(each for each in meeting.notices if each.id != notice_id)
    place = max(0, min(meeting.notices.index(notice) + by, len(rest)))
    return replace(meeting, notices=_inserted(rest, notice, place))


def _require(identity: str, known: set[str]) -> None:
    if identity not in known:
        raise KeyError(identity)


def _inserted(values: tuple[_Value, ...], value: _Value, position: int | None) -> tuple[_Value, ...]:
    place = len(values) if position is None else position
    return (*values[:place], value, *values[place:])


def _in_siblings(meeting: Meeting, parent_id: str, change: Callable[[tuple[Item, ...]], tuple[Item, ...]]) -> Meeting:
    if not parent_id:
        return replace(meeting, items=change(meeting.items))
    return change_item(meeting, parent_id, items=change(find_item(meeting, parent_id).items))


def _with_item(items: tuple[Item, ...], item_id: str, change: Callable[[Item], Item]) -> tuple[Item, ...]:
    return tuple(
        change(item) if item.id == item_id else replace(item, items=_with_item(item.items, item_id, change))
        for item in items
    )


def _without_item(items: tuple[Item, ...], item_id: str) -> tuple[Item, ...]:
    return tuple(replace(item, items=_without_item(item.items, item_id)) for item in items if item.id != item_id)


def _with_new_ids(item: Item, number: int) -> tuple[Item, int]:
    """The item with ids from `number` on throughout, and the next free number."""
    identity, number = str(number), number + 1
    reports = tuple(replace(report, id=str(number + place)) for place, report in enumerate(item.reports))
    number += len(reports)
    children: list[Item] = []
    for child in item.items:
        copy, number = _with_new_ids(child, number)
        children.append(copy)
    return replace(item, id=identity, reports=reports, items=tuple(children)), number
