"""The commands of the pack: building it for its readers, issuing it, and what comes after publication."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar, QToolButton

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.chaser import owed_papers
from agendabuilder.ui.checks.older_pack import OlderPackCheck
from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.work.actions import SEPARATOR, Command, Menu

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow

_BUILD_TIP = "Saves the meeting and builds its PDF; while you write a text, Ctrl+B is bold, and F5 builds"
_BUILDS = ("build_pack", "build_public", "build_members", "build_copy", SEPARATOR, "build_draft")


class PackCommands:
    """Puts the pack's commands into the window's book."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._bar = window, window.build_bar
        self._older = OlderPackCheck(window.workspace, window.tasks, window.messages, window)
        self._add_builds()
        self._add_issues()
        self._add_views()
        self._bar.issue_wanted.connect(lambda: window.book.run("issue_pack"))

    def add_menu(self, tools: QToolBar) -> None:
        """Hang the ways of building onto the toolbar's button for it."""
        button = tools.widgetForAction(self._window.book.action("build_pack"))
        if isinstance(button, QToolButton):
            menu = QMenu(button)
            menu.aboutToShow.connect(self._window.book.refresh)
            self._window.book.fill(menu, _BUILDS)
            button.setMenu(menu)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)

    def _add_builds(self) -> None:
        bar, menu = self._bar, Menu.PACK
        self._window.book.add(
            Command("build_pack", "&Build pack", bar.build, "Ctrl+B", _BUILD_TIP, "build", self._can_build, menu,
                    text_now=lambda: "&Build both packs" if bar.has_two_packs else "&Build pack", also="F5"),
            Command("build_public", "P&ublic pack only", lambda: bar.build(Audience.PUBLIC), "",
                    "Without what is exempt or confidential, for publication", "public", self._can_build_one, menu),
            Command("build_members", "&Members' pack only", lambda: bar.build(Audience.MEMBERS), "",
                    "With everything; not for publication", "lock", self._can_build_one, menu),
            Command("build_copy", "Copy for one &reader…", self._ask_reader, "",
                    "With the reader's name across its pages, and everything in it", "people", self._can_build, menu),
            Command("build_draft", "Build a &draft", bar.build_draft, "Ctrl+Shift+B",
                    "Although something is missing; every page is marked", "build", self._can_build, menu),
            Command("print_pack", "&Print…", bar.print_pack, QKeySequence.StandardKey.Print, "", "print",
                    self._can_build, menu),
        )  # fmt: skip

    def _add_views(self) -> None:
        wishes = self._window.workspace.wishes
        self._window.book.add(
            Command("view_public", "Show the p&ublic pack", self._switch_audience, "Ctrl+Shift+P",
                    "The preview as the public has it, or as members have it", "public",
                    lambda: self._bar.has_two_packs, Menu.VIEW, 1,
                    checked=lambda: self._bar.has_two_packs and wishes.audience is Audience.PUBLIC)
        )  # fmt: skip

    def _add_issues(self) -> None:
        menu, pages = Menu.PACK, self._window.side_pages
        self._window.book.add(
            Command("issue_pack", "&Issue…", self._issue, "",
                    "Builds the pack and keeps it as it is sent out; later changes are compared with it", "issue",
                    self._can_issue, menu, 2),
            Command("issues", "I&ssues so far", pages.show_issues, "", "What was sent out, and its files", "folder",
                    self._is_open, menu, 2),
            Command("show_changes", "C&hanges since the last issue", self._show_changes, "Ctrl+5",
                    "Old page to new page, as text for an e-mail, and sheets to swap", "changes", self._was_issued,
                    menu, 2),
            Command("chaser", "Papers still to &come", pages.show_chaser, "", "Who owes what by when, as text for "
                    "an e-mail", "to_follow", self._is_owed, menu, 2),
            Command("check_older_pack", "Chec&k a pack that was made before…", self._older.choose, "",
                    "Looks through the file of an earlier pack or issue, from cover to cover", "check",
                    self._older.can_begin, menu, 2),
        )  # fmt: skip

    # What is done

    def _issue(self) -> None:
        from agendabuilder.ui.packs.issue_dialog import IssueDialog

        self._window.preview.watch.put_off_checks()
        open_dialog(IssueDialog(self._window.workspace, self._window.tasks, self._bar, self._window))

    def _ask_reader(self) -> None:
        from agendabuilder.ui.packs.copy_dialog import CopyDialog

        open_dialog(CopyDialog(self._window.workspace, self._bar, self._window))

    def _switch_audience(self) -> None:
        wishes = self._window.workspace.wishes
        wishes.show_to(Audience.MEMBERS if wishes.audience is Audience.PUBLIC else Audience.PUBLIC)

    def _show_changes(self) -> None:
        self._window.pages.setVisible(True)
        self._window.pages.show_page(Page.CHANGES)

    # What can be done

    def _is_open(self) -> bool:
        return self._window.workspace.is_open

    def _can_build(self) -> bool:
        return self._bar.can_build and not self._window.workspace.read_only_reason

    def _can_build_one(self) -> bool:
        return self._can_build() and self._bar.has_two_packs

    def _can_issue(self) -> bool:
        return self._can_build() and not self._window.workspace.issues_trouble

    def _was_issued(self) -> bool:
        return bool(self._window.workspace.issues)

    def _is_owed(self) -> bool:
        return bool(owed_papers(self._window.workspace.meeting, date.today()))
