"""What is different on Windows and on a Mac, as far as it can be tried anywhere."""

import errno
import json
import os
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from making import make_folder, make_report

from agendabuilder import safe_file
from agendabuilder.app.build_pack import build_packs
from agendabuilder.domain.file_names import title_from_file
from agendabuilder.domain.safe_names import safe_file_name, safe_name
from agendabuilder.errors import FolderError, LockedError, MeetingFileError, PackNotWrittenError
from agendabuilder.progress import SilentProgress
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import decode_meeting
from agendabuilder.store.folder_lock import folder_lock
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder
from agendabuilder.store.own_templates import OwnTemplates
from agendabuilder.store.report_files import take_in_file

TODAY = date(2027, 2, 1)
COMPOSED = "Adroddiad y Tŷ.pdf"
APART = unicodedata.normalize("NFD", COMPOSED)
"""The same name with the letter and its accent apart, as a Mac may hand it out."""


class Held:
    """Files that another program holds for so many tries, as Windows has it: nobody can replace them meanwhile."""

    def __init__(self, tries: int) -> None:
        self.left = tries
        self._replace = os.replace

    def replace(self, source: str, target: str) -> None:
        self.left -= 1
        if self.left >= 0:
            raise PermissionError(errno.EACCES, "Access is denied", target)
        self._replace(source, target)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    held = Held(2)
    monkeypatch.setattr(safe_file, "_WAITS", (0.0, 0.0))
    monkeypatch.setattr(os, "replace", held.replace)
    return held


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced_after_it(tmp_path: Path, held: Held) -> None:
    write_safely(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert held.left < 0


def test_a_pack_that_is_open_in_a_viewer_stays_whole_and_says_what_to_do(tmp_path: Path, held: Held) -> None:
    folder = open_folder(make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 1)]}]))
    held.left = 0
    pack = build_packs(folder, tmp_path / "cache", TODAY, SilentProgress())[0].file
    before = pack.read_bytes()
    folder.save(decode_meeting((folder.path / "meeting.agenda").read_bytes().replace(b"Budget", b"Accounts")))
    held.left = 1_000
    with pytest.raises(PackNotWrittenError, match=r"Access is denied.*Close it if it is open in another program"):
        build_packs(folder, tmp_path / "cache", TODAY, SilentProgress())
    assert pack.read_bytes() == before
    assert not list(folder.path.glob(".agendabuilder*"))


def test_a_path_that_is_too_long_for_windows_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_file, "_LONGEST_PATH", 259)
    problem = FileNotFoundError(errno.ENOENT, "The system cannot find the path specified")
    assert "too long for Windows" in safe_file.why(problem, tmp_path / ("x" * 240))
    assert safe_file.why(problem, Path("/a")) == "The system cannot find the path specified"


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    write_safely(tmp_path / f"{'x' * 251}.pdf", b"new")
    assert (tmp_path / f"{'x' * 251}.pdf").exists()


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Budget.pdf", "Budget.pdf"),
        ("NUL.pdf", "_NUL.pdf"),
        ("con", "_con"),
        ("Com1.minutes.docx", "_Com1.minutes.docx"),
        ("Contract.pdf", "Contract.pdf"),
        ("Item 7: who pays?.pdf", "Item 7 who pays.pdf"),
        ("Budget .pdf", "Budget.pdf"),
        ("Budget. ", "Budget"),
        ("...pdf", "file.pdf"),
        (APART, COMPOSED),
        ("x" * 300 + ".pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_files_name_is_one_that_every_system_can_have(name: str, safe: str) -> None:
    assert safe_file_name(name) == safe
    assert safe_file_name(safe) == safe


def test_a_committee_named_like_a_device_gets_a_folder() -> None:
    assert safe_name("AUX") == "_AUX"


def test_a_template_named_like_a_device_gets_a_file(tmp_path: Path) -> None:
    meeting = decode_meeting(b'{"format": 1}')
    assert OwnTemplates(tmp_path).save("Con", "", meeting).id == "con-template"


def test_reports_that_differ_in_case_or_accents_only_are_both_kept(tmp_path: Path) -> None:
    folder = MeetingFolder(make_folder(tmp_path / "m", []))
    names = []
    for place, name in enumerate(("Budget.pdf", "budget.PDF", COMPOSED, APART)):
        source = tmp_path / str(place)
        source.mkdir()
        (source / name).write_bytes(b"%d" % place)
        names.append(take_in_file(folder, source / name))
    assert names == [
        "reports/Budget.pdf", "reports/budget 2.PDF", f"reports/{COMPOSED}", "reports/Adroddiad y Tŷ 2.pdf"
    ]  # fmt: skip
    assert [(folder.path / name).read_bytes() for name in names] == [b"0", b"1", b"2", b"3"]


@pytest.mark.parametrize(("named", "lies"), [(COMPOSED, APART), (APART, COMPOSED), (COMPOSED, COMPOSED)])
def test_a_folder_from_a_mac_has_its_accented_reports(tmp_path: Path, named: str, lies: str) -> None:
    report = {"title": "Y Tŷ", "file": f"reports/{named}"}
    place = make_folder(tmp_path / "m", [{"title": "Tai", "items": [{"title": "Y Tŷ", "reports": [report]}]}])
    make_report(place / "reports" / lies, 1)
    (built,) = build_packs(open_folder(place), tmp_path / "cache", TODAY, SilentProgress())
    reports = [report for item in built.record.items for report in item.reports]
    assert [(report.state, report.pages_out) for report in reports] == [("attached", 1)]


def test_a_title_made_of_a_files_name_has_whole_letters() -> None:
    assert title_from_file(APART) == "Adroddiad y Tŷ"


@pytest.mark.parametrize("file", [r"reports\\budget.pdf", r"reports\budget.pdf", r"C:/packs/budget.pdf"])
def test_a_path_typed_as_on_windows_is_told_with_what_to_type(file: str) -> None:
    text = json.dumps({"items": [{"title": "Budget", "reports": [{"title": "B", "file": "FILE"}]}]})
    with pytest.raises(MeetingFileError, match=r"divided by “/”|absolute path") as refused:
        decode_meeting(text.replace("FILE", file))
    assert refused.value.place == "items[0].reports[0].file"
    assert refused.value.title.isprintable()


def test_a_meeting_on_a_disk_without_locks_opens_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fails_with(monkeypatch, OSError(errno.ENOTSUP, "Operation not supported"))
    with folder_lock(tmp_path):
        assert (tmp_path / ".agenda.holder").exists()


def test_a_folder_that_cannot_be_written_is_not_taken_for_an_open_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import Timeout

    fails_with(monkeypatch, Timeout(".agenda.lock"))
    with pytest.raises(FolderError, match="cannot be written to"), folder_lock(tmp_path):
        raise AssertionError
    (tmp_path / ".agenda.lock").touch()
    with pytest.raises(LockedError), folder_lock(tmp_path):
        raise AssertionError


def fails_with(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    """Let the system's lock answer so, whoever asks for one."""

    def refuse(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
