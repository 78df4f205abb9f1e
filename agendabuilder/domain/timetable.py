"""When each item starts: fixed starts, and starts that roll on from the lengths before them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendabuilder.domain.item import Item
    from agendabuilder.domain.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Slot:
    """When an item is on.

    `start` is what the agenda prints: the fixed start, else the rolled one of an item with a length, else
    nothing. `overrun` is by how many minutes the business before runs past the item's fixed start.
    """

    start: time | None = None
    overrun: int = 0


@dataclass(frozen=True, slots=True)
class Timetable:
    """The slots of all items by id, and when the business ends as far as that can be worked out."""

    slots: Mapping[str, Slot]
    end: time | None = None


def timetable(meeting: "Meeting") -> Timetable:
    """Work out every start. An item without a length takes no time of its own."""
    clock = None if meeting.start is None else _minutes(meeting.start)
    slots: dict[str, Slot] = {}
    for item in meeting.items:
        clock = _place(item, clock, slots)
    return Timetable(slots, None if clock is None else _time(clock))


def _place(item: "Item", clock: int | None, slots: dict[str, Slot]) -> int | None:
    """Place an item and those under it; return the time after it, in minutes since midnight."""
    overrun = 0
    if item.start is not None:
        fixed = _minutes(item.start)
        overrun = max(0, clock - fixed) if clock is not None else 0
        clock = fixed
    shown = item.start if item.start is not None or item.minutes is None or clock is None else _time(clock)
    slots[item.id] = Slot(shown, overrun)
    end = None if clock is None else clock + (item.minutes or 0)
    for child in item.items:
        clock = _place(child, clock, slots)
    return end if clock is None else max(clock, end or 0)


def later_by(moment: time, minutes: int) -> time:
    """A time of day some minutes later; after midnight it is the next day's."""
    return _time(_minutes(moment) + minutes)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _time(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
