"""`check` lists what the clerk lets stand apart from what is open."""

import json
from pathlib import Path

from click.testing import CliRunner
from making import make_folder

from agendabuilder.cli import main

NO_VENUE = {"code": "meeting-venue", "field": "venue", "sentence": "The meeting has no venue."}


def folder(path: Path, reason: str) -> str:
    return str(make_folder(path, [{"title": "Minutes"}], venue="", accepted=[{**NO_VENUE, "reason": reason}]))


def test_an_accepted_finding_is_printed_apart_with_its_reason(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", folder(tmp_path / "m", "The hall is being settled.")])
    opened, accepted = result.output.split("Accepted:")
    assert "no venue" not in opened
    assert "The meeting has no venue. Accepted because: The hall is being settled." in accepted


def test_accepted_findings_stand_apart_in_json(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["check", folder(tmp_path / "m", "Being settled."), "--json"])
    told = json.loads(result.stdout)
    assert "meeting-venue" not in [finding["code"] for finding in told["findings"]]
    assert [(each["finding"]["code"], each["reason"]) for each in told["accepted"]] == [
        ("meeting-venue", "Being settled.")
    ]
