"""Starting the window: the application, its workspace, and what happens to a fault of ours."""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from agendabuilder import __version__, paths
from agendabuilder.app.worker import Worker
from agendabuilder.ui.pieces.clear_colours import use_clear_colours
from agendabuilder.ui.pieces.clear_outlines import use_clear_outlines
from agendabuilder.ui.window.main_window import MainWindow
from agendabuilder.ui.work.actions import CommandBook
from agendabuilder.ui.work.tasks import Tasks
from agendabuilder.ui.work.workspace import Workspace

_SWITCH = 0.001
"""Seconds that a worker may keep the interpreter while the window waits for it: Python's 0.005 is felt."""

_Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def run(folder: Path | None = None) -> int:
    """Show the window, with a meeting if one is named; return the exit code when it is closed."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    QApplication.setApplicationName("Agenda Builder")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("agendabuilder")
    window = make_window()
    sys.excepthook = _telling(window)
    window.show()
    if folder:
        window.files.open_folder(folder)
    return application.exec()


def make_window(serial: bool = False) -> MainWindow:
    """A window with its workspace; with `serial`, tasks are done at once, for tests."""
    sys.setswitchinterval(_SWITCH)
    use_clear_outlines()
    use_clear_colours()
    workspace, tasks, book = Workspace(), Tasks(serial, worker=None if serial else Worker()), CommandBook()
    state = QSettings(str(paths.user_data() / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(workspace, tasks, book, state)
    for part in (workspace, tasks, book, state):
        part.setParent(window)
    return window


def _telling(window: MainWindow) -> _Hook:
    """What is called for a fault of ours: the trace is written down and can be copied."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, fault, trace))
        if sys.stderr:  # a program for Windows that has no console has none
            sys.stderr.write(text)
        window.say_crash(text)

    return tell
