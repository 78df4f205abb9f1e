"""Issuing, and what comes after it, as a clerk types it: three ways to go on, locks, passwords, and being killed."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from click.testing import CliRunner, Result
from making import make_folder, make_report
from pypdf import PdfReader

from agendabuilder.cli import main
from agendabuilder.store.folder_lock import folder_lock
from agendabuilder.store.issues import IssuesFolder

NAME = "2027-03-04 Housing Committee agenda pack"
KILLS = 6


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def meeting(tmp_path: Path, **keys: Any) -> Path:
    items: list[dict[str, Any]] = [
        {"id": "i1", "title": "Minutes", "reports": [("minutes", 2)]},
        {"id": "i2", "title": "Budget", "reports": [("budget", 3)], **keys},
    ]
    return make_folder(tmp_path / "m", items)


def issued(folder: Path, number: int) -> list[str]:
    place = folder / "issues" / f"issue {number}"
    return sorted(file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file())


def lock_file(file: Path, password: str) -> None:
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(user=password, owner="other"))


def test_a_pack_is_issued_in_three_ways_one_after_another(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    first = run("issue", folder, "--note", "First publication", "--who", "B Ó Briain")
    assert first.exit_code == 0, first.output
    assert f"Issue 1 is in {folder / 'issues' / 'issue 1'}" in first.stdout
    assert f"The pack is {folder / 'issues' / 'issue 1' / NAME}.pdf" in first.stdout
    assert issued(folder, 1) == [f"{NAME}.html", f"{NAME}.pdf", f"{NAME}.record.json", "issue.json"]
    assert f"{NAME}.pdf#page=" in (folder / "issues" / "issue 1" / f"{NAME}.html").read_text("utf-8").replace(
        "%20", " "
    )
    make_report(folder / "reports" / "budget.pdf", 5, "budget, corrected")
    assert run("issue", folder, "--mode", "keep").exit_code == 0
    assert PdfReader(folder / "issues" / "issue 2" / f"{NAME}.pdf").page_labels[-2:] == ["8a", "8b"]
    make_report(folder / "reports" / "minutes.pdf", 1, "minutes, corrected")
    assert run("issue", folder, "--mode", "supplement").exit_code == 0
    assert f"{NAME} supplement.pdf" in issued(folder, 3)
    assert [each.note for each in IssuesFolder(folder).all()] == ["First publication", "", ""]


def test_the_publics_web_page_lies_beside_the_publics_pack_alone(tmp_path: Path) -> None:
    folder = meeting(tmp_path, access="exempt", paragraphs=[3])
    assert run("issue", folder).exit_code == 0
    pages = [name for name in issued(folder, 1) if name.endswith(".html")]
    assert pages == [f"for publication/{NAME}-public.html"]


def test_changes_are_told_as_text_and_as_json(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    run("issue", folder)
    assert "Nothing is different." in run("changes", folder).stdout
    make_report(folder / "reports" / "budget.pdf", 4, "budget, corrected")
    text = run("changes", folder).stdout
    assert "the report “Budget” was replaced (now 4 pages, before 3)." in text
    assert "In a printed copy: swap these sheets, each printed on both sides.\n- Take out the sheet" in text
    found = json.loads(run("changes", folder, "--mode", "keep", "--json").stdout)
    assert [change["kind"] for change in found["changes"]] == ["report_replaced"]
    nothing = run("changes", meeting(tmp_path / "other"), "--json")
    assert nothing.exit_code == 11
    assert json.loads(nothing.stdout)["error"]["sentence"] == "Nothing has been issued yet."


def test_nothing_is_issued_while_somebody_else_has_the_meeting_open_and_a_pack_can_be_built(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    with folder_lock(folder):
        refused = run("issue", folder)
        assert refused.exit_code == 5
        assert "The meeting is open already: " in refused.stderr
        assert not (folder / "issues").exists()
        assert run("build", folder).exit_code == 0
    assert run("issue", folder).exit_code == 0


def test_a_supplement_and_one_readers_copy_never_take_the_packs_place(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    run("issue", folder)
    run("build", folder)
    pack = (folder / f"{NAME}.pdf").read_bytes()
    make_report(folder / "reports" / "budget.pdf", 4, "budget, corrected")
    assert run("build", folder, "--mode", "supplement").exit_code == 0
    assert run("build", folder, "--reader", "Cllr A Byrne").exit_code == 0
    names = sorted(file.name for file in folder.glob("*.pdf"))
    assert names == [f"{NAME} for Cllr A Byrne.pdf", f"{NAME} supplement.pdf", f"{NAME}.pdf"]
    assert (folder / f"{NAME}.pdf").read_bytes() == pack


def test_a_folder_to_write_to_is_made(tmp_path: Path) -> None:
    folder = meeting(tmp_path, access="exempt", paragraphs=[3])
    assert run("build", folder, "-o", tmp_path / "new" / "packs").exit_code == 0
    names = sorted(file.name for file in (tmp_path / "new" / "packs").glob("*.pdf"))
    assert names == [f"{NAME}-members.pdf", f"{NAME}-public.pdf"]
    assert run("html", folder, "-o", tmp_path / "pages").exit_code == 0
    assert (tmp_path / "pages" / f"{NAME}-public.html").is_file()


def test_a_record_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    (folder / f"{NAME}.record.json").mkdir()
    result = run("build", folder)
    assert result.exit_code == 8
    assert "its record could not be saved beside it" in result.stderr


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("command", ["build", "check", "issue", "html"])
def test_a_locked_report_is_opened_with_a_password_from_a_file(tmp_path: Path, command: str, mark: bytes) -> None:
    folder = meeting(tmp_path)
    lock_file(folder / "reports" / "budget.pdf", "Crème")
    assert run(command, folder).exit_code == 7
    (tmp_path / "words").write_bytes(mark + "wrong\r\n\r\nCrème\r\n".encode())
    result = run(command, folder, "--passwords", tmp_path / "words")
    assert result.exit_code == 0, result.output


def test_a_password_file_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "words").write_bytes("Crème".encode("latin-1"))
    result = run("build", meeting(tmp_path), "--passwords", tmp_path / "words")
    assert result.exit_code == 2
    assert "is not UTF-8 text. Save it as UTF-8 and try again." in result.stderr


def test_a_reader_who_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Item", "text": "Words. " * 30_000}])
    showing = subprocess.Popen(
        [sys.executable, "-m", "agendabuilder", "show", str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert showing.stdout is not None
    assert showing.stderr is not None
    showing.stdout.read(10)
    showing.stdout.close()
    said = showing.stderr.read()
    showing.wait()
    showing.stderr.close()
    assert b"fault" not in said


def test_issues_are_whole_after_every_kill_and_the_next_one_works(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    command = [sys.executable, "-m", "agendabuilder", "issue", str(folder)]
    started = time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    length = time.monotonic() - started
    chance = random.Random(20270304)
    for _ in range(KILLS):
        issuing = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(length * chance.uniform(0.3, 1.0))
        issuing.kill()
        issuing.wait()
        for each in IssuesFolder(folder).all():
            assert [len(PdfReader(file).pages) for file in IssuesFolder(folder).files(each.number)] == [8]
    before = len(IssuesFolder(folder).all())
    subprocess.run(command, check=True, capture_output=True)
    assert len(IssuesFolder(folder).all()) == before + 1
    assert not list((folder / "issues").glob(".*"))
