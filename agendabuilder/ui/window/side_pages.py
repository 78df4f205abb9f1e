"""Pages beside the work: settings, issues, papers still to come, help, about.

Each opens once, in a small window that blocks nothing. Those of a meeting go when it is closed.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.work.forms import scrolled

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow


_ISSUES, _CHASER = "Issues", "Papers still to come"


class SidePages:
    """Makes each page when it is first asked for."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._pages: dict[str, QWidget] = {}
        window.workspace.saved_changed.connect(self._follow_meeting)

    def show_settings(self) -> None:
        """The settings."""
        self._show("Settings", self._settings)

    def show_help(self) -> None:
        """Every command with its shortcut."""
        self._show("Help", self._help)

    def show_issues(self) -> None:
        """What was issued of the open meeting."""
        self._show(_ISSUES, self._issues)

    def show_chaser(self) -> None:
        """The papers that are still to come."""
        self._show(_CHASER, self._chaser)

    def show_about(self) -> None:
        """Which program this is, with details to copy."""
        from agendabuilder.ui.window.about import AboutDialog

        open_dialog(AboutDialog(self._window))

    def close(self) -> None:
        """Close them all."""
        for page in self._pages.values():
            page.close()

    def _follow_meeting(self) -> None:
        """Without a meeting there is nothing that its pages could tell."""
        for title in (_ISSUES, _CHASER):
            if title in self._pages and not self._window.workspace.is_open:
                self._pages[title].close()

    def _settings(self) -> QWidget:
        from agendabuilder.ui.window.settings_page import SettingsPage

        return scrolled(SettingsPage(self._window.tasks))

    def _help(self) -> QWidget:
        from agendabuilder.ui.window.help_page import HelpPage

        return HelpPage(self._window.book)

    def _issues(self) -> QWidget:
        from agendabuilder.ui.packs.issues_page import IssuesPage

        return scrolled(IssuesPage(self._window.workspace))

    def _chaser(self) -> QWidget:
        from agendabuilder.ui.agenda.chaser_page import ChaserPage

        return ChaserPage(self._window.workspace)

    def _show(self, title: str, make: Callable[[], QWidget]) -> None:
        page = self._pages.get(title)
        if page is None:
            page = self._pages[title] = make()
            page.setParent(self._window, Qt.WindowType.Window)
            page.setWindowTitle(f"{title} – Agenda Builder")  # noqa: RUF001
            theme.open_at(page, 720, 640)
            QShortcut(QKeySequence(Qt.Key.Key_Escape), page, page.close)
        page.show()
        page.raise_()
        page.activateWindow()
