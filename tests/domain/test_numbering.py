"""Item numbers in the styles that bodies use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.item import Item
from agendabuilder.domain.numbering import Numbering, SubNumbers, item_numbers, letters, roman


def numbers(items: tuple[Item, ...], numbering: Numbering | None = None) -> list[str]:
    return list(item_numbers(items, numbering or Numbering()).values())


def test_items_count_from_one() -> None:
    assert numbers((Item("a"), Item("b"), Item("c"))) == ["1", "2", "3"]


def test_numbers_can_run_on_through_the_year() -> None:
    assert numbers((Item("a"), Item("b")), Numbering(start=77, suffix="/26")) == ["77/26", "78/26"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (SubNumbers.LETTER, ["1", "1a", "1b", "1b(i)"]),
        (SubNumbers.BRACKETED_LETTER, ["1", "1(a)", "1(b)", "1(b)(i)"]),
        (SubNumbers.DECIMAL, ["1", "1.1", "1.2", "1.2.1"]),
    ],
)
def test_sub_items_follow_the_bodys_style(style: SubNumbers, expected: list[str]) -> None:
    tree = (Item("a", items=(Item("b"), Item("c", items=(Item("d"),)))),)
    assert numbers(tree, Numbering(sub_items=style)) == expected


def test_an_item_without_a_number_and_one_numbered_by_hand_take_nothing_from_the_count() -> None:
    assert numbers((Item("a"), Item("b", numbered=False), Item("c", number="A1"), Item("d"))) == ["1", "", "A1", "2"]


@given(st.integers(1, 3999))
def test_roman_numerals_add_up(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    signs = [values[sign] for sign in roman(number)]
    following = [*signs[1:], 0]
    total = sum(-sign if sign < after else sign for sign, after in zip(signs, following, strict=True))
    assert total == number


def test_letters_go_on_after_z() -> None:
    assert [letters(count) for count in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]
