"""The item by which the public is asked to leave: where it belongs, what it says, and how to know one.

Its text names the exempt items and their paragraphs by places that are filled in as the agenda stands.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.edits import add_item
from agendabuilder.domain.exempt_grounds import AccessLaw, Grounds, grounds_of
from agendabuilder.domain.item import Access, Item, ItemKind
from agendabuilder.domain.language import Language
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.worded import language_of

if TYPE_CHECKING:
    from agendabuilder.domain.meeting import Meeting

_TITLE = "Exclusion of the press and public"
_BY_TITLE = re.compile(
    r"\bexclu(?:sion|de|ding)\b.*\b(?:press|public)\b|\b(?:press|public)\b.*\bexclu(?:sion|ded?)\b"
    r"|\b(?:private|closed|confidential) (?:session|part)\b|\bconsider in private\b"
    r"|\b(?:gwahardd|eithrio|cau allan)\b.*\b(?:wasg|cyhoedd)\b",  # the same in Welsh
    re.IGNORECASE,
)
_BY_TEXT = re.compile(
    r"\bpublic (?:be|are|is) excluded\b|\bexclud(?:e|ing) (?:the )?(?:press|public|members of the public)\b"
    r"|\bpublic leave the meeting\b|\{exempt\.items\}|\b(?:gwahardd|eithrio|cau allan)\b[^.]*\bcyhoedd\b",
    re.IGNORECASE,
)


def exempt_items(meeting: "Meeting") -> tuple[Item, ...]:
    """The items that the public must leave for by resolution, each with all under it, in the agenda's order.

    Where the law has no class of its own for what another law keeps secret, confidential items are among them.
    """
    restricted = restrictions(meeting)
    law = grounds_of(meeting.access_law, meeting.notice_rule.nation)
    wanted = (Access.EXEMPT,) if law.schedule else (Access.EXEMPT, Access.CONFIDENTIAL)
    return tuple(item for item in _topmost(meeting.items, restricted) if restricted[item.id].access in wanted)


def _topmost(items: Iterable[Item], restricted: Container[str]) -> Iterator[Item]:
    """The restricted items that are under no other such item."""
    for item in items:
        if item.id in restricted:
            yield item
        else:
            yield from _topmost(item.items, restricted)


def is_exclusion_item(item: Item) -> bool:
    """Whether an item asks the public to leave, by its title or by its text."""
    return item.access is Access.PUBLIC and bool(_BY_TITLE.search(item.title) or _BY_TEXT.search(item.text))


def exclusion_before(meeting: "Meeting", item_id: str) -> Item | None:
    """The item before the given one by which the public is asked to leave; None when there is none."""
    for item in meeting.all_items():
        if item.id == item_id:
            return None
        if is_exclusion_item(item):
            return item
    return None


def lacks_exclusion(meeting: "Meeting") -> Item | None:
    """The first exempt item before which nobody asks the public to leave; None when all is well."""
    first = next(iter(exempt_items(meeting)), None)
    return first if first and exclusion_before(meeting, first.id) is None else None


def add_exclusion_item(meeting: "Meeting") -> "Meeting":
    """The meeting with the item right before its first exempt item; unchanged where nothing is exempt or it is there.

    One that stands too late is moved there.
    """
    first = lacks_exclusion(meeting)
    if first is None:
        return meeting
    late = next((item for item in meeting.items if is_exclusion_item(item)), None)
    others = [item for item in meeting.items if item is not late]
    place = next(at for at, item in enumerate(others) if first in tuple(item.with_descendants()))
    return add_item(replace(meeting, items=tuple(others)), late or _new_item(meeting), place)


def exclusion_text(meeting: "Meeting") -> str:
    """The resolution in our own words, under the law that binds the body, with places for items and paragraphs."""
    law, say = grounds_of(meeting.access_law, meeting.notice_rule.nation), language_of(meeting.look.language).say
    return say(
        "To resolve that{power} the press and public leave the meeting for {items}, because {reason}",
        power=say(", under {law},", law=say(law.power)) if law.power else "",
        items="{exempt.items}",
        reason=_reason(meeting, law, say),
    )


def _reason(meeting: "Meeting", law: Grounds, say: Callable[..., str]) -> str:
    if meeting.access_law is AccessLaw.OWN_RULES:
        return say("the business is confidential.")
    if not law.schedule:
        return say("publicity would be prejudicial to the public interest: the business is confidential.")
    return say(
        "exempt information as described in {paragraphs} of {schedule} would be likely to be disclosed, and the public "
        "interest in keeping it private is greater than that in disclosing it.",
        paragraphs="{exempt.paragraphs}",
        schedule=say(law.schedule),
    )


def exclusion_places(meeting: "Meeting") -> dict[str, str]:
    """What stands for `{exempt.items}` and `{exempt.paragraphs}`: "items 7 and 9", "paragraphs 1 and 3"."""
    items, restricted = exempt_items(meeting), restrictions(meeting)
    numbers = item_numbers(meeting.items, meeting.numbering)
    called = [numbers[item.id] or f"“{item.public_title or item.title}”" for item in items]
    paragraphs = sorted({number for item in items for number in restricted[item.id].paragraphs})
    language = language_of(meeting.look.language)
    return {
        "exempt.items": _listed(called, ("item {names}", "items {names}"), language),
        "exempt.paragraphs": _listed(
            [str(number) for number in paragraphs], ("paragraph {names}", "paragraphs {names}"), language
        ),
    }


def _listed(names: list[str], one_and_several: tuple[str, str], language: Language) -> str:
    return language.say(one_and_several[len(names) > 1], names=language.joined(names)) if names else ""


def _new_item(meeting: "Meeting") -> Item:
    title = language_of(meeting.look.language).say(_TITLE)
    return Item(title=title, text=exclusion_text(meeting), kind=ItemKind.PROCEDURAL)
