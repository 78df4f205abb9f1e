"""What is different about one item of the agenda: come, gone, moved, reworded, at another time, for other eyes."""

from collections.abc import Iterator, Sequence

from agendabuilder.domain.change import Change, ChangeKind, access_words, item_pages, named_item, sentence
from agendabuilder.domain.forms import time_text
from agendabuilder.domain.item import Item
from agendabuilder.domain.pack_state import PackState, out_of_turn


def item_changes(item_id: str, before: PackState, now: PackState, moved: frozenset[str]) -> Iterator[Change]:
    """The changes of one item, without those of its reports. `moved` is what `moved_items` found."""
    name = named_item(item_id, before, now)
    told = _coming_and_going if item_id not in before.items or item_id not in now.items else _differences
    for kind, text in told(item_id, name, before, now, moved):
        yield Change(kind, sentence(text), item_id, "", item_pages(before, item_id), item_pages(now, item_id))


def moved_items(before: PackState, now: PackState) -> frozenset[str]:
    """The items that have another place on the agenda than before; one that only follows its neighbours has not."""
    common = [item_id for item_id in now.items if item_id in before.items]
    moved = {item_id for item_id in common if before.parents[item_id] != now.parents[item_id]}
    for parent_id in {now.parents[item_id] for item_id in common}:
        family = {item_id for item_id in common if now.parents[item_id] == parent_id and item_id not in moved}
        moved |= out_of_turn(
            [item_id for item_id in before.items if item_id in family],
            [item_id for item_id in now.items if item_id in family],
        )
    return frozenset(moved)


_Told = Iterator[tuple[ChangeKind, str]]


def _coming_and_going(item_id: str, name: str, before: PackState, now: PackState, moved: frozenset[str]) -> _Told:
    del before, moved
    if item_id in now.items:
        yield ChangeKind.ITEM_ADDED, f"{name} was added."
    else:
        yield ChangeKind.ITEM_REMOVED, f"{name} was taken off the agenda."


def _differences(item_id: str, name: str, before: PackState, now: PackState, moved: frozenset[str]) -> _Told:
    if item_id in moved:
        yield ChangeKind.ITEM_MOVED, f"{name} was moved: it now comes {_where(item_id, before, now)}."
    elif before.numbers[item_id] != now.numbers[item_id]:
        yield ChangeKind.ITEM_RENUMBERED, _renumbered(item_id, before, now)
    old, new = before.items[item_id], now.items[item_id]
    yield from ((ChangeKind.ITEM_REWORDED, text) for text in _rewording(name, old, new))
    yield from ((ChangeKind.ITEM_RETIMED, text) for text in _retiming(name, item_id, before, now))
    if access_words(before, item_id) != access_words(now, item_id):
        words = f"{access_words(now, item_id)}; it was {access_words(before, item_id)}"
        yield ChangeKind.ITEM_ACCESS, f"{name} is now {words}."


def _where(item_id: str, before: PackState, now: PackState) -> str:
    """Where an item stands now, told by what stands before it."""
    agenda: Sequence[str] = list(now.items)
    place = agenda.index(item_id)
    return f"after {named_item(agenda[place - 1], before, now)}" if place else "first"


def _renumbered(item_id: str, before: PackState, now: PackState) -> str:
    number, old, title = now.numbers[item_id], before.numbers[item_id], now.items[item_id].title
    called = f" “{title}”" if title else ""
    if not number:
        return f"the item{called}, before item {old}, has no number now."
    return f"item {number}{called} {f'was item {old}' if old else 'had no number'} before."


def _rewording(name: str, old: Item, new: Item) -> Iterator[str]:
    if old.title != new.title:
        yield f"{name} was called “{old.title}” before." if old.title else f"{name} was given a title."
    if old.text != new.text:
        yield f"the description of {name} was changed."
    if old.contributors != new.contributors:
        yield f"the contributors of {name} were changed."
    if old.urgency != new.urgency:
        yield f"the reason for urgency of {name} was changed."


def _retiming(name: str, item_id: str, before: PackState, now: PackState) -> Iterator[str]:
    form = now.meeting.table.times
    old_start, start = before.starts[item_id], now.starts[item_id]
    if old_start != start:
        was = f", before {time_text(old_start, form)}" if old_start else ""
        yield f"{name} is at {time_text(start, form)}{was}." if start else f"{name} has no set time any more{was}."
    old, new = before.items[item_id].minutes, now.items[item_id].minutes
    if old != new:
        was = f", before {old} minutes" if old is not None else ""
        yield f"{name} has {new} minutes{was}." if new is not None else f"{name} has no set length any more{was}."
