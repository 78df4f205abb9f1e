"""The meeting's details, its people and its notices."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from ui.acting import click, field, menu_action, press, type_into

from agendabuilder.store.people_used import load_people
from agendabuilder.ui.main_window import MainWindow


def words(window: MainWindow) -> str:
    """Everything that labels of the window say at the moment."""
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_the_last_day_for_publishing_stands_below_the_date(window: MainWindow) -> None:
    press(window, "Ctrl+2")
    assert "Publish the agenda by Wednesday 24 February 2027 (5 clear days)." in words(window)
    field(window, "Clear days").setValue(3)
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


def test_a_notice_is_shown_with_its_places_filled_in(window: MainWindow) -> None:
    press(window, "Ctrl+4")
    assert "No notices yet" in words(window)
    click(window.pages.notices, "Add notice")
    area = field(window.pages.notices, "Words of the notice")
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
