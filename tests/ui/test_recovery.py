"""Unsaved work outlives a program that stops, and is offered in a bar."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from making import make_folder
from open_meetings import items
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from agendabuilder.domain.edits import change_meeting
from agendabuilder.store.recovery import all_left_behind, left_behind
from agendabuilder.ui.window.recovery import KEEP_AFTER, Autosave, RecoveryBar
from agendabuilder.ui.work.workspace import Workspace

_TYPE_AND_DIE = """
import os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from agendabuilder.domain.edits import change_meeting
from agendabuilder.ui.window.recovery import Autosave
from agendabuilder.ui.work.workspace import Workspace
app = QApplication([])
workspace = Workspace()
autosave = Autosave(workspace)
workspace.open(Path(sys.argv[1]))
workspace.edit("Change the venue", change_meeting, venue="Neuadd y Dref")
autosave._timer.setInterval(1)
autosave._timer.start()
while not list(Path(os.environ["AGENDABUILDER_DATA"], "recovery").glob("*.recovery")):
    app.processEvents()
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "meeting", items())


@pytest.fixture
def workspace(qtbot: QtBot) -> Iterator[Workspace]:  # noqa: ARG001 (Qt must run)
    workspace = Workspace()
    yield workspace
    workspace.close_meeting()


@pytest.fixture
def bar(workspace: Workspace, qtbot: QtBot) -> RecoveryBar:
    bar = RecoveryBar(workspace)
    qtbot.addWidget(bar)
    return bar


def kill_while_typing(folder: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", _TYPE_AND_DIE, str(folder)], env=environment, check=False, timeout=30)


def test_half_a_minute_is_the_most_that_can_be_lost() -> None:
    assert KEEP_AFTER <= 30_000


def test_after_a_kill_the_changes_are_offered_and_can_be_brought_back(
    folder: Path, workspace: Workspace, bar: RecoveryBar
) -> None:
    kill_while_typing(folder)
    workspace.open(folder)
    assert not bar.isHidden()
    assert "were not saved" in bar.findChild(QLabel).text()
    assert workspace.meeting.venue == "Council Chamber"
    bar.take_up()
    assert workspace.meeting.venue == "Neuadd y Dref"
    assert not workspace.is_saved
    assert bar.isHidden()


def test_bringing_them_back_can_be_undone(folder: Path, workspace: Workspace, bar: RecoveryBar) -> None:
    kill_while_typing(folder)
    workspace.open(folder)
    bar.take_up()
    workspace.undo()
    assert workspace.meeting.venue == "Council Chamber"


def test_changes_that_are_thrown_away_are_not_offered_again(
    folder: Path, workspace: Workspace, bar: RecoveryBar
) -> None:
    kill_while_typing(folder)
    workspace.open(folder)
    bar.throw_away()
    assert left_behind(folder) == ()
    assert workspace.meeting.venue == "Council Chamber"


def test_nothing_is_offered_without_a_crash(folder: Path, workspace: Workspace, bar: RecoveryBar) -> None:
    workspace.open(folder)
    assert bar.isHidden()


def test_what_is_saved_need_not_be_kept_aside(folder: Path, workspace: Workspace) -> None:
    autosave = Autosave(workspace)
    workspace.open(folder)
    workspace.edit("Change the venue", change_meeting, venue="Town Hall")
    autosave.keep()
    files = list((Path(os.environ["AGENDABUILDER_DATA"]) / "recovery").iterdir())
    assert len(files) == 1
    workspace.save()
    assert not files[0].exists()


def test_discarding_at_the_end_leaves_nothing(folder: Path, workspace: Workspace) -> None:
    autosave = Autosave(workspace)
    workspace.open(folder)
    workspace.edit("Change the venue", change_meeting, venue="Town Hall")
    autosave.keep()
    workspace.close_meeting()
    assert not list((Path(os.environ["AGENDABUILDER_DATA"]) / "recovery").iterdir())
    assert all_left_behind() == ()
