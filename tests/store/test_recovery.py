"""Unsaved work is kept aside, and an earlier run's is never written over."""

import subprocess
import sys
from pathlib import Path

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.store.recovery import all_left_behind, discard, forget_recovery, keep_recovery, left_behind

_KEEP = """
import sys
from pathlib import Path
from agendabuilder.domain.meeting import Meeting
from agendabuilder.store.recovery import keep_recovery
keep_recovery(Path(sys.argv[1]), Meeting(committee=sys.argv[2]))
import os
os._exit(9)
"""


def killed_run(folder: Path, committee: str) -> None:
    """A run of the program that is killed with unsaved work."""
    subprocess.run([sys.executable, "-c", _KEEP, str(folder), committee], check=False)


def test_what_a_killed_run_had_unsaved_is_found_again(tmp_path: Path) -> None:
    killed_run(tmp_path, "Pwyllgor Tŷ")
    (found,) = left_behind(tmp_path)
    assert found.meeting.committee == "Pwyllgor Tŷ"
    assert found.folder == tmp_path


def test_the_present_runs_own_work_is_not_offered_to_itself(tmp_path: Path) -> None:
    keep_recovery(tmp_path, Meeting(committee="Housing", items=(Item(id="1", title="Budget"),)))
    assert left_behind(tmp_path) == all_left_behind() == ()


def test_each_run_keeps_its_work_apart(tmp_path: Path) -> None:
    killed_run(tmp_path, "First")
    killed_run(tmp_path, "Second")
    keep_recovery(tmp_path, Meeting(committee="Third"))
    forget_recovery(tmp_path)
    assert {each.meeting.committee for each in left_behind(tmp_path)} == {"First", "Second"}


def test_discarded_work_is_gone(tmp_path: Path) -> None:
    killed_run(tmp_path, "First")
    for recovery in left_behind(tmp_path):
        discard(recovery)
    assert left_behind(tmp_path) == ()


def test_work_on_another_meeting_is_not_offered(tmp_path: Path) -> None:
    killed_run(tmp_path / "one", "First")
    assert left_behind(tmp_path / "other") == ()
    assert len(all_left_behind()) == 1


def test_a_damaged_recovery_file_is_passed_over(tmp_path: Path) -> None:
    killed_run(tmp_path, "First")
    (found,) = left_behind(tmp_path)
    found.file.write_bytes(found.file.read_bytes()[:-10])
    assert left_behind(tmp_path) == ()
    assert found.file.exists()
