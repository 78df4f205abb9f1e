"""The meeting's details, its people and its notices."""

from pathlib import Path
from typing import Any

import pytest
from making import make_folder
from PIL import Image
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from ui.acting import choose_item, click, field, menu_action, press, type_into

from agendabuilder.domain.edits import change_item, change_meeting, change_part
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Access
from agendabuilder.domain.notice_rule import Nation
from agendabuilder.domain.people import Member
from agendabuilder.domain.presentation import Block, Logo
from agendabuilder.store.people_used import load_people
from agendabuilder.ui.pieces.choice_fields import SwitchField
from agendabuilder.ui.pieces.fields import TextField
from agendabuilder.ui.window.main_window import MainWindow


def words(window: MainWindow) -> str:
    """Everything that labels of the window say at the moment."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_the_last_day_for_publishing_stands_below_the_date(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    assert "Publish the agenda by Wednesday 24 February 2027 (5 clear days)." in words(window)
    field(window, "Days of notice").setValue(3)
    assert "Publish the agenda by Friday 26 February 2027 (3 clear days)." in words(window)


def test_details_are_edited_in_plain_words(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    type_into(field(window, "Venue"), "Guildhall")
    type_into(field(window, "Ends at"), "1630")
    type_into(field(window, "Telephone"), "01632 960001")
    QTest.mouseClick(field(window, "The meeting is webcast"), Qt.MouseButton.LeftButton)
    meeting = window.workspace.meeting
    assert meeting.venue == "Guildhall"
    assert f"{meeting.end:%H:%M}" == "16:30"
    assert meeting.contact is not None
    assert meeting.contact.phone == "01632 960001"
    assert meeting.webcast
    for _ in range(4):
        press(window, "Ctrl+Z")
    assert window.workspace.is_saved
    assert field(window, "Venue").text() == "Council Chamber"


def test_a_member_is_typed_into_the_last_row(window: MainWindow) -> None:
    press(window, "Ctrl+3")
    view = field(window.pages.people, "Members")
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_F2)
    type_into(QApplication.focusWidget(), "Cllr Ada Okafor")
    assert [member.name for member in window.workspace.meeting.members] == ["Cllr Ada Okafor"]
    assert view.model().rowCount() == 2


def test_people_are_remembered_when_the_meeting_is_saved_and_offered_again(window: MainWindow) -> None:
    test_a_member_is_typed_into_the_last_row(window)
    press(window, "Ctrl+S")
    assert [person.name for person in load_people()] == ["Cllr Ada Okafor"]


def test_a_notice_is_seen_whole_when_the_window_becomes_wider_or_narrower(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Ctrl+4")
    click(window.pages.notices, "Add notice")
    area = field(window.pages.notices, "Text of the notice")
    area.setPlainText("The Committee examines how the Council runs its own homes. " * 4)
    for page, width in (("Ctrl+1", 1920), ("Ctrl+4", 1280), ("Ctrl+4", 1920), ("Ctrl+1", 1280)):
        press(window, page)
        window.resize(width, 1080)
        QApplication.processEvents()
        press(window, "Ctrl+4")
        qtbot.waitUntil(lambda: area.geometry().bottom() < area.parentWidget().height(), timeout=2000)


def test_a_notice_is_shown_with_its_places_filled_in(window: MainWindow) -> None:
    press(window, "Ctrl+4")
    assert "No notices yet" in words(window)
    click(window.pages.notices, "Add notice")
    area = field(window.pages.notices, "Text of the notice")
    area.setFocus()
    QTest.keyClicks(area, "Ask {contact.name} or {contact.email}.")
    assert "Ask B Ó Briain or {contact.email}." in words(window)
    assert "The meeting has nothing for {contact.email}." in words(window)
    assert window.workspace.meeting.notices[0].text == "Ask {contact.name} or {contact.email}."
    click(window.pages.notices, "Remove notice")
    assert not window.workspace.meeting.notices


def test_names_used_before_can_be_forgotten_and_brought_back(window: MainWindow) -> None:
    test_people_are_remembered_when_the_meeting_is_saved_and_offered_again(window)
    menu_action(window, "Edit > Forget names used before").trigger()
    assert load_people() == ()
    click(window.messages, "Bring them back")
    assert len(load_people()) == 1


def test_parts_of_the_front_sheet_are_left_out_and_moved(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    parts = field(window, "Order of parts")
    parts.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert Block.PRE_MEETING not in window.workspace.meeting.front_sheet.blocks
    parts.setCurrentRow(0)
    for _ in range(2):
        QTest.keyClick(parts, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.workspace.meeting.front_sheet.blocks[:2] == (Block.MEMBERS, Block.HEAD)
    press(window, "Ctrl+Z")
    assert window.workspace.is_saved


def test_a_logo_is_copied_beside_the_meeting(
    window: MainWindow, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "crest.png"
    Image.new("RGB", (40, 40), "navy").save(picture)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(picture), ""))
    press(window, "Ctrl+2")
    click(window.pages.meeting, "Choose")
    assert window.workspace.meeting.look.logo == Logo("crest.png")
    assert (folder / "crest.png").is_file()
    click(window.pages.meeting, "Remove")
    assert window.workspace.meeting.look.logo is None


def test_the_logo_is_put_into_words_where_the_finding_leads(window: MainWindow, folder: Path) -> None:
    Image.new("RGB", (40, 40), "navy").save(folder / "crest.png")
    window.workspace.edit("Choose logo", change_part, "look", logo=Logo("crest.png"))
    window.pages.go_to(Finding(Severity.NOTE, "logo-words", "The logo has no words.", field="look.logo"))
    line = QApplication.focusWidget()
    assert line.accessibleName() == "Logo in words"
    type_into(line, "Crest of Norbury: a bridge")
    assert window.workspace.meeting.look.logo == Logo("crest.png", "Crest of Norbury: a bridge")
    press(window, "Ctrl+Z")
    assert line.text() == ""


def test_days_on_which_the_offices_are_closed_move_the_last_day_for_publishing(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    days = field(window, "Other days off")
    type_into(days, "25 February 2027 and 26/02/2027")
    assert days.text() == "25 February 2027, 26 February 2027"
    assert "Publish the agenda by Monday 22 February 2027 (5 clear days)." in words(window)
    type_into(days, "sometime")
    assert "Type days such as 19 September 2022" in words(window)
    days.clear()
    type_into(days, " ")
    assert window.workspace.meeting.notice_rule.extra_days_off == ()


def test_fixed_words_are_worded_as_the_body_does(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    type_into(field(window, "Words for to follow"), "Papers to follow")
    assert window.workspace.meeting.wording.to_follow == "Papers to follow"


def test_members_change_places_with_alt_and_the_arrows(window: MainWindow) -> None:
    window.workspace.edit("Add members", change_meeting, members=(Member("Ada"), Member("Ben")))
    press(window, "Ctrl+3")
    view = field(window.pages.people, "Members")
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [member.name for member in window.workspace.meeting.members] == ["Ben", "Ada"]
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert [member.name for member in window.workspace.meeting.members] == ["Ada"]


def test_the_form_of_the_meeting_fits_into_its_column(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    days = field(window, "Days that count")
    place = days.mapTo(window.pages, days.rect().topRight()).x()
    assert place < window.pages.width()


def tick(window: MainWindow, number: int) -> None:
    """Tick a paragraph, or take the tick away, by keyboard."""
    boxes = [each for each in window.pages.item.findChildren(QCheckBox) if each.isVisible()]
    box = next(each for each in boxes if each.accessibleName().startswith(f"Paragraph {number}: "))
    QTest.keyClick(box, Qt.Key.Key_Space)


def test_the_paragraphs_of_the_bodys_own_law_are_listed_with_what_each_is_about(window: MainWindow) -> None:
    choose_item(window, "Questions")
    window.workspace.edit("Make exempt", change_item, window.workspace.selected_item_id, access=Access.EXEMPT)
    QApplication.processEvents()
    tick(window, 7)
    tick(window, 3)
    assert window.workspace.selected_item.paragraphs == (3, 7)
    tick(window, 7)
    assert window.workspace.selected_item.paragraphs == (3,)
    words = [each.text() for each in window.pages.item.findChildren(QLabel) if each.isVisible()]
    assert "about preventing, investigating or prosecuting crime" in words
    assert "Paragraphs of Part 1 of Schedule 12A to the Local Government Act 1972." in words


def test_a_paragraph_that_another_law_had_stays_in_sight_to_be_taken_out(window: MainWindow) -> None:
    choose_item(window, "Questions")
    item_id = window.workspace.selected_item_id
    window.workspace.edit("Make exempt", change_item, item_id, access=Access.EXEMPT, paragraphs=(7,))
    window.workspace.edit("Change nation", change_part, "notice_rule", nation=Nation.WALES)
    QApplication.processEvents()
    boxes = [each.accessibleName() for each in window.pages.item.findChildren(QCheckBox) if each.isVisible()]
    assert "Paragraph 7: not a paragraph of this law" in boxes
    tick(window, 12)
    tick(window, 7)
    assert window.workspace.selected_item.paragraphs == (12,)


def test_the_item_that_asks_the_public_to_leave_is_added_where_it_belongs(window: MainWindow) -> None:
    assert not menu_action(window, "Item > Add the exclusion item").isEnabled()
    choose_item(window, "Questions")
    window.workspace.edit("Make exempt", change_item, window.workspace.selected_item_id, access=Access.EXEMPT)
    menu_action(window, "Item > Add the exclusion item").trigger()
    assert [item.title for item in window.workspace.meeting.items][-2:] == [
        "Exclusion of the press and public",
        "Questions",
    ]
    assert window.workspace.selected_item.title == "Exclusion of the press and public"
    menu_action(window, "Edit > Undo Add the exclusion item").trigger()
    assert window.workspace.meeting.items[-2].title != "Exclusion of the press and public"


def test_only_what_can_be_done_with_notices_and_people_can_be_pressed(window: MainWindow) -> None:
    press(window, "Ctrl+4")
    pressed = {each.text(): each for each in window.pages.notices.findChildren(QPushButton)}
    assert [words for words in ("Move up", "Move down", "Remove notice") if pressed[words].isEnabled()] == []
    click(window.pages.notices, "Add notice")
    click(window.pages.notices, "Add notice")
    assert [words for words in ("Move up", "Move down", "Remove notice") if pressed[words].isEnabled()] == [
        "Move up",
        "Remove notice",
    ]
    press(window, "Ctrl+3")
    remove = next(each for each in window.pages.people.findChildren(QToolButton) if each.accessibleName() == "Remove")
    assert not remove.isEnabled()


def test_the_longest_day_is_shown_whole(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    day = field(window, "Published on")
    day.setDate(QDate(2027, 9, 22))
    words = day.lineEdit().fontMetrics().horizontalAdvance(day.text())
    assert day.text() == "Wednesday 22 September 2027"
    assert day.lineEdit().width() > words


def test_switches_stand_in_line_with_the_fields(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    form = window.pages.meeting.form
    switches = [each for each in form.findChildren(SwitchField) if each.isVisible()]
    fields = {each.mapTo(form, QPoint()).x() for each in (field(form, "Venue"), field(form, "Page stamp"))}
    assert {each.mapTo(form, QPoint()).x() for each in switches} == fields


def test_members_are_all_seen_at_once_by_their_whole_names(make_window: Any, tmp_path: Path) -> None:
    members = [{"name": f"Cllr Gwenllian Prys-Jones the {number}th"} for number in range(12, 32)]
    window = make_window(make_folder(tmp_path / "m", [{"title": "Apologies"}], members=members))
    press(window, "Ctrl+3")
    table = field(window, "Members")
    assert table.verticalScrollBar().maximum() == 0
    assert table.columnWidth(0) >= table.sizeHintForColumn(0)


def test_every_field_of_the_meeting_can_be_typed_into(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    form = window.pages.meeting.form
    for line in form.findChildren(TextField):
        if type(line) is TextField and line.isVisible():
            type_into(line, "Ada", enter=False)
            form.show_values()
            assert line.text() == "Ada", line.accessibleName()
    assert window.workspace.meeting.contact is not None
    assert window.workspace.meeting.contact.name == "Ada"
