"""The agenda is written as a web page by the command line."""

from pathlib import Path

from click.testing import CliRunner
from making import make_folder
from pack.html_reading import read_html

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
