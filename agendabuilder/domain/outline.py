"""Moving items as in an outline: one place up or down, in under the item before, out beside the item above.

A step that is not possible (up from the first place) leaves the meeting as it is.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from agendabuilder.domain.edits import add_item, find_item, move_item, new_id, place_of
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting

_MARK = re.compile(r"^\s*(?:[-*•–]|\(?[0-9]{1,3}[.):]|[0-9]{1,3}\t|\(?[a-z][.)])\s+", re.IGNORECASE)  # noqa: RUF001


def siblings(meeting: Meeting, parent_id: str) -> tuple[Item, ...]:
    """The items under a parent, or those at the top for "". Raises `KeyError`."""
    return find_item(meeting, parent_id).items if parent_id else meeting.items


def move_up(meeting: Meeting, item_id: str) -> Meeting:
    """The item one place up among its siblings."""
    parent_id, position = place_of(meeting, item_id)
    return move_item(meeting, item_id, position - 1, parent_id) if position else meeting


def move_down(meeting: Meeting, item_id: str) -> Meeting:
    """The item one place down among its siblings."""
    parent_id, position = place_of(meeting, item_id)
    last = len(siblings(meeting, parent_id)) - 1
    return move_item(meeting, item_id, position + 1, parent_id) if position < last else meeting


def move_in(meeting: Meeting, item_id: str) -> Meeting:
    """The item as the last one under the sibling before it."""
    parent_id, position = place_of(meeting, item_id)
    if not position:
        return meeting
    above = siblings(meeting, parent_id)[position - 1]
    return move_item(meeting, item_id, len(above.items), above.id)


def move_out(meeting: Meeting, item_id: str) -> Meeting:
    """The item right after the item that it is under."""
    parent_id, _ = place_of(meeting, item_id)
    if not parent_id:
        return meeting
    above_id, position = place_of(meeting, parent_id)
    return move_item(meeting, item_id, position + 1, above_id)


def lines_as_titles(text: str) -> tuple[str, ...]:
    """The titles in pasted lines: one a line, without bullets and numbers before them."""
    return tuple(title for line in text.splitlines() if (title := _MARK.sub("", line).strip()))


def add_titles(meeting: Meeting, titles: Iterable[str], position: int | None = None, parent_id: str = "") -> Meeting:
    """The meeting with an item for each title, one after another from a position on."""
    place = len(siblings(meeting, parent_id)) if position is None else position
    for count, title in enumerate(titles):
        meeting = add_item(meeting, Item(title=title), place + count, parent_id)
    return meeting


def place_after(meeting: Meeting, item_id: str) -> tuple[str, int]:
    """Parent and position of what would come right after an item; the end of the agenda for ""."""
    if not item_id:
        return "", len(meeting.items)
    parent_id, position = place_of(meeting, item_id)
    return parent_id, position + 1


def add_after(meeting: Meeting, item_id: str, item: Item) -> Meeting:
    """The meeting with a new item right after another one."""
    parent_id, position = place_after(meeting, item_id)
    return add_item(meeting, replace(item, id=item.id or new_id(meeting)), position, parent_id)
