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
from agendabuilder.domain.pack_state import public_state

SECRET = "Quarry"

access = st.sampled_from(Access)
pages = st.integers(0, 4)
reports = st.lists(st.tuples(access, pages, pages, st.booleans()), max_size=3)
items = st.lists(st.tuples(access, reports, st.booleans(), st.booleans()), min_size=1, max_size=5)
Shape = list[tuple[Access, list[tuple[Access, int, int, bool]], bool, bool]]


def meeting_of_shape(shape: Shape, later: bool) -> tuple[Meeting, dict[str, int]]:
    """The meeting before or after the late changes; whatever is not public has the secret word all over it."""
    made, counts = [], {}
    for place, (item_access, own, stays, comes) in enumerate(shape):
        if not (stays or (comes and later) or (not comes and not later)):
            continue
        hidden = item_access is not Access.PUBLIC
        papers = []
        for number, (report_access, before, after, named) in enumerate(own):
            report = _report(f"{place}.{number}", hidden or report_access is not Access.PUBLIC, later, named)
            count = after if later else before
            counts |= {report.id: count} if count else {}
            attached = report if count else replace(report, file="", to_follow=ToFollow())
            papers.append(replace(attached, access=report_access))
        made.append(_item(str(place), hidden, later, tuple(papers), item_access))
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
    assert SECRET not in change_text(change_sheet(issued, public_state(now), public_state(before)))
    supplement, _ = supplement_of(issued, now, changes_since(issued, now))
    assert SECRET not in repr(for_public(supplement))


def test_the_members_learn_all_of_it() -> None:
    shape: Shape = [(Access.PUBLIC, [(Access.EXEMPT, 2, 3, False)], True, False)]
    (first, first_counts), (second, counts) = (meeting_of_shape(shape, later) for later in (False, True))
    issued = issue_of(state_of(first, first_counts))
    now = state_of(second, counts, dict.fromkeys(counts, "second"), issued.standing)
    assert "“Quarry report again” was replaced (3 pages, before 2)" in change_text(change_sheet(issued, now))
    supplement, _ = supplement_of(issued, now, changes_since(issued, now))
    assert supplement.items[0].reports[0].title == "Quarry report again"
