"""Where each page of the last issue is now, by what is on it."""

from issue_making import LATE, SELECT_COMMITTEE, meeting_of, page_counts_of, state_of

from agendabuilder.domain.page_moves import PageMove, PageMoveKind, page_moves
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, plan_pack

FIRST = state_of(meeting_of(SELECT_COMMITTEE), page_counts_of(SELECT_COMMITTEE)).plan


def texts(old: PackPlan, new: PackPlan, *replaced: str) -> list[str]:
    return [move.text for move in page_moves(old.pages, new.pages, replaced)]


def plan(*counts: int, blank_pages: bool = True) -> PackPlan:
    papers = [Paper(f"item {place}", f"report {place}", pages) for place, pages in enumerate(counts) if pages]
    return plan_pack(2, papers, PageRules(blank_pages=blank_pages))


def test_with_kept_numbers_only_what_changed_is_different() -> None:
    kept = state_of(meeting_of(LATE), page_counts_of(LATE), standing=FIRST.pages).plan
    assert texts(FIRST, kept, "6.0") == [
        "1 - 2 replaced by 1 - 2",
        "3 - 14 unchanged",
        "15 - 40 replaced by 15 - 40d",
        "41 - 56 withdrawn",
        "57 - 74 unchanged",
        "75 - 76 unchanged",
        "74a - 74f new",
    ]


def test_renumbered_pages_are_told_in_runs() -> None:
    anew = state_of(meeting_of(LATE), page_counts_of(LATE)).plan
    assert texts(FIRST, anew, "6.0") == [
        "1 - 2 replaced by 1 - 2",
        "3 - 14 unchanged",
        "15 - 40 replaced by 15 - 44",
        "41 - 56 withdrawn",
        "57 - 74 → 45 - 62",
        "75 - 76 → 69 - 70",
        "63 - 68 new",
    ]


def test_runs_go_on_over_the_ends_of_reports() -> None:
    assert texts(plan(2, 4, 6), plan(0, 4, 6))[1:] == ["3 - 4 withdrawn", "5 - 14 → 3 - 12"]


def test_a_longer_front_matter_moves_every_page() -> None:
    papers = [Paper("item", "report", 3)]
    old, new = plan_pack(2, papers, PageRules()), plan_pack(3, papers, PageRules())
    assert texts(old, new) == ["1 - 2 replaced by 1 - 4", "3 - 6 → 5 - 8"]


def test_without_blank_pages_a_report_that_lost_its_blank_says_so() -> None:
    assert texts(plan(1, 2), plan(1, 2, blank_pages=False))[1:] == ["3 unchanged", "4 withdrawn", "5 - 6 → 4 - 5"]


def test_one_page_is_named_once() -> None:
    assert PageMove(PageMoveKind.NEW, None, plan(1, blank_pages=False).reports["report 0"]).text == "3 new"
