"""Page numbers are arithmetic: the same page counts always give the same ranges."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.forms import ranges_text
from agendabuilder.domain.pagination import PackPlan, PageKind, PageRules, Paper, plan_pack
from agendabuilder.domain.presentation import RangeForm

Counts = dict[str, list[int]]

COUNTY_2023: Counts = {"4": [8, 1, 2], "6": [26], "7": [15], "8": [17], "9": [2]}
COUNTY_2020: Counts = {"3": [10], "6": [6], "7": [32], "8": [6], "10": [3, 5], "11": [12]}
COMBINED_2017: Counts = {"3": [4], "4": [4], "5": [30], "6": [22], "7": [6], "8": [16], "9": [2]}
CABINET_2025: Counts = {"3": [17], "5": [4, 2], "6": [3, 71], "7": [3]}


def plan_of(front: int, counts: Counts, rules: PageRules | None = None) -> PackPlan:
    papers = [
        Paper(item, f"{item}.{index}", pages)
        for item, documents in counts.items()
        for index, pages in enumerate(documents)
    ]
    return plan_pack(front, papers, rules or PageRules())


def ranges(plan: PackPlan) -> str:
    return "; ".join(f"{item}: {ranges_text(pages, RangeForm.SPACED_HYPHEN)}" for item, pages in plan.items.items())


def blanks(plan: PackPlan) -> list[int]:
    return [page.sheet for page in plan.pages if page.kind is PageKind.BLANK]


def page_map(plan: PackPlan) -> str:
    """The pack as letters: F front, _ blank, a report's item number for each of its pages."""
    letters = {PageKind.FRONT: "F", PageKind.BLANK: "_"}
    return "".join(letters.get(page.kind, page.item_id) for page in plan.pages)


@pytest.mark.parametrize(
    ("front", "counts", "printed", "blank_pages", "total"),
    [
        (2, COUNTY_2023, "4: 3 - 14; 6: 15 - 40; 7: 41 - 56; 8: 57 - 74; 9: 75 - 76", [12, 56, 74], 76),
        (1, COUNTY_2023, "4: 3 - 14; 6: 15 - 40; 7: 41 - 56; 8: 57 - 74; 9: 75 - 76", [2, 12, 56, 74], 76),
        (6, COUNTY_2020, "3: 7 - 16; 6: 17 - 22; 7: 23 - 54; 8: 55 - 60; 10: 61 - 70; 11: 71 - 82", [64, 70], 82),
        (5, COUNTY_2020, "3: 7 - 16; 6: 17 - 22; 7: 23 - 54; 8: 55 - 60; 10: 61 - 70; 11: 71 - 82", [6, 64, 70], 82),
        (
            1,
            COMBINED_2017,
            "3: 3 - 6; 4: 7 - 10; 5: 11 - 40; 6: 41 - 62; 7: 63 - 68; 8: 69 - 84; 9: 85 - 86",
            [2],
            86,
        ),
    ],
)
def test_real_packs_page_counts_give_their_printed_ranges(
    front: int, counts: Counts, printed: str, blank_pages: list[int], total: int
) -> None:
    plan = plan_of(front, counts)
    assert ranges(plan) == printed
    assert blanks(plan) == blank_pages
    assert plan.total == total


def test_the_front_sheet_may_be_left_out_of_the_count() -> None:
    plan = plan_of(1, CABINET_2025, PageRules(count_front=False))
    assert ranges(plan) == "3: 1 - 18; 5: 19 - 24; 6: 25 - 100; 7: 101 - 104"
    assert [page.label for page in plan.pages[:4]] == ["i", "ii", "1", "2"]
    assert [page.label for page in plan.pages if page.kind is PageKind.BLANK] == ["ii", "18", "28", "100", "104"]
    assert plan.pages[-1].label == "104"


@pytest.mark.parametrize(
    ("front", "counts", "printed"),
    [
        (2, COUNTY_2023, "4: 3 - 13; 6: 14 - 39; 7: 40 - 54; 8: 55 - 71; 9: 72 - 73"),
        (6, COUNTY_2020, "3: 7 - 16; 6: 17 - 22; 7: 23 - 54; 8: 55 - 60; 10: 61 - 68; 11: 69 - 80"),
    ],
)
def test_without_blank_pages_reports_follow_each_other(front: int, counts: Counts, printed: str) -> None:
    plan = plan_of(front, counts, PageRules(blank_pages=False))
    assert ranges(plan) == printed
    assert blanks(plan) == []


def test_a_blank_page_follows_a_report_that_ends_on_an_odd_page() -> None:
    assert page_map(plan_of(1, {"1": [3], "2": [2, 1]})) == "F_111_222_"


def test_an_agenda_without_papers_has_no_blank_page() -> None:
    assert page_map(plan_of(1, {})) == "F"
    assert page_map(plan_of(1, {"1": [0]})) == "F"


def test_numbers_can_run_on_from_an_earlier_pack() -> None:
    plan = plan_of(1, {"1": [2]}, PageRules(first_page=145))
    assert [page.label for page in plan.pages] == ["145", "146", "147", "148"]
    assert ranges(plan) == "1: 147 - 148"


counts = st.dictionaries(st.integers(1, 60).map(str), st.lists(st.integers(1, 40), min_size=1, max_size=4), max_size=12)
rules = st.builds(PageRules, st.booleans(), st.booleans(), st.integers(1, 400))


@given(st.integers(1, 9), counts, rules)
def test_ranges_never_overlap_and_every_page_is_numbered_in_turn(front: int, counts: Counts, rules: PageRules) -> None:
    plan = plan_of(front, counts, rules)
    assert [page.sheet for page in plan.pages] == list(range(1, plan.total + 1))
    numbered = [int(page.label) for page in plan.pages if page.label.isdecimal()]
    assert numbered == list(range(rules.first_page, rules.first_page + len(numbered)))
    in_turn = [pages for ranges in plan.items.values() for pages in ranges]
    for earlier, later in pairwise(in_turn):
        assert int(earlier.last) < int(later.first)
    for item, documents in counts.items():
        sheets = [page for page in plan.pages if page.item_id == item and page.kind is PageKind.REPORT]
        assert len(sheets) == sum(documents)
        assert plan.pages[plan.items[item][0].sheet - 1].label == plan.items[item][0].first


@given(st.integers(1, 9), counts, st.booleans(), st.integers(1, 400))
def test_each_report_begins_on_an_odd_page(front: int, counts: Counts, count_front: bool, first: int) -> None:
    if first % 2 == 0 and not count_front:
        first += 1
    plan = plan_of(front, counts, PageRules(count_front, blank_pages=True, first_page=first))
    assert all(int(pages.first) % 2 == 1 and int(pages.last) % 2 == 0 for pages in plan.reports.values())
