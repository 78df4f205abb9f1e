"""What is remembered of an issue."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from issue_making import issue_of, meeting_of, page_counts_of, state_of

from agendabuilder.domain.issued_pack import highest_number
from agendabuilder.domain.pack_state import out_of_turn, state_of_issue
from agendabuilder.domain.pagination import PageKind, PlannedPage

COUNTS = {"1": [2], "2": [3]}


def test_the_highest_number_counts_letters_and_withdrawn_pages() -> None:
    lettered = PlannedPage(1, "40b", PageKind.REPORT)
    withdrawn = PlannedPage(2, "41", PageKind.WITHDRAWN, through="56")
    assert highest_number([lettered]) == 40
    assert highest_number([lettered, withdrawn]) == 56
    assert highest_number([PlannedPage(1, "ii", PageKind.FRONT)]) == 0


def test_an_issue_is_the_state_that_it_was_made_of() -> None:
    state = state_of(meeting_of(COUNTS), page_counts_of(COUNTS))
    assert state_of_issue(issue_of(state)) == state


@settings(deadline=None)
@given(st.permutations("abcdef"))
def test_as_few_as_possible_are_said_to_have_moved(now: list[str]) -> None:
    before = sorted(now)
    moved = out_of_turn(before, now)
    stayed = [each for each in now if each not in moved]
    assert stayed == sorted(stayed)
    in_turn = (run for size in range(len(now), 0, -1) for run in combinations(now, size) if list(run) == sorted(run))
    assert len(stayed) == len(next(in_turn))
