"""A file is whole at any moment, whatever happens while it is written."""

import os
import time
from pathlib import Path

import pytest

from agendabuilder.safe_file import file_aside, write_safely


def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    write_safely(tmp_path / "a.txt", b"old")
    with pytest.raises(ValueError, match="stop"):
        _fail_half_way(tmp_path / "a.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
    assert (tmp_path / "a.txt").read_bytes() == b"old"


def _fail_half_way(path: Path) -> None:
    with file_aside(path) as aside:
        aside.write_bytes(b"half")
        raise ValueError("stop")


def test_a_replaced_file_keeps_its_permissions_and_a_new_one_is_readable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    (tmp_path / "a.txt").chmod(0o640)
    write_safely(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").stat().st_mode & 0o777 == 0o640
    write_safely(tmp_path / "b.txt", b"new")
    assert (tmp_path / "b.txt").stat().st_mode & 0o600 == 0o600


def test_what_a_killed_program_left_is_swept_away_later(tmp_path: Path) -> None:
    left = tmp_path / ".agendabuilder-x1.part"
    fresh = tmp_path / ".agendabuilder-x2.part"
    for path in (left, fresh):
        path.write_bytes(b"half")
    os.utime(left, (time.time() - 7200, time.time() - 7200))
    write_safely(tmp_path / "a.txt", b"new")
    assert not left.exists()
    assert fresh.exists()
