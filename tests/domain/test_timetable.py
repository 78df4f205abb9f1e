"""Starts roll on from lengths; a fixed start stands."""

from datetime import time

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.timetable import timetable


def starts(*items: Item, start: time | None = time(14, 0)) -> list[str]:
    table = timetable(Meeting(start=start, items=items))
    return [f"{slot.start:%H:%M}" if slot.start else "" for slot in table.slots.values()]


def test_starts_roll_on_from_the_lengths_before() -> None:
    assert starts(Item("a", minutes=5), Item("b", minutes=20), Item("c", minutes=10)) == ["14:00", "14:05", "14:25"]


def test_an_item_with_neither_start_nor_length_shows_no_time_and_takes_none() -> None:
    assert starts(Item("a"), Item("b", minutes=20), Item("c"), Item("d", minutes=1)) == ["", "14:00", "", "14:20"]


def test_a_fixed_start_stands_and_the_rest_rolls_on_from_it() -> None:
    assert starts(Item("a", minutes=5), Item("b", start=time(15, 0), minutes=30), Item("c", minutes=5)) == [
        "14:00",
        "15:00",
        "15:30",
    ]


def test_without_a_start_of_the_meeting_only_fixed_starts_show() -> None:
    assert starts(Item("a", minutes=5), Item("b", start=time(9, 0)), start=None) == ["", "09:00"]


def test_sub_items_roll_on_within_their_item() -> None:
    parent = Item("a", items=(Item("a1", minutes=10), Item("a2", minutes=15)))
    assert starts(parent, Item("b", minutes=5)) == ["", "14:00", "14:10", "14:25"]


def test_an_overrun_is_told_in_minutes_where_it_happens() -> None:
    items = (Item("a", minutes=45), Item("b", start=time(14, 30), minutes=10))
    table = timetable(Meeting(start=time(14, 0), items=items))
    assert table.slots["b"].overrun == 15
    assert table.slots["a"].overrun == 0
    assert table.end == time(14, 40)


def test_a_meeting_may_run_past_midnight() -> None:
    assert starts(Item("a", minutes=40), Item("b", minutes=5), start=time(23, 30)) == ["23:30", "00:10"]
