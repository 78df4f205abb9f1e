"""The validator looks at a finished pack once: not again at the same bytes, nor at each preview of new wording."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pack.pack_making import HOUSING, make_contents, make_pack

from agendabuilder.domain.item import Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.assemble import assemble_pack
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress

page = pytest.importorskip("page", reason="the validator is not installed")

Make = Callable[..., bytes]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that the validator was shown so far."""
    seen: list[str] = []
    validate = page.validate_pdf

    def watched(path: str, **options: str) -> object:
        seen.append(path)
        return validate(path, **options)

    monkeypatch.setattr(page, "validate_pdf", watched)
    return seen


@pytest.fixture
def make(tmp_path: Path, looks: list[str]) -> Make:
    """Makes a proven pack, or its preview, with one report that passes, and says what bytes it has."""
    make_pack(tmp_path, [("Minutes", [])], name="clean.pdf")
    looks.clear()

    def made(meeting: Meeting = HOUSING, is_preview: bool = False) -> bytes:
        contents = make_contents(tmp_path, [("Papers", [Report(file="clean.pdf")])], meeting)
        out = tmp_path / "pack.pdf"
        assembled = assemble_pack(contents, out, tmp_path / "cache", SilentProgress(), is_preview=is_preview)
        verify_pack(out, contents, assembled, SilentProgress())
        with pikepdf.open(out) as pdf:
            assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
        return out.read_bytes()

    return made


def test_a_pack_whose_preview_passed_is_not_asked_again(make: Make, looks: list[str]) -> None:
    shown = make(is_preview=True)
    assert make() == shown
    assert len(looks) == 1


def test_new_wording_costs_a_preview_no_second_look_and_a_built_pack_one(make: Make, looks: list[str]) -> None:
    make()
    reworded = replace(HOUSING, venue="Town Hall")
    shown = make(reworded, is_preview=True)
    assert len(looks) == 1
    assert make(reworded) == shown
    assert len(looks) == 2
