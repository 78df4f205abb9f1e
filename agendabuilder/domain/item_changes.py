"""What is different about one item of the agenda: come, gone, moved, reworded, at another time, for other eyes."""

from collections.abc import Iterator

from agendabuilder.domain.change import Change, ChangeKind, access_words, item_pages, named_item, sentence
from agendabuilder.domain.forms import minutes_text, time_text
from agendabuilder.domain.item import Item
from agendabuilder.domain.language import Language
from agendabuilder.domain.pack_state import PackState, out_of_turn


def item_changes(
    item_id: str, before: PackState, now: PackState, moved: frozenset[str], language: Language
) -> Iterator[Change]:
    """The changes of one item, without those of its reports. `moved` is what `moved_items` found."""
    if item_id in before.items and item_id in now.items:
        told = _differences(item_id, before, now, moved, language)
    else:
        told = _coming_and_going(item_id, before, now, language)
    for kind, text in told:
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


def _coming_and_going(item_id: str, before: PackState, now: PackState, language: Language) -> _Told:
    name = named_item(item_id, before, now, language)
    if item_id in now.items:
        yield ChangeKind.ITEM_ADDED, language.say("{name} was added.", name=name)
    else:
        yield ChangeKind.ITEM_REMOVED, language.say("{name} was taken off the agenda.", name=name)


def _differences(item_id: str, before: PackState, now: PackState, moved: frozenset[str], language: Language) -> _Told:
    if item_id in moved:
        yield ChangeKind.ITEM_MOVED, _moved(item_id, before, now, language)
    elif before.numbers[item_id] != now.numbers[item_id]:
        yield ChangeKind.ITEM_RENUMBERED, _renumbered(item_id, before, now, language)
    name, old, new = named_item(item_id, before, now, language), before.items[item_id], now.items[item_id]
    yield from ((ChangeKind.ITEM_REWORDED, text) for text in _rewording(name, old, new, language))
    yield from ((ChangeKind.ITEM_RETIMED, text) for text in _retiming(name, item_id, before, now, language))
    was, access = access_words(before, item_id, language), access_words(now, item_id, language)
    if was != access:
        text = language.say("{name} is now {access}; it was {before}.", name=name, access=access, before=was)
        yield ChangeKind.ITEM_ACCESS, text


def _moved(item_id: str, before: PackState, now: PackState, language: Language) -> str:
    """Where an item stands now, told by what stands before it."""
    name, agenda = named_item(item_id, before, now, language), list(now.items)
    place = agenda.index(item_id)
    if not place:
        return language.say("{name} was moved: it now comes first.", name=name)
    other = named_item(agenda[place - 1], before, now, language)
    return language.say("{name} was moved: it now comes after {other}.", name=name, other=other)


def _renumbered(item_id: str, before: PackState, now: PackState, language: Language) -> str:
    number, old, title = now.numbers[item_id], before.numbers[item_id], now.items[item_id].title
    called = f" “{title}”" if title else ""
    if not number:
        return language.say("the item{called}, before item {old}, has no number now.", called=called, old=old)
    if not old:
        return language.say("item {number}{called} had no number before.", number=number, called=called)
    return language.say("item {number}{called} was item {old} before.", number=number, called=called, old=old)


def _rewording(name: str, old: Item, new: Item, language: Language) -> Iterator[str]:
    if old.title != new.title and old.title:
        yield language.say("{name} was called “{old}” before.", name=name, old=old.title)
    elif old.title != new.title:
        yield language.say("{name} was given a title.", name=name)
    if old.text != new.text:
        yield language.say("the description of {name} was changed.", name=name)
    if old.contributors != new.contributors:
        yield language.say("the contributors of {name} were changed.", name=name)
    if old.urgency != new.urgency:
        yield language.say("the reason for urgency of {name} was changed.", name=name)


def _retiming(name: str, item_id: str, before: PackState, now: PackState, language: Language) -> Iterator[str]:
    form = now.meeting.table.times
    was, start = (
        time_text(moment, form, language) if moment else "" for moment in (before.starts[item_id], now.starts[item_id])
    )
    if before.starts[item_id] != now.starts[item_id]:
        texts = _START if start else _NO_START
        yield language.say(texts[bool(was)], name=name, time=start, old=was)
    old, new = before.items[item_id].minutes, now.items[item_id].minutes
    if old != new:
        texts = _LENGTH if new is not None else _NO_LENGTH
        length, had = (minutes_text(each or 0, language) for each in (new, old))
        yield language.say(texts[old is not None], name=name, length=length, old=had)


_START = ("{name} is at {time}.", "{name} is at {time}, before {old}.")
_NO_START = ("{name} has no set time any more.", "{name} has no set time any more, before {old}.")
_LENGTH = ("{name} has {length}.", "{name} has {length}, before {old}.")
_NO_LENGTH = ("{name} has no set length any more.", "{name} has no set length any more, before {old}.")
"""Each without and with what was before."""
