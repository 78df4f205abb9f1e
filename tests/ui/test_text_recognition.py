"""The text of a scan is recognised when the clerk asks for it, and that can be taken back."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from making import make_folder, make_report
from PIL import Image
from pytestqt.qtbot import QtBot
from ui.acting import click, menu_action

from agendabuilder.reports.recognition import ocr
from agendabuilder.ui.window.main_window import MainWindow

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the program in its place is a script with a first line")

_PROGRAM = """#!{python} -S
import sys
from pathlib import Path
source, out = map(Path, sys.argv[-2:])
with_words = Path({with_words!r})
{acts}
"""
_SUCCEED = "out.write_bytes(with_words.read_bytes())"


@pytest.fixture
def window(make_window: Callable[[Path], MainWindow], tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The window with a scan selected that lies on its side and is turned."""
    reports = [{"title": "A letter", "file": "letter.png", "turn": 90}]
    folder = make_folder(tmp_path / "m", [{"title": "Letters", "reports": reports}])
    Image.new("L", (600, 800), 120).save(folder / "letter.png")
    window = make_window(folder)
    qtbot.waitUntil(lambda: bool(window.workspace.findings))
    item = window.workspace.meeting.items[0]
    window.workspace.select(item.id, item.reports[0].id)
    return window


@pytest.fixture
def in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a program that acts in some way in OCRmyPDF's place."""

    def put(acts: str) -> None:
        program = tmp_path / "ocrmypdf"
        with_words = str(make_report(tmp_path / "with words.pdf", 1))
        program.write_text(_PROGRAM.format(python=sys.executable, acts=acts, with_words=with_words), "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv(ocr.VARIABLE, str(program))

    return put


def report_file(window: MainWindow) -> str:
    return window.workspace.meeting.items[0].reports[0].file


def test_without_the_program_it_is_said_what_to_install(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ocr.VARIABLE, "")
    menu_action(window, "Report > Recognise text").trigger()
    assert "OCRmyPDF and Tesseract must be installed" in window.messages.text
    assert report_file(window) == "letter.png"


def test_the_copy_takes_the_scans_place_and_can_be_taken_back(
    window: MainWindow, in_its_place: Callable[[str], None]
) -> None:
    in_its_place(_SUCCEED)
    menu_action(window, "Report > Recognise text").trigger()
    assert report_file(window) == "reports/letter (text recognised).pdf"
    assert window.workspace.meeting.items[0].reports[0].turn == 0  # the copy is turned already
    assert "look through it" in window.messages.text
    click(window.messages, "Take it back")
    assert report_file(window) == "letter.png"
    assert window.workspace.meeting.items[0].reports[0].turn == 90


def test_taking_it_back_leaves_what_was_done_since(window: MainWindow, in_its_place: Callable[[str], None]) -> None:
    in_its_place(_SUCCEED)
    menu_action(window, "Report > Recognise text").trigger()
    menu_action(window, "Item > Add item").trigger()
    click(window.messages, "Take it back")
    assert report_file(window) == "letter.png"
    assert len(window.workspace.meeting.items) == 2


def test_what_is_offered_of_one_meeting_is_gone_in_the_next(
    window: MainWindow, in_its_place: Callable[[str], None], tmp_path: Path
) -> None:
    in_its_place(_SUCCEED)
    menu_action(window, "Report > Recognise text").trigger()
    menu_action(window, "Meeting > Save").trigger()
    assert window.messages.text
    window.files.open_folder(make_folder(tmp_path / "next", [{"title": "Apologies"}]))
    assert window.messages.text == ""


def test_the_finding_on_a_scan_offers_it(window: MainWindow, in_its_place: Callable[[str], None]) -> None:
    in_its_place(_SUCCEED)
    window.workspace.select(window.workspace.meeting.items[0].id)
    click(window.findings, "Show notes")
    offered = window.book.action("recognise_finding")
    for _ in window.workspace.findings:
        if offered.isVisible():
            break
        menu_action(window, "Pack > Next finding").trigger()
    assert offered.isEnabled()
    offered.trigger()
    assert report_file(window) == "reports/letter (text recognised).pdf"


def test_a_program_that_fails_leaves_the_report_as_it_was(
    window: MainWindow, in_its_place: Callable[[str], None]
) -> None:
    in_its_place("sys.exit(7)")
    menu_action(window, "Report > Recognise text").trigger()
    assert "Tesseract failed" in window.messages.text
    assert report_file(window) == "letter.png"
    menu_action(window, "Report > Recognise text").trigger()  # and it can be tried again
