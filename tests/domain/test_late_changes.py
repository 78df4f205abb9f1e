"""Whatever is edited and issued, in whatever way: no page is lost, no number comes twice, and readers can follow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from hypothesis import given, settings
from hypothesis import strategies as st
from issue_making import (
    NORBURY,
    issue_of,
    issue_supplement,
    papers_of,
    report_of,
    rules_of,
    state_of,
    supplement_of,
)

from agendabuilder.domain.change import ChangeKind
from agendabuilder.domain.change_sheet import change_sheet
from agendabuilder.domain.changes import changes_between, changes_since
from agendabuilder.domain.edits import add_item, add_report, change_report, move_item, remove_item, remove_report
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.item import Item, ToFollow
from agendabuilder.domain.kept_numbers import keep_numbers
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import PackState, state_of_issue
from agendabuilder.domain.page_moves import PageMoveKind, page_moves
from agendabuilder.domain.pagination import PackPlan, PageKind, PageRange, PlannedPage
from agendabuilder.domain.print_sheets import SheetRange, sheets_to_swap
from agendabuilder.domain.printed_page import PrintedPage, printed_pages
from agendabuilder.domain.report_changes import replaced_reports


@dataclass(frozen=True)
class Desk:
    """What the clerk has: the meeting, the pages of each attached report and the version of its file."""

    meeting: Meeting
    page_counts: dict[str, int] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    made: int = 0


Edit = tuple[str, int, int]

edits = st.tuples(
    st.sampled_from(["item", "report", "promise", "arrive", "replace", "withdraw", "remove", "move"]),
    st.integers(0, 50),
    st.integers(1, 9),
)
issues = st.tuples(st.lists(edits, max_size=5), st.sampled_from(IssueMode), st.integers(1, 4))


def edit(desk: Desk, step: Edit) -> Desk:
    """The desk after one edit; one that is not possible leaves it as it is."""
    verb, where, pages = step
    if verb == "item":
        item = Item(id=f"item {desk.made}", title=f"Business {desk.made}")
        meeting = add_item(desk.meeting, item, where % (len(desk.meeting.items) + 1))
        return replace(desk, meeting=meeting, made=desk.made + 1)
    reports = [report.id for _, report in desk.meeting.all_reports()]
    chosen = desk.meeting.items if verb in ("report", "promise", "remove", "move") else reports
    return _EDITS[verb](desk, where % len(chosen), reports, pages) if chosen else desk


def _add(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    del reports
    report = report_of(str(desk.made))
    desk = replace(desk, meeting=add_report(desk.meeting, desk.meeting.items[place].id, report), made=desk.made + 1)
    return _with_pages(desk, report.id, pages)


def _promise(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    del reports, pages
    report = report_of(str(desk.made), file="", to_follow=ToFollow("C Reed"))
    return replace(desk, meeting=add_report(desk.meeting, desk.meeting.items[place].id, report), made=desk.made + 1)


def _replace(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    """Another file; a report that is to follow arrives."""
    meeting = change_report(desk.meeting, reports[place], file=f"{reports[place]}.pdf", to_follow=None)
    return _with_pages(replace(desk, meeting=meeting, made=desk.made + 1), reports[place], pages)


def _withdraw(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    """The report goes, or is to follow again."""
    gone = reports[place]
    if pages % 2:
        meeting = remove_report(desk.meeting, gone)
    else:
        meeting = change_report(desk.meeting, gone, file="", to_follow=ToFollow("C Reed"))
    return _tidied(replace(desk, meeting=meeting))


def _remove(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    del reports, pages
    return _tidied(replace(desk, meeting=remove_item(desk.meeting, desk.meeting.items[place].id)))


def _move(desk: Desk, place: int, reports: Sequence[str], pages: int) -> Desk:
    del reports
    meeting = move_item(desk.meeting, desk.meeting.items[place].id, pages % len(desk.meeting.items))
    return replace(desk, meeting=meeting)


_EDITS: dict[str, Callable[[Desk, int, Sequence[str], int], Desk]] = {
    "report": _add,
    "promise": _promise,
    "arrive": _replace,
    "replace": _replace,
    "withdraw": _withdraw,
    "remove": _remove,
    "move": _move,
}


def _with_pages(desk: Desk, report_id: str, pages: int) -> Desk:
    counts = {**desk.page_counts, report_id: pages}
    return replace(desk, page_counts=counts, versions={**desk.versions, report_id: f"version {desk.made}"})


def _tidied(desk: Desk) -> Desk:
    there = {report.id for _, report in desk.meeting.all_reports() if report.is_attached}
    return replace(desk, page_counts={key: own for key, own in desk.page_counts.items() if key in there})


def issue(before: IssuedPack | None, desk: Desk, mode: IssueMode, front: int) -> tuple[IssuedPack, PackState]:
    """The next issue, and the pack as it stands after it."""
    anew = state_of(desk.meeting, desk.page_counts, desk.versions, front=front)
    if before is None or mode is IssueMode.RENUMBER:
        return issue_of(anew, before.number + 1 if before else 1, mode, before.last_number if before else 0), anew
    if mode is IssueMode.KEEP:
        kept = state_of(desk.meeting, desk.page_counts, desk.versions, before.standing, front)
        return issue_of(kept, before.number + 1, mode, before.last_number), kept
    _, plan = supplement_of(before, anew, changes_since(before, anew))
    issued = issue_supplement(before, anew, plan)
    return issued, replace(state_of_issue(issued), meeting=desk.meeting)


@settings(max_examples=150, deadline=None)
@given(st.lists(issues, min_size=2, max_size=6), st.booleans(), st.booleans(), st.booleans())
def test_after_any_edits_and_issues_every_page_is_there_once_and_readers_can_follow(
    history: list[tuple[list[Edit], IssueMode, int]], blank_pages: bool, count_front: bool, number_on: bool
) -> None:
    meeting = replace(NORBURY, blank_pages=blank_pages, count_front=count_front, supplements_number_on=number_on)
    desk, issued, before = Desk(meeting), None, None
    given_out: set[str] = set()
    for steps, mode, front in history:
        for step in steps:
            desk = edit(desk, step)
        after, now = issue(issued, desk, mode, front)
        assert_every_page_is_there(now, desk)
        if blank_pages:
            assert all(pages.sheet % 2 == 1 for pages in now.plan.reports.values())
        labels = {page.label for page in now.plan.pages}
        if before and mode is not IssueMode.RENUMBER:
            assert_unchanged_pages_keep_their_numbers(before, now)
            assert_every_number_is_answered_for(before, now)
            assert given_out.isdisjoint(labels - {page.label for page in before.plan.pages})
        given_out = labels | (set() if mode is IssueMode.RENUMBER else given_out)
        if before:
            assert_moves_account_for_every_page(before, now)
            assert_steps_make_the_new_pack(before, now, double_sided=True)
            assert_steps_make_the_new_pack(before, now, double_sided=False)
        if issued:
            assert_every_step_is_on_the_sheet(issued, now)
        assert_built_again_it_is_the_same(after, now)
        issued, before = after, now


def assert_every_page_is_there(now: PackState, desk: Desk) -> None:
    labels = [page.label for page in now.plan.pages]
    assert len(set(labels)) == len(labels)
    for report_id, count in desk.page_counts.items():
        own = [page for page in now.plan.pages if page.report_id == report_id and page.kind is PageKind.REPORT]
        assert [page.source_page for page in own] == list(range(1, count + 1))
        assert own[-1].sheet - own[0].sheet == count - 1
    assert sum(page.kind is PageKind.REPORT for page in now.plan.pages) == sum(desk.page_counts.values())


def assert_unchanged_pages_keep_their_numbers(before: PackState, now: PackState) -> None:
    replaced = replaced_reports(before, now)
    old, new = _numbers(before.plan), _numbers(now.plan)
    for page in old.keys() & new.keys():
        assert page[0] in replaced or old[page] == new[page]


def assert_every_number_is_answered_for(before: PackState, now: PackState) -> None:
    """Each number is on a page of the new pack, or among those that one of its pages says are withdrawn."""
    order = [page.label for page in before.plan.pages]
    covered = {page.label for page in now.plan.pages}
    for page in now.plan.pages:
        if page.label in order and page.through in order:
            covered |= set(order[order.index(page.label) : order.index(page.through) + 1])
    assert set(order) <= covered


def _numbers(plan: PackPlan) -> dict[tuple[str, int], str]:
    return {(page.report_id, page.source_page): page.label for page in plan.pages if page.kind is PageKind.REPORT}


def assert_moves_account_for_every_page(before: PackState, now: PackState) -> None:
    moves = page_moves(before.plan.pages, now.plan.pages, replaced_reports(before, now))
    old = [place for move in moves if move.old for place in _places(move.old, before.plan.pages)]
    new = [place for move in moves if move.new for place in _places(move.new, now.plan.pages)]
    assert sorted(old) == list(range(1, before.plan.total + 1))
    assert sorted(new) == list(range(1, now.plan.total + 1))
    for move in moves:
        if move.kind is PageMoveKind.SAME and move.old and move.new:
            assert (move.old.first, move.old.last) == (move.new.first, move.new.last)


def _places(pages: PageRange | SheetRange, plan: Sequence[PlannedPage | PrintedPage]) -> range:
    """The places in the file of a range that is told by its numbers alone."""
    first = next(place for place, page in enumerate(plan, start=1) if page.label == pages.first)
    last = max(place for place, page in enumerate(plan, start=1) if pages.last in (page.label, page.through))
    return range(first, last + 1)


def assert_steps_make_the_new_pack(before: PackState, now: PackState, double_sided: bool) -> None:
    """Do with the printed issue what the steps say, knowing nothing but the numbers on the pages."""
    old, new = printed_pages(before), printed_pages(now)
    pile, made = list(old), []
    for swap in sheets_to_swap(old, new, double_sided):
        behind = [place for place, page in enumerate(pile, start=1) if swap.after in (page.label, page.through)]
        kept = max(behind) if swap.after else 0
        made, pile = made + pile[:kept], pile[kept:]
        if swap.take_out:
            assert pile[0].label == swap.take_out.first
            taken = _places(swap.take_out, pile)
            assert (len(taken) + double_sided) // (1 + double_sided) == swap.take_out.sheets
            pile = pile[len(taken) :]
        if swap.put_in:
            made += [new[place - 1] for place in _places(swap.put_in, new)]
    assert (*made, *pile) == new


def assert_every_step_is_on_the_sheet(issued: IssuedPack, now: PackState) -> None:
    before = state_of_issue(issued)
    told = " ".join(line.printed_copy for line in change_sheet(issued, now).lines)
    for swap in sheets_to_swap(printed_pages(before), printed_pages(now)):
        assert told.count(swap.text()) == 1
    sentences = [line.what for line in change_sheet(issued, now).lines]
    for change in changes_between(before, now):
        assert change.sentence in sentences or change.kind is ChangeKind.ITEM_RENUMBERED


def assert_built_again_it_is_the_same(issued: IssuedPack, now: PackState) -> None:
    papers = papers_of(now.meeting, now.page_counts)
    again = keep_numbers(issued.standing, now.plan.front_pages, papers, rules_of(now.meeting))
    assert again.pages == now.plan.pages
