"""A clerk at work, from the start page to the rebuilt pack; every act of the clerk's is counted."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from making import make_report
from pypdf import PdfReader
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from ui.acting import choose_item, click, drop_files, field, press, type_into

from agendabuilder.domain.finding import Severity
from agendabuilder.ui.window.main_window import MainWindow

ACTS = 16
"""How many acts it takes the clerk: presses of the mouse or a key, lines typed, drops. Fewer is better."""


class Clerk:
    """Acts on the window and counts."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.acts = window, 0

    def does(self, act: Callable[..., Any], *arguments: Any) -> Any:
        """One act."""
        self.acts += 1
        return act(*arguments)

    def blockers(self, qtbot: Any) -> list[str]:
        """What stops the build, as the findings say it after a pause."""
        qtbot.waitUntil(lambda: not self.window.preview.watch.is_busy)
        return [each.sentence for each in self.window.workspace.findings if each.severity is Severity.BLOCKER]


def test_a_pack_of_nine_reports_from_the_start_page_to_the_rebuild(
    make_window: Callable[..., MainWindow], tmp_path: Path, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = Clerk(make_window())
    window = clerk.window
    _begin(clerk, tmp_path / "housing")
    _add_nine_reports(clerk, tmp_path / "inbox")
    clerk.does(choose_item, window, "Work programme")
    clerk.does(press, window, "Alt+Up")
    clerk.does(press, window, "Ctrl+B")
    assert window.build_bar.pack is None
    assert len(clerk.blockers(qtbot)) == 2

    better = make_report(tmp_path / "inbox" / "Programme.pdf", 2, "Programme")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: clerk.does(lambda: (str(better), "")))
    clerk.does(_go_to_finding, window, 0)
    clerk.does(press, window, "Ctrl+Shift+R")
    assert len(clerk.blockers(qtbot)) == 1
    clerk.does(_go_to_finding, window, 0)
    clerk.does(field(window.pages.item.report, "Paper").setFocus)
    clerk.does(QTest.keyClick, field(window.pages.item.report, "Paper"), Qt.Key.Key_T)
    assert clerk.blockers(qtbot) == []
    clerk.does(press, window, "Ctrl+B")
    first = _pages(window)
    assert _printed(first) == [
        "Interests", "Minutes", "Questions", "Update", "Cabinet", "Annex", "Performance", "Programme",
    ]  # fmt: skip
    assert "To follow" in first[0] + first[1]

    make_report(window.workspace.folder.reports / "7 Performance.pdf", 4, "Performance as revised")
    clerk.does(press, window, "Ctrl+B")
    second = _pages(window)
    assert "Performance as revised, own page 4" in "".join(second)
    assert len(second) == len(first) + 2
    assert clerk.acts == ACTS


def _begin(clerk: Clerk, folder: Path) -> None:
    """From the start page to an open meeting."""
    window = clerk.window
    clerk.does(window.start.new_requested.emit, "select-committee")
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
    clerk.does(type_into, field(dialog, "Council or body"), "Norbury Council", False)
    clerk.does(type_into, field(dialog, "Committee"), "Housing Committee", False)
    dialog.folder.propose(folder)
    clerk.does(click, dialog, "Make the meeting")
    assert window.is_working


def _add_nine_reports(clerk: Clerk, inbox: Path) -> None:
    """Nine files dropped at once, named by their items; two of them are of no use."""
    named = {
        "3 Minutes": 3, "4 Questions": 1, "5 Update": 2, "6 Cabinet": 4, "7 Performance": 2, "7 Annex": 1,
        "8 Recommendations": 0, "9 Programme": 0, "2 Interests": 1,
    }  # fmt: skip
    inbox.mkdir()
    for name, pages in named.items():
        file = inbox / f"{name}.pdf"
        make_report(file, pages, name.split()[1]) if pages else file.write_bytes(b"")
    viewport = clerk.window.agenda.tree.viewport()
    clerk.does(drop_files, viewport, sorted(inbox.iterdir()), QPointF(100, viewport.height() - 3))
    assert len(list(clerk.window.workspace.meeting.all_reports())) == 9


def _go_to_finding(window: MainWindow, place: int) -> None:
    blockers = [each for each in window.workspace.findings if each.severity is Severity.BLOCKER]
    window.findings.place_wanted.emit(blockers[place])


def _pages(window: MainWindow) -> list[str]:
    pack = window.build_bar.pack
    assert pack is not None, window.build_bar
    return [page.extract_text() for page in PdfReader(pack.file).pages]


def _printed(pages: list[str]) -> list[str]:
    """Whose first pages come one after another."""
    return [line.split(",")[0] for page in pages for line in page.splitlines() if line.endswith(", own page 1")]
