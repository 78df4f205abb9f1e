"""What a program that was ended by force left of locked reports goes at the next start of any kind."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import held_files
import pytest

from agendabuilder.app.jobs import get_ready
from agendabuilder.app.left_behind import clear_left_behind
from agendabuilder.progress import SilentProgress

_HOLDER = """
import sys
from pathlib import Path
import pytest
from held_files import hold_open_files
from agendabuilder.reports.cache import ReportCache
if sys.platform == "linux":
    hold_open_files(pytest.MonkeyPatch())  # as Windows would
from agendabuilder.reports.intake.opened_files import opened_files, working_folder
cache = ReportCache(Path(sys.argv[1]))
opened = opened_files(cache)
with working_folder(opened) as place:
    (opened.folder / "unlocked.pdf").write_bytes(b"secret")
    (place / "half.pdf").write_bytes(b"secret")
    print("ready", flush=True)
    sys.stdin.read()
"""


@contextmanager
def program(cache: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that has opened a locked report and works on it, until its input ends."""
    command = [sys.executable, "-c", _HOLDER, str(cache)]
    surroundings = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(held_files.__file__).parent), *sys.path])}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=surroundings) as process:
        assert process.stdout
        assert process.stdout.readline().strip() == b"ready"
        yield process


def unlocked(cache: Path) -> list[str]:
    return sorted(file.name for file in cache.rglob("*.pdf"))


def test_a_program_that_ends_takes_its_unlocked_copies_along(tmp_path: Path) -> None:
    with program(tmp_path) as process:
        assert unlocked(tmp_path) == ["half.pdf", "unlocked.pdf"]
        process.communicate()
    assert list((tmp_path / "opened").iterdir()) == []


def test_the_next_start_removes_what_a_killed_program_left_and_nothing_that_is_in_use(tmp_path: Path) -> None:
    with program(tmp_path) as killed:
        killed.kill()
    assert unlocked(tmp_path) == ["half.pdf", "unlocked.pdf"]
    with program(tmp_path) as working:
        clear_left_behind(tmp_path)
        assert unlocked(tmp_path) == ["half.pdf", "unlocked.pdf"]  # those of the other
        working.communicate()
    assert unlocked(tmp_path) == []


@pytest.mark.parametrize("start", ["command", "window"])
def test_a_command_and_the_window_are_such_starts(tmp_path: Path, start: str) -> None:
    with program(tmp_path) as killed:
        killed.kill()
    if start == "command":
        surroundings = {**os.environ, "AGENDABUILDER_CACHE": str(tmp_path)}
        subprocess.run([sys.executable, "-m", "agendabuilder", "templates"], env=surroundings, check=True)
    else:
        get_ready(SilentProgress(), tmp_path, 500)
    assert unlocked(tmp_path) == []
