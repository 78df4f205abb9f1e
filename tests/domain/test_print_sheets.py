"""Which sheets of a printed copy are swapped, so that it becomes the new pack."""

from issue_making import LATE, SELECT_COMMITTEE, meeting_of, page_counts_of, state_of

from agendabuilder.domain.edits import change_item, change_report
from agendabuilder.domain.item import Access
from agendabuilder.domain.pack_state import PackState
from agendabuilder.domain.print_sheets import sheets_to_swap
from agendabuilder.domain.printed_page import printed_pages

COUNTS = {"1": [2], "2": [3], "3": [4]}
BEFORE = state_of(meeting_of(COUNTS), page_counts_of(COUNTS))


def steps(before: PackState, now: PackState, double_sided: bool = True) -> list[str]:
    swaps = sheets_to_swap(printed_pages(before), printed_pages(now), double_sided)
    return [swap.text() for swap in swaps if swap.after]


def test_the_late_changes_of_a_real_pack_swap_the_sheets_of_what_changed() -> None:
    before = state_of(meeting_of(SELECT_COMMITTEE), page_counts_of(SELECT_COMMITTEE))
    now = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"}, before.plan.pages)
    assert [swap.text() for swap in sheets_to_swap(printed_pages(before), printed_pages(now))] == [
        "Take out the sheet with pages 1 and 2; put in the new sheet with pages 1 and 2.",
        "Take out the sheets with pages 15 to 56; put in the new sheets with pages 15 to 56.",
        "Put in the new sheets with pages 74a to 74f after page 74.",
    ]


def test_an_unchanged_pack_needs_no_step() -> None:
    assert sheets_to_swap(printed_pages(BEFORE), printed_pages(BEFORE)) == ()


def test_a_single_page_is_swapped_in_a_single_sided_copy() -> None:
    counts = {**page_counts_of(COUNTS), "2.0": 4}
    now = state_of(meeting_of(COUNTS), counts, standing=BEFORE.plan.pages)
    assert steps(BEFORE, now, double_sided=False) == [
        "Take out the sheet with page 8; put in the new sheet with page 8."
    ]
    assert steps(BEFORE, now) == ["Take out the sheet with pages 7 and 8; put in the new sheet with pages 7 and 8."]


def test_pages_at_the_end_are_only_taken_out() -> None:
    shorter = {"1": [2], "2": [3]}
    now = state_of(meeting_of(shorter), page_counts_of(shorter))
    assert steps(BEFORE, now) == ["Take out the sheets with pages 9 to 12."]


def test_sheets_behind_withdrawn_pages_go_in_after_the_last_of_their_numbers() -> None:
    shorter = {"1": [2], "3": [4]}
    first = state_of(meeting_of(COUNTS, blank_pages=False), page_counts_of(COUNTS))
    second = state_of(meeting_of(shorter, blank_pages=False), page_counts_of(shorter), standing=first.plan.pages)
    third = state_of(first.meeting, first.page_counts, standing=second.plan.pages)
    assert steps(second, third, double_sided=False) == ["Put in the new sheets with pages 7a to 7c after page 7."]


def test_a_new_item_number_on_the_first_page_swaps_that_sheet() -> None:
    now = state_of(change_item(BEFORE.meeting, "item 3", number="4"), page_counts_of(COUNTS))
    assert steps(BEFORE, now) == ["Take out the sheet with pages 9 and 10; put in the new sheet with pages 9 and 10."]


def test_a_new_marking_swaps_every_sheet_of_the_report() -> None:
    exempt = change_report(BEFORE.meeting, "3.0", access=Access.EXEMPT)
    assert steps(BEFORE, state_of(exempt, page_counts_of(COUNTS))) == [
        "Take out the sheets with pages 9 to 12; put in the new sheets with pages 9 to 12."
    ]
