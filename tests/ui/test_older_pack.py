"""A pack that was made before is looked through when the clerk asks, and the bar above the work says what was found."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from ui.acting import click, menu_action

from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.store.build_record import record_file
from agendabuilder.ui.window.main_window import MainWindow

Check = Callable[[MainWindow, Path], str]


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Choose the command and the pack; what the window says then."""

    def choose(window: MainWindow, pack: Path) -> str:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(pack), ""))
        menu_action(window, "Pack > Check a pack that was made before").trigger()
        return window.messages.text

    return choose


@pytest.fixture
def pack(window: MainWindow) -> Path:
    """The pack of the open meeting, built by the clerk."""
    menu_action(window, "Pack > Build pack").trigger()
    built = window.build_bar.pack
    assert built is not None
    return built.file


def change(pack: Path, act: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        act(pdf)
        pdf.save(pack)


def test_of_a_good_pack_it_is_said_that_nothing_is_to_be_mended(window: MainWindow, pack: Path, check: Check) -> None:
    assert check(window, pack) == f"“{pack.name}” was looked through from cover to cover: nothing to mend."


def test_a_pack_is_checked_without_its_meeting_being_open(window: MainWindow, pack: Path, check: Check) -> None:
    menu_action(window, "Meeting > Close meeting").trigger()
    assert not window.is_working
    assert "nothing to mend" in check(window, pack)


def test_a_pack_that_another_program_has_changed_is_told_and_can_be_copied(
    window: MainWindow, pack: Path, check: Check
) -> None:
    change(pack, lambda pdf: pdf.pages[0].rotate(90, relative=True))
    said = check(window, pack)
    assert "from cover to cover: 1 to look at." in said
    assert f"•  “{pack.name}” is not as it was built" in said
    click(window.messages, "Copy as text")
    assert QGuiApplication.clipboard().text() == said


def test_a_fault_of_the_program_is_told_with_what_to_do(window: MainWindow, pack: Path, check: Check) -> None:
    built = fingerprint_of(pack)
    change(pack, lambda pdf: pdf.pages[0].obj.Contents.append(pdf.make_stream(b" <41 ( ")))
    record = record_file(pack)
    record.write_text(record.read_text("utf-8").replace(built, fingerprint_of(pack)), "utf-8")
    said = check(window, pack)
    assert "The finished pack has a fault that is not yours: Page 1 is damaged" in said
    assert "Do not publish it." in said
    assert "nothing to mend" not in said


def test_a_pdf_that_is_no_pack_of_ours_is_said_to_have_no_record(
    window: MainWindow, folder: Path, check: Check
) -> None:
    said = check(window, folder / "reports" / "repairs.pdf")
    assert "There is no record of how “repairs.pdf” was built" in said
    assert "Choose the pack in the folder" in said
