"""Edits make new meetings; undo brings the old one back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain import edits
from agendabuilder.domain.history import History
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting, Notice

MEETING = Meeting(
    committee="Housing Committee",
    items=(
        Item("1", "Apologies"),
        Item("2", "Minutes", reports=(Report("5", file="reports/minutes.pdf"),)),
        Item("3", "Repairs", items=(Item("4", "Damp"),)),
    ),
    notices=(Notice("9", title="Filming"),),
)


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.all_items()]


def test_a_new_item_goes_where_it_is_put() -> None:
    assert titles(edits.add_item(MEETING, Item(title="Questions"), 1)) == [
        "Apologies", "Questions", "Minutes", "Repairs", "Damp",
    ]  # fmt: skip
    assert titles(edits.add_item(MEETING, Item(title="Mould"), parent_id="3"))[-1] == "Mould"


def test_moving_an_item_takes_what_is_under_it_along() -> None:
    moved = edits.move_item(MEETING, "3", 0)
    assert titles(moved) == ["Repairs", "Damp", "Apologies", "Minutes"]
    nested = edits.move_item(MEETING, "2", 0, parent_id="3")
    assert titles(nested) == ["Apologies", "Repairs", "Minutes", "Damp"]


def test_an_item_cannot_be_moved_under_itself() -> None:
    with pytest.raises(ValueError, match="under itself"):
        edits.move_item(MEETING, "3", 0, parent_id="4")


def test_a_copy_has_ids_of_its_own() -> None:
    copied = edits.duplicate_item(MEETING, "2")
    ids = [item.id for item in copied.all_items()] + [report.id for _, report in copied.all_reports()]
    assert len(ids) == len(set(ids))
    assert titles(copied) == ["Apologies", "Minutes", "Minutes", "Repairs", "Damp"]


def test_a_report_can_go_to_another_item() -> None:
    moved = edits.move_report(MEETING, "5", "4", 0)
    assert [(item.title, report.file) for item, report in moved.all_reports()] == [("Damp", "reports/minutes.pdf")]
    assert not list(edits.remove_report(moved, "5").all_reports())


def test_reports_and_notices_can_be_changed() -> None:
    changed = edits.change_report(MEETING, "5", title="Draft minutes")
    assert next(report.title for _, report in changed.all_reports()) == "Draft minutes"
    assert edits.change_notice(MEETING, "9", title="Recording").notices[0].title == "Recording"
    assert not edits.remove_notice(MEETING, "9").notices
    assert len(edits.add_notice(MEETING, Notice(title="Fire")).notices) == 2


def test_naming_what_is_not_there_is_an_error() -> None:
    for edit in (edits.remove_item, edits.remove_report, edits.remove_notice, edits.duplicate_item):
        with pytest.raises(KeyError):
            edit(MEETING, "77")


def test_typing_in_one_field_is_one_step() -> None:
    history = History(MEETING)
    for text in ("H", "Ho", "Hou"):
        history = history.with_step("Change title", edits.change_item(history.present, "1", title=text), "1.title")
    assert history.undo_name == "Change title"
    assert history.undo().present == MEETING
    assert history.undo().redo().present.items[0].title == "Hou"


def test_a_step_that_changes_nothing_is_no_step() -> None:
    assert History(MEETING).with_step("Change title", MEETING).undo_name == ""


MOVES = st.lists(st.tuples(st.sampled_from(["1", "2", "3", "4"]), st.integers(0, 3)), max_size=8)


@given(MOVES)
def test_undoing_everything_returns_and_redoing_everything_goes_on(moves: list[tuple[str, int]]) -> None:
    history = History(MEETING)
    for item_id, position in moves:
        history = history.with_step("Move item", edits.move_item(history.present, item_id, position))
        assert sorted(titles(history.present)) == sorted(titles(MEETING))
    last = history.present
    while history.undo_name:
        history = history.undo()
    assert history.present == MEETING
    while history.redo_name:
        history = history.redo()
    assert history.present == last


def test_a_part_of_the_meeting_is_begun_changed_and_dropped_when_empty() -> None:
    named = edits.change_part(MEETING, "contact", name="B Ó Briain")
    assert named.contact is not None
    assert named.contact.name == "B Ó Briain"
    assert edits.change_part(named, "contact", name="").contact is None
    assert edits.change_part(MEETING, "look", accent="#004400").look.accent == "#004400"


def test_notices_change_places() -> None:
    two = edits.add_notice(MEETING, Notice(title="Fire"))
    assert [notice.title for notice in edits.move_notice(two, "9", 1).notices] == ["Fire", "Filming"]
    assert edits.move_notice(two, "9", -1) == two


def test_copies_are_put_one_after_another_with_ids_of_their_own() -> None:
    standing = (Item("1", "Declarations"), Item("2", "Forward plan", items=(Item("3", "Visits"),)))
    copied = edits.add_copies(MEETING, standing, 1)
    assert titles(copied)[:5] == ["Apologies", "Declarations", "Forward plan", "Visits", "Minutes"]
    assert copied.items[1].id == edits.new_id(MEETING)
    ids = [item.id for item in copied.all_items()]
    assert len(ids) == len(set(ids))
