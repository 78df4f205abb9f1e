"""The text of a scan is recognised when it is asked for; whatever the program does, the report stays as it was."""

import os
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from making import make_folder, make_report
from msoffcrypto.format.ooxml import OOXMLFile
from reports.made_office import word_file

from agendabuilder.app.recognise_text import can_recognise_text, recognise_report
from agendabuilder.domain.edits import change_report
from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.office import libreoffice
from agendabuilder.reports.recognition import ocr
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program in its place is a script with a first line")

_PROGRAM = """#!{python} -S
import sys, time
from pathlib import Path
source, out = map(Path, sys.argv[-2:])
with_words = Path({with_words!r})
with Path({notes!r}).open("a") as notes:
    print(*sys.argv[1:-2], file=notes)
{acts}
"""
_SUCCEED = "out.write_bytes(with_words.read_bytes())"

Put = Callable[[str], Path]


@pytest.fixture
def in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put a program that acts in some way in OCRmyPDF's place; returns where it notes how it was called."""

    def put(acts: str) -> Path:
        program, notes = tmp_path / "ocrmypdf", tmp_path / "called.txt"
        with_words = make_report(tmp_path / "with words.pdf", 3, "Many more words")
        places = {"notes": str(notes), "with_words": str(with_words)}
        program.write_text(_PROGRAM.format(python=sys.executable, acts=acts, **places), "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(ocr.VARIABLE, str(program))
        return notes

    return put


@pytest.fixture
def folder(tmp_path: Path) -> MeetingFolder:
    """A meeting whose second item, in Welsh, has a letter of three pages."""
    place = make_folder(
        tmp_path / "m",
        [
            {"title": "Apologies"},
            {"title": "Llythyr", "language": "cy", "reports": [{"id": "letter", "file": "reports/letter.pdf"}]},
        ],
    )
    make_report(place / "reports" / "letter.pdf", 3)
    return open_folder(place)


def recognised(folder: MeetingFolder, tmp_path: Path, progress: SilentProgress | None = None) -> str:
    return recognise_report(folder, folder.load(), "letter", tmp_path / "cache", progress or SilentProgress())


def test_a_copy_lies_beside_the_original_and_the_meeting_is_not_changed(
    folder: MeetingFolder, tmp_path: Path, in_its_place: Put
) -> None:
    called = in_its_place(_SUCCEED)
    before = folder.file.read_bytes()
    assert can_recognise_text()
    assert recognised(folder, tmp_path) == "reports/letter (text recognised).pdf"
    assert (folder.path / "reports" / "letter (text recognised).pdf").is_file()
    assert folder.file.read_bytes() == before
    assert "--skip-text" in called.read_text("utf-8")
    assert "--language cym+eng" in called.read_text("utf-8")


def test_an_item_without_a_language_of_its_own_is_in_the_meetings(tmp_path: Path, in_its_place: Put) -> None:
    called = in_its_place(_SUCCEED)
    letter = {"title": "Llythyr", "reports": [{"id": "letter", "file": "reports/letter.pdf"}]}
    place = make_folder(tmp_path / "m", [letter], look={"language": "cy"})
    make_report(place / "reports" / "letter.pdf", 3)
    recognised(open_folder(place), tmp_path)
    assert "--language cym+eng" in called.read_text("utf-8")


@pytest.mark.parametrize(
    ("acts", "said"),
    [
        ("sys.exit(3)", "not installed, such as Tesseract or the language"),
        ("sys.exit(15)", "ended with code 15"),
        ("pass", "ended with code 0"),
        (
            "sys.exit(\"program 'tesseract' could not be executed\")",
            "Tesseract, which OCRmyPDF needs, is not installed",
        ),
        (
            "print('requested languages: \\ncym\\nNote: most', file=sys.stderr); sys.exit(3)",
            "not learnt Welsh.*cym.train",
        ),
        ("out.write_bytes(source.read_bytes())", "No words were found"),
        ("out.write_bytes(b'%PDF-1.4 half')", "not the same pages"),
    ],
)
def test_a_program_that_fails_is_told_and_leaves_nothing(
    folder: MeetingFolder, tmp_path: Path, in_its_place: Put, acts: str, said: str
) -> None:
    in_its_place(acts)
    with pytest.raises(TextNotRecognisedError, match=said):
        recognised(folder, tmp_path)
    assert [path.name for path in (folder.path / "reports").iterdir()] == ["letter.pdf"]


def test_the_copy_of_a_locked_word_file_would_be_open_to_everybody(
    tmp_path: Path, in_its_place: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_its_place(_SUCCEED)
    monkeypatch.setenv(libreoffice.VARIABLE, "")
    report = {"id": "letter", "title": "A letter", "file": "letter.docx"}
    place = open_folder(make_folder(tmp_path / "m", [{"title": "Letters", "reports": [report]}]))
    with (place.path / "letter.docx").open("wb") as file:
        OOXMLFile(BytesIO(word_file(tmp_path / "letter.docx").read_bytes())).encrypt("Sesame", file)
    given = (place.load(), "letter", tmp_path / "cache", SilentProgress(), ("Sesame",))
    with pytest.raises(TextNotRecognisedError, match=r"opens only with a password.*Save it as a PDF"):
        recognise_report(place, *given)
    assert [path.name for path in place.path.rglob("*.pdf")] == []


def test_it_can_be_stopped(folder: MeetingFolder, tmp_path: Path, in_its_place: Put) -> None:
    in_its_place("time.sleep(60)")

    class Impatient(SilentProgress):
        def advance(self, _: int = 1) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        recognised(folder, tmp_path, Impatient())


def test_without_the_file_that_tells_which_way_up_a_page_is_it_goes_on(
    folder: MeetingFolder, tmp_path: Path, in_its_place: Put
) -> None:
    lacks = "if '--rotate-pages' in sys.argv: sys.exit('Error opening data file osd.traineddata')"
    called = in_its_place(f"{lacks}\n{_SUCCEED}")
    assert recognised(folder, tmp_path)
    assert ["--rotate-pages" in line for line in called.read_text("utf-8").splitlines()] == [True, False]


def test_the_cache_can_be_emptied_meanwhile(folder: MeetingFolder, tmp_path: Path, in_its_place: Put) -> None:
    """A report that is laid out anew lies in the cache, as a cleaned or converted one does."""
    in_its_place(f"import shutil; shutil.rmtree({str(tmp_path / 'cache' / 'clean')!r}); {_SUCCEED}")
    folder.save(change_report(folder.load(), "letter", turn=90))
    assert recognised(folder, tmp_path) == "reports/letter (text recognised).pdf"


def test_a_report_that_was_recognised_before_does_not_get_a_longer_and_longer_name(
    folder: MeetingFolder, tmp_path: Path, in_its_place: Put
) -> None:
    in_its_place(_SUCCEED)
    meeting = change_report(folder.load(), "letter", file="reports/letter (text recognised).pdf")
    make_report(folder.reports / "letter (text recognised).pdf", 3)
    made = recognise_report(folder, meeting, "letter", tmp_path / "cache", SilentProgress())
    assert made == "reports/letter (text recognised) 2.pdf"


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_a_program_that_only_a_terminal_knows_of_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    program = tmp_path / ".local" / "bin" / "ocrmypdf"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh", "utf-8")
    program.chmod(0o755)
    monkeypatch.delenv(ocr.VARIABLE, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", system)
    assert ocr.find_ocr() == program


def test_without_the_program_it_is_said_what_to_do(
    folder: MeetingFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ocr.VARIABLE, "")
    assert not can_recognise_text()
    with pytest.raises(TextNotRecognisedError, match="is not installed"):
        recognised(folder, tmp_path)
