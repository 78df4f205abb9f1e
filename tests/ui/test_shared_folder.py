"""A folder that is copied between computers: the lock does not reach the other one, but its holder's name does."""

import json
import platform
from collections.abc import Callable
from pathlib import Path

import pytest

from agendabuilder.ui.window.main_window import MainWindow


def note(folder: Path, computer: str) -> None:
    """What the program leaves in the folder while somebody has the meeting open."""
    holder = {"who": "siwan", "computer": computer, "since": "01 February 2027, 09:30"}
    (folder / ".agenda.holder").write_text(json.dumps(holder), encoding="utf-8")


def test_somebody_at_another_computer_is_told_of(folder: Path, make_window: Callable[..., MainWindow]) -> None:
    note(folder, "DEMOCRATIC-7")
    window = make_window(folder)
    assert "siwan on DEMOCRATIC-7, since 01 February 2027, 09:30" in window.messages.text
    assert window.workspace.read_only_reason == ""


@pytest.mark.parametrize("left", [True, False])
def test_what_this_computer_left_is_no_news(folder: Path, make_window: Callable[..., MainWindow], left: bool) -> None:
    if left:
        note(folder, platform.node())
    assert make_window(folder).messages.text == ""
