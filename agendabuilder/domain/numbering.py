"""Item numbers: 1, 2, 3; sub-items 3a or 3.1; numbers that run on through the year (77/26)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agendabuilder.domain.item import Item


class SubNumbers(StrEnum):
    """How a sub-item is numbered; the value is the first sub-item of item 3."""

    LETTER = "3a"
    BRACKETED_LETTER = "3(a)"
    DECIMAL = "3.1"


@dataclass(frozen=True, slots=True)
class Numbering:
    """The body's way of numbering its items. `prefix` and `suffix` stand around each top number ("77/26")."""

    start: int = 1
    prefix: str = ""
    suffix: str = ""
    sub_items: SubNumbers = SubNumbers.LETTER


def item_numbers(items: Iterable["Item"], numbering: Numbering) -> Mapping[str, str]:
    """The printed number of every item, by the item's id; empty for an item without one.

    A number typed by hand, and an item without a number, take nothing from the running count.
    """
    numbers: dict[str, str] = {}
    count = numbering.start
    for item in items:
        if item.number or not item.numbered:
            numbers[item.id] = item.number
        else:
            numbers[item.id] = f"{numbering.prefix}{count}{numbering.suffix}"
            count += 1
        _number_children(item, 1, numbering.sub_items, numbers)
    return numbers


def _number_children(parent: "Item", depth: int, style: SubNumbers, numbers: dict[str, str]) -> None:
    count = 1
    for child in parent.items:
        if child.number or not child.numbered:
            numbers[child.id] = child.number
        else:
            numbers[child.id] = numbers[parent.id] + _sub_number(count, depth, style)
            count += 1
        _number_children(child, depth + 1, style, numbers)


def _sub_number(count: int, depth: int, style: SubNumbers) -> str:
    if style is SubNumbers.DECIMAL:
        return f".{count}"
    sign = roman(count) if depth == 2 else letters(count)
    return f"({sign})" if style is SubNumbers.BRACKETED_LETTER or depth > 1 else sign


def letters(count: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    text = ""
    while count > 0:
        count, place = divmod(count - 1, 26)
        text = chr(ord("a") + place) + text
    return text


def roman(number: int) -> str:
    """A number from 1 up as a lower-case roman numeral."""
    signs = (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
        (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    )  # fmt: skip
    text = ""
    for value, sign in signs:
        times, number = divmod(number, value)
        text += sign * times
    return text
