"""Page 61 is page 61 for everybody, whatever the public may not read before it."""

from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.pagination import PackPlan, PageKind, PageRules, Paper, plan_pack
from agendabuilder.domain.withholding import withhold


def members_plan(*counts: int, blank_pages: bool = True) -> PackPlan:
    papers = [Paper(f"item {number}", f"report {number}", pages) for number, pages in enumerate(counts, start=1)]
    return plan_pack(2, papers, PageRules(blank_pages=blank_pages))


def labels(plan: PackPlan) -> str:
    return " ".join(page.label for page in plan.pages)


def test_one_page_stands_for_a_withheld_report_and_the_numbers_go_on_after_it() -> None:
    public = withhold(members_plan(2, 15, 4), {"report 2"}, blank_pages=True)
    assert labels(public) == "1 2 3 4 5 20 21 22 23 24"
    notice = public.pages[4]
    assert (notice.kind, notice.label, notice.through) == (PageKind.WITHHELD, "5", "20")
    assert public.pages[5].kind is PageKind.BLANK
    assert (public.reports["report 2"].first, public.reports["report 2"].last) == ("5", "20")
    assert public.reports["report 3"].sheet == 7


def test_without_blank_pages_the_numbers_jump_at_once() -> None:
    public = withhold(members_plan(2, 15, 4, blank_pages=False), {"report 2"}, blank_pages=False)
    assert labels(public) == "1 2 3 4 5 20 21 22 23"


def test_a_report_of_one_page_has_one_page_in_its_place() -> None:
    public = withhold(members_plan(1, blank_pages=False), {"report 1"}, blank_pages=False)
    assert [(page.label, page.through) for page in public.pages[2:]] == [("3", "")]


@given(st.lists(st.integers(1, 30), max_size=12), st.sets(st.integers(1, 12)), st.booleans())
def test_every_page_that_is_left_keeps_its_number(counts: list[int], hidden: set[int], blank_pages: bool) -> None:
    plan = members_plan(*counts, blank_pages=blank_pages)
    public = withhold(plan, {f"report {number}" for number in hidden}, blank_pages)
    before = {(page.report_id, page.source_page): page.label for page in plan.pages if page.kind is PageKind.REPORT}
    for page in public.pages:
        if page.kind is PageKind.REPORT:
            assert before[page.report_id, page.source_page] == page.label
            assert page.report_id not in {f"report {number}" for number in hidden}
    assert {key: (place.first, place.last) for key, place in public.reports.items()} == {
        key: (place.first, place.last) for key, place in plan.reports.items()
    }
    if blank_pages:
        assert all(page.sheet % 2 == int(page.label) % 2 for page in public.pages)
