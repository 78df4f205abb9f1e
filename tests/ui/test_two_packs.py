"""The members' pack and the public's in the window: built, told apart, shown, printed; and locked reports opened."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from making import make_folder
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.acting import click, field, menu_action, press, type_into

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.edits import change_item
from agendabuilder.domain.item import Access
from agendabuilder.ui.window.main_window import MainWindow

ITEMS: list[dict[str, Any]] = [
    {"id": "b", "title": "Budget", "reports": [("budget", 3)]},
    {"id": "l", "title": "Land", "access": "exempt", "paragraphs": [3], "reports": [("land", 4)]},
]


@pytest.fixture
def window(make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """The window with a meeting whose second item is exempt."""
    return make_window(make_folder(tmp_path / "two", [dict(item) for item in ITEMS]))


def said(part: QWidget) -> str:
    return "\n".join(each.text() for each in part.findChildren(QLabel) if each.isVisible())


def packs(window: MainWindow) -> list[str]:
    """The packs in the meeting's folder, by whom they are for."""
    folder = window.workspace.folder
    assert folder is not None
    return sorted(file.stem.partition("agenda pack")[2] for file in folder.path.glob("*.pdf"))


def pages_shown(window: MainWindow) -> int:
    return window.preview.plan.total if window.preview.plan else 0


def open_dialog(window: MainWindow) -> QDialog:
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def test_one_press_builds_both_packs_and_tells_them_apart_in_words(window: MainWindow) -> None:
    press(window, "Ctrl+B")
    QApplication.processEvents()
    told = said(window.build_bar)
    assert "Members only: not for publication" in told
    assert "For publication" in told
    names = {button.accessibleName() for button in window.build_bar.findChildren(QPushButton) if button.isVisible()}
    assert {"Open the members' pack", "Open the public pack", "Show the public pack in its folder"} <= names
    assert packs(window) == ["-members", "-public"]


@pytest.mark.parametrize(("command", "built"), [("Public pack only", "-public"), ("Members' pack only", "-members")])
def test_one_pack_alone_is_built_from_the_menu(window: MainWindow, command: str, built: str) -> None:
    menu_action(window, f"Pack > {command}").trigger()
    assert packs(window) == [built]


def test_one_pack_for_everybody_has_no_public_and_members_commands(window: MainWindow) -> None:
    window.workspace.edit("Open", change_item, "l", access=Access.PUBLIC, paragraphs=())
    assert menu_action(window, "Pack > Build pack").isEnabled()
    assert not menu_action(window, "Pack > Public pack only").isEnabled()


def test_a_copy_for_one_reader_is_a_file_of_its_own_with_the_name_on_it(window: MainWindow) -> None:
    menu_action(window, "Pack > Copy for one reader").trigger()
    asked = open_dialog(window)
    type_into(field(asked, "Whose copy it is"), "Councillor J Moss", enter=False)
    click(asked, "Build the copy")
    assert packs(window) == [" for Councillor J Moss-members"]
    assert window.build_bar.pack is not None
    assert "Councillor J Moss" in PdfReader(window.build_bar.pack.file).pages[0].extract_text()


def test_a_copy_needs_a_reader(window: MainWindow) -> None:
    menu_action(window, "Pack > Copy for one reader").trigger()
    asked = open_dialog(window)
    click(asked, "Build the copy")
    assert "Type whose copy it is." in said(asked)
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert packs(window) == []


def test_printing_asks_which_pack_and_nothing_is_printed_before_it_is_answered(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(
        "agendabuilder.ui.packs.printing.ask_printer", lambda _, title, pages: asked.append(f"{title} {pages}")
    )
    press(window, "Ctrl+P")
    assert "Which pack is to be printed?" in said(window.build_bar)
    assert not asked
    click(window.build_bar, "Print the public pack")
    assert len(asked) == 1
    assert packs(window) == ["-public"]


def test_the_preview_shows_the_public_pack_when_it_is_asked_to(window: MainWindow, qtbot: QtBot) -> None:
    window.preview.watch.refresh()
    members = pages_shown(window)
    click(window.preview, "Public")
    qtbot.waitUntil(lambda: pages_shown(window) < members, timeout=5000)
    assert menu_action(window, "View > Show the public pack").isChecked()
    press(window, "Ctrl+Shift+P")
    qtbot.waitUntil(lambda: pages_shown(window) == members, timeout=5000)


def test_there_is_nothing_to_switch_while_nothing_is_exempt(window: MainWindow) -> None:
    switch = field(window.preview, "Show the public pack")
    assert switch.isVisible()
    window.workspace.edit("Open", change_item, "l", access=Access.PUBLIC, paragraphs=())
    assert not switch.isVisible()
    assert window.workspace.wishes.audience is Audience.MEMBERS


# Locked reports


@pytest.fixture
def locked(window: MainWindow) -> MainWindow:
    """The budget opens only with a password."""
    folder = window.workspace.folder
    assert folder is not None
    file = folder.reports / "budget.pdf"
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user="Open sesame", owner="o"))
    window.preview.watch.refresh()
    return window


def give(window: MainWindow, password: str) -> None:
    if not window.book.action("enter_password").isEnabled():
        press(window, "F4")
    menu_action(window, "Pack > Enter the password").trigger()
    type_into(field(window.findings, "Password of the report"), password)


def is_locked(window: MainWindow) -> bool:
    return any(finding.code == "report-password" for finding in window.workspace.findings)


def test_the_password_of_a_locked_report_opens_it_for_the_preview_and_the_build(
    locked: MainWindow, qtbot: QtBot
) -> None:
    assert is_locked(locked)
    give(locked, "Open sesame")
    qtbot.waitUntil(lambda: not is_locked(locked), timeout=5000)
    assert not field(locked.findings, "Password of the report").isVisible()
    press(locked, "Ctrl+B")
    assert packs(locked) == ["-members", "-public"]


def test_a_wrong_password_says_so_each_time_and_is_forgotten(locked: MainWindow, qtbot: QtBot) -> None:
    for wrong in ("guess", "another"):
        give(locked, wrong)
        qtbot.waitUntil(lambda: "This password does not open it." in said(locked.findings), timeout=5000)
        assert locked.workspace.wishes.passwords == ()
        assert field(locked.findings, "Password of the report").hasFocus()
    assert is_locked(locked)


def test_a_password_is_never_written_down(locked: MainWindow, qtbot: QtBot) -> None:
    give(locked, "Open sesame")
    qtbot.waitUntil(lambda: not is_locked(locked), timeout=5000)
    press(locked, "Ctrl+S")
    folder = locked.workspace.folder
    assert folder is not None
    places = [folder.path, Path(locked.settings.fileName()).parent]
    files = [file for place in places for file in place.rglob("*") if file.is_file()]
    assert not [file for file in files if b"Open sesame" in file.read_bytes()]


def test_esc_closes_the_line_without_trying_anything(locked: MainWindow) -> None:
    press(locked, "F4")
    menu_action(locked, "Pack > Enter the password").trigger()
    line = field(locked.findings, "Password of the report")
    QTest.keyClicks(line, "half")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()
    assert locked.workspace.wishes.passwords == ()


def test_other_findings_have_no_password(window: MainWindow) -> None:
    window.findings.step(1)
    assert not window.book.action("enter_password").isEnabled()
