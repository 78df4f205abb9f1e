"""The difference from the last issue is told in sentences that the clerk can send on."""

from dataclasses import replace
from datetime import date, time

from issue_making import LATE, SELECT_COMMITTEE, issue_of, meeting_of, page_counts_of, report_of, state_of

from agendabuilder.domain.change import Change, ChangeKind
from agendabuilder.domain.changes import changes_between, changes_since
from agendabuilder.domain.edits import (
    add_item,
    add_report,
    change_item,
    change_meeting,
    change_report,
    move_item,
    move_report,
    remove_item,
    remove_report,
)
from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Notice
from agendabuilder.domain.pack_state import public_state, public_states
from agendabuilder.domain.people import Contact, Contributor, Member

COUNTS = {"1": [2], "2": [3, 1], "3": [], "4": [4]}
BEFORE = meeting_of(COUNTS, start=time(14), venue="Council Chamber")


def changes(after: Meeting, counts: dict[str, int] | None = None, **versions: str) -> tuple[Change, ...]:
    before = state_of(BEFORE, page_counts_of(COUNTS))
    pages = {**page_counts_of(COUNTS), **(counts or {})}
    there = {report.id for _, report in after.all_reports() if report.is_attached}
    named = {key.replace("_", "."): version for key, version in versions.items()}
    now = state_of(after, {key: own for key, own in pages.items() if key in there}, named)
    return changes_since(issue_of(before), now)


def told(after: Meeting, counts: dict[str, int] | None = None, **versions: str) -> list[str]:
    return [change.sentence for change in changes(after, counts, **versions)]


def numbered_by_place(meeting: Meeting) -> Meeting:
    return replace(meeting, items=tuple(replace(item, number="") for item in meeting.items))


def test_nothing_changed_says_nothing() -> None:
    assert told(BEFORE) == []


def test_the_late_changes_of_a_real_pack_are_told_in_the_order_of_the_agenda() -> None:
    before = state_of(meeting_of(SELECT_COMMITTEE), page_counts_of(SELECT_COMMITTEE))
    now = state_of(meeting_of(LATE), page_counts_of(LATE), {"6.0": "second"}, before.plan.pages)
    found = changes_between(before, now)
    assert [change.sentence for change in found] == [
        "Item 6 “Business 6”: the report “Paper 6.0” was replaced (now 29 pages, before 26).",
        "Item 7 “Business 7” was taken off the agenda.",
        "Item 7 “Business 7”: the report “Paper 7.0” was withdrawn (15 pages).",
        "Item 8a “Business 8a” was added.",
        "Item 8a “Business 8a”: the report “Paper 8a.0” was added (5 pages).",
    ]
    grown = found[0]
    assert (grown.item_id, grown.report_id) == ("item 6", "6.0")
    assert [(each.first, each.last) for each in (*grown.old_pages, *grown.new_pages)] == [("15", "40"), ("15", "40d")]


def test_a_moved_item_is_named_by_its_new_number_and_its_old() -> None:
    before = state_of(numbered_by_place(BEFORE), page_counts_of(COUNTS))
    after = move_item(before.meeting, "item 4", 1)
    found = changes_between(before, state_of(after, page_counts_of(COUNTS)))
    assert [change.sentence for change in found] == [
        "Item 2 “Business 4” (before: item 4) was moved: it now comes after item 1 “Business 1”.",
        "Item 3 “Business 2” was item 2 before.",
        "Item 4 “Business 3” was item 3 before.",
    ]
    assert found[0].kind is ChangeKind.ITEM_MOVED


def test_an_item_that_went_under_another_was_moved() -> None:
    assert told(move_item(BEFORE, "item 3", 0, "item 1"))[0].startswith(
        "Item 3 “Business 3” was moved: it now comes after"
    )


def test_the_first_item_now_comes_first() -> None:
    assert told(move_item(BEFORE, "item 4", 0)) == ["Item 4 “Business 4” was moved: it now comes first."]


def test_new_wording_of_an_item_is_told() -> None:
    assert told(change_item(BEFORE, "item 1", title="Schools")) == ["Item 1 “Schools” was called “Business 1” before."]
    assert told(change_item(BEFORE, "item 1", text="For decision")) == [
        "The description of item 1 “Business 1” was changed."
    ]
    assert told(change_item(BEFORE, "item 1", contributors=(Contributor("Cllr A Moss"),))) == [
        "The contributors of item 1 “Business 1” were changed."
    ]


def test_new_times_are_told() -> None:
    assert told(change_item(BEFORE, "item 2", start=time(14, 30))) == ["Item 2 “Business 2” is at 14:30."]
    assert told(change_item(BEFORE, "item 2", minutes=20)) == [
        "Item 2 “Business 2” is at 14:00.",
        "Item 2 “Business 2” has 20 minutes.",
    ]


def test_an_item_that_became_exempt_is_told_with_its_paragraph() -> None:
    sentences = told(change_item(BEFORE, "item 1", access=Access.EXEMPT, paragraphs=(3,)))
    assert sentences == [
        "Item 1 “Business 1” is now exempt: paragraph 3; it was public.",
        "Item 1 “Business 1”: the report “Paper 1.0” is now exempt: paragraph 3; it was public.",
    ]


def test_a_report_that_is_announced_arrives() -> None:
    announced = add_report(BEFORE, "item 3", report_of("3", file="", to_follow=ToFollow("C Reed")))
    before = state_of(announced, page_counts_of(COUNTS))
    arrived = change_report(announced, "3.0", file="reports/3.pdf", to_follow=None)
    now = state_of(arrived, {**page_counts_of(COUNTS), "3.0": 5})
    assert told(announced) == ["Item 3 “Business 3”: the report “Paper 3.0” was announced; it is to follow."]
    (change,) = changes_between(before, now)
    assert change.kind is ChangeKind.REPORT_ARRIVED
    assert change.sentence == (
        "Item 3 “Business 3”: the report “Paper 3.0”, which was to follow, has arrived (5 pages)."
    )


def test_a_report_can_be_withdrawn_and_still_be_to_follow() -> None:
    after = change_report(BEFORE, "1.0", file="", to_follow=ToFollow("C Reed"))
    assert told(after) == ["Item 1 “Business 1”: the report “Paper 1.0” was withdrawn (2 pages); it is to follow."]


def test_a_report_of_as_many_pages_as_before_was_replaced_as_well() -> None:
    assert told(BEFORE, None, **{"1_0": "second"}) == [
        "Item 1 “Business 1”: the report “Paper 1.0” was replaced (2 pages as before)."
    ]


def test_another_choice_of_a_files_pages_replaces_the_report() -> None:
    (change,) = changes(change_report(BEFORE, "2.0", pages="1"), {"2.0": 1})
    assert change.kind is ChangeKind.REPORT_REPLACED
    assert change.sentence.endswith("was replaced (now 1 page, before 3).")


def test_reports_that_changed_places_are_told() -> None:
    (swapped,) = told(move_report(BEFORE, "2.1", "item 2", 0))
    assert swapped.endswith("has another place among the item's reports.")
    assert told(move_report(BEFORE, "2.1", "item 4", 0)) == [
        "Item 4 “Business 4”: the report “Paper 2.1” was with item 2 “Business 2” before."
    ]


def test_a_renamed_report_is_told_with_its_old_name() -> None:
    assert told(change_report(BEFORE, "1.0", title="Budget 2027")) == [
        "Item 1 “Business 1”: the report “Budget 2027” was called “Paper 1.0” before."
    ]


def test_a_report_that_is_gone_is_told_where_it_stood() -> None:
    after = remove_report(change_report(BEFORE, "2.0", title="Review"), "2.1")
    assert [sentence.split("report ")[1] for sentence in told(after)] == [
        "“Review” was called “Paper 2.0” before.",
        "“Paper 2.1” was withdrawn (1 page).",
    ]


def test_items_that_come_and_go_are_told_where_they_stand() -> None:
    after = remove_item(add_item(BEFORE, Item(id="new", title="Floods", number="2a"), 2), "item 3")
    assert told(after) == ["Item 2a “Floods” was added.", "Item 3 “Business 3” was taken off the agenda."]


def test_the_meetings_own_changes_come_first() -> None:
    after = change_meeting(
        BEFORE,
        date=date(2027, 1, 21),
        start=time(15),
        venue="Town Hall",
        members=(Member("Cllr A Moss"),),
        notices=(Notice(title="Filming"),),
        contact=Contact("B Ó Briain"),
    )
    assert told(after) == [
        "The date of the meeting is Thursday 21 January 2027, before Thursday 14 January 2027.",
        "The time of the meeting is 3.00 pm, before 2.00 pm.",
        "The venue of the meeting is Town Hall, before Council Chamber.",
        "The list of members was changed.",
        "The notices were changed.",
        "The contact was changed.",
    ]


def test_the_publics_changes_name_nothing_that_is_exempt() -> None:
    secret = Report(id="s", title="Sale of Quarry Lane", file="s.pdf", access=Access.EXEMPT, paragraphs=(3,))
    meeting = add_report(BEFORE, "item 1", replace(secret, late_reason="Quarry Lane was valued late"))
    counts = {**page_counts_of(COUNTS), "s": 6}
    before = public_state(state_of(meeting, counts))
    now = public_state(state_of(change_report(meeting, "s", title="Sale of Quarry Lane and Hill"), counts, {"s": "2"}))
    sentences = [change.sentence for change in changes_between(before, now)]
    assert sentences == [
        "Item 1 “Business 1”: the report “Report not for publication” was replaced (6 pages as before)."
    ]


def test_the_public_is_told_that_a_report_is_exempt_now_and_not_what_it_was_called() -> None:
    meeting = add_report(BEFORE, "item 1", Report(id="s", title="Sale of Quarry Lane", file="s.pdf", pages="1-6"))
    hidden = change_report(meeting, "s", access=Access.EXEMPT, paragraphs=(3,))
    counts = {**page_counts_of(COUNTS), "s": 6}
    before, now = public_states(state_of(meeting, counts), state_of(hidden, counts))
    assert [change.sentence for change in changes_between(before, now)] == [
        "Item 1 “Business 1”: the report “Report not for publication” is now exempt: paragraph 3; it was public."
    ]
    before, now = public_states(state_of(hidden, counts), state_of(meeting, counts))
    assert ChangeKind.REPORT_ACCESS in {change.kind for change in changes_between(before, now)}


def test_a_report_whose_file_cannot_be_used_is_not_promised() -> None:
    counts = page_counts_of(COUNTS)
    gone = next(iter(counts))
    now = state_of(BEFORE, {report_id: count for report_id, count in counts.items() if report_id != gone})
    (change,) = changes_between(state_of(BEFORE, counts), now)
    assert "was withdrawn (" in change.sentence
    assert "follow" not in change.sentence
