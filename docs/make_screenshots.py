"""Draws the pictures of the user guide: the program itself, with the sample meeting, without a screen.

`python docs/make_screenshots.py` draws those of the guide, light and 1280 by 800, into docs/screenshots.
`python docs/make_screenshots.py --all FOLDER` draws every page and dialog at two sizes, light and dark, and a meeting
with 40 items, 200 reports and long Welsh names, to be looked at. With QT_SCALE_FACTOR=2 or 3 the sizes are those of
the screen, so there is less room in the window. Names and folders in the pictures are invented, so they are the same
on every machine.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from crowded_meeting import crowded_meeting
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from agendabuilder.ui.window.main_window import MainWindow

GUIDE_SIZE = (1280, 800)
SIZES = (GUIDE_SIZE, (1920, 1080))
SCALE = float(os.environ.get("QT_SCALE_FACTOR", "1"))
LONGEST_WAIT = 60.0
SMALL_FILE = 0
"""What Qt calls the quality of a PNG: the smallest file; the picture is the same."""

IN_GUIDE = {
    "start",
    "new-meeting",
    "item",
    "report",
    "built",
    "next-meeting",
    "save-template",
    "settings",
    "accessibility",
    "issue",
    "changes",
    "two-packs",
}

Picture = tuple[str, QWidget]
"""The name of the file, and what is drawn into it."""


def draw_all(folder: Path, sizes: tuple[tuple[int, int], ...], dark: bool) -> None:
    """Draw every picture in each size into a folder."""
    from agendabuilder.ui.application import make_window

    if dark:
        QApplication.setPalette(dark_palette())
    window = make_window()
    window.show()
    for width, height in sizes:
        window.resize(round(width / SCALE), round(height / SCALE))
        place = folder if len(sizes) == 1 else folder / f"{'dark' if dark else 'light'}-{width}"
        place.mkdir(parents=True, exist_ok=True)
        crowded = crowded_pictures(window) if len(sizes) > 1 else iter(())
        for name, widget in chain(pictures(window), crowded):
            settle(window)
            if len(sizes) > 1 or name in IN_GUIDE:
                widget.grab().save(str(place / f"{name}.png"), "PNG", SMALL_FILE)
            if isinstance(widget, QDialog):
                widget.reject()
        window.workspace.close_meeting()
    window.close()


def pictures(window: MainWindow) -> Iterator[Picture]:
    """Bring the window from state to state as a clerk would."""
    from agendabuilder.ui.meeting.new_meeting_dialog import NewMeetingDialog
    from agendabuilder.ui.meeting.next_meeting_dialog import NextMeetingDialog
    from agendabuilder.ui.meeting.template_dialogs import SaveTemplateDialog, TemplatesDialog
    from agendabuilder.ui.window.editor_pages import Page

    yield "nothing-yet", window
    yield "new-meeting", shown(NewMeetingDialog("select-committee", window))
    window.files.open_sample()
    settle(window)
    items = list(window.workspace.meeting.all_items())
    with_reports = next((item for item in items if item.reports), items[0])
    window.workspace.select(with_reports.id)
    yield "item", window
    for page in (Page.MEETING, Page.PEOPLE, Page.NOTICES):
        window.pages.show_page(page)
        yield page.name.lower(), window
    window.pages.show_page(Page.ITEM)
    if with_reports.reports:
        window.workspace.select(with_reports.id, with_reports.reports[0].id)
    window.preview.view.set_two_up(True)
    yield "report", window
    window.preview.view.set_two_up(False)
    log = next((report.id for _, report in window.workspace.meeting.all_reports() if "action" in report.file), "")
    yield "accessibility", looked_at(window, "reading_order", log)
    scan = next((report.id for _, report in window.workspace.meeting.all_reports() if "scan" in report.file), "")
    yield "accessibility-scan", looked_at(window, "show_access", scan)
    window.pages.show_page(Page.ITEM)
    window.book.run("build_pack")
    wait(lambda: not window.build_bar.is_building)
    yield "built", window
    yield "findings", with_findings(window)
    yield "find", looking(window)
    window.book.run("add_standing_item")
    yield "standing-items", dialog_on_show()
    yield "next-meeting", shown(NextMeetingDialog(window.workspace, window))
    yield "save-template", shown(SaveTemplateDialog(window.workspace.meeting, None, window))
    yield "templates", shown(TemplatesDialog(window))
    yield from side_pages(window)
    yield from late_pictures(window)
    window.workspace.close_meeting()
    yield "start", window


def late_pictures(window: MainWindow) -> Iterator[Picture]:
    """An issue, what is different after it, and two packs once something is exempt."""
    from agendabuilder.app.made_packs import IssueOrder
    from agendabuilder.domain.edits import change_item, change_report
    from agendabuilder.domain.item import Access

    tidy_up(window)
    window.build_bar.issue(IssueOrder(note="Published with the notice of the meeting", who="B Ó Briain"))
    wait(lambda: not window.build_bar.is_building)
    with_reports = [item for item in window.workspace.meeting.items if item.reports and item.reports[0].file]
    report = with_reports[1].reports[0]
    window.workspace.edit("Take fewer pages", change_report, report.id, pages="1-2")
    window.workspace.edit("Change title", change_item, with_reports[0].id, title="Minutes, actions and matters arising")
    settle(window)
    window.book.run("issue_pack")
    yield "issue", dialog_on_show()
    window.build_bar.hide()
    window.book.run("show_changes")
    yield "changes", window
    for name in ("issues", "chaser"):
        window.book.run(name)
        yield name, next(each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not window)
        window.side_pages.close()
    exempt = {"access": Access.EXEMPT, "paragraphs": (3,), "public_title": "Homes in one street"}
    window.workspace.edit("Make exempt", change_item, with_reports[-2].id, **exempt)
    window.workspace.select(with_reports[-2].id)
    window.book.run("show_item")
    window.book.run("build_pack")
    wait(lambda: not window.build_bar.is_building)
    yield "two-packs", window
    window.build_bar.hide()


def crowded_pictures(window: MainWindow) -> Iterator[Picture]:
    """A meeting that fills every list, under names that fill every line; then one that has nothing yet."""
    from agendabuilder.ui.window.editor_pages import Page

    with tempfile.TemporaryDirectory() as place:
        window.files.open_folder(crowded_meeting(Path(place) / "crowded"))
        settle(window)
        for page in Page:
            window.pages.show_page(page)
            yield f"crowded-{page.name.lower()}", window
        items = window.workspace.meeting.items
        window.workspace.select(items[6].id, items[6].reports[3].id)
        yield "crowded-report", window
        window.workspace.close_meeting()
        (Path(place) / "empty").mkdir()
        (Path(place) / "empty" / "meeting.agenda").write_text("{}", encoding="utf-8")
        window.files.open_folder(Path(place) / "empty")
        settle(window)
        for page in Page:
            window.pages.show_page(page)
            yield f"empty-{page.name.lower()}", window
        window.workspace.close_meeting()


def tidy_up(window: MainWindow) -> None:
    """Close the lines that other pictures have opened."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit, QToolButton

    for line in window.findChildren(QLineEdit):
        if line.isVisible() and line.accessibleName() in ("Why it may stand", "Find in the agenda"):
            QTest.keyClick(line, Qt.Key.Key_Escape)
    for button in window.findings.findChildren(QToolButton):
        if button.isChecked():
            button.click()


def with_findings(window: MainWindow) -> MainWindow:
    """The window with notes listed and a reason being typed."""
    from PySide6.QtWidgets import QToolButton

    for button in window.findings.findChildren(QToolButton):
        if button.text() == "Show notes" and not button.isChecked():
            button.click()
    window.findings.step(1)
    window.book.run("accept_finding")
    return window


def looked_at(window: MainWindow, command: str, report_id: str) -> MainWindow:
    """The window with the page on accessibility, and a report chosen there, or the agenda."""
    window.book.run(command)
    reports = window.pages.access.list
    wait(lambda: reports.count() > 1)
    reports.choose(report_id)
    reports.chosen_changed.emit()
    return window


def looking(window: MainWindow) -> MainWindow:
    """The window while something is looked for in the agenda."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QLineEdit

    window.book.run("find_item")
    for line in window.findChildren(QLineEdit):
        if line.accessibleName() == "Find in the agenda":
            QTest.keyClicks(line, "report")
    return window


def dialog_on_show() -> QDialog:
    """The dialog that a command has just opened."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())


def side_pages(window: MainWindow) -> Iterator[Picture]:
    """Settings, help and About."""
    from agendabuilder.ui.window.about import AboutDialog
    from agendabuilder.ui.window.help_page import HelpPage
    from agendabuilder.ui.window.settings_page import SettingsPage
    from agendabuilder.ui.work.forms import scrolled

    for name, page in (("settings", scrolled(SettingsPage(window.tasks))), ("help", HelpPage(window.book))):
        page.resize(round(720 / SCALE), round(640 / SCALE))
        page.show()
        yield name, page
        page.close()
    yield "about", shown(AboutDialog(window))


def shown(dialog: QDialog) -> QDialog:
    """A dialog that is on show and does not wait."""
    dialog.show()
    return dialog


def settle(window: MainWindow) -> None:
    """Let everything be laid out and drawn."""
    wait(lambda: not window.tasks.running and (not window.is_working or window.preview.is_settled))


def wait(done: Callable[[], bool]) -> None:
    """Let the program run until something is so."""
    started = time.monotonic()
    while time.monotonic() - started < LONGEST_WAIT:
        QApplication.processEvents()
        if done() and time.monotonic() - started > 0.3:
            return
        time.sleep(0.005)


def dark_palette() -> QPalette:
    """Light on dark, as a dark desktop hands it to programs."""
    palette = QPalette(QColor("#2b2d30"))
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, "#2b2d30"), (roles.WindowText, "#e6e7e9"), (roles.Base, "#1f2123"),
        (roles.AlternateBase, "#26282b"), (roles.Text, "#e6e7e9"), (roles.Button, "#35383c"),
        (roles.ButtonText, "#e6e7e9"), (roles.ToolTipBase, "#3a3d41"), (roles.ToolTipText, "#e6e7e9"),
        (roles.Highlight, "#2f6fb0"), (roles.HighlightedText, "#ffffff"), (roles.Link, "#8cc4ff"),
        (roles.PlaceholderText, "#9a9ea5"),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#7d8188"))
    return palette


def main() -> None:
    """Draw what the command line asks for."""
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        os.environ["HOME"] = home
        os.environ["AGENDABUILDER_DATA"] = str(Path(home) / "data")
        os.environ["AGENDABUILDER_CACHE"] = str(Path(home) / "cache")
        application = QApplication([])
        application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        if arguments[:1] == ["--all"]:
            draw_all(Path(arguments[1]), SIZES, dark=False)
            draw_all(Path(arguments[1]), SIZES, dark=True)
        else:
            draw_all(Path(__file__).parent / "screenshots", (GUIDE_SIZE,), dark=False)


if __name__ == "__main__":
    main()
