"""The accessibility statement says of each report what is wrong and what to ask its author."""

import json
from pathlib import Path

from click.testing import CliRunner
from making import make_folder
from PIL import Image
from reports.made_papers import element, tagged_pdf
from reports.made_pdfs import text_pdf

from agendabuilder.app.access_statement import AccessState
from agendabuilder.app.accessibility import accessibility_statement
from agendabuilder.cli import main
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import open_folder


def made(tmp_path: Path) -> Path:
    """A meeting with a plain report, a scan, a tagged report with a gap, and one that is no PDF."""
    folder = make_folder(
        tmp_path / "m",
        [
            {"title": "Budget", "reports": [{"id": "plain", "file": "plain.pdf"}, {"id": "scan", "file": "scan.png"}]},
            {"title": "Roofs", "reports": [{"id": "gap", "file": "gap.pdf"}, {"id": "none", "file": "none.pdf"}]},
        ],
    )
    tagged_pdf(folder / "gap.pdf", element("Figure", page=2))
    text_pdf(folder / "plain.pdf")
    Image.new("L", (600, 800), 120).save(folder / "scan.png")
    (folder / "none.pdf").write_bytes(b"%PDF-1.4 nothing")
    return folder


def test_each_report_is_told_with_its_state_and_what_to_ask(tmp_path: Path) -> None:
    folder = open_folder(made(tmp_path))
    told = {"gap": "its tags are kept."}
    statement = accessibility_statement(folder.load(), folder.path, tmp_path / "cache", SilentProgress(), in_pack=told)
    states = {report.report_id: report.state for report in statement.reports}
    assert states == {
        "plain": AccessState.UNTAGGED,
        "scan": AccessState.SCANNED,
        "gap": AccessState.GAPS,
        "none": AccessState.UNUSABLE,
    }
    gap = statement.reports[2]
    assert gap.wrong[0] == "1 picture has no alternate text (page 2)."
    assert gap.asks[0].startswith("Write alternate texts (page 2)")
    assert "In the pack: its tags are kept." in gap.text
    assert "Your report “gap.pdf”" in gap.for_author
    assert statement.text.startswith(
        "Accessibility of the reports: Norbury Council Housing Committee\nIn 4 of 4 reports"
    )
    assert "contrast" in statement.text


def test_the_command_prints_it_as_text_and_as_json(tmp_path: Path) -> None:
    folder = made(tmp_path)
    printed = CliRunner().invoke(main, ["check", str(folder), "--accessibility"])
    assert printed.exit_code == 0, printed.output
    assert "Item 2 “Roofs”: gap.pdf" in printed.stdout
    as_json = CliRunner().invoke(main, ["check", str(folder), "--accessibility", "--json"])
    assert [each["state"] for each in json.loads(as_json.stdout)["reports"]] == [
        "untagged",
        "scanned",
        "gaps",
        "unusable",
    ]
