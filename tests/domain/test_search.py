"""Finding items and reports by their words."""

import pytest

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.search import Place, has_words, places_with

MEETING = Meeting(
    items=(
        Item("1", "Apologies"),
        Item("2", "Tai yn Llŷn", reports=(Report("3", "Housing budget", "reports/cyllideb-2027.pdf"),)),
        Item("4", "Budget", items=(Item("5", "Budget: housing"),)),
    )
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("apol", [Place("1")]),
        ("HOUSING budget", [Place("2", "3"), Place("5")]),
        ("llyn", [Place("2")]),
        ("cyllideb", [Place("2", "3")]),
        ("3a", [Place("5")]),
        ("parking", []),
        ("  ", []),
    ],
)
def test_items_and_reports_are_found_by_number_title_and_file(words: str, found: list[Place]) -> None:
    assert list(places_with(MEETING, words)) == found


def test_every_word_must_be_there() -> None:
    assert has_words("Minutes of the last meeting", "meeting min")
    assert not has_words("Minutes of the last meeting", "minutes first")
