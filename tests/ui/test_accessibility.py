"""A pack that everybody can read: what is missing, who is asked, alternate texts, and the order of reading."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from making import make_folder
from pack.tagged_making import make_tagged
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTabWidget, QTreeWidget
from pytestqt.qtbot import QtBot
from ui.acting import click, field, menu_action, press, type_into

from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.window.main_window import MainWindow

Make = Callable[[Path], MainWindow]


def place_picture(pdf: Pdf) -> None:
    """The first picture says where it lies."""
    figure = next(kid for kid in pdf.Root.StructTreeRoot.K.K if Name.Figure == kid.S)
    figure.A = Dictionary(O=Name.Layout, BBox=Array([100, 600, 300, 650]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A meeting with a tagged report whose two pictures have no alternate text, a plain report, and a scan."""
    items = [
        {"title": "Apologies"},
        {"title": "Roofs", "reports": [{"title": "Slates", "file": "slates.pdf"}, ("plain", 1)]},
        {"title": "Letters", "reports": [{"title": "A letter", "file": "letter.png"}]},
    ]
    place = make_folder(tmp_path / "m", items)
    make_tagged(place / "slates.pdf", 2, ("H1", "P", "Figure"), place_picture)
    Image.new("L", (600, 800), 120).save(place / "letter.png")
    return place


@pytest.fixture
def window(make_window: Make, folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the page on accessibility open, and everything looked at."""
    window = make_window(folder)
    qtbot.waitUntil(lambda: window.preview.plan is not None)
    menu_action(window, "Pack > Accessibility").trigger()
    qtbot.waitUntil(lambda: listing(window).count() == 4)
    return window


def listing(window: MainWindow) -> QListWidget:
    found: QListWidget = field(window, "Accessibility of the reports")
    return found


def choose(window: MainWindow, report: str) -> None:
    """Click the row of a report."""
    rows = listing(window)
    entry = next(rows.item(row) for row in range(rows.count()) if rows.item(row).text().startswith(report))
    rows.scrollToItem(entry)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualItemRect(entry).center())


def turn_to(window: MainWindow, words: str) -> None:
    """Turn to one of the views of the chosen report."""
    views = window.pages.access.findChild(QTabWidget)
    assert views is not None
    views.setCurrentIndex(next(place for place in range(3) if views.tabText(place).startswith(words)))


def said(window: MainWindow) -> str:
    """All that the page says in labels that are seen."""
    return "\n".join(label.text() for label in window.pages.access.findChildren(QLabel) if label.isVisible())


def reading_lines(window: MainWindow) -> list[str]:
    return window.pages.access.order.lines


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Until the preview shows what was typed."""
    qtbot.waitUntil(lambda: window.preview.is_settled and not window.preview.watch.is_busy)


def test_every_report_is_listed_with_its_state_in_words(window: MainWindow) -> None:
    rows = [listing(window).item(row).text() for row in range(4)]
    assert rows == [
        "The agenda's own pages\nTagged by Agenda Builder",
        "Slates\nItem 2 · Tagged, with gaps",
        "Plain\nItem 2 · Not tagged",
        "A letter\nItem 3 · Scanned, with pages that hold no text",
    ]
    assert "In 3 of 3 reports something is missing" in said(window)


def test_a_click_on_a_report_says_what_is_wrong_and_goes_to_it(window: MainWindow) -> None:
    choose(window, "Slates")
    assert "2 pictures have no alternate text" in said(window)
    assert "In the pack: its tags are kept" in said(window)
    report = window.workspace.meeting.items[1].reports[0]
    assert window.workspace.selected_report_id == report.id
    assert window.pages.page is Page.ACCESS
    plan = window.preview.plan
    assert plan is not None
    assert window.preview.view.sheet == plan.reports[report.id].sheet


def test_what_to_ask_goes_to_the_clipboard_for_one_author_or_for_all(window: MainWindow) -> None:
    choose(window, "Plain")
    click(window.pages.access, "Copy for the author")
    assert QGuiApplication.clipboard().text().startswith("Your report “plain.pdf”")
    click(window.pages.access, "Copy statement")
    text = QGuiApplication.clipboard().text()
    assert "slates.pdf" in text
    assert "letter.png" in text
    assert "In the pack: its tags are kept" in text


def test_a_report_that_is_selected_elsewhere_is_chosen_here(window: MainWindow) -> None:
    item = window.workspace.meeting.items[2]
    window.workspace.select(item.id, item.reports[0].id)
    assert listing(window).currentRow() == 3
    assert "pictures without text" in said(window) or "is a picture without text" in said(window)


def test_an_alternate_text_is_typed_beside_its_picture_and_goes_into_the_pack(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Slates")
    turn_to(window, "Alternate texts (2)")
    place = window.workspace.plan and window.workspace.plan.reports[window.workspace.selected_report_id]
    assert place
    line = field(window, f"Alternate text, picture 2 of 2, page {int(place.first) + 1}")
    window.preview.view.go_to(1)
    type_into(line, "Three slates are missing", enter=False)
    assert window.preview.view.sheet == place.sheet + 1
    assert window.workspace.meeting.items[1].reports[0].alt_texts == ("", "Three slates are missing")
    settle(window, qtbot)
    window.build_bar.build()
    assert window.build_bar.pack is not None
    with pikepdf.open(window.build_bar.pack.file) as pack:
        alts = [str(each.Alt) for each in pack.objects if isinstance(each, Dictionary) and "/Alt" in each]
    assert "Three slates are missing" in alts
    press(window, "Ctrl+Z")
    assert window.workspace.meeting.items[1].reports[0].alt_texts == ()
    assert line.text() == ""


def test_reports_without_pictures_to_describe_say_so(window: MainWindow) -> None:
    turn_to(window, "Alternate texts")
    assert "The agenda's own pictures" in said(window)
    choose(window, "Plain")
    assert "Alternate texts need a report with tags" in said(window)


def test_the_order_of_reading_is_a_tree_that_leads_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Slates")
    press(window, "Ctrl+7")
    qtbot.waitUntil(lambda: bool(reading_lines(window)))
    lines = reading_lines(window)
    assert "  Part: Slates" in lines
    assert "    Heading 1: S1 H1" in lines
    assert "    Picture: No alternate text" in lines
    tree: QTreeWidget = field(window, "Order of reading")
    found = tree.findItems("S2 P", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 1)
    tree.setCurrentItem(found[0])
    plan = window.preview.plan
    assert plan is not None
    assert window.preview.view.sheet == plan.reports[window.workspace.selected_report_id].sheet + 1
    choose(window, "The agenda")
    qtbot.waitUntil(lambda: any("Header cell" in line for line in reading_lines(window)))
    assert window.preview.view.sheet == 1


def test_the_page_follows_what_changes(window: MainWindow, qtbot: QtBot) -> None:
    item = window.workspace.meeting.items[2]
    window.workspace.select(item.id, item.reports[0].id)
    menu_action(window, "Report > Remove report").trigger()
    qtbot.waitUntil(lambda: listing(window).count() == 3)


def test_the_page_goes_with_its_meeting(window: MainWindow, folder: Path) -> None:
    window.files.close()
    window.files.open_folder(folder)
    assert window.pages.page is Page.ITEM


def test_the_tab_counts_the_alternate_texts_that_are_still_to_be_written(window: MainWindow, qtbot: QtBot) -> None:
    choose(window, "Slates")
    turn_to(window, "Alternate texts (2)")
    place = window.workspace.plan and window.workspace.plan.reports[window.workspace.selected_report_id]
    assert place
    type_into(field(window, f"Alternate text, picture 1 of 2, page {place.first}"), "A roof", enter=False)
    turn_to(window, "Alternate texts (1)")
    turn_to(window, "What is missing")
    settle(window, qtbot)
    qtbot.waitUntil(lambda: "you described 1 of 2 pictures" in said(window))


def test_nothing_of_one_meeting_can_be_copied_or_written_in_the_next(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page = window.pages.access

    def places_to_write() -> int:
        return sum(line.isVisibleTo(page) for line in page.findChildren(QLineEdit))

    choose(window, "Slates")
    turn_to(window, "Alternate texts (2)")
    qtbot.waitUntil(lambda: places_to_write() == 2)
    window.files.open_folder(make_folder(tmp_path / "next", [{"title": "Apologies"}]))
    assert places_to_write() == 0
    assert "2 pictures" not in said(window)


def test_without_reports_there_is_no_statement_to_copy(make_window: Callable[..., MainWindow], tmp_path: Path) -> None:
    window = make_window(make_folder(tmp_path / "empty", [{"title": "Apologies"}]))
    press(window, "Ctrl+6")
    copy = next(each for each in window.pages.access.findChildren(QPushButton) if each.text() == "Copy statement")
    assert not copy.isEnabled()
