"""One thing that is different from the last issue, in a sentence that the clerk can send to members."""

from dataclasses import dataclass
from enum import StrEnum

from agendabuilder.domain.language import Language
from agendabuilder.domain.pack_state import PackState
from agendabuilder.domain.pagination import PageRange


class ChangeKind(StrEnum):
    """What sort of change it is."""

    MEETING_CHANGED = "meeting_changed"
    ITEM_ADDED = "item_added"
    ITEM_REMOVED = "item_removed"
    ITEM_MOVED = "item_moved"
    ITEM_RENUMBERED = "item_renumbered"
    ITEM_REWORDED = "item_reworded"
    ITEM_RETIMED = "item_retimed"
    ITEM_ACCESS = "item_access"
    REPORT_ADDED = "report_added"
    REPORT_ANNOUNCED = "report_announced"
    REPORT_ARRIVED = "report_arrived"
    REPORT_REPLACED = "report_replaced"
    REPORT_WITHDRAWN = "report_withdrawn"
    REPORT_MOVED = "report_moved"
    REPORT_RENAMED = "report_renamed"
    REPORT_ACCESS = "report_access"


LATE_PAPERS = (ChangeKind.REPORT_ADDED, ChangeKind.REPORT_ARRIVED, ChangeKind.REPORT_REPLACED)
"""The changes that bring pages, which a supplement can carry."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change. `sentence` is complete; `old_pages` and `new_pages` are the ranges of what it is about."""

    kind: ChangeKind
    sentence: str
    item_id: str = ""
    report_id: str = ""
    old_pages: tuple[PageRange, ...] = ()
    new_pages: tuple[PageRange, ...] = ()


def named_item(item_id: str, before: PackState, now: PackState, language: Language) -> str:
    """How a sentence calls an item: by its new number and title, and by the old number where that differs.

    Within a sentence it begins with a small letter; see `sentence`.
    """
    state = now if item_id in now.items else before
    number, title = state.numbers[item_id], state.items[item_id].title
    quoted = f"“{title}”" if title else ""
    name = " ".join(part for part in (language.say("item" if number else "the item"), number, quoted) if part)
    old = before.numbers.get(item_id, number)
    return language.say("{name} (before: item {old})", name=name, old=old) if old and old != number else name


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def pages_in_words(count: int, language: Language) -> str:
    """1 page, 26 pages."""
    return language.say("{count} page" if count == 1 else "{count} pages", count=count)


def item_pages(state: PackState, item_id: str) -> tuple[PageRange, ...]:
    """The ranges of an item's papers."""
    return state.plan.items.get(item_id, ())


def report_pages(state: PackState, report_id: str) -> tuple[PageRange, ...]:
    """A report's range, as a tuple; empty without pages."""
    own = state.plan.reports.get(report_id)
    return (own,) if own else ()


def access_words(state: PackState, identity: str, language: Language) -> str:
    """Who may read an item or a report: "public", "exempt: paragraph 3" or "confidential"."""
    restriction = state.restrictions.get(identity)
    withheld = state.reports[identity][1].withheld if identity in state.reports else ""
    text = restriction.text_in(language, language.wording) if restriction else withheld or language.say("public")
    return text[:1].lower() + text[1:]
