"""The agenda column: items are added, moved, nested, pasted and removed by every way in."""

import json
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from ui.acting import choose_item, click, field, menu_action, press, titles, type_into

from agendabuilder import paths
from agendabuilder.ui.agenda.item_model import START, TITLE
from agendabuilder.ui.pieces.rows import MARKS
from agendabuilder.ui.window.main_window import MainWindow

AT_FIRST = ["1 Apologies", "2 Minutes", "3 Repairs", "  3a Damp", "4 Questions"]


def test_the_tree_shows_numbers_and_titles(window: MainWindow) -> None:
    assert titles(window) == AT_FIRST


def test_an_item_is_added_from_the_menu_and_its_title_typed_at_once(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    menu_action(window, "Item > Add item").trigger()
    line = QApplication.focusWidget()
    assert line.accessibleName() == "Title"
    type_into(line, "Public questions")
    assert titles(window)[2] == "3 Public questions"


def test_items_move_and_nest_with_alt_and_the_arrows(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    press(window, "Alt+Up")
    assert titles(window)[:2] == ["1 Minutes", "2 Apologies"]
    press(window, "Alt+Down")
    press(window, "Alt+Right")
    assert titles(window)[:2] == ["1 Apologies", "  1a Minutes"]
    press(window, "Alt+Left")
    assert titles(window) == AT_FIRST


def test_undo_and_redo_name_the_step(window: MainWindow) -> None:
    choose_item(window, "Questions")
    press(window, "Alt+Up")
    menu_action(window, "Edit > Undo Move item 4").trigger()
    assert titles(window) == AT_FIRST
    menu_action(window, "Edit > Redo Move item 4").trigger()
    assert titles(window)[2] == "3 Questions"


def test_typing_in_a_field_is_one_step_and_ctrl_z_in_it_takes_it_back(window: MainWindow) -> None:
    choose_item(window, "Apologies")
    line = field(window, "Title")
    type_into(line, "Apologies for absence")
    assert window.workspace.history.undo_name == "Change title of item 1"
    press(window, "Ctrl+Z")
    assert line.text() == "Apologies"
    assert window.workspace.is_saved


def test_dragging_an_item_onto_another_nests_it(window: MainWindow) -> None:
    drop_item(window, "Questions", -1, "Apologies")
    assert titles(window)[:2] == ["1 Apologies", "  1a Questions"]


def test_dragging_an_item_between_others_moves_it(window: MainWindow) -> None:
    drop_item(window, "Apologies", 2, "")
    assert titles(window)[:2] == ["1 Minutes", "2 Apologies"]


def test_an_item_cannot_be_dragged_under_itself(window: MainWindow) -> None:
    drop_item(window, "Repairs", 0, "Damp")
    assert titles(window) == AT_FIRST


def test_pasting_lines_makes_items(window: MainWindow) -> None:
    choose_item(window, "Questions")
    QGuiApplication.clipboard().setText("5. Budget\n6. Any other business\n")
    press(window, "Ctrl+V")
    assert titles(window)[-2:] == ["5 Budget", "6 Any other business"]
    menu_action(window, "Edit > Undo Paste 2 items").trigger()
    assert titles(window) == AT_FIRST


def test_the_context_menu_duplicates_and_delete_removes(window: MainWindow) -> None:
    choose_item(window, "Damp")
    tree = window.agenda.tree
    tree.customContextMenuRequested.emit(tree.visualRect(tree.currentIndex()).center())
    menu = next(each for each in tree.findChildren(QMenu) if each.isVisible())
    next(action for action in menu.actions() if "Duplicate" in action.text()).trigger()
    menu.close()
    assert titles(window)[3:5] == ["  3a Damp", "  3b Damp"]
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert titles(window) == AT_FIRST


def test_a_title_is_typed_into_the_tree_with_f2(window: MainWindow) -> None:
    choose_item(window, "Questions")
    tree = window.agenda.tree
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = tree.indexWidget(tree.currentIndex()) or QApplication.focusWidget()
    type_into(editor, "Public questions")
    assert titles(window)[-1] == "4 Public questions"


def test_an_empty_agenda_says_what_to_do(make_window: Any, tmp_path: Any) -> None:
    from making import make_folder

    window = make_window()
    window.files.open_folder(make_folder(tmp_path / "empty", []))
    click(window.agenda, "Add item")
    assert len(titles(window)) == 1


def test_states_stand_below_the_title_in_words(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    menu_action(window, "Report > Report to follow").trigger()
    type_into(field(window, "From"), "B Singh")
    index = window.agenda.tree.currentIndex()
    assert [mark.words for mark in index.data(MARKS)] == ["To follow · B Singh"]
    assert "To follow" in index.siblingAtColumn(TITLE).data(Qt.ItemDataRole.AccessibleTextRole)


def test_times_roll_on_and_an_overrun_is_shown_where_it_happens(window: MainWindow) -> None:
    choose_item(window, "Apologies")
    type_into(field(window, "Length"), "20m")
    choose_item(window, "Minutes")
    type_into(field(window, "Starts at"), "2.10 pm")
    index = window.agenda.tree.currentIndex()
    assert index.siblingAtColumn(START).data() == "14:10"
    assert "10 minutes late" in [mark.words for mark in index.siblingAtColumn(TITLE).data(MARKS)]


def test_a_length_typed_as_a_start_is_a_length(window: MainWindow) -> None:
    choose_item(window, "Apologies")
    type_into(field(window, "Starts at"), "25m")
    assert field(window, "Length").text() == "25m"
    assert field(window, "Starts at").text() == ""


def test_what_is_no_time_is_said_beside_the_field_and_stays(window: MainWindow) -> None:
    choose_item(window, "Apologies")
    start = field(window, "Starts at")
    type_into(start, "soon")
    assert start.text() == "soon"
    assert "Type a time such as 11.05" in start.accessibleDescription()


def drop_item(window: MainWindow, title: str, row: int, onto: str) -> None:
    """Drop an item on another one (row -1), or at a row under it."""
    model = window.agenda.tree.items
    by_title = {item.title: item.id for item in window.workspace.meeting.all_items()}
    data = model.mimeData([model.index_of(by_title[title])])
    target = model.index_of(by_title[onto]) if onto else QModelIndex()
    model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, target)


def test_standing_items_of_a_template_are_added_after_the_selected_item(window: MainWindow) -> None:
    folder = paths.own_templates()
    folder.mkdir(parents=True)
    standing = [
        {"title": "apologies", "kind": "procedural"},
        {"title": "Declarations", "text": "In the {venue}.", "kind": "procedural", "start": "09:00"},
        {"title": "Forward plan", "kind": "procedural", "items": [{"title": "Visits"}]},
        {"title": "Budget"},
    ]
    template = {"template": {"name": "Housing"}, "committee": "Housing Committee", "items": standing}
    (folder / "housing.agenda").write_text(json.dumps(template), encoding="utf-8")
    choose_item(window, "Apologies")
    menu_action(window, "Item > Add standing item").trigger()
    dialog = QApplication.activeModalWidget()
    listed = field(dialog, "Standing items")
    group = listed.topLevelItem(0)
    offered = [group.child(row).text(0) for row in range(group.childCount())]
    assert group.text(0) == "Housing"
    assert offered == ["Declarations", "Forward plan", "apologies (on the agenda already)"]
    assert "In the Council Chamber." in [label.text() for label in dialog.findChildren(QLabel)]
    type_into(field(dialog, "Find a standing item"), "plan", enter=False)
    assert [group.child(row).isHidden() for row in range(3)] == [True, False, True]
    assert [item.title for item in dialog.chosen] == ["Forward plan"]
    type_into(field(dialog, "Find a standing item"), "housing", enter=False)
    group.child(1).setSelected(True)
    click(dialog, "Add to the agenda")
    assert titles(window)[:4] == ["1 Apologies", "2 Declarations", "3 Forward plan", "  3a Visits"]
    assert window.workspace.selected_item.title == "Declarations"
    assert window.workspace.selected_item.start is None
    menu_action(window, "Edit > Undo Add 2 standing items").trigger()
    assert titles(window) == AT_FIRST


def test_undo_selects_what_came_back_and_redo_the_neighbour_of_what_went(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    menu_action(window, "Item > Remove item").trigger()
    choose_item(window, "Questions")
    menu_action(window, "Edit > Undo Remove item 2").trigger()
    assert window.workspace.selected_item.title == "Minutes"
    menu_action(window, "Edit > Redo Remove item 2").trigger()
    assert window.workspace.selected_item.title == "Repairs"


def test_undoing_an_added_item_selects_its_neighbour_and_redo_the_item_again(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    menu_action(window, "Item > Duplicate item").trigger()
    copy = window.workspace.selected_item_id
    menu_action(window, "Edit > Undo Duplicate item 2").trigger()
    assert window.workspace.selected_item.title == "Repairs"
    menu_action(window, "Edit > Redo Duplicate item 2").trigger()
    assert window.workspace.selected_item_id == copy


def test_an_item_or_a_report_is_found_by_its_words_and_enter_goes_on(window: MainWindow) -> None:
    press(window, "Ctrl+F")
    line = field(window, "Find in the agenda")
    type_into(line, "rep", enter=False)
    assert (window.workspace.selected_item.title, window.workspace.selected_report_id) == ("Repairs", "")
    assert window.agenda.find_line.said == "1 of 2"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert window.workspace.selected_report_id == window.workspace.selected_item.reports[0].id
    type_into(line, "parking", enter=False)
    assert window.agenda.find_line.said == "Not found"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert window.agenda.tree.hasFocus()


def test_a_stroke_in_the_agenda_looks_for_words(window: MainWindow) -> None:
    window.agenda.tree.setFocus()
    QTest.keyClick(window.agenda.tree, "/")
    assert field(window, "Find in the agenda").hasFocus()


def test_the_pack_is_built_with_f5_while_a_text_is_written(window: MainWindow) -> None:
    choose_item(window, "Questions")
    window.pages.item.text.setFocus()
    press(window, "F5")
    assert window.build_bar.pack is not None


def test_lines_copied_in_another_program_can_be_pasted_at_once_by_the_shortcut(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    choose_item(window, "Apologies")
    QGuiApplication.clipboard().setText("Fire doors\nLifts")
    press(window, "Ctrl+Shift+V")
    assert titles(window)[:3] == ["1 Apologies", "2 Fire doors", "3 Lifts"]
