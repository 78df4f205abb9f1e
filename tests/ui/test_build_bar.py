"""Building: one press, progress, and what came of it in a bar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from making import make_folder
from open_meetings import opened
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agendabuilder.app.made_packs import IssueOrder
from agendabuilder.app.worker import Worker
from agendabuilder.domain.edits import change_meeting
from agendabuilder.ui.packs.build_bar import BuildBar
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = opened(tmp_path / "meeting")
    yield workspace
    workspace.close_meeting()


def made_bar(workspace: Workspace, tasks: Tasks, qtbot: QtBot) -> BuildBar:
    bar = BuildBar(workspace, tasks)
    qtbot.addWidget(bar)
    return bar


@pytest.fixture
def bar(workspace: Workspace, qtbot: QtBot) -> BuildBar:
    return made_bar(workspace, Tasks(serial=True), qtbot)


def words(bar: BuildBar) -> str:
    return bar.findChild(QLabel).text()


def buttons(bar: BuildBar) -> list[str]:
    return [button.text() for button in bar.findChildren(QPushButton) if not button.isHidden()]


def press(bar: BuildBar, name: str, qtbot: QtBot) -> None:
    button = next(each for each in bar.findChildren(QPushButton) if each.text() == name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_finished_build_offers_to_open_it(bar: BuildBar) -> None:
    bar.build()
    assert words(bar).startswith("The pack is ready: 8 pages with 2 reports")
    assert buttons(bar) == ["Open", "Show in folder", "Issue…", "Close"]
    assert bar.pack is not None
    assert bar.pack.file.is_file()


def test_what_is_not_saved_is_saved_first(bar: BuildBar, workspace: Workspace) -> None:
    workspace.edit("Change the venue", change_meeting, venue="Town Hall")
    bar.build()
    assert workspace.is_saved
    assert workspace.folder is not None
    assert workspace.folder.load().venue == "Town Hall"


def test_what_would_make_the_pack_wrong_stops_it_with_a_list(bar: BuildBar, workspace: Workspace) -> None:
    assert workspace.folder is not None
    (workspace.folder.reports / "budget.pdf").unlink()
    bar.build()
    assert "budget.pdf" in words(bar)
    assert buttons(bar) == ["Show findings", "Build a draft anyway", "Close"]
    assert bar.pack is None


def test_a_draft_can_be_built_all_the_same(bar: BuildBar, workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.folder is not None
    (workspace.folder.reports / "budget.pdf").unlink()
    bar.build()
    bar.show()
    press(bar, "Build a draft anyway", qtbot)
    assert words(bar).startswith("The draft is ready")
    assert bar.pack is not None
    assert "DRAFT" in bar.pack.file.name


def test_the_findings_are_one_press_away(bar: BuildBar, workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.folder is not None
    (workspace.folder.reports / "budget.pdf").unlink()
    bar.build()
    with qtbot.waitSignal(bar.findings_wanted, timeout=1000):
        press(bar, "Show findings", qtbot)


def test_a_build_can_be_stopped(workspace: Workspace, qtbot: QtBot) -> None:
    tasks = Tasks()
    bar = made_bar(workspace, tasks, qtbot)
    bar.build()
    press(bar, "Cancel", qtbot)
    qtbot.waitUntil(lambda: not bar.is_building, timeout=10_000)
    assert words(bar) == "The build was stopped. The pack before is as it was."
    assert workspace.folder is not None
    assert not list(workspace.folder.path.glob("*.pdf"))
    tasks.stop()


def test_a_build_that_another_meeting_stopped_is_no_news_there(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    tasks = Tasks()
    bar = made_bar(workspace, tasks, qtbot)
    bar.build()
    workspace.open(make_folder(tmp_path / "other", [{"title": "Apologies"}]))
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)
    assert bar.isHidden()
    assert bar.can_build
    tasks.stop()


def test_a_pack_is_built_in_the_process_beside_the_window(workspace: Workspace, qtbot: QtBot) -> None:
    worker = Worker()
    tasks = Tasks(worker=worker)
    bar = made_bar(workspace, tasks, qtbot)
    bar.build()
    qtbot.waitUntil(lambda: not bar.is_building, timeout=20_000)
    assert words(bar).startswith("The pack is ready: 8 pages with 2 reports")
    assert worker.process_id is not None
    assert workspace.folder is not None
    (workspace.folder.reports / "budget.pdf").unlink()
    bar.build()
    qtbot.waitUntil(lambda: not bar.is_building, timeout=20_000)
    assert "budget.pdf" in words(bar)
    assert buttons(bar) == ["Show findings", "Build a draft anyway", "Close"]
    tasks.stop()
    assert worker.process_id is None


def test_a_second_build_says_what_is_different(bar: BuildBar, workspace: Workspace) -> None:
    bar.build()
    workspace.edit("Remove an item", change_meeting, items=workspace.meeting.items[:2])
    bar.build()
    assert "2 pages fewer than before" in words(bar)


def test_opening_another_meeting_takes_the_bar_away(bar: BuildBar, workspace: Workspace) -> None:
    bar.build()
    workspace.close_meeting()
    assert bar.isHidden()
    assert not bar.can_build


def on_paper(bar: BuildBar, file: Path, monkeypatch: pytest.MonkeyPatch, first: int = 0, last: int = 0) -> None:
    """Print, with a PDF file for a printer and the system's dialog answered."""

    def answered(*_: object) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setFromTo(first, last)
        return printer

    monkeypatch.setattr("agendabuilder.ui.packs.printing.ask_printer", answered)
    bar.print_pack()


def test_print_builds_the_pack_and_sends_every_page_to_the_printer(
    bar: BuildBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_paper(bar, tmp_path / "paper.pdf", monkeypatch)
    assert bar.pack is not None
    pages = bar.pack.record.total_pages
    assert words(bar) == f"{pages} pages went to the printer."
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == pages


def test_only_the_sheets_that_were_chosen_are_printed(
    bar: BuildBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_paper(bar, tmp_path / "paper.pdf", monkeypatch, first=2, last=2)
    assert words(bar) == "1 page went to the printer."
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_a_printer_that_takes_nothing_is_told_and_the_pack_stays(
    bar: BuildBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPainter, "begin", lambda *_: False)  # as Qt says of a printer that is not there
    on_paper(bar, tmp_path / "paper.pdf", monkeypatch)
    assert words(bar).startswith("The printer did not take the pack.")
    assert bar.pack is not None
    assert bar.pack.file.is_file()


def test_an_issue_can_be_stopped_and_nothing_of_it_is_left(workspace: Workspace, qtbot: QtBot) -> None:
    tasks = Tasks()
    bar = made_bar(workspace, tasks, qtbot)
    bar.issue(IssueOrder(note="Published"))
    press(bar, "Cancel", qtbot)
    qtbot.waitUntil(lambda: not bar.is_building, timeout=10_000)
    assert words(bar) == "Nothing was issued: you stopped it."
    assert workspace.folder is not None
    assert not list(workspace.folder.path.glob("issues/issue*"))
    tasks.stop()


def test_a_pack_is_issued_in_the_process_beside_the_window(workspace: Workspace, qtbot: QtBot) -> None:
    tasks = Tasks(worker=Worker())
    bar = made_bar(workspace, tasks, qtbot)
    bar.issue(IssueOrder(note="Published", who="B Ó Briain"))
    qtbot.waitUntil(lambda: not bar.is_building, timeout=20_000)
    assert words(bar).startswith("Issue 1 is ready to send out: 8 pages.")
    assert [issued.who for issued in workspace.issues] == ["B Ó Briain"]
    tasks.stop()
