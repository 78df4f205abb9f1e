"""“check --pack” looks through the finished packs of a meeting and says what is to be looked at."""

import json
from dataclasses import replace
from pathlib import Path

import pikepdf
from click.testing import CliRunner, Result
from making import make_folder
from pikepdf import Dictionary, Name

from agendabuilder.cli import main
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.store.build_record import read_record, save_record


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def meeting(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "m", [{"title": "Budget", "reports": [("budget", 3)]}])


def pack_of(folder: Path) -> Path:
    (pack,) = folder.glob("*.pdf")
    return pack


def test_a_good_pack_is_said_to_be_good(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    assert run("build", str(folder)).exit_code == 0
    checked = run("check", str(folder), "--pack")
    assert checked.exit_code == 0
    assert checked.stdout.splitlines()[-2:] == [f"{pack_of(folder).name}:", "Nothing to mend."]


def test_before_the_first_build_there_is_nothing_to_look_through(tmp_path: Path) -> None:
    checked = run("check", str(meeting(tmp_path)), "--pack")
    assert checked.exit_code == 4
    assert "There is no finished pack in" in checked.stderr


def test_what_comes_from_a_report_is_listed_and_is_no_failure(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    report = folder / "reports" / "budget.pdf"
    with pikepdf.open(report, allow_overwriting_input=True) as pdf:
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/Garamond"))
        pdf.pages[0].obj.Resources.Font.Gar = font
        pdf.save(report)
    run("build", str(folder))
    checked = run("check", str(folder), "--pack")
    assert checked.exit_code == 0
    assert "Note: The pack has not all its fonts in it" in checked.stdout
    told = json.loads(run("check", str(folder), "--pack", "--json").stdout)
    (pack,) = told["packs"]
    assert (pack["file"], pack["faults"]) == (pack_of(folder).name, [])
    assert [finding["code"] for finding in pack["findings"]] == ["pack-fonts"]


def test_a_fault_of_the_program_is_said_with_its_exit_code(tmp_path: Path) -> None:
    folder = meeting(tmp_path)
    run("build", str(folder))
    pack = pack_of(folder)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        pdf.pages[0].obj.Contents.append(pdf.make_stream(b" <41 ( "))
        pdf.save(pack)
    save_record(replace(read_record(pack), fingerprint=fingerprint_of(pack)), pack)
    checked = run("check", str(folder), "--pack")
    assert checked.exit_code == 9
    assert "The finished pack has a fault that is not yours: Page 1 is damaged" in checked.stderr
    assert "Do not publish it." in checked.stderr
    as_json = run("check", str(folder), "--pack", "--json")
    assert as_json.exit_code == 9
    assert json.loads(as_json.stdout)["packs"][0]["faults"]
