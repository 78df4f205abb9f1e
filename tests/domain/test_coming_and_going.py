"""What came with a step, and who stands nearest to what went."""

from agendabuilder.domain.coming_and_going import neighbour, newcomer
from agendabuilder.domain.edits import add_report, remove_item
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting

MEETING = Meeting(items=(Item("1", "Apologies"), Item("2", "Repairs", items=(Item("3", "Damp"),)), Item("4", "Budget")))


def test_an_item_that_came_is_named_before_its_reports() -> None:
    assert newcomer(remove_item(MEETING, "2"), MEETING) == ("2", "")
    assert newcomer(MEETING, add_report(MEETING, "3", Report("9"))) == ("3", "9")
    assert newcomer(MEETING, MEETING) == ("", "")


def test_the_nearest_is_the_next_then_the_one_before_then_the_one_above() -> None:
    assert neighbour(MEETING, remove_item(MEETING, "2"), "2") == "4"
    assert neighbour(MEETING, remove_item(MEETING, "4"), "4") == "2"
    assert neighbour(MEETING, remove_item(MEETING, "3"), "3") == "2"
    assert neighbour(MEETING, remove_item(MEETING, "2"), "3") == "4"
    assert neighbour(MEETING, Meeting(), "3") == ""
