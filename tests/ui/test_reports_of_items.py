"""Reports in the window: dropped, announced, ordered, replaced, removed."""

from pathlib import Path

from making import make_folder, make_report
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui.acting import choose_item, click, drop_files, field, menu_action, press, type_into

from agendabuilder.domain.edits import change_report
from agendabuilder.ui.agenda.report_commands import FILE_KINDS
from agendabuilder.ui.pieces.rows import MARKS
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.work.tasks import Tasks


def reports(window: MainWindow) -> list[str]:
    """The titles in the list of the selected item's reports."""
    model = window.pages.item.reports.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose_report(window: MainWindow, row: int) -> None:
    view = window.pages.item.reports.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(row, 0)).center()
    )


def test_files_dropped_on_the_editor_are_reports_of_the_item(window: MainWindow, tmp_path: Path) -> None:
    choose_item(window, "Questions")
    drop_files(window.pages.item, [make_report(tmp_path / "Public questions.pdf", 2)])
    assert reports(window) == ["Public questions"]
    assert (tmp_path / "meeting" / "reports" / "Public questions.pdf").is_file()
    assert window.workspace.history.undo_name == "Add report to item 4"


def test_files_dropped_on_the_tree_find_their_items_by_number(window: MainWindow, tmp_path: Path) -> None:
    files = [make_report(tmp_path / name, 1) for name in ("3a Damp survey.pdf", "Item 4 - Petition.pdf")]
    tree = window.agenda.tree
    drop_files(tree.viewport(), files, QPointF(100, tree.viewport().height() - 4))
    by_item = {item.title: [report.title for report in item.reports] for item in window.workspace.meeting.all_items()}
    assert by_item["Damp"] == ["Damp survey"]
    assert by_item["Questions"] == ["Petition"]
    assert window.workspace.history.undo_name == "Add 2 reports"


def test_a_file_that_finds_no_item_can_be_added_to_the_selected_one(window: MainWindow, tmp_path: Path) -> None:
    choose_item(window, "Questions")
    window.reports.take_in([make_report(tmp_path / "Something.pdf", 1)])
    assert "“Something.pdf” finds no item" in window.messages.text
    click(window.messages, "Add to item 4")
    assert reports(window) == ["Something"]
    assert window.messages.text == ""


def test_the_file_that_an_item_waits_for_takes_the_place_of_the_announcement(
    window: MainWindow, tmp_path: Path
) -> None:
    choose_item(window, "Questions")
    menu_action(window, "Report > Report to follow").trigger()
    type_into(field(window, "Report title"), "Answers")
    drop_files(window.pages.item, [make_report(tmp_path / "late.pdf", 1)])
    assert reports(window) == ["Answers"]
    report = next(iter(window.workspace.selected_item.reports))
    assert report.file == "reports/late.pdf"
    assert report.to_follow is None


def test_reports_are_ordered_by_dragging_and_by_keys(window: MainWindow) -> None:
    choose_item(window, "Repairs")
    model = window.pages.item.reports.view.model()
    data = model.mimeData([model.index(0, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, QModelIndex())
    assert reports(window) == ["Appendix", "Repairs"]
    choose_report(window, 1)
    press(window, "Ctrl+Shift+Up")
    assert reports(window) == ["Repairs", "Appendix"]


def test_a_report_becomes_one_to_follow_with_owner_and_date(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    choose_report(window, 0)
    paper = field(window, "Paper")
    assert not field(window, "From").isVisible()
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_T)
    type_into(field(window, "From"), "Committee clerk")
    due = field(window, "Due")
    assert due.text() == "Not set"
    model = window.pages.item.reports.view.model()
    assert [mark.words for mark in model.index(0, 0).data(MARKS)] == ["To follow · Committee clerk"]


def test_removing_a_report_keeps_its_file(window: MainWindow, folder: Path) -> None:
    choose_item(window, "Minutes")
    choose_report(window, 0)
    QTest.keyClick(window.pages.item.reports.view, Qt.Key.Key_Delete)
    assert reports(window) == []
    assert (folder / "reports" / "minutes.pdf").is_file()
    choose_item(window, "Questions")
    press(window, "Ctrl+Z")
    assert reports(window) == ["Minutes"]
    assert field(window, "Report title").text() == "Minutes"


def test_a_file_is_replaced_and_the_title_stays(window: MainWindow, tmp_path: Path) -> None:
    choose_item(window, "Minutes")
    choose_report(window, 0)
    window.reports.replace(make_report(tmp_path / "minutes.pdf", 5))
    report = window.workspace.selected_item.reports[0]
    assert (report.title, report.file) == ("Minutes", "reports/minutes 2.pdf")


def test_a_file_that_cannot_be_read_is_said_by_name(window: MainWindow, tmp_path: Path) -> None:
    choose_item(window, "Minutes")
    bad = tmp_path / "locked.pdf"
    bad.write_text("x")
    (tmp_path / "meeting" / "reports").rename(tmp_path / "meeting" / "elsewhere")
    (tmp_path / "meeting" / "reports").write_text("a file in the way")
    window.reports.take_in([bad], window.workspace.selected_item_id)
    assert "“locked.pdf” could not be copied" in window.messages.text


def test_the_pages_of_the_selected_report_are_shown_small_with_their_numbers(window: MainWindow) -> None:
    strip = window.pages.item.reports.strip
    assert not strip.isVisible()
    choose_item(window, "Minutes")
    choose_report(window, 0)
    window.preview.watch.refresh()
    assert field(window, "Pages of Minutes").isVisible()
    assert strip.labels == ["3", "4", "5"]
    picture = strip.picture(0)
    assert picture.height() > picture.width()
    type_into(field(window, "Pages to take"), "2-3")
    window.preview.watch.refresh()
    assert strip.labels == ["3", "4"]
    strip.setFocus()
    strip.setCurrentIndex(strip.model().index(1, 0))
    QTest.keyClick(strip, Qt.Key.Key_Return)
    assert window.preview.view.sheet == 4


def test_a_report_of_any_kind_says_what_its_file_is(window: MainWindow, folder: Path) -> None:
    text = folder / "reports" / "minutes.txt"
    text.write_text("The meeting opened at ten.", encoding="utf-8")
    choose_item(window, "Minutes")
    choose_report(window, 0)
    window.workspace.edit("Replace", change_report, window.workspace.selected_report_id, file="reports/minutes.txt")
    window.preview.watch.refresh()
    model = window.pages.item.reports.view.model()
    line = model.index(0, 0).data(MARKS)[0].words
    assert line.startswith("Text · 1 page")
    assert line.endswith("minutes.txt")
    assert window.pages.item.reports.strip.labels == ["3"]


def test_the_pages_of_a_report_are_turned_and_fitted_to_a4(window: MainWindow) -> None:
    choose_item(window, "Minutes")
    choose_report(window, 0)
    turn = field(window, "Turn pages")
    turn.setFocus()
    QTest.keyClick(turn, Qt.Key.Key_U)
    click(window.pages.item.report, "Made smaller or larger to fit A4")
    type_into(field(window, "Why it is late"), "The figures came on Friday.")
    report = window.workspace.selected_item.reports[0]
    assert (report.turn, report.fit_to_a4, report.late_reason) == (180, True, "The figures came on Friday.")


def test_files_of_every_kind_that_can_be_taken_in_are_offered() -> None:
    assert all(f"*{ending}" in FILE_KINDS for ending in (".pdf", ".docx", ".odp", ".csv", ".heic", ".md"))


def test_files_that_are_copied_while_another_meeting_is_opened_stay_out_of_it(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.reports.tasks = Tasks()
    window.reports.take_in([make_report(tmp_path / "Late.pdf", 1)], window.workspace.meeting.items[0].id)
    window.files.open_folder(make_folder(tmp_path / "next", [{"title": "Apologies"}]))
    qtbot.waitUntil(lambda: not window.reports.tasks.running, timeout=10_000)
    assert not list(window.workspace.meeting.all_reports())
    window.reports.tasks.stop()
