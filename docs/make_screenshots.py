"""Draws the pictures of the user guide: the program itself, with the sample meeting, without a screen.

`python docs/make_screenshots.py` draws those of the guide, light and 1280 by 800, into docs/screenshots.
`python docs/make_screenshots.py --all FOLDER` draws every page and dialog at two sizes, light and dark, to be
looked at. Names and folders in the pictures are invented, so they are the same on every machine.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from agendabuilder.ui.main_window import MainWindow

GUIDE_SIZE = (1280, 800)
SIZES = (GUIDE_SIZE, (1920, 1080))
LONGEST_WAIT = 60.0
SMALL_FILE = 0
"""What Qt calls the quality of a PNG: the smallest file; the picture is the same."""

IN_GUIDE = {"start", "new-meeting", "item", "report", "built", "next-meeting", "save-template", "settings"}

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
        window.resize(width, height)
        place = folder if len(sizes) == 1 else folder / f"{'dark' if dark else 'light'}-{width}"
        place.mkdir(parents=True, exist_ok=True)
        for name, widget in pictures(window):
            settle(window)
            if len(sizes) > 1 or name in IN_GUIDE:
                widget.grab().save(str(place / f"{name}.png"), "PNG", SMALL_FILE)
            if isinstance(widget, QDialog):
                widget.reject()
        window.workspace.close_meeting()
    window.close()


def pictures(window: MainWindow) -> Iterator[Picture]:
    """Bring the window from state to state as a clerk would."""
    from agendabuilder.ui.editor_pages import Page
    from agendabuilder.ui.new_meeting_dialog import NewMeetingDialog
    from agendabuilder.ui.next_meeting_dialog import NextMeetingDialog
    from agendabuilder.ui.template_dialogs import SaveTemplateDialog, TemplatesDialog

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
    window.book.run("build_pack")
    wait(lambda: not window.build_bar.is_building)
    yield "built", window
    yield "next-meeting", shown(NextMeetingDialog(window.workspace, window))
    yield "save-template", shown(SaveTemplateDialog(window.workspace.meeting, window))
    yield "templates", shown(TemplatesDialog(window))
    yield from side_pages(window)
    window.workspace.close_meeting()
    yield "start", window


def side_pages(window: MainWindow) -> Iterator[Picture]:
    """Settings, help and About."""
    from agendabuilder.ui.about import AboutDialog
    from agendabuilder.ui.forms import scrolled
    from agendabuilder.ui.help_page import HelpPage
    from agendabuilder.ui.settings_page import SettingsPage

    for name, page in (("settings", scrolled(SettingsPage())), ("help", HelpPage(window.book))):
        page.resize(720, 640)
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
