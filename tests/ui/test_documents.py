"""The agenda is saved for the web, for Word and for a spreadsheet, and draft minutes for Word."""

from collections.abc import Callable
from pathlib import Path

import pytest
from making import make_folder
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from ui.acting import click, menu_action

from agendabuilder.domain.edits import change_item
from agendabuilder.domain.item import Access
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.work.tasks import Tasks

Make = Callable[[Path], MainWindow]


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the clerk wants the page."""
    page = tmp_path / "agenda.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), ""))
    return page


def save(window: MainWindow) -> None:
    menu_action(window, "Meeting > Save the agenda as a web page").trigger()


def test_the_page_is_saved_with_what_is_on_the_screen(make_window: Make, folder: Path, asked: Path) -> None:
    window = make_window(folder)
    item = window.workspace.meeting.items[3]
    window.workspace.edit("Change title", change_item, item.id, title="Questions from the public")
    save(window)
    assert "Questions from the public" in asked.read_text("utf-8")
    assert "saved as “agenda.html”" in window.messages.text
    assert "which is yet to be built" in window.messages.text
    assert window.workspace.is_saved


def test_it_is_the_publics_version_where_something_is_exempt(make_window: Make, tmp_path: Path, asked: Path) -> None:
    items = [
        {"title": "Apologies"},
        {
            "title": "The sale of Millgate Yard",
            "access": "exempt",
            "paragraphs": [3],
            "public_title": "Land",
            "reports": [("land", 1)],
        },
    ]
    window = make_window(make_folder(tmp_path / "m", items))
    assert window.workspace.meeting.items[1].access is Access.EXEMPT
    save(window)
    assert "It is the public's version" in window.messages.text
    assert "Millgate" not in asked.read_text("utf-8")


@pytest.mark.parametrize(
    ("version", "holds", "said"),
    [
        ("The public's version", b"Land", "It is the public's version, without what is exempt or confidential."),
        ("The members' version", b"Millgate", "It is the members' version, which may not be published."),
    ],
)
def test_where_something_is_exempt_the_clerk_chooses_whose_table_it_is(
    make_window: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, holds: bytes, said: str
) -> None:
    exempt = {"title": "The sale of Millgate Yard", "access": "exempt", "paragraphs": [3], "public_title": "Land"}
    offered = []

    def ask(*given: str) -> tuple[str, str]:
        offered.append(Path(given[2]).stem)
        return str(tmp_path / "t.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = make_window(make_folder(tmp_path / "m", [{**exempt, "reports": [("land", 1)]}]))
    menu_action(window, "Meeting > Save the agenda table for a spreadsheet").trigger()
    assert window.messages.text == "Some of the business is not for publication. Whose version do you want?"
    assert not offered
    click(window.messages, version)
    assert offered[0].endswith("-public" if holds == b"Land" else "-members")
    assert holds in (tmp_path / "t.csv").read_bytes()
    assert (b"Millgate" in (tmp_path / "t.csv").read_bytes()) == (holds == b"Millgate")
    assert window.messages.text.endswith(said)


@pytest.mark.usefixtures("asked")
def test_the_message_is_of_the_meeting_that_was_written_whichever_is_open_by_then(
    make_window: Make, tmp_path: Path, folder: Path, qtbot: QtBot
) -> None:
    items = [{"title": "Land", "access": "exempt", "paragraphs": [3], "reports": [("land", 1)]}]
    window = make_window(make_folder(tmp_path / "m", items))
    window.tasks = Tasks()
    save(window)
    window.files.open_folder(folder)
    qtbot.waitUntil(lambda: not window.tasks.running, timeout=10_000)
    assert "It is the public's version" in window.messages.text
    window.tasks.stop()


@pytest.mark.parametrize(
    ("words", "name", "said"),
    [
        ("the agenda as a Word document", "a.docx", "The agenda is saved as “a.docx”."),
        ("draft minutes as a Word document", "m.docx", "The draft minutes are saved as “m.docx”."),
        ("the agenda table for a spreadsheet", "t.csv", "The table is saved as “t.csv”."),
    ],
)
def test_the_other_documents_are_saved_as_well(
    make_window: Make, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, name: str, said: str
) -> None:
    offered = []

    def ask(*given: str) -> tuple[str, str]:
        offered.append(Path(given[2]).suffix)
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window = make_window(folder)
    menu_action(window, f"Meeting > Save {words}").trigger()
    assert (tmp_path / name).stat().st_size > 100
    assert offered == [(tmp_path / name).suffix]
    assert window.messages.text == said


def test_what_stops_it_is_said(make_window: Make, folder: Path, asked: Path) -> None:
    (folder / "reports" / "minutes.pdf").unlink()
    window = make_window(folder)
    save(window)
    assert window.messages.text
    assert "saved as" not in window.messages.text
    assert not asked.exists()
