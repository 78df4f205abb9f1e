"""The live preview: true pages, printed numbers, and clicks that lead on."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from held_files import hold_open_files
from making import make_report
from open_meetings import opened
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from agendabuilder.domain.edits import change_item, change_meeting, change_report
from agendabuilder.ui.preview.preview_panel import PreviewPanel
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = opened(tmp_path / "meeting")
    yield workspace
    workspace.close_meeting()


@pytest.fixture
def panel(workspace: Workspace, qtbot: QtBot) -> Iterator[PreviewPanel]:
    tasks = Tasks()
    panel = PreviewPanel(workspace, tasks)
    qtbot.addWidget(panel)
    panel.resize(700, 800)
    panel.show()
    panel.watch.refresh()
    settle(qtbot, panel)
    yield panel
    workspace.close_meeting()
    tasks.stop()


def settle(qtbot: QtBot, panel: PreviewPanel) -> None:
    qtbot.waitUntil(lambda: panel.is_settled, timeout=10_000)


def page_box(panel: PreviewPanel) -> QLineEdit:
    return panel.findChild(QLineEdit)


def click_row(qtbot: QtBot, panel: PreviewPanel, item_id: str, x: float) -> None:
    """Click on an item's row of the agenda, `x` points from the page's left edge."""
    row = panel._preview.rows[item_id]
    page = panel.view._layout.rect(row.page)
    height = panel.view._sizes[row.page - 1].height
    y = height - (row.rect[1] + row.rect[3]) / 2
    place = QPoint(
        int(page.left() + x * panel.view.zoom) - panel.view.horizontalScrollBar().value(),
        int(page.top() + y * panel.view.zoom) - panel.view.verticalScrollBar().value(),
    )
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_all_pages_are_there_with_their_printed_numbers(panel: PreviewPanel) -> None:
    assert panel.plan is not None
    assert [page.label for page in panel.plan.pages] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert page_box(panel).text() == "1"


def test_what_is_typed_is_on_the_page_a_moment_later(panel: PreviewPanel, workspace: Workspace, qtbot: QtBot) -> None:
    before = panel.view._pictures.picture(1).copy()
    workspace.edit("Change the title", change_item, workspace.meeting.items[0].id, title="Apologies and substitutes")
    settle(qtbot, panel)
    assert panel.view._pictures.picture(1) != before


def test_a_page_is_found_by_its_printed_number(panel: PreviewPanel, qtbot: QtBot) -> None:
    page_box(panel).selectAll()
    qtbot.keyClicks(page_box(panel), "7")
    qtbot.keyClick(page_box(panel), Qt.Key.Key_Return)
    assert panel.view.sheet == 7


def test_roman_numbers_of_an_uncounted_front_are_found(panel: PreviewPanel, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.edit("Change the counting", change_meeting, count_front=False)
    settle(qtbot, panel)
    assert panel.go_to_label("1")
    assert panel.view.sheet == 3
    assert panel.go_to_label("I")
    assert panel.view.sheet == 1


def test_a_number_that_is_not_there_is_said_to_be(panel: PreviewPanel, qtbot: QtBot) -> None:
    page_box(panel).selectAll()
    qtbot.keyClicks(page_box(panel), "99")
    qtbot.keyClick(page_box(panel), Qt.Key.Key_Return)
    assert panel.said == "There is no page 99: they run from 1 to 8."


def test_a_selected_report_is_shown(panel: PreviewPanel, workspace: Workspace) -> None:
    item = workspace.meeting.items[2]
    workspace.select(item.id, item.reports[0].id)
    assert panel.view.sheet == 7


def test_a_click_on_an_items_page_numbers_goes_to_its_papers(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    budget = workspace.meeting.items[1]
    click_row(qtbot, panel, budget.id, x=530)
    assert workspace.selected_item_id == budget.id
    assert panel.view.sheet == 3


def test_a_click_on_an_items_title_selects_it_and_stays(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    repairs = workspace.meeting.items[2]
    click_row(qtbot, panel, repairs.id, x=200)
    assert workspace.selected_item_id == repairs.id
    assert panel.view.sheet == 1


def test_pages_lie_in_pairs_as_in_a_printed_pack(panel: PreviewPanel) -> None:
    panel.view.set_two_up(True)
    layout = panel.view._layout
    assert layout.rect(2).top() == layout.rect(3).top()
    assert layout.rect(2).right() < layout.rect(3).left()
    assert layout.rect(1).left() == layout.rect(3).left()


def test_zoom_keeps_the_page_that_is_looked_at(panel: PreviewPanel) -> None:
    panel.go_to_label("5")
    before = panel.view.zoom
    panel.zoom_in()
    assert panel.view.zoom > before
    assert panel.view.sheet == 5


def test_the_plan_and_the_findings_on_files_reach_the_rest_of_the_window(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    assert workspace.plan == panel.plan
    report = workspace.meeting.items[1].reports[0]
    workspace.edit("Change the file", change_report, report.id, file="reports/gone.pdf")
    settle(qtbot, panel)
    assert "report-missing" in [finding.code for finding in workspace.findings]


def test_typing_during_a_build_is_shown_in_the_end(panel: PreviewPanel, workspace: Workspace, qtbot: QtBot) -> None:
    for number in range(5):
        workspace.edit("Change the venue", change_meeting, merge_key="venue", venue=f"Room {number}")
        panel.watch.refresh()
    settle(qtbot, panel)
    assert not panel.watch.is_busy


def test_closing_the_meeting_clears_the_desk(panel: PreviewPanel, workspace: Workspace, qtbot: QtBot) -> None:
    file = panel._preview.file
    workspace.close_meeting()
    settle(qtbot, panel)
    assert panel.plan is None
    qtbot.waitUntil(lambda: not file.exists())


@pytest.mark.skipif(sys.platform != "linux", reason="what is open is asked of Linux")
def test_no_edit_leaves_a_pack_behind_where_open_files_cannot_be_deleted(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_open_files(monkeypatch)
    for number in range(3):
        workspace.edit("Change the venue", change_meeting, venue=f"Room {number}")
        settle(qtbot, panel)
    shown = panel._preview.file
    qtbot.waitUntil(lambda: list(shown.parent.iterdir()) == [shown])


@pytest.mark.skipif(sys.platform != "linux", reason="what is open is asked of Linux")
def test_a_pack_that_another_reads_meanwhile_goes_with_the_next(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_open_files(monkeypatch)
    with panel._preview.file.open("rb"):
        workspace.edit("Change the venue", change_meeting, venue="Room 1")
        settle(qtbot, panel)
        qtbot.waitUntil(lambda: bool(panel._spent._left))
    workspace.edit("Change the venue", change_meeting, venue="Room 2")
    settle(qtbot, panel)
    shown = panel._preview.file
    qtbot.waitUntil(lambda: list(shown.parent.iterdir()) == [shown])


def test_a_report_that_changes_on_the_disk_is_shown_anew(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot
) -> None:
    assert workspace.folder is not None
    make_report(workspace.folder.reports / "repairs.pdf", 4, "The later report")
    qtbot.waitUntil(lambda: panel.plan is not None and panel.plan.total == 10, timeout=10_000)
    assert panel.said == "“repairs.pdf” has changed on the disk; the pages follow."


def test_a_report_that_is_taken_away_and_put_back_is_noticed(
    panel: PreviewPanel, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    assert workspace.folder is not None
    file = workspace.folder.reports / "repairs.pdf"
    file.rename(tmp_path / "aside.pdf")
    qtbot.waitUntil(lambda: "report-missing" in [each.code for each in workspace.findings], timeout=10_000)
    (tmp_path / "aside.pdf").rename(file)
    qtbot.waitUntil(lambda: "report-missing" not in [each.code for each in workspace.findings], timeout=10_000)
    settle(qtbot, panel)
