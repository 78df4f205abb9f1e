"""Building: one press, progress, and what came of it in a bar."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from open_meetings import opened
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agendabuilder.app.worker import Worker
from agendabuilder.domain.edits import change_meeting
from agendabuilder.ui.build_bar import BuildBar
from agendabuilder.ui.tasks import Tasks
from agendabuilder.ui.workspace import Workspace


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
    assert buttons(bar) == ["Open", "Show in folder", "Close"]
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
