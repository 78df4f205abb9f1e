"""Settings, help, About and findings: each says what it is for, and what is entered is kept."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from open_meetings import opened
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QSpinBox, QTableView, QToolButton
from pytestqt.qtbot import QtBot
from ui.acting import click, type_into

from agendabuilder import __version__, paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.app.worker import Worker
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.people import Contributor
from agendabuilder.progress import Progress
from agendabuilder.store.people_used import load_people, save_people
from agendabuilder.store.settings import load_settings
from agendabuilder.ui.checks.findings_panel import FindingsPanel
from agendabuilder.ui.window.about import AboutDialog
from agendabuilder.ui.window.converters_found import ConvertersFound
from agendabuilder.ui.window.help_page import HelpPage
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.window.settings_page import SettingsPage
from agendabuilder.ui.work.actions import Command, CommandBook, Menu
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = opened(tmp_path / "meeting")
    yield workspace
    workspace.close_meeting()


def field(page: SettingsPage, name: str) -> QLineEdit:
    return next(each for each in page.findChildren(QLineEdit) if each.accessibleName() == name)


def test_a_setting_is_kept_as_it_is_entered(qtbot: QtBot) -> None:
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClicks(field(page, "Council or body"), "Norbury Council")
    qtbot.keyClicks(field(page, "Telephone"), "01632 960000")
    days = next(each for each in page.findChildren(QSpinBox) if each.accessibleName() == "Days of notice")
    days.setValue(3)
    settings = load_settings()
    assert settings.organisation == "Norbury Council"
    assert settings.contact is not None
    assert settings.contact.phone == "01632 960000"
    assert settings.notice_rule.days == 3


def test_single_names_used_before_are_mended_and_taken_out(qtbot: QtBot) -> None:
    save_people([Contributor("Ada Okafor", "Auditor"), Contributor("Ben Lowe")])
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    view = next(each for each in page.findChildren(QTableView) if each.accessibleName() == "Names used before")
    view.setFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    qtbot.keyClick(view, Qt.Key.Key_F2)
    type_into(view.findChild(QLineEdit), "Benjamin Lowe")
    assert load_people() == (Contributor("Ada Okafor", "Auditor"), Contributor("Benjamin Lowe"))
    view.setCurrentIndex(view.model().index(0, 0))
    next(each for each in page.findChildren(QToolButton) if each.accessibleName() == "Remove").click()
    assert load_people() == (Contributor("Benjamin Lowe"),)
    assert view.model().index(0, 0).data() == "Benjamin Lowe"


def test_the_settings_say_which_converters_were_found_and_what_to_do_about_the_others(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("AGENDABUILDER_LIBREOFFICE", "")
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    found = page.findChild(ConvertersFound)
    assert "LibreOffice, not found" in found.words
    assert any(line.startswith("Install it from libreoffice.org") for line in found.words)
    program = tmp_path / "soffice"
    program.write_text("")
    (tmp_path / "bootstraprc").write_text("[Bootstrap]\nProductKey=LibreOffice 24.8\n")
    monkeypatch.setenv("AGENDABUILDER_LIBREOFFICE", str(program))
    found.refresh()
    assert "LibreOffice, 24.8" in found.words
    assert str(program) in found.words


def test_what_a_conversion_may_cost_is_a_setting(qtbot: QtBot) -> None:
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    seconds = next(each for each in page.findChildren(QSpinBox) if each.accessibleName() == "Time for a file")
    seconds.setValue(120)
    assert load_settings().convert_seconds == 120


def test_the_cache_can_be_emptied(qtbot: QtBot) -> None:
    kept = paths.cache() / "facts" / "something.json"
    kept.parent.mkdir(parents=True)
    kept.write_text("{}", encoding="utf-8")
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    next(each for each in page.findChildren(QPushButton) if each.text() == "Empty the cache").click()
    assert not kept.exists()


@pytest.mark.skipif(os.name == "nt", reason="not everybody may make symbolic links there")
def test_the_size_of_the_cache_does_not_end_at_a_file_that_has_gone(qtbot: QtBot) -> None:
    facts = paths.cache() / "facts"
    facts.mkdir(parents=True)
    for name in ("a", "c", "e"):
        (facts / name).write_bytes(bytes(2_000_000))
    for name in ("b", "d"):
        (facts / name).symlink_to(facts / "gone")
    page = SettingsPage(Tasks(serial=True))
    qtbot.addWidget(page)
    page.show()
    assert any(label.text() == "It holds 6 MB." for label in page.findChildren(QLabel))


def test_the_cache_is_emptied_once_nothing_is_built_with_it(window: MainWindow, qtbot: QtBot) -> None:
    worker = Worker()
    tasks = Tasks(worker=worker)
    page = SettingsPage(tasks)
    qtbot.addWidget(page)
    page.show()
    built: list[object] = []
    folder, order = window.workspace.folder, BuildOrder()
    assert folder is not None

    def build(progress: Progress) -> object:
        return tasks.apart(progress, jobs.build, folder, paths.cache(), date.today(), order)

    tasks.run("Building", build, built.append, lambda problem: built.append(problem))
    qtbot.waitUntil(lambda: worker.process_id is not None, timeout=10_000)
    click(page, "Empty the cache")
    qtbot.waitUntil(lambda: not tasks.running, timeout=30_000)
    assert isinstance(built[0], tuple)
    assert not (paths.cache() / "facts").exists()
    assert "It holds" in " ".join(label.text() for label in page.findChildren(QLabel))
    tasks.stop()


def test_help_lists_every_command_of_the_book_with_its_shortcut(qtbot: QtBot) -> None:
    book = CommandBook()
    book.add(
        Command("build", "&Build pack", print, "Ctrl+B", "Build it beside the meeting", menu=Menu.PACK),
        Command("undo", "&Undo", print, QKeySequence.StandardKey.Undo, menu=Menu.EDIT),
    )
    page = HelpPage(book)
    qtbot.addWidget(page)
    page.show()
    assert "Build pack" in page.words
    assert "Ctrl+B" in page.words
    assert "Ctrl+Z" in page.words
    qtbot.keyClicks(page.findChild(QLineEdit), "build")
    assert "Undo" not in page.words
    assert "Build it beside the meeting" in page.words


def test_about_has_the_versions_ready_to_copy(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.copy()
    copied = QGuiApplication.clipboard().text()
    assert f"Agenda Builder {__version__}" in copied
    assert "pikepdf" in copied


def test_a_finding_says_its_weight_in_words_and_leads_to_its_item(workspace: Workspace, qtbot: QtBot) -> None:
    panel = FindingsPanel(workspace, CommandBook())
    qtbot.addWidget(panel)
    repairs = workspace.meeting.items[2]
    workspace.show_findings(
        (
            Finding(Severity.BLOCKER, "report-locked", "Item 3: a password is needed.", "Ask for it.", repairs.id),
            Finding(Severity.NOTE, "note", "A note."),
        )
    )
    listed = panel.findChild(QListWidget)
    assert listed.item(0).text() == "Stops the build (1)"
    assert listed.item(1).text() == "Item 3: a password is needed.\nAsk for it."
    assert panel.summary == "1 stops the build, 1 note"
    with qtbot.waitSignal(panel.place_wanted, timeout=1000):
        listed.itemActivated.emit(listed.item(1))
    assert workspace.selected_item_id == repairs.id


def test_notes_are_listed_when_they_are_wanted(workspace: Workspace, qtbot: QtBot) -> None:
    panel = FindingsPanel(workspace, CommandBook())
    qtbot.addWidget(panel)
    workspace.show_findings((Finding(Severity.NOTE, "note", "The file has no tags."),))
    listed = panel.findChild(QListWidget)
    assert (panel.summary, listed.count()) == ("Nothing to mend, 1 note", 0)
    next(each for each in panel.findChildren(QToolButton) if each.text() == "Show notes").click()
    assert [listed.item(row).text() for row in range(2)] == ["Notes (1)", "The file has no tags."]


def test_no_findings_are_good_news(workspace: Workspace, qtbot: QtBot) -> None:
    panel = FindingsPanel(workspace, CommandBook())
    qtbot.addWidget(panel)
    workspace.show_findings(())
    assert panel.summary == "Nothing to mend"
