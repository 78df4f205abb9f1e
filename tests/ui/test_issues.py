"""Issuing and what comes after, in the window: the three ways, what changed since, and what was issued."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import make_folder, make_report
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot
from ui.acting import click, field, menu_action, press, titles, type_into

from agendabuilder.domain.edits import change_item, change_report, remove_report
from agendabuilder.domain.item import ToFollow
from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.window.main_window import MainWindow

ISSUES = "Issues \u2013 Agenda Builder"
ITEMS: list[dict[str, Any]] = [
    {"id": "a", "title": "Apologies", "kind": "procedural"},
    {"id": "b", "title": "Budget", "reports": [("budget", 3)]},
    {"id": "r", "title": "Repairs", "reports": [("repairs", 2)]},
]


@pytest.fixture
def window(make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """The window with a meeting of nine pages: two in front, four of the budget, two of the repairs."""
    return make_window(make_folder(tmp_path / "issued", [dict(item) for item in ITEMS]))


def issue(window: MainWindow, way: str = "", note: str = "") -> None:
    """Issue the pack through the dialog."""
    asked = dialog(window)
    if way:
        QTest.keyClick(choice(asked, way), Qt.Key.Key_Space)
    type_into(field(asked, "Why it is issued"), note, enter=False)
    click(asked, verb(asked))


def dialog(window: MainWindow) -> QDialog:
    """The dialog of Pack > Issue."""
    menu_action(window, "Pack > Issue").trigger()
    return next(each for each in window.findChildren(QDialog) if each.isVisible())


def verb(asked: QDialog) -> str:
    return next(each.text() for each in asked.findChildren(QPushButton) if each.text().startswith("Make issue"))


def choice(asked: QDialog, words: str) -> QRadioButton:
    return next(each for each in asked.findChildren(QRadioButton) if each.text() == words)


def said(bar: QWidget) -> str:
    """All that a part of the window says."""
    return "\n".join(each.text() for each in bar.findChildren(QLabel) if each.isVisible())


def make_late(window: MainWindow) -> None:
    """The budget grows from three pages to six."""
    folder = window.workspace.folder
    assert folder is not None
    make_report(folder.reports / "budget.pdf", 6, "budget, corrected")
    window.preview.watch.refresh()


def lines(listing: QListWidget) -> list[str]:
    return [listing.item(row).text() for row in range(listing.count())]


def shown_labels(window: MainWindow) -> list[str]:
    """The numbers of the pages in the preview."""
    plan = window.preview.plan
    return [page.label for page in plan.pages] if plan else []


def changes(window: MainWindow) -> list[str]:
    return lines(field(window, "Changes since the last issue"))


def test_the_first_issue_is_made_from_the_menu_and_is_kept_with_its_note(window: MainWindow) -> None:
    issue(window, note="Published")
    assert "Issue 1 is ready to send out: 8 pages." in said(window.build_bar)
    issued = window.workspace.issues[0]
    assert (issued.number, issued.note) == (1, "Published")
    folder = window.workspace.folder
    assert folder is not None
    assert len(list((folder.path / "issues" / "issue 1").glob("*.pdf"))) == 1


def test_a_finished_pack_offers_to_be_issued_and_a_draft_does_not(window: MainWindow) -> None:
    press(window, "Ctrl+B")
    click(window.build_bar, "Issue")
    asked = next(each for each in window.findChildren(QDialog) if each.isVisible())
    assert asked.windowTitle() == "Issue 1"
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    press(window, "Ctrl+Shift+B")
    button = next(each for each in window.build_bar.findChildren(QPushButton) if each.text() == "Issue…")
    assert not button.isVisible()


def test_each_way_says_beforehand_what_it_would_come_to(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    asked = dialog(window)
    told = {each.text(): each.accessibleDescription() for each in asked.findChildren(QRadioButton)}
    asked.reject()
    assert told["Number all pages anew"] == "10 pages. 2 pages get new numbers: 7\u20138 → 9\u201310."
    assert told["Keep the page numbers"].startswith("10 pages. Printed anew: ")
    assert told["Keep the page numbers"].endswith("Every other page keeps its number.")
    assert told["A supplement with the late papers alone"].startswith("8 pages, 9\u201316.")


def test_a_supplement_is_not_offered_while_nothing_is_late(window: MainWindow) -> None:
    issue(window)
    asked = dialog(window)
    supplement = choice(asked, "A supplement with the late papers alone")
    assert not supplement.isEnabled()
    assert supplement.accessibleDescription()
    asked.reject()


@pytest.mark.parametrize(
    ("way", "labels"),
    [
        ("Number all pages anew", "1 2 3 4 5 6 7 8 9 10"),
        ("Keep the page numbers", "1 2 3 4 5 6 6a 6b 7 8"),
        ("A supplement with the late papers alone", "9 10 11 12 13 14 15 16"),
    ],
)
def test_the_second_issue_follows_in_the_way_that_was_chosen(window: MainWindow, way: str, labels: str) -> None:
    issue(window)
    make_late(window)
    issue(window, way)
    assert window.build_bar.pack is not None
    assert " ".join(PdfReader(window.build_bar.pack.file).page_labels) == labels


def test_after_kept_numbers_the_preview_and_the_next_build_keep_them(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    issue(window, "Keep the page numbers")
    window.preview.watch.refresh()
    assert shown_labels(window)[6:8] == ["6a", "6b"]
    press(window, "Ctrl+B")
    assert window.build_bar.pack is not None
    assert "6a" in PdfReader(window.build_bar.pack.file).page_labels


def test_what_stops_the_pack_stops_the_issue_and_is_listed(window: MainWindow) -> None:
    folder = window.workspace.folder
    assert folder is not None
    (folder.reports / "budget.pdf").unlink()
    window.preview.watch.refresh()
    asked = dialog(window)
    assert "A draft cannot be issued." in said(asked)
    assert "budget.pdf" in said(asked)
    assert not next(each for each in asked.findChildren(QPushButton) if each.text() == "Make issue 1").isEnabled()
    asked.reject()
    assert not window.workspace.issues


def test_what_stops_the_issue_while_it_is_made_is_listed_without_a_way_to_a_draft(window: MainWindow) -> None:
    asked = dialog(window)
    folder = window.workspace.folder
    assert folder is not None
    (folder.reports / "budget.pdf").unlink()
    click(asked, "Make issue 1")
    assert "The pack was not issued" in said(window.build_bar)
    anyway = next(each for each in window.build_bar.findChildren(QPushButton) if each.text() == "Build a draft anyway")
    assert not anyway.isVisible()


def test_changes_are_listed_live_once_something_was_issued(window: MainWindow, qtbot: QtBot) -> None:
    issue(window)
    press(window, "Ctrl+5")
    assert window.pages.page is Page.CHANGES
    assert "Nothing is different since then." in said(window.pages)
    window.workspace.edit("Change title", change_item, "r", title="Repairs and damp")
    qtbot.waitUntil(lambda: bool(changes(window)), timeout=5000)
    assert "Repairs and damp" in changes(window)[0]
    make_late(window)
    assert any("Pages 3\u20136 → 3\u20138" in line for line in changes(window))
    steps = lines(field(window, "Sheets to swap in a printed copy"))
    assert any(step.startswith("Take out the sheet") for step in steps)


def test_there_are_no_changes_before_the_first_issue(window: MainWindow) -> None:
    assert not menu_action(window, "Pack > Changes since the last issue").isEnabled()
    press(window, "Ctrl+5")
    assert window.pages.page is Page.ITEM


def test_a_click_on_a_change_goes_to_its_item_and_enter_opens_it(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    window.workspace.edit("Take out", remove_report, window.workspace.meeting.items[2].reports[0].id)
    press(window, "Ctrl+5")
    listing = field(window, "Changes since the last issue")
    row = next(row for row, line in enumerate(lines(listing)) if "Repairs" in line)
    place = listing.visualItemRect(listing.item(row)).center()
    QTest.mouseClick(listing.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.workspace.selected_item_id == "r"
    assert window.pages.page is Page.CHANGES
    QTest.keyClick(listing, Qt.Key.Key_Return)
    assert window.pages.page is Page.ITEM


def test_changes_are_copied_as_text_for_an_e_mail(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    press(window, "Ctrl+5")
    click(window.pages, "Copy as text")
    text = QGuiApplication.clipboard().text()
    assert "Pages before: 3 - 6. Pages now: 3 - 8." in text
    assert "In a printed copy: swap these sheets, each printed on both sides.\n- Take out the sheet" in text


def test_the_page_with_the_changes_is_put_into_the_pack_by_a_switch_and_undone_by_name(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    press(window, "Ctrl+5")
    QTest.keyClick(field(window, "Put a page with the changes into the pack"), Qt.Key.Key_Space)
    assert window.workspace.meeting.change_sheet
    menu_action(window, "Edit > Undo Put the changes into the pack").trigger()
    assert not window.workspace.meeting.change_sheet


def test_the_way_to_go_on_is_chosen_beside_the_changes_and_the_pages_follow(window: MainWindow, qtbot: QtBot) -> None:
    issue(window)
    make_late(window)
    press(window, "Ctrl+5")
    way = field(window, "How the pack goes on")
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_Down)
    assert way.currentText() == "Keep the page numbers"
    qtbot.waitUntil(lambda: "6a" in shown_labels(window), timeout=5000)
    assert any("6b" in line for line in changes(window))


def test_after_a_supplement_kept_page_numbers_are_kept_on(window: MainWindow) -> None:
    issue(window)
    make_late(window)
    issue(window, "Keep the page numbers")
    report = window.workspace.meeting.items[1].reports[0]
    window.workspace.edit("Take one page", change_report, report.id, pages="1")
    issue(window, "A supplement with the late papers alone")
    press(window, "Ctrl+5")
    assert field(window, "How the pack goes on").currentText() == "Keep the page numbers"


def test_what_was_issued_is_listed_with_its_files_the_last_first(window: MainWindow) -> None:
    issue(window, note="Published")
    make_late(window)
    issue(window, "A supplement with the late papers alone", "Corrected figures")
    menu_action(window, "Pack > Issues so far").trigger()
    page = next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each.windowTitle() == ISSUES)
    QApplication.processEvents()
    told = said(page)
    assert told.index("Issue 2 of ") < told.index("Issue 1 of ")
    assert "Supplement. Corrected figures" in told
    assert "First issue. Published" in told
    assert "The pack, for everybody" in told
    page.close()


def test_another_meeting_has_no_issues_of_this_one(window: MainWindow, folder: Path) -> None:
    issue(window)
    press(window, "Ctrl+5")
    window.files.open_folder(folder)
    assert titles(window)[0] == "1 Apologies"
    assert window.pages.page is Page.ITEM
    assert not window.workspace.issues


@pytest.mark.parametrize("page", ["Issues so far", "Papers still to come"])
def test_pages_about_a_meeting_go_when_it_is_closed(window: MainWindow, page: str) -> None:
    report = window.workspace.meeting.items[1].reports[0]
    window.workspace.edit("Announce", change_report, report.id, file="", to_follow=ToFollow("Ada Okafor"))
    window.workspace.save()
    issue(window)
    menu_action(window, f"Pack > {page}").trigger()
    beside = next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window)
    menu_action(window, "Meeting > Close meeting").trigger()
    assert not beside.isVisible()
