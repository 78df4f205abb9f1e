"""The start page: what was open lately, templates to begin with, and folders dropped on it."""

import json
from datetime import date
from pathlib import Path

import pytest
from making import make_folder
from open_meetings import items
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from agendabuilder import paths
from agendabuilder.store.settings import RecentMeeting, Settings, save_settings
from agendabuilder.ui.meeting.start_page import StartPage
from agendabuilder.ui.work.tasks import Tasks


@pytest.fixture
def template() -> str:
    folder = paths.own_templates()
    folder.mkdir(parents=True)
    about = {"name": "Pwyllgor Tŷ", "description": "Every month"}
    (folder / "ty.agenda").write_text(json.dumps({"template": about, "items": [{"title": "Apologies"}]}), "utf-8")
    return "ty"


def page(qtbot: QtBot) -> StartPage:
    made = StartPage(Tasks(serial=True))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def entries(made: StartPage, name: str) -> list[str]:
    listed = next(each for each in made.findChildren(QListWidget) if each.accessibleName() == name)
    return [listed.item(row).text() for row in range(listed.count())]


def press(made: StartPage, words: str, qtbot: QtBot) -> None:
    button = next(each for each in made.findChildren(QPushButton) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def recent(*folders: Path) -> None:
    save_settings(
        Settings(recent=tuple(RecentMeeting(str(folder), "Housing Committee", date(2027, 3, 4)) for folder in folders))
    )


def test_recent_meetings_say_what_when_and_where(tmp_path: Path, qtbot: QtBot) -> None:
    recent(make_folder(tmp_path / "housing", items()))
    (entry,) = entries(page(qtbot), "Recent meetings")
    assert entry.startswith("Housing Committee, Thursday 4 March 2027\nChanged today, ")
    assert entry.endswith("housing")


def test_a_meeting_that_is_gone_is_quietly_called_missing(tmp_path: Path, qtbot: QtBot) -> None:
    recent(tmp_path / "gone")
    (entry,) = entries(page(qtbot), "Recent meetings")
    assert "\nMissing · " in entry


def test_a_recent_meeting_opens_with_a_click_or_enter(tmp_path: Path, qtbot: QtBot) -> None:
    recent(make_folder(tmp_path / "housing", items()))
    made = page(qtbot)
    listed = next(each for each in made.findChildren(QListWidget) if each.accessibleName() == "Recent meetings")
    place = listed.visualItemRect(listed.item(0)).center()
    with qtbot.waitSignal(made.open_requested, timeout=1000) as asked:
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [tmp_path / "housing"]
    with qtbot.waitSignal(made.open_requested, timeout=1000):
        qtbot.keyClick(listed, Qt.Key.Key_Return)


def test_templates_are_drawn_as_front_sheets(template: str, qtbot: QtBot) -> None:
    made = page(qtbot)
    assert "Pwyllgor Tŷ" in entries(made, "Templates")
    entry = next(
        made.gallery.item(row) for row in range(made.gallery.count()) if made.gallery.item(row).text() == "Pwyllgor Tŷ"
    )
    image = entry.icon().pixmap(made.gallery.iconSize()).toImage()
    colours = {image.pixel(x, y) for x in range(10, image.width() - 10) for y in range(10, image.height() - 10)}
    assert len(colours) > 20  # a sheet with print on it, not a blank one
    with qtbot.waitSignal(made.new_requested, timeout=1000) as asked:
        made.gallery.itemClicked.emit(entry)
    assert asked.args == [template]


def test_the_sample_and_any_other_meeting_are_one_press_away(qtbot: QtBot) -> None:
    made = page(qtbot)
    with qtbot.waitSignal(made.sample_requested, timeout=1000):
        press(made, "Open the sample meeting", qtbot)
    with qtbot.waitSignal(made.choose_requested, timeout=1000):
        press(made, "Open a meeting…", qtbot)


def test_a_meetings_folder_can_be_dropped(tmp_path: Path, qtbot: QtBot) -> None:
    folder = make_folder(tmp_path / "housing", items())
    made = page(qtbot)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(QPoint(5, 5)),
        Qt.DropAction.CopyAction,
        dragged,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(made.open_requested, timeout=1000) as asked:
        made.dropEvent(event)
    assert asked.args == [folder]


def test_without_recent_meetings_the_page_says_where_they_will_be(qtbot: QtBot) -> None:
    made = page(qtbot)
    shown = [label.text() for label in made.findChildren(QLabel) if label.isVisible()]
    assert "Meetings that you open are listed here." in shown


def test_a_meeting_can_be_taken_off_the_list(tmp_path: Path, qtbot: QtBot) -> None:
    recent(tmp_path / "gone", make_folder(tmp_path / "housing", items()))
    made = page(qtbot)
    listed = next(each for each in made.findChildren(QListWidget) if each.accessibleName() == "Recent meetings")
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    listed.setCurrentRow(0)
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    (entry,) = entries(made, "Recent meetings")
    assert entry.endswith("housing")
