"""Report files are copied into the meeting's folder and never over one another."""

from pathlib import Path

import pytest

from agendabuilder.errors import FolderError
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.report_files import take_in_file


def test_a_second_file_of_the_same_name_gets_a_free_one(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path / "meeting")
    folder.path.mkdir()
    for place in ("a", "b"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "Budget.pdf").write_text(place)
    assert take_in_file(folder, tmp_path / "a" / "Budget.pdf") == "reports/Budget.pdf"
    assert take_in_file(folder, tmp_path / "b" / "Budget.pdf") == "reports/Budget 2.pdf"
    assert [(folder.reports / name).read_text() for name in ("Budget.pdf", "Budget 2.pdf")] == ["a", "b"]


def test_a_file_that_lies_there_already_is_not_copied(tmp_path: Path) -> None:
    folder = MeetingFolder(tmp_path)
    folder.reports.mkdir()
    (folder.reports / "minutes.pdf").write_text("m")
    assert take_in_file(folder, folder.reports / "minutes.pdf") == "reports/minutes.pdf"
    assert len(list(folder.reports.iterdir())) == 1


def test_a_file_that_is_gone_is_said_by_name(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match=r"“gone\.pdf” could not be copied"):
        take_in_file(MeetingFolder(tmp_path), tmp_path / "gone.pdf")
    assert not list((tmp_path / "reports").iterdir())
