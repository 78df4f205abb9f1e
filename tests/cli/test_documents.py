"""Web page, Word documents and table are written by the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from making import make_folder
from pack.html_reading import read_html
from pack.word_reading import unpacked, words_of

from agendabuilder.cli import main


def test_the_page_lies_beside_the_pack_and_leads_into_it(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Minutes", "reports": [("minutes", 3)]}])
    result = CliRunner().invoke(main, ["html", str(folder)])
    assert result.exit_code == 0, result.output
    assert "put the pack beside it" in result.output
    (file,) = folder.glob("*.html")
    page = read_html(file.read_text("utf-8"))
    assert f"The page is {file}" in result.output
    assert "Minutes" in [heading.text for heading in page.all("h3")]
    CliRunner().invoke(main, ["build", str(folder)])
    assert file.with_suffix(".pdf").exists()
    assert "put the pack beside it" not in CliRunner().invoke(main, ["html", str(folder)]).output


def test_the_page_is_the_publics(tmp_path: Path) -> None:
    sale = {"title": "Sale to Quigley", "public_title": "A sale", "access": "exempt", "paragraphs": [3]}
    folder = make_folder(tmp_path / "m", [{**sale, "reports": [("offer", 2)]}])
    out = tmp_path / "page.html"
    assert CliRunner().invoke(main, ["html", str(folder), "-o", str(out)]).exit_code == 0
    written = out.read_text("utf-8")
    assert "Quigley" not in written
    assert "agenda%20pack-public.pdf#page=" in written


def test_a_page_is_not_written_while_a_report_is_missing_unless_as_a_draft(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Plan", "reports": [{"title": "Plan", "file": "gone.pdf"}]}])
    assert CliRunner().invoke(main, ["html", str(folder)]).exit_code == 7
    assert CliRunner().invoke(main, ["html", str(folder), "--draft"]).exit_code == 0
    (file,) = folder.glob("*.html")
    assert "DRAFT" in read_html(file.read_text("utf-8")).text


SALE = {"title": "Sale to Quigley", "public_title": "A sale", "access": "exempt", "paragraphs": [3]}


@pytest.mark.parametrize(
    ("command", "name", "said"),
    [
        ("word", "2027-03-04 Housing Committee agenda.docx", "The agenda is "),
        ("minutes", "2027-03-04 Housing Committee draft minutes.docx", "The draft minutes are "),
        ("csv", "2027-03-04 Housing Committee agenda table.csv", "The table is "),
    ],
)
def test_a_document_lies_in_the_meetings_folder_under_a_name_of_its_own(
    tmp_path: Path, command: str, name: str, said: str
) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Plan", "reports": [("plan", 3)]}])
    result = CliRunner().invoke(main, [command, str(folder)])
    assert result.exit_code == 0, result.output
    assert f"{said}{folder / name}" in result.output
    assert (folder / name).is_file()


@pytest.mark.parametrize("command", ["word", "minutes"])
def test_a_word_document_is_the_publics_unless_the_members_is_asked_for(tmp_path: Path, command: str) -> None:
    folder = make_folder(tmp_path / "m", [{**SALE, "reports": [("offer", 2)]}])
    assert CliRunner().invoke(main, [command, str(folder)]).exit_code == 0
    assert CliRunner().invoke(main, [command, str(folder), "--audience", "members"]).exit_code == 0
    members, public = sorted(folder.glob("*.docx"))
    assert (members.stem[-8:], public.stem[-7:]) == ("-members", "-public")
    assert "Quigley" not in unpacked(public.read_bytes())
    assert "Offer" not in unpacked(public.read_bytes())
    assert "Sale to Quigley" in words_of(members.read_bytes())
    assert "Members only: not for publication" in words_of(members.read_bytes())


def test_the_table_is_the_publics_unless_the_members_is_asked_for(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{**SALE, "reports": [("offer", 2)]}])
    out = tmp_path / "table.csv"
    assert CliRunner().invoke(main, ["csv", str(folder), "-o", str(out)]).exit_code == 0
    assert "Quigley" not in out.read_text("utf-8-sig")
    assert CliRunner().invoke(main, ["csv", str(folder), "-o", str(out), "--audience", "members"]).exit_code == 0
    assert "Sale to Quigley,,,,Offer" in out.read_text("utf-8-sig")


@pytest.mark.parametrize("command", ["word", "minutes", "csv"])
def test_a_document_is_not_written_while_a_report_is_missing_unless_as_a_draft(tmp_path: Path, command: str) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Plan", "reports": [{"title": "Plan", "file": "gone.pdf"}]}])
    assert CliRunner().invoke(main, [command, str(folder)]).exit_code == 7
    assert [file.name for file in folder.iterdir()] == ["meeting.agenda"]
    assert CliRunner().invoke(main, [command, str(folder), "--draft"]).exit_code == 0
    assert len(list(folder.glob("*DRAFT*"))) == 1


def test_a_document_that_cannot_be_saved_is_told_with_what_to_do(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Plan"}])
    (tmp_path / "plain").write_text("", "utf-8")
    result = CliRunner().invoke(main, ["word", str(folder), "-o", str(tmp_path / "plain" / "agenda.docx")])
    assert result.exit_code == 8
    assert "could not be saved as" in result.output
