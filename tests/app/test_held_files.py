"""Nothing of ours is open when it is replaced, renamed or deleted, which Windows would refuse."""

import sys
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from held_files import hold_open_files
from making import make_folder, make_report
from reports.made_pdfs import add_attached_file, add_script, changed_pdf

from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.check_meeting import check_report_files
from agendabuilder.app.issue_pack import issue_pack
from agendabuilder.app.made_packs import BuildOrder, IssueOrder
from agendabuilder.app.preview_pack import preview_pack
from agendabuilder.domain.edits import change_item, change_report
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.safe_file import write_safely
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what is open is asked of Linux")

TODAY, QUIET = date(2027, 2, 1), SilentProgress()
LOCKED = BuildOrder(passwords=("Sesame",))


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What Windows would have refused so far."""
    return hold_open_files(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> MeetingFolder:
    """A meeting with sound, locked, turned and unclean reports, a text, and something exempt."""
    reports = [
        {"id": "budget", "title": "Budget", "file": "reports/budget.pdf"},
        {"id": "plan", "title": "Plan", "file": "reports/plan.pdf", "turn": 90, "fit_to_a4": True},
        {"id": "locked", "title": "Locked", "file": "reports/locked.pdf"},
        {"id": "script", "title": "Script", "file": "reports/script.pdf", "turn": 180},
        {"id": "files", "title": "Files", "file": "reports/files.pdf"},
        {"id": "note", "title": "Note", "file": "reports/note.txt"},
        {"id": "secret", "title": "Pay", "file": "reports/pay.pdf", "access": "exempt", "paragraphs": [1]},
    ]
    place = make_folder(tmp_path / "m", [{"id": "money", "title": "Money", "reports": reports}])
    for name in ("budget", "plan", "locked", "pay"):
        make_report(place / "reports" / f"{name}.pdf", 2, name)
    changed_pdf(place / "reports" / "script.pdf", add_script)
    changed_pdf(place / "reports" / "files.pdf", add_attached_file)
    (place / "reports" / "note.txt").write_text("A note on the budget.", encoding="utf-8")
    with pikepdf.open(place / "reports" / "locked.pdf", allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(user="Sesame", owner="x"))
    return open_folder(place)


def test_it_is_noticed_when_something_is_open(tmp_path: Path, refused: list[str]) -> None:
    path = make_report(tmp_path / "a.pdf", 1)
    with pikepdf.open(path), pytest.raises(PermissionError):
        write_safely(path, b"new")
    assert refused == [str(path)]
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]


def test_packs_are_built_again_and_again(folder: MeetingFolder, tmp_path: Path, refused: list[str]) -> None:
    cache = tmp_path / "cache"
    for title in ("Money", "Finance", "Finance and assets"):
        folder.save(change_item(folder.load(), "money", title=title))
        assert len(build_packs(folder, cache, TODAY, QUIET, LOCKED)) == 2
        check_report_files(folder.load(), folder.path, cache, QUIET, LOCKED.passwords)
        make_report(folder.reports / "budget.pdf", 3, title)
    assert refused == []


def test_a_preview_follows_the_one_before(folder: MeetingFolder, tmp_path: Path, refused: list[str]) -> None:
    for turn in (0, 90, 180):
        meeting = change_report(folder.load(), "budget", turn=turn)
        preview = preview_pack(meeting, folder.path, tmp_path / "cache", TODAY, QUIET, LOCKED)
        preview.discard()
        assert not preview.file.exists()
    assert refused == []


def test_packs_are_issued_and_issued_again(folder: MeetingFolder, tmp_path: Path, refused: list[str]) -> None:
    for number in (1, 2):
        issued = issue_pack(folder, tmp_path / "cache", TODAY, QUIET, IssueOrder(passwords=LOCKED.passwords))
        assert issued.issued.number == number
        make_report(folder.reports / "budget.pdf", 3, "Late")
    assert refused == []


def test_a_build_that_is_stopped_half_way_leaves_nothing(
    folder: MeetingFolder, tmp_path: Path, refused: list[str]
) -> None:
    class StopAtProof(SilentProgress):
        def stage(self, title: str, _: int) -> None:
            if title.startswith("Proving"):
                raise Cancelled

    with pytest.raises(Cancelled):
        build_packs(folder, tmp_path / "cache", TODAY, StopAtProof(), LOCKED)
    assert sorted(each.name for each in folder.path.iterdir()) == ["meeting.agenda", "reports"]
    assert refused == []
