"""A pack that keeps the numbers of the issue before: what was there stays, what is new gets letters."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendabuilder.domain.forms import ranges_text
from agendabuilder.domain.kept_numbers import keep_numbers
from agendabuilder.domain.pagination import PackPlan, PageKind, PageRules, Paper, PlannedPage, plan_pack
from agendabuilder.domain.presentation import RangeForm

SELECT_COMMITTEE = {"4": [8, 1, 2], "6": [26], "7": [15], "8": [17], "9": [2]}
LATE = {"4": [8, 1, 2], "6": [29], "8": [17], "8a": [5], "9": [2]}


def papers_of(counts: dict[str, list[int]]) -> list[Paper]:
    return [Paper(item, f"{item}.{place}", pages) for item, own in counts.items() for place, pages in enumerate(own)]


def first_issue(counts: dict[str, list[int]], front: int = 2, rules: PageRules | None = None) -> PackPlan:
    return plan_pack(front, papers_of(counts), rules or PageRules())


def kept(
    before: PackPlan | Sequence[PlannedPage], counts: dict[str, list[int]], front: int = 2, blank_pages: bool = True
) -> PackPlan:
    pages = before.pages if isinstance(before, PackPlan) else before
    return keep_numbers(pages, front, papers_of(counts), PageRules(blank_pages=blank_pages))


def page_map(plan: PackPlan) -> str:
    """Each run of pages as what it is and its labels: F front, _ blank, x withdrawn, else the item."""
    signs = {PageKind.FRONT: "F", PageKind.BLANK: "_", PageKind.WITHDRAWN: "x"}
    runs: list[list[str]] = []
    for page in plan.pages:
        sign = signs.get(page.kind, page.item_id)
        if runs and runs[-1][0] == sign and page.kind not in (PageKind.BLANK, PageKind.WITHDRAWN):
            runs[-1][2] = page.label
        else:
            runs.append([sign, page.label, page.through or page.label])
    return " ".join(f"{sign}:{first}" + (f"-{last}" if last != first else "") for sign, first, last in runs)


def ranges(plan: PackPlan) -> str:
    return "; ".join(f"{item}: {ranges_text(pages, RangeForm.SPACED_HYPHEN)}" for item, pages in plan.items.items())


def test_the_late_changes_of_a_real_pack_leave_every_other_page_its_number() -> None:
    plan = kept(first_issue(SELECT_COMMITTEE), LATE)
    assert page_map(plan) == (
        "F:1-2 4:3-11 _:12 4:13-14 6:15-40c _:40d x:41-56 _:56 8:57-73 _:74 8a:74a-74e _:74f 9:75-76"
    )
    assert ranges(plan) == "4: 3 - 14; 6: 15 - 40d; 8: 57 - 74; 8a: 74a - 74f; 9: 75 - 76"


def test_renumbered_the_same_changes_run_on() -> None:
    assert ranges(first_issue(LATE)) == "4: 3 - 14; 6: 15 - 44; 8: 45 - 62; 8a: 63 - 68; 9: 69 - 70"


def test_without_blank_pages_letters_follow_at_once() -> None:
    rules = PageRules(blank_pages=False)
    plan = kept(first_issue(SELECT_COMMITTEE, rules=rules), LATE, blank_pages=False)
    assert ranges(plan) == "4: 3 - 13; 6: 14 - 39c; 8: 55 - 71; 8a: 71a - 71e; 9: 72 - 73"
    assert "x:40-54 8:55" in page_map(plan)


def test_nothing_changed_gives_the_same_pages() -> None:
    before = first_issue(SELECT_COMMITTEE)
    assert kept(before, SELECT_COMMITTEE) == before


def test_a_grown_report_uses_its_blank_page_before_a_letter() -> None:
    before = first_issue({"1": [3], "2": [2]})
    assert page_map(kept(before, {"1": [4], "2": [2]})) == "F:1-2 1:3-6 2:7-8"
    assert page_map(kept(before, {"1": [5], "2": [2]})) == "F:1-2 1:3-6a _:6b 2:7-8"


def test_a_shrunk_report_says_which_pages_are_withdrawn() -> None:
    before = first_issue({"1": [8], "2": [2]})
    assert page_map(kept(before, {"1": [7], "2": [2]})) == "F:1-2 1:3-9 x:10 2:11-12"
    assert page_map(kept(before, {"1": [6], "2": [2]})) == "F:1-2 1:3-8 x:9-10 _:10 2:11-12"
    assert page_map(kept(before, {"1": [5], "2": [2]})) == "F:1-2 1:3-7 x:8-10 2:11-12"


def test_the_range_of_a_shrunk_report_ends_with_its_own_last_page() -> None:
    plan = kept(first_issue({"1": [8], "2": [2]}), {"1": [6], "2": [2]})
    assert ranges(plan) == "1: 3 - 8; 2: 11 - 12"


def test_a_blank_page_that_is_left_over_stays_blank() -> None:
    longer = kept(first_issue({"1": [2]}), {"1": [3]})
    assert page_map(longer) == "F:1-2 1:3-4a _:4b"
    assert page_map(kept(longer, {"1": [3]})) == "F:1-2 1:3-4a _:4b"


def test_further_changes_hang_on_the_numbers_of_the_second_issue() -> None:
    second = kept(first_issue(SELECT_COMMITTEE), LATE)
    third = kept(second, {"4": [8, 1, 2], "6": [31], "8": [17, 2], "8a": [3], "9": [2]})
    assert ranges(third) == "4: 3 - 14; 6: 15 - 40f; 8: 57 - 74zb; 8a: 74a - 74c; 9: 75 - 76"
    assert "8a:74a-74c x:74d-74f 9:75-76" in page_map(third)


def test_what_was_withdrawn_before_stays_withdrawn() -> None:
    second = kept(first_issue({"1": [8], "2": [2]}), {"1": [6]})
    assert page_map(second) == "F:1-2 1:3-8 x:9-10 _:10 x:11-12 _:12"
    third = kept(second, {"1": [4]})
    assert page_map(third) == "F:1-2 1:3-6 x:7-8 _:8 x:9-10 _:10 x:11-12 _:12"
    assert kept(third, {"1": [4]}) == third


def test_a_report_that_grows_again_goes_on_before_what_it_had_withdrawn() -> None:
    second = kept(first_issue({"1": [8], "2": [2]}), {"1": [6], "2": [2]})
    assert page_map(kept(second, {"1": [8], "2": [2]})) == "F:1-2 1:3-8b x:9-10 _:10 2:11-12"


def test_a_withdrawn_report_that_comes_back_has_new_numbers() -> None:
    second = kept(first_issue({"1": [2], "2": [2]}), {"2": [2]})
    assert page_map(kept(second, {"1": [3], "2": [2]})) == "F:1-2 x:3-4 _:4 1:4a-4c _:4d 2:5-6"


def test_a_new_first_report_hangs_on_the_front_matter() -> None:
    plan = kept(first_issue({"2": [2]}), {"1": [2], "2": [2]})
    assert page_map(plan) == "F:1-2 1:2a-2b 2:3-4"


def test_several_new_reports_follow_one_another() -> None:
    plan = kept(first_issue({"1": [2], "4": [2]}), {"1": [2], "2": [1, 2], "3": [2], "4": [2]})
    assert page_map(plan) == "F:1-2 1:3-4 2:4a _:4b 2:4c-4d 3:4e-4f 4:5-6"


@pytest.mark.parametrize(
    ("front", "pages"),
    [(1, "F:1 _:2 1:3-4"), (2, "F:1-2 1:3-4"), (3, "F:1-2a _:2b 1:3-4"), (4, "F:1-2b 1:3-4")],
)
def test_the_front_matter_grows_by_letters_and_shrinks_to_blank_pages(front: int, pages: str) -> None:
    assert page_map(kept(first_issue({"1": [2]}), {"1": [2]}, front)) == pages


def test_roman_front_matter_grows_by_letters_too() -> None:
    before = first_issue({"1": [2]}, rules=PageRules(count_front=False))
    assert page_map(kept(before, {"1": [2]}, front=4)) == "F:i-iib 1:1-2"


def test_papers_for_an_agenda_that_had_none_begin_on_the_front_of_a_sheet() -> None:
    assert page_map(kept(first_issue({}, front=1), {"1": [2]}, front=1)) == "F:1 _:1a 1:1b-1c"


def test_papers_of_an_item_that_was_moved_stay_where_they_were() -> None:
    plan = kept(first_issue({"1": [2], "2": [4]}), {"2": [4], "1": [2]})
    assert page_map(plan) == "F:1-2 1:3-4 2:5-8"


def test_a_report_that_went_to_another_item_takes_its_pages_with_it() -> None:
    papers = [replace(paper, item_id="9") for paper in papers_of({"1": [3]})]
    plan = keep_numbers(first_issue({"1": [3]}).pages, 2, papers, PageRules())
    assert ranges(plan) == "9: 3 - 6"


def test_without_an_issue_it_is_the_first_plan() -> None:
    assert kept((), {"1": [3]}) == first_issue({"1": [3]})


reports = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 12)), max_size=8, unique_by=lambda report: report[0])
meetings = st.tuples(st.integers(1, 5), reports)


def papers_in(reports: list[tuple[int, int]]) -> list[Paper]:
    return [Paper(f"item {number % 4}", f"report {number}", pages) for number, pages in reports]


def own_pages(plan: PackPlan) -> list[tuple[str, int, str]]:
    """Every report page in the order of the file: whose, which, and its number."""
    return [(page.report_id, page.source_page, page.label) for page in plan.pages if page.kind is PageKind.REPORT]


@settings(deadline=None)
@given(st.lists(meetings, min_size=2, max_size=7), st.booleans(), st.booleans())
def test_whatever_comes_and_goes_no_page_is_lost_and_no_number_comes_twice(
    history: list[tuple[int, list[tuple[int, int]]]], blank_pages: bool, count_front: bool
) -> None:
    rules = PageRules(count_front, blank_pages)
    front, reports = history[0]
    plan = plan_pack(front, papers_in(reports), rules)
    for front, reports in history[1:]:
        before, plan = plan, keep_numbers(plan.pages, front, papers_in(reports), rules)
        labels = [page.label for page in plan.pages]
        assert len(set(labels)) == len(labels)
        assert [page.sheet for page in plan.pages] == list(range(1, len(labels) + 1))
        assert sum(page.kind is PageKind.FRONT for page in plan.pages) == front == plan.front_pages
        for number, count in reports:
            own = [source for report_id, source, _ in own_pages(plan) if report_id == f"report {number}"]
            assert own == list(range(1, count + 1))
        assert len(own_pages(plan)) == sum(count for _, count in reports)
        kept_labels = {(report, source): label for report, source, label in own_pages(plan)}
        live_before = {(report, source): label for report, source, label in own_pages(before)}
        for page in kept_labels.keys() & live_before.keys():
            assert kept_labels[page] == live_before[page]
        assert _numbers_answered_for(before, plan)
        if blank_pages:
            assert all(place.sheet % 2 == 1 for place in plan.reports.values())


def _numbers_answered_for(before: PackPlan, plan: PackPlan) -> bool:
    """Every number of the issue before is on a page of this one, or among those that a page says are withdrawn."""
    order = [page.label for page in before.pages]
    covered = {page.label for page in plan.pages}
    for page in plan.pages:
        if page.kind is PageKind.WITHDRAWN and page.through and page.label in order and page.through in order:
            covered |= set(order[order.index(page.label) : order.index(page.through) + 1])
    return set(order) <= covered
