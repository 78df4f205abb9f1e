"""Moving items as in an outline, and pasting lines as items."""

from agendabuilder.domain import outline
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting

MEETING = Meeting(
    items=(Item("1", "Apologies"), Item("2", "Minutes"), Item("3", "Repairs", items=(Item("4", "Damp"),)))
)


def shape(meeting: Meeting) -> str:
    """Titles' first letters; what is under an item stands in brackets: "A M R(D)"."""
    return _shape(meeting.items)


def _shape(items: tuple[Item, ...]) -> str:
    return " ".join(item.title[0] + (f"({_shape(item.items)})" if item.items else "") for item in items)


def test_an_item_goes_up_and_down_among_its_siblings() -> None:
    assert shape(outline.move_up(MEETING, "2")) == "M A R(D)"
    assert shape(outline.move_down(MEETING, "2")) == "A R(D) M"


def test_an_item_goes_in_under_the_one_before_and_out_again() -> None:
    nested = outline.move_in(MEETING, "2")
    assert shape(nested) == "A(M) R(D)"
    assert shape(outline.move_out(nested, "2")) == shape(MEETING)
    assert shape(outline.move_in(MEETING, "3")) == "A M(R(D))"


def test_a_step_that_is_not_possible_changes_nothing() -> None:
    assert outline.move_up(MEETING, "1") is MEETING
    assert outline.move_in(MEETING, "1") is MEETING
    assert outline.move_down(MEETING, "3") is MEETING
    assert outline.move_out(MEETING, "1") is MEETING


def test_pasted_lines_become_items_without_their_bullets_and_numbers() -> None:
    titles = outline.lines_as_titles("1. Apologies\n\n  • Minutes of 3 March\n(b) Questions\n2027 budget\nA new park\n")
    assert titles == ("Apologies", "Minutes of 3 March", "Questions", "2027 budget", "A new park")
    assert shape(outline.add_titles(MEETING, titles[:2], 1)) == "A A M M R(D)"


def test_a_new_item_comes_right_after_the_chosen_one() -> None:
    assert shape(outline.add_after(MEETING, "4", Item(title="Yards"))) == "A M R(D Y)"
    assert shape(outline.add_after(MEETING, "", Item(title="Yards"))) == "A M R(D) Y"
