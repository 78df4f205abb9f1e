"""The window as a whole: opening, saving, leaving, read-only, hidden columns, faults of ours."""

from pathlib import Path
from typing import Any

import pytest
from making import make_folder
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QWidget
from ui.acting import choose_item, click, field, menu_action, press, titles, type_into

from agendabuilder import paths
from agendabuilder.progress import Progress
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.work.actions import Command, CommandBook, Menu


def answer(words: str) -> list[str]:
    """Answer the next question with the button of these words; what was asked is noted."""
    asked: list[str] = []
    waiting = QTimer(QApplication.instance(), interval=10)

    def act() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            waiting.stop()
            asked.append(box.text())
            next(button for button in box.buttons() if button.text().replace("&", "") == words).click()

    waiting.timeout.connect(act)
    waiting.start()
    return asked


def test_saving_writes_the_file_and_the_state_is_always_seen(window: MainWindow, folder: Path) -> None:
    assert "Saved" in status(window)
    choose_item(window, "Questions")
    type_into(field(window, "Title"), "Public questions")
    assert "Unsaved changes" in status(window)
    assert window.isWindowModified()
    press(window, "Ctrl+S")
    assert "Saved" in status(window)
    assert MeetingFolder(folder).load().items[-1].title == "Public questions"


def test_leaving_with_unsaved_changes_asks_once(window: MainWindow, folder: Path) -> None:
    choose_item(window, "Questions")
    press(window, "Alt+Up")
    asked = answer("Cancel")
    press(window, "Ctrl+W")
    assert asked == ["Save the changes to Norbury Council Housing Committee?"]
    assert window.is_working
    answer("Save")
    press(window, "Ctrl+W")
    assert not window.is_working
    assert [item.title for item in MeetingFolder(folder).load().items][2] == "Questions"


def test_leaving_without_changes_asks_nothing(window: MainWindow) -> None:
    press(window, "Ctrl+W")
    assert not window.is_working


def test_a_meeting_that_is_open_elsewhere_is_read_only_and_says_who_has_it(
    window: MainWindow, make_window: Any, folder: Path
) -> None:
    second = make_window(folder)
    assert "Read-only" in status(second)
    choose_item(second, "Questions")
    line = field(second, "Title")
    type_into(line, "X")
    assert "can be read, but not changed" in second.messages.text
    assert line.text() == "Questions"
    assert not menu_action(second, "Meeting > Save").isEnabled()
    assert titles(window) == titles(second)


def test_a_folder_without_a_meeting_is_a_sentence_and_nothing_is_lost(window: MainWindow, tmp_path: Path) -> None:
    window.files.open_folder(tmp_path / "nowhere")
    assert "There is no folder" in window.messages.text
    assert len(titles(window)) == 5


def test_a_damaged_meeting_names_the_place(window: MainWindow, tmp_path: Path) -> None:
    broken = make_folder(tmp_path / "broken", [{"title": "A", "start": "soon"}])
    window.files.open_folder(broken)
    assert "items[0].start" in window.messages.text


def test_columns_can_be_hidden_and_come_back(window: MainWindow) -> None:
    for name, words in (("agenda", "Show agenda"), ("preview", "Show preview"), ("findings", "Show findings")):
        menu_action(window, f"View > {words}").trigger()
        assert window.column(name).isHidden()
        menu_action(window, f"View > {words}").trigger()
        assert window.column(name).isVisible()


def test_pages_of_the_editor_are_shown_by_keys(window: MainWindow) -> None:
    press(window, "Ctrl+3")
    assert field(window, "Members").isVisible()
    press(window, "Ctrl+1")
    assert field(window, "Title").isVisible()


def test_a_fault_of_ours_is_said_and_its_details_can_be_copied(window: MainWindow) -> None:
    def work(progress: Progress) -> None:  # noqa: ARG001
        raise ZeroDivisionError("of ours")

    window.tasks.run("Work", work, lambda _: None, lambda _: None)
    assert "Something went wrong in Agenda Builder itself" in window.messages.text
    click(window.messages, "Copy details")
    assert "ZeroDivisionError: of ours" in QGuiApplication.clipboard().text()


def test_every_control_has_a_name_for_screen_readers(window: MainWindow) -> None:
    nameless = []
    for page in ("1", "2", "3", "4"):
        press(window, f"Ctrl+{page}")
        for widget in window.findChildren(QWidget):
            if (
                not hasattr(widget, "focusPolicy")
                or not widget.isVisible()
                or widget.focusPolicy() == Qt.FocusPolicy.NoFocus
            ):
                continue
            words = widget.accessibleName() or getattr(widget, "text", str)()
            inner = widget.metaObject().className() in ("QScrollArea", "QExpandingLineEdit")
            if not words and not inner and not widget.focusProxy():
                nameless.append(f"{widget.metaObject().className()} in {widget.parent().metaObject().className()}")
    assert not nameless


def test_shortcuts_are_not_given_twice(window: MainWindow) -> None:
    keys = [command.shortcut_text for command in window.book.commands() if command.shortcut_text]
    assert len(keys) == len(set(keys))


def test_ctrl_b_is_bold_while_text_is_typed(window: MainWindow) -> None:
    choose_item(window, "Questions")
    area = field(window, "Text of the item")
    area.setFocus()
    QTest.keyClicks(area, "To note")
    area.selectAll()
    press(window, "Ctrl+B")
    assert window.workspace.selected_item.text == "**To note**"


def test_two_commands_of_one_name_are_refused() -> None:
    book = CommandBook()
    command = Command("x", "&X", lambda: None, menu=Menu.HELP)
    book.add(command)
    with pytest.raises(ValueError, match="two commands called x"):
        book.add(command)


def status(window: MainWindow) -> str:
    """What the foot of the window says for good."""
    return window.state_words


def test_saving_takes_what_is_still_being_typed(window: MainWindow, folder: Path) -> None:
    choose_item(window, "Questions")
    type_into(field(window, "Length"), "25", enter=False)
    press(window, "Ctrl+S")
    assert MeetingFolder(folder).load().items[-1].minutes == 25


def test_quiet_words_follow_the_system_from_light_to_dark(window: MainWindow) -> None:
    light = QApplication.palette()
    said = next(each for each in window.findChildren(QLabel) if each.text().startswith("No reports."))
    before = said.palette().color(QPalette.ColorRole.WindowText)
    QApplication.setPalette(QPalette(QColor("#202020")))
    QApplication.processEvents()
    after = said.palette().color(QPalette.ColorRole.WindowText)
    QApplication.setPalette(light)
    QApplication.processEvents()
    assert before.lightness() < 128 < after.lightness()
    assert said.palette().color(QPalette.ColorRole.WindowText) == before


def test_columns_that_were_hidden_are_hidden_the_next_time(make_window: Any, folder: Path) -> None:
    first = make_window(folder)
    press(first, "F9")
    first.close()
    second = make_window(folder)
    assert [second.column(name).isVisible() for name in ("agenda", "preview")] == [True, False]


def test_the_window_scrolls_where_the_screen_is_too_small_for_it(window: MainWindow) -> None:
    window.resize(430, 270)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (430, 270)
    window.pages.item.title.setFocus()
    assert window.pages.item.title.hasFocus()


@pytest.mark.parametrize(
    "command",
    [
        "Meeting > New meeting",
        "Meeting > Next meeting from this one",
        "Meeting > Save as template",
        "Meeting > Manage templates",
        "Item > Add standing item",
        "Pack > Issue",
        "Help > About Agenda Builder",
    ],
)
def test_a_dialog_that_is_closed_is_gone_for_good(window: MainWindow, command: str) -> None:
    if command.startswith("Meeting > New"):
        window.files.new_meeting("select-committee")
    else:
        menu_action(window, command).trigger()
    dialog = window.findChild(QDialog)
    assert dialog is not None
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(QDialog) is None


def test_either_enter_key_adds_an_item_and_menus_say_enter(window: MainWindow) -> None:
    add = menu_action(window, "Item > Add item")
    assert add.shortcuts()[0].toString() == "Ctrl+Enter"
    choose_item(window, "Apologies")
    for keys in ("Ctrl+Enter", "Ctrl+Return"):
        window.agenda.tree.setFocus()
        press(window, keys)
    assert len(window.workspace.meeting.items) == 6


@pytest.mark.parametrize("page", list(Page))
def test_every_stop_of_the_tab_key_has_a_name(window: MainWindow, page: Page) -> None:
    choose_item(window, "Minutes")
    window.pages.show_page(page)
    stops, each = [], window.nextInFocusChain()
    while each is not window:
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.focusProxy() is None:
            stops.append(each)
        each = each.nextInFocusChain()
    assert len(stops) > 5
    assert [stop for stop in stops if not (stop.accessibleName() or getattr(stop, "text", str)())] == []


def test_a_double_click_on_a_template_asks_for_one_new_meeting(make_window: Any) -> None:
    window = make_window()
    gallery = window.start.gallery
    place = gallery.visualItemRect(gallery.item(0)).center()
    QTest.mouseClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(gallery.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].reject()


def test_a_template_that_cannot_be_read_is_a_sentence(make_window: Any) -> None:
    window = make_window()
    paths.own_templates().mkdir(parents=True)
    (paths.own_templates() / "broken.agenda").write_text("{", encoding="utf-8")
    window.files.new_meeting("select-committee")
    assert "broken" in window.messages.text
    assert window.findChild(QDialog) is None
