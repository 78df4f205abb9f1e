"""What was issued stays as it was issued, whatever happens to the program or the meeting afterwards."""

import os
import shutil
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssuedPack, IssueMode
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PageRules, Paper, plan_pack
from agendabuilder.errors import FolderError, IssueError
from agendabuilder.store.issues import IssuesFolder

MEETING = Meeting(
    committee="Housing Committee",
    date=date(2027, 3, 4),
    items=(Item(id="i1", title="Budget", reports=(Report(id="r1", title="Budget", file="reports/budget.pdf"),)),),
)
PAGES = plan_pack(2, [Paper("i1", "r1", 3)], PageRules()).pages
FIRST = IssuedPack(
    number=1,
    mode=IssueMode.RENUMBER,
    day=date(2027, 2, 24),
    meeting=MEETING,
    pages=PAGES,
    standing=PAGES,
    front_pages=2,
    last_number=6,
    who="B Ó Briain",
    note="First publication",
    fingerprints={"r1": "ab12"},
    page_counts={"r1": 3},
)


def issue(folder: IssuesFolder, issued: IssuedPack) -> None:
    with folder.new(issued.number) as new:
        (new.folder_for(None) / "pack.pdf").write_bytes(b"the pack")
        new.keep(issued)


def issue_half(folder: IssuesFolder) -> None:
    with folder.new(1) as new:
        (new.folder_for(None) / "pack.pdf").write_bytes(b"half")
        raise KeyboardInterrupt


def test_an_issue_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    assert folder.latest() is None
    issue(folder, FIRST)
    issue(folder, replace(FIRST, number=2, mode=IssueMode.KEEP, standing=()))
    assert folder.all()[0] == FIRST
    latest = folder.latest()
    assert latest is not None
    assert (latest.number, latest.mode, latest.standing) == (2, IssueMode.KEEP, ())
    assert [file.name for file in folder.files(1)] == ["pack.pdf"]


def test_an_issue_is_never_overwritten(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    issue(folder, FIRST)
    with pytest.raises(IssueError, match="There is a folder “issue 1” already"):
        issue(folder, replace(FIRST, note="again"))
    assert folder.all() == (FIRST,)


def test_an_issue_that_is_interrupted_never_was(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        issue_half(folder)
    assert folder.all() == ()
    assert list((tmp_path / "issues").iterdir()) == []


def test_what_a_killed_program_left_aside_goes_with_the_next_issue(tmp_path: Path) -> None:
    left = tmp_path / "issues" / ".new issue ab12"
    left.mkdir(parents=True)
    (left / "pack.pdf").write_bytes(b"half")
    folder = IssuesFolder(tmp_path)
    assert folder.all() == ()
    issue(folder, FIRST)
    assert [each.name for each in (tmp_path / "issues").iterdir()] == ["issue 1"]


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rights")
def test_colleagues_who_can_read_the_meetings_folder_can_read_its_issues(tmp_path: Path) -> None:
    (tmp_path / "issues").mkdir(mode=0o755)
    issue(IssuesFolder(tmp_path), FIRST)
    assert stat.S_IMODE((tmp_path / "issues" / "issue 1").stat().st_mode) == 0o755


def test_a_copy_of_an_issues_folder_is_no_issue_of_its_own(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    issue(folder, FIRST)
    shutil.copytree(folder.place(1), tmp_path / "issues" / "issue 1 - Copy")
    assert folder.all() == (FIRST,)


def test_a_folder_without_a_record_is_left_alone_and_named(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    folder.place(1).mkdir(parents=True)
    with pytest.raises(IssueError, match="If it holds no issue, move it somewhere else"):
        issue(folder, FIRST)


def test_issues_that_cannot_be_kept_say_so(tmp_path: Path) -> None:
    (tmp_path / "issues").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(FolderError, match="Nothing was issued"):
        issue(IssuesFolder(tmp_path), FIRST)


def test_the_publics_file_and_the_members_lie_in_folders_of_their_own(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    with folder.new(1) as new:
        (new.folder_for(Audience.PUBLIC) / "a-public.pdf").write_bytes(b"p")
        (new.folder_for(Audience.MEMBERS) / "a-members.pdf").write_bytes(b"m")
        new.keep(FIRST)
    assert [file.parent.name for file in folder.files(1)] == ["for publication", "members only"]


def test_a_damaged_record_is_named_and_nothing_is_guessed(tmp_path: Path) -> None:
    folder = IssuesFolder(tmp_path)
    issue(folder, FIRST)
    record = folder.place(1) / "issue.json"
    record.write_text(record.read_text("utf-8").replace('"renumber"', '"anew"'), "utf-8")
    with pytest.raises(IssueError, match=r"issue 1.* cannot be read: mode: this must be one of"):
        folder.latest()
