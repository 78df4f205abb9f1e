"""The commands as a clerk types them: what they print, what they write, and how they end."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from making import make_folder, make_report
from pypdf import PdfReader

from agendabuilder.cli import main

TWO_REPORTS: list[dict[str, Any]] = [
    {"title": "Apologies"},
    {"title": "Minutes", "reports": [("minutes", 3)]},
    {"title": "Budget", "reports": [("budget", 2), ("appendix", 1)]},
]


PACK = "2027-03-04 Housing Committee agenda pack"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def items() -> list[dict[str, Any]]:
    return [dict(item) for item in TWO_REPORTS]


def test_a_pack_is_built_beside_the_meeting_with_its_record(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    result = run("build", folder)
    assert result.exit_code == 0, result.output
    pack = folder / "2027-03-04 Housing Committee agenda pack.pdf"
    assert f"The pack is {pack}" in result.stdout
    assert len(PdfReader(pack).pages) == 10
    assert pack.with_name("2027-03-04 Housing Committee agenda pack.record.json").exists()


def test_a_pack_can_be_put_into_a_folder_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    assert run("build", make_folder(tmp_path / "m", items()), "-o", tmp_path / "packs").exit_code == 0
    assert (tmp_path / "packs" / "2027-03-04 Housing Committee agenda pack.pdf").is_file()


def test_a_place_that_is_not_there_is_named_and_nothing_is_left(tmp_path: Path) -> None:
    result = run("build", make_folder(tmp_path / "m", items()), "-o", tmp_path / "nowhere" / "pack.pdf")
    assert result.exit_code == 8
    assert f"The pack could not be saved as “{tmp_path / 'nowhere' / 'pack.pdf'}”" in result.stderr


def test_a_meeting_of_which_nothing_is_known_still_builds(tmp_path: Path) -> None:
    (tmp_path / "meeting.agenda").write_text("{}", encoding="utf-8")
    result = run("build", tmp_path, "-o", tmp_path / "pack.pdf")
    assert result.exit_code == 0, result.output
    assert "1 page with 0 reports, every page accounted for" in result.stdout
    assert len(PdfReader(tmp_path / "pack.pdf").pages) == 1


def test_the_record_says_where_every_report_went(tmp_path: Path) -> None:
    result = run("build", make_folder(tmp_path / "m", items()), "-o", tmp_path / "pack.pdf", "--json")
    record = json.loads(result.stdout)
    assert record["total_pages"] == 10
    ranges = {item["number"]: (item["first_page"], item["last_page"]) for item in record["items"]}
    assert ranges == {"1": (None, None), "2": ("3", "6"), "3": ("7", "10")}
    reports = [report for item in record["items"] for report in item["reports"]]
    assert [(report["pages_in"], report["pages_out"]) for report in reports] == [(3, 3), (2, 2), (1, 1)]
    assert record["seconds"] > 0


def test_a_missing_report_stops_the_build_by_name_and_a_draft_goes_on(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    (folder / "reports" / "budget.pdf").unlink()
    result = run("build", folder)
    assert result.exit_code == 7
    assert "Item 3 “Budget”: the file “budget.pdf” is not there." in result.stderr
    assert "The pack was not built: one thing would make it wrong. Mend it, or build a draft." in result.stderr
    assert not list(folder.glob("*.pdf"))
    draft = run("build", folder, "--draft", "-o", tmp_path / "draft.pdf")
    assert draft.exit_code == 0, draft.output
    texts = [page.extract_text() for page in PdfReader(tmp_path / "draft.pdf").pages]
    assert all("DRAFT" in text for text in texts if "intentionally left blank" not in text)
    assert "Missing from this draft: Budget" in texts[6]
    (record,) = tmp_path.glob("draft.record.json")
    budget = json.loads(record.read_text(encoding="utf-8"))["items"][2]["reports"][0]
    assert (budget["state"], budget["pages_in"], budget["first_page"]) == ("missing", 0, "7")


def test_checks_say_by_how_much_a_reports_own_page_numbers_are_off(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    make_report(folder / "reports" / "budget.pdf", 2, "See page 2 of this report")
    assert "page 1 of the report is page 7 of the pack, so add 6 to its numbers" in run("check", folder).stdout
    (folder / "reports" / "minutes.pdf").unlink()
    assert "so add 6" not in run("check", folder).stdout


def test_a_build_that_is_stopped_leaves_the_last_pack_as_it_was(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    out = tmp_path / "pack.pdf"
    run("build", folder, "-o", out)
    before = out.read_bytes()
    (folder / "reports" / "budget.pdf").write_bytes(b"<html>not found</html>")
    assert run("build", folder, "-o", out).exit_code == 7
    assert out.read_bytes() == before


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    for name in ("one.pdf", "two.pdf"):
        assert run("build", folder, "-o", tmp_path / name).exit_code == 0
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


@pytest.mark.parametrize("restricted", ["item", "report"])
def test_anything_exempt_makes_two_packs_whose_names_tell_them_apart(tmp_path: Path, restricted: str) -> None:
    folder = with_a_sale(tmp_path, restricted)
    result = run("build", folder, "-o", tmp_path / "pack.pdf")
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in tmp_path.glob("*.pdf")) == ["pack-members.pdf", "pack-public.pdf"]
    members = [page.extract_text() for page in PdfReader(tmp_path / "pack-members.pdf").pages]
    marked = [number for number, text in enumerate(members, 1) if "not for publication" in text]
    assert set(marked) >= {5, 6}
    assert not set(marked) & {3, 4}
    assert "paragraph 3" in members[4]
    public = [page.extract_text() for page in PdfReader(tmp_path / "pack-public.pdf").pages]
    assert "Pages 5 - 6 are not for publication" in " ".join(public[4].split())


def with_a_sale(tmp_path: Path, restricted: str = "item") -> Path:
    exempt = {"access": "exempt", "paragraphs": [3]}
    make_report(tmp_path / "m" / "reports" / "sale.pdf", 2)
    report = {"file": "reports/sale.pdf", **(exempt if restricted == "report" else {})}
    item = {"title": "Land sale", "reports": [report], **(exempt if restricted == "item" else {})}
    return make_folder(tmp_path / "m", [{"title": "Minutes", "reports": [("minutes", 2)]}, item])


@pytest.mark.parametrize("audience", ["public", "members"])
def test_one_pack_can_be_asked_for_by_name(tmp_path: Path, audience: str) -> None:
    folder = with_a_sale(tmp_path)
    result = run("build", folder, "--audience", audience, "-o", tmp_path / "pack.pdf")
    assert result.exit_code == 0, result.output
    assert [file.name for file in tmp_path.glob("*.pdf")] == ["pack.pdf"]
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "pack.pdf").pages)
    assert ("are not for publication" in text) == (audience == "public")


def test_a_members_copy_carries_the_readers_name_and_the_public_pack_never_does(tmp_path: Path) -> None:
    folder = with_a_sale(tmp_path)
    result = run("build", folder, "--reader", "Cllr R Penhaligon", "-o", tmp_path / "pack.pdf")
    assert result.exit_code == 0, result.output
    members = [page.extract_text() for page in PdfReader(tmp_path / "pack-members.pdf").pages]
    assert all("Penhaligon" in text for text in members)
    assert b"Penhaligon" not in (tmp_path / "pack-public.pdf").read_bytes()


def test_both_packs_go_into_a_folder_and_the_public_record_names_no_exempt_file(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = run("build", with_a_sale(tmp_path), "--audience", "both", "-o", out, "--json")
    assert result.exit_code == 0, result.output
    records = json.loads(result.stdout)["packs"]
    assert [record["audience"] for record in records] == ["members", "public"]
    (members,) = out.glob("*-members.pdf")
    (public,) = out.glob("*-public.pdf")
    assert "sale.pdf" in members.with_name(f"{members.stem}.record.json").read_text("utf-8")
    assert "sale" not in public.with_name(f"{public.stem}.record.json").read_text("utf-8").replace("Land sale", "")


def test_the_public_record_repeats_no_finding_that_quotes_what_is_exempt(tmp_path: Path) -> None:
    sale = {"title": "Sale to Quillfeather", "public_title": "A sale", "number": "1", "access": "exempt"}
    speaker = [{"name": "Jon Quillfeather", "role": "Head of Property"}]
    public = {"title": "Rents", "number": "1", "contributors": [{"name": "John Quillfeather"}]}
    folder = make_folder(tmp_path / "m", [{**sale, "paragraphs": [3], "contributors": speaker}, public])
    run("build", folder, "-o", tmp_path / "packs")
    members, told = (
        {finding["code"] for finding in json.loads(record.read_text("utf-8"))["findings"]}
        for record in sorted((tmp_path / "packs").glob("*.json"))
    )
    assert members >= {"number-twice", "person-spelling", "time-none"}
    assert "Sale to" not in (tmp_path / "packs" / f"{PACK}-public.record.json").read_text("utf-8")
    assert "person-spelling" not in told
    assert "time-none" in told


def test_check_names_what_is_missing_and_its_exit_code_says_if_it_stops_a_build(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items(), contact={})
    result = run("check", folder)
    assert result.exit_code == 0
    assert "Look at: The agenda does not say whom to ask about the meeting." in result.stdout
    (folder / "reports" / "minutes.pdf").unlink()
    blocked = run("check", folder, "--json")
    assert blocked.exit_code == 7
    assert json.loads(blocked.stdout)["findings"][0]["severity"] == "blocker"


def test_a_build_names_what_to_look_at_and_only_counts_the_notes(tmp_path: Path) -> None:
    result = run("build", make_folder(tmp_path / "m", items(), venue=""))
    assert "Look at: The meeting has no venue. Enter it." in result.stdout
    assert " notes: “agendabuilder check” lists them." in result.stdout
    assert "has no tags" not in result.stdout


def test_show_prints_the_agenda_as_text(tmp_path: Path) -> None:
    result = run("show", make_folder(tmp_path / "m", items()))
    assert "Norbury Council Housing Committee" in result.stdout
    assert "Thursday 4 March 2027" in result.stdout
    assert "[Appendix]" in result.stdout


def test_a_wrong_file_is_refused_with_its_place_also_as_json(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "A", "start": "noon"}])
    result = run("build", folder, "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["error"]["place"] == "items[0].start"
    assert "meeting.agenda: items[0].start: this must be a 24-hour time" in result.stderr


def test_a_folder_without_a_meeting_is_refused_in_a_sentence(tmp_path: Path) -> None:
    result = run("build", tmp_path)
    assert result.exit_code == 4
    assert "holds no meeting" in result.stderr


def test_every_template_makes_a_meeting_that_builds_at_once(tmp_path: Path) -> None:
    listed = [line.split()[0] for line in run("templates").stdout.splitlines()]
    assert len(listed) >= 8
    for template in listed:
        folder = tmp_path / template
        made = run("new", folder, "--template", template, "--date", "2027-03-04", "--organisation", "Norbury Council")
        assert made.exit_code == 0, made.output
        built = run("build", folder, "-o", folder / "pack.pdf")
        assert built.exit_code == 0, built.output
        text = "".join(page.extract_text() for page in PdfReader(folder / "pack.pdf").pages)
        assert ("Dydd Iau 4 Mawrth 2027" if "cymraeg" in template else "Thursday 4 March 2027") in text


def test_new_refuses_an_unknown_template_and_a_folder_that_is_taken(tmp_path: Path) -> None:
    unknown = run("new", tmp_path / "m", "--template", "quango", "--date", "2027-03-04")
    assert unknown.exit_code == 6
    assert "There is no template “quango”." in unknown.stderr
    folder = make_folder(tmp_path / "taken", [])
    assert run("new", folder, "--template", "cabinet", "--date", "2027-03-04").exit_code == 4


def test_a_date_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert run("new", tmp_path / "m", "--template", "cabinet", "--date", "2027-02-30").exit_code == 2


def test_the_sample_is_copied_and_its_pack_built(tmp_path: Path) -> None:
    result = run("sample", tmp_path / "sample")
    assert result.exit_code == 0, result.output
    (pack,) = (tmp_path / "sample").glob("*.pdf")
    assert 55 <= len(PdfReader(pack).pages) <= 90


def test_it_runs_as_a_module_and_says_nothing_but_the_result_when_piped(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "m", items())
    done = subprocess.run(
        [sys.executable, "-m", "agendabuilder", "build", str(folder)], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    assert "every page accounted for" in done.stdout


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "Tŷ".encode()),
        ({"PYTHONIOENCODING": "cp1252"}, b"T?"),
    ],
)
def test_letters_that_an_encoding_lacks_stop_nothing(
    tmp_path: Path, environment: dict[str, str], expected: bytes
) -> None:
    folder = make_folder(tmp_path / "m", [{"title": "Tŷ"}])
    command = [sys.executable, "-m", "agendabuilder", "show", str(folder)]
    shown = subprocess.run(command, capture_output=True, check=False, env={**os.environ, **environment})
    assert shown.returncode == 0, shown.stderr
    assert expected in shown.stdout
