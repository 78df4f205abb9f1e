"""A supplement holds the late papers alone and says what each of them does to the pack."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from issue_making import (
    LATE,
    SELECT_COMMITTEE,
    issue_of,
    issue_supplement,
    meeting_of,
    page_counts_of,
    page_map,
    papers_of,
    report_of,
    rules_of,
    state_of,
    supplement_of,
)

from agendabuilder.domain.audience import for_public
from agendabuilder.domain.changes import changes_since
from agendabuilder.domain.edits import add_item, add_report, change_item, change_report, remove_item, remove_report
from agendabuilder.domain.item import Access, Item, ToFollow
from agendabuilder.domain.kept_numbers import keep_numbers
from agendabuilder.domain.meeting import Meeting, Notice
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.people import Member
from agendabuilder.domain.supplement import supplement_first_page

FIRST = state_of(meeting_of(SELECT_COMMITTEE), page_counts_of(SELECT_COMMITTEE))
ISSUED = issue_of(FIRST)


def supplement(after: Meeting, counts: Mapping[str, int] | None = None, before: Meeting = FIRST.meeting) -> Meeting:
    """The supplement after an issue of `before`; reports with another page count were replaced."""
    there = {report.id for _, report in before.all_reports() if report.is_attached}
    issued = issue_of(state_of(before, {key: FIRST.page_counts.get(key, 2) for key in there}))
    now_there = {report.id for _, report in after.all_reports() if report.is_attached}
    pages = {key: (counts or {}).get(key, FIRST.page_counts.get(key, 2)) for key in now_there}
    now = state_of(after, pages, dict.fromkeys(counts or {}, "second"))
    return supplement_of(issued, now, changes_since(issued, now))[0]


def texts(meeting: Meeting) -> dict[str, str]:
    return {item.number: item.text for item in meeting.items}


def test_the_late_changes_of_a_real_pack_as_a_supplement() -> None:
    now = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"})
    meeting, plan = supplement_of(ISSUED, now, changes_since(ISSUED, now))
    assert meeting.wording.agenda == "Supplement 1"
    assert texts(meeting) == {
        "6": "Replaces pages 15 to 40 of the agenda pack.",
        "7": "This item was taken off the agenda.\n\n“Paper 7.0”, pages 41 to 56 of the agenda pack, is withdrawn.",
        "8a": "This item was added after the agenda was published.",
    }
    assert page_map(plan.pages) == "F:77 _:78 6:79-107 _:108 8a:109-113 _:114"


def test_the_pack_as_it_then_stands_has_every_page_under_the_number_it_came_with() -> None:
    now = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"})
    _, plan = supplement_of(ISSUED, now, changes_since(ISSUED, now))
    second = issue_supplement(ISSUED, now, plan)
    assert page_map(second.standing) == (
        "F:1-2 4:3-10 4:11 _:12 4:13-14 x:15-40 _:40 6:79-107 _:108 x:41-56 _:56 8:57-73 _:74 8a:109-113 _:114 9:75-76"
    )
    stands = keep_numbers(second.standing, 2, papers_of(now.meeting, now.page_counts), rules_of(now.meeting))
    assert stands.pages == second.standing
    assert second.last_number == 114


def test_supplements_follow_one_another() -> None:
    now = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"})
    _, plan = supplement_of(ISSUED, now, changes_since(ISSUED, now))
    second = issue_supplement(ISSUED, now, plan)
    later = {**LATE, "6": [30], "8a": [5, 2]}
    again = state_of(meeting_of(later), page_counts_of(later), {"6.0": "third"}, second.standing)
    meeting, plan = supplement_of(second, again, changes_since(second, again), 2)
    assert meeting.wording.agenda == "Supplement 2"
    assert texts(meeting) == {
        "6": "Replaces pages 79 to 108 of the agenda pack.",
        "8a": "Added after the agenda was published.",
    }
    assert page_map(plan.pages) == "F:115 _:116 6:117-146 8a:147-148"
    third = issue_supplement(second, again, plan)
    assert page_map(third.standing) == (
        "F:1-2 4:3-10 4:11 _:12 4:13-14 x:15-40 _:40 x:79-108 _:108 6:117-146 x:41-56 _:56 "
        "8:57-73 _:74 8a:109-113 _:114 8a:147-148 9:75-76"
    )


def test_pages_of_a_supplement_that_is_numbered_from_1_stand_under_letters() -> None:
    now = state_of(meeting_of(LATE, supplements_number_on=False), page_counts_of(LATE), {"6.0": "second"})
    _, plan = supplement_of(ISSUED, now, changes_since(ISSUED, now))
    assert page_map(plan.pages) == "F:1 _:2 6:3-31 _:32 8a:33-37 _:38"
    standing = issue_supplement(ISSUED, now, plan).standing
    assert "x:15-40 _:40 6:40a-40ac _:40ad x:41-56" in page_map(standing)
    assert "8a:74a-74e _:74f 9:75-76" in page_map(standing)


def test_what_a_replaced_report_had_withdrawn_before_stays_withdrawn() -> None:
    shorter = {**SELECT_COMMITTEE, "6": [20]}
    kept = state_of(meeting_of(shorter), page_counts_of(shorter), {"6.0": "second"}, ISSUED.standing)
    second = issue_of(kept, 2)
    now = state_of(meeting_of(shorter), page_counts_of(shorter), {"6.0": "third"})
    _, plan = supplement_of(second, now, changes_since(second, now))
    assert "x:15-34 _:34 x:35-40 _:40 6:79-98 7:41" in page_map(issue_supplement(second, now, plan).standing)


def test_letters_behind_withdrawn_pages_are_never_given_out_again() -> None:
    second = state_of(meeting_of({"1": [3]}), {"1.0": 3}, standing=state_of(meeting_of({}), {}).plan.pages)
    issued = issue_of(second)
    late = state_of(meeting_of({"0": [2], "1": [3]}), {"0.0": 2, "1.0": 3}, {"1.0": "second"})
    _, plan = supplement_of(issued, late, changes_since(issued, late))
    third = issue_supplement(issued, late, plan)
    first = {"0a": [2], "0": [2], "1": [3]}
    fourth = state_of(meeting_of(first), page_counts_of(first), {"1.0": "second"}, third.standing)
    assert page_map(fourth.plan.pages) == "F:1-2 0a:2e-2f 0:5-6 x:2a-2d _:2d 1:7-9 _:10"


@pytest.mark.parametrize(("last", "blank_pages", "first"), [(76, True, 77), (75, True, 77), (75, False, 76)])
def test_a_supplement_is_numbered_on_from_the_last_page(last: int, blank_pages: bool, first: int) -> None:
    meeting = meeting_of(LATE, blank_pages=blank_pages)
    assert supplement_first_page(replace(ISSUED, last_number=last), meeting) == first


def test_a_paper_that_was_to_follow_is_enclosed() -> None:
    announced = add_report(FIRST.meeting, "item 9", report_of("9", 1, file="", to_follow=ToFollow("C Reed")))
    arrived = change_report(
        announced, "9.1", file="reports/9.pdf", to_follow=None, late_reason="The figures came on Monday."
    )
    assert texts(supplement(arrived, before=announced)) == {
        "9": "To follow on the agenda, now enclosed.\n\nWhy it is late: The figures came on Monday."
    }


def test_several_late_papers_of_one_item_are_named() -> None:
    after = add_report(FIRST.meeting, "item 4", report_of("4", 3, title="Follow-up [draft]"))
    assert texts(supplement(remove_report(after, "4.1"), {"4.0": 9})) == {
        "4": "“Paper 4.0” replaces pages 3 to 10 of the agenda pack.\n\n"
        "“Paper 4.1”, pages 11 to 12 of the agenda pack, is withdrawn.\n\n"
        "“Follow-up \\[draft\\]” was added after the agenda was published."
    }


def test_an_urgent_item_says_why_it_cannot_wait() -> None:
    item = Item(id="new", title="Floods", text="For decision.", number="10", urgency="The river rose on Sunday.")
    assert texts(supplement(add_item(FIRST.meeting, item))) == {
        "10": "For decision.\n\nThis item was added after the agenda was published.\n\n"
        "Reason for urgency: The river rose on Sunday."
    }


def test_items_have_the_numbers_printed_in_the_issue() -> None:
    before = replace(FIRST.meeting, items=tuple(replace(item, number="") for item in FIRST.meeting.items))
    after = add_item(before, Item(id="new", title="Floods"), 2)
    late = supplement(after, {"7.0": 16}, before)
    assert item_numbers(after.items, after.numbering)["item 7"] == "4"
    assert [(item.number, item.title) for item in late.items] == [("2a", "Floods"), ("3", "Business 7")]


def test_a_sub_item_under_an_exempt_item_stays_exempt_on_its_own() -> None:
    child = Item(id="child", title="Valuation", reports=(report_of("8", 9),))
    before = change_item(FIRST.meeting, "item 8", access=Access.EXEMPT, paragraphs=(3,), items=(child,))
    (item,) = supplement(before, {"8.9": 5}, before).items
    assert (item.id, item.access, item.paragraphs) == ("child", Access.EXEMPT, (3,))
    public = for_public(supplement(before, {"8.9": 5}, before))
    assert public.items[0].text == ""


def test_the_publics_supplement_says_nothing_of_an_exempt_paper() -> None:
    secret = report_of("8", 9, title="Quarry Lane", access=Access.EXEMPT, late_reason="Quarry Lane was valued late.")
    before = add_report(FIRST.meeting, "item 8", secret)
    late = supplement(change_report(before, "8.9", title="Quarry Lane again"), {"8.9": 5, "8.0": 18}, before)
    assert late.items[0].reports[1].title == "Quarry Lane again"
    assert "Quarry" not in repr(for_public(late))
    assert "“Report not for publication” replaces pages 75 to 76" in late.items[0].text


def test_of_the_front_matter_the_head_and_the_contact_are_left() -> None:
    whole = replace(
        FIRST.meeting, members=(Member("Cllr A Moss"),), notices=(Notice(kind="webcasting"), Notice(kind="contact"))
    )
    late = supplement(remove_item(whole, "item 9"), before=whole)
    assert late.members == ()
    assert [notice.kind for notice in late.notices] == ["contact"]
    assert (late.title, late.date) == (whole.title, whole.date)


def test_without_late_papers_there_is_nothing_for_a_supplement() -> None:
    assert supplement(replace(FIRST.meeting, venue="Town Hall")).items == ()
