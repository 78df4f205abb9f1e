"""Papers still to come, and what the reports' own pages tell, in the window."""

import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from making import make_folder
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QTextEdit, QWidget
from pytestqt.qtbot import QtBot
from ui.acting import choose_item, click, field, menu_action, type_into

from agendabuilder.domain.acceptance import accept_finding
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.work.agenda_words import agenda_of

LATE, SOON = date.today() - timedelta(days=3), date.today() + timedelta(days=30)
ITEMS: list[dict[str, Any]] = [
    {"title": "Apologies", "kind": "procedural"},
    {"title": "Budget", "reports": [{"title": "Tables", "to_follow": {"owner": "C Reed", "due": str(SOON)}}]},
    {"title": "Homes", "reports": [{"title": "Strategy", "to_follow": {"owner": "A Patel", "due": str(LATE)}}]},
    {"title": "Repairs", "reports": [("repairs", 2), ("annex", 2)]},
]


@pytest.fixture
def window(make_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    """The window with two papers to follow, one of them overdue."""
    return make_window(make_folder(tmp_path / "late", [dict(item) for item in ITEMS]))


@pytest.fixture
def chaser(window: MainWindow) -> QWidget:
    """The page of Pack > Papers still to come."""
    menu_action(window, "Pack > Papers still to come").trigger()
    shown = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    return next(each for each in shown if each.windowTitle().startswith("Papers still"))


def papers(chaser: QWidget) -> QListWidget:
    listing = chaser.findChild(QListWidget)
    assert isinstance(listing, QListWidget)
    return listing


def owed(chaser: QWidget) -> list[str]:
    listing = papers(chaser)
    return [listing.item(row).text() for row in range(listing.count())]


def test_who_owes_what_is_listed_the_overdue_first(chaser: QWidget) -> None:
    lines = owed(chaser)
    assert lines[0].startswith("“Strategy”, item 3 “Homes”\nA Patel · Overdue: due ")
    assert lines[1].startswith("“Tables”, item 2 “Budget”\nC Reed · Due ")


def test_the_text_for_an_e_mail_is_copied(chaser: QWidget) -> None:
    click(chaser, "Copy the text")
    text = QGuiApplication.clipboard().text()
    assert text == chaser.findChild(QTextEdit).toPlainText()
    assert "A Patel:\n- “Strategy” for item 3 “Homes”, overdue since " in text


def test_enter_on_a_paper_goes_to_its_item(window: MainWindow, chaser: QWidget) -> None:
    listing = papers(chaser)
    listing.setCurrentRow(0)
    QTest.keyClick(listing, Qt.Key.Key_Return)
    assert window.workspace.selected_item is not None
    assert window.workspace.selected_item.title == "Homes"
    assert window.workspace.selected_report_id == window.workspace.selected_item.reports[0].id


def test_a_paper_that_arrives_leaves_the_list_at_once(window: MainWindow, chaser: QWidget) -> None:
    choose_item(window, "Budget")
    report = window.workspace.meeting.items[1].reports[0]
    window.workspace.select(window.workspace.meeting.items[1].id, report.id)
    window.book.run("remove_report")
    assert [line.split(",")[0] for line in owed(chaser)] == ["“Strategy”"]


def test_nothing_is_chased_when_nothing_is_owed(make_window: Callable[..., MainWindow], folder: Path) -> None:
    assert not menu_action(make_window(folder), "Pack > Papers still to come").isEnabled()


def test_an_overdue_paper_is_marked_in_the_agenda_and_one_that_is_not_yet_due_is_to_follow(window: MainWindow) -> None:
    agenda = agenda_of(window.workspace)
    words = {item.title: [mark.words.split(" · ")[0] for mark in agenda.marks(item)] for item in agenda.meeting.items}
    assert "Overdue" in words["Homes"]
    assert "To follow" in words["Budget"]


# What the reports' own pages tell


@pytest.fixture
def doubled(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The annex is the same file as the report."""
    monkeypatch.setattr("agendabuilder.ui.preview.pack_watch.PAUSE", 0)
    folder = window.workspace.folder
    assert folder is not None
    shutil.copy(folder.reports / "repairs.pdf", folder.reports / "annex.pdf")
    window.preview.watch.refresh()
    return window


def told(window: MainWindow) -> list[str]:
    return [finding.code for finding in window.workspace.findings if finding.code == "report-twice"]


def test_what_the_reports_tell_is_found_in_the_background_after_a_pause(doubled: MainWindow, qtbot: QtBot) -> None:
    assert not told(doubled)
    qtbot.waitUntil(lambda: bool(told(doubled)), timeout=10_000)


def test_what_the_reports_tell_stays_listed_while_one_goes_on_typing(doubled: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(told(doubled)), timeout=10_000)
    choose_item(doubled, "Apologies")
    type_into(field(doubled, "Title"), "Apologies for absence")
    doubled.preview.watch.refresh()
    assert told(doubled)


def test_what_the_reports_tell_can_be_accepted(doubled: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(told(doubled)), timeout=10_000)
    finding = next(each for each in doubled.workspace.findings if each.code == "report-twice")
    doubled.workspace.edit("Accept", accept_finding, finding, "Meant so")
    doubled.preview.watch.check_reports()
    assert not told(doubled)
    assert [each.finding for each in doubled.workspace.settled.accepted] == [finding]
