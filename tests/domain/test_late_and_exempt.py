"""Late changes tell the public nothing of what is exempt: not on the change sheet, not in the supplement."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from issue_making import NORBURY, issue_of, state_of, supplement_of

from agendabuilder.domain.audience import for_public
from agendabuilder.domain.change_sheet import change_sheet, change_text
from agendabuilder.domain.changes import changes_since
from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pack_state import public_states

SECRET = "Quarry"

access = st.tuples(st.sampled_from(Access), st.sampled_from(Access))
pages = st.tuples(st.integers(0, 4), st.integers(0, 4))
reports = st.lists(st.tuples(access, pages, st.booleans()), max_size=3)
items = st.lists(st.tuples(access, reports, st.booleans(), st.booleans()), min_size=1, max_size=5)
Shape = list[tuple[tuple[Access, Access], list[tuple[tuple[Access, Access], tuple[int, int], bool]], bool, bool]]
"""Each item's access before and after, its reports with their access, pages and whether they have a public title, and
whether it stays, else whether it comes."""


def meeting_of_shape(shape: Shape, later: bool) -> tuple[Meeting, dict[str, int]]:
    """The meeting before or after the late changes.

    The secret word is all over what is not public at last, even where it was public before.
    """
    made: list[Item] = []
    counts: dict[str, int] = {}
    for place, (item_access, own, stays, comes) in enumerate(shape):
        if not (stays or comes == later):
            continue
        last = stays or comes
        hidden = item_access[last] is not Access.PUBLIC
        papers = []
        for number, (report_access, page_counts, named) in enumerate(own):
            report = _report(f"{place}.{number}", hidden or report_access[last] is not Access.PUBLIC, later, named)
            count = page_counts[later]
            counts |= {report.id: count} if count else {}
            attached = report if count else replace(report, file="", to_follow=ToFollow())
            papers.append(replace(attached, access=report_access[later]))
        made.append(_item(str(place), hidden, later, tuple(papers), item_access[later]))
    return replace(NORBURY, items=tuple(made)), counts


def _report(identity: str, hidden: bool, later: bool, named: bool) -> Report:
    word = SECRET if hidden else "Plain"
    return Report(
        id=identity,
        title=f"{word} report{' again' if later else ''}",
        public_title="Land" if hidden and named else "",
        file=f"{word}.pdf",
        late_reason=f"{word} was late",
    )


def _item(identity: str, hidden: bool, later: bool, papers: tuple[Report, ...], item_access: Access) -> Item:
    word = SECRET if hidden else "Plain"
    return Item(
        id=identity,
        title=f"{word} item{' again' if later else ''}",
        public_title="Property" if hidden else "",
        text=f"{word} text{' again' if later else ''}",
        urgency=f"{word} cannot wait",
        access=item_access,
        reports=papers,
    )


@settings(max_examples=200, deadline=None)
@given(items)
def test_the_public_learns_no_exempt_word_from_late_changes(shape: Shape) -> None:
    first, first_counts = meeting_of_shape(shape, later=False)
    second, counts = meeting_of_shape(shape, later=True)
    before = state_of(first, first_counts)
    issued = issue_of(before)
    now = state_of(second, counts, dict.fromkeys(counts, "second"), issued.standing)
    known, told = public_states(before, now)
    assert SECRET not in change_text(change_sheet(issued, told, known))
    supplement, _ = supplement_of(issued, now, changes_since(issued, now))
    assert SECRET not in repr(for_public(supplement))


def test_the_members_learn_all_of_it() -> None:
    shape: Shape = [((Access.PUBLIC,) * 2, [((Access.EXEMPT,) * 2, (2, 3), False)], True, False)]
    (first, first_counts), (second, counts) = (meeting_of_shape(shape, later) for later in (False, True))
    issued = issue_of(state_of(first, first_counts))
    now = state_of(second, counts, dict.fromkeys(counts, "second"), issued.standing)
    assert "“Quarry report again” was replaced (now 3 pages, before 2)" in change_text(change_sheet(issued, now))
    supplement, _ = supplement_of(issued, now, changes_since(issued, now))
    assert supplement.items[0].reports[0].title == "Quarry report again"
