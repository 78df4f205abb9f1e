"""The commands for a pack that everybody can read: accessibility, alternate texts, reading order."""

from typing import TYPE_CHECKING

from agendabuilder.ui.agenda.report_commands import selected_report
from agendabuilder.ui.checks.access_page import View
from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.work.actions import Command, Menu

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow


class AccessCommands:
    """Puts the commands into the window's book."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        window.book.add(
            Command("show_access", "Accessibilit&y…", lambda: self._show(View.STATE), "Ctrl+6",
                    "What is missing in each report for people who cannot see it, and what to ask its author", "access",
                    self._is_open, Menu.PACK, 3),
            Command("reading_order", "Reading &order…", lambda: self._show(View.ORDER), "Ctrl+7",
                    "What a screen reader says, element by element, beside the pages", "access", self._is_open,
                    Menu.PACK, 3),
            Command("alternate_texts", "A&lternate texts…", lambda: self._show(View.TEXTS), "",
                    "Describe the pictures of this report for people who cannot see them", "access", self._has_file,
                    Menu.REPORT, 1),
        )  # fmt: skip

    def _show(self, view: View) -> None:
        pages = self._window.pages
        pages.setVisible(True)
        pages.access.show_view(view)
        pages.show_page(Page.ACCESS)

    def _is_open(self) -> bool:
        return self._window.workspace.is_open

    def _has_file(self) -> bool:
        report = selected_report(self._window.workspace)
        return report is not None and report.is_attached
