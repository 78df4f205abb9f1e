"""The commands of the window as a whole: meetings, undo, the view, help."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.window.editor_pages import Page
from agendabuilder.ui.work.actions import Command, Menu

if TYPE_CHECKING:
    from agendabuilder.ui.window.main_window import MainWindow

_Key = QKeySequence.StandardKey


class WindowCommands:
    """Puts the window's commands into its book."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._add_files()
        self._add_undo()
        self._add_view()
        self._add_help()

    def _add_files(self) -> None:
        files, is_open, menu = self._window.files, self._is_open, Menu.MEETING
        self._window.book.add(
            Command("new_meeting", "&New meeting…", files.new_meeting, _Key.New, "From a template", "new", menu=menu),
            Command("open_meeting", "&Open meeting…", files.choose, _Key.Open, "", "open", menu=menu),
            Command("next_meeting", "Ne&xt meeting from this one…", files.next_meeting, "", "", "next_meeting", is_open,
                    menu),
            Command("save_meeting", "&Save", files.save, _Key.Save, "", "save", self._can_save, menu, 1),
            Command("save_template", "Save as &template…", self._save_template, "", "", "template", is_open, menu, 1),
            Command("templates", "Manage te&mplates…", self._templates, "", "", "template", menu=menu, section=1),
            Command("close_meeting", "&Close meeting", files.close, _Key.Close, "", "close", is_open, menu, 2),
            Command("quit", "&Quit", self._quit, _Key.Quit, menu=menu, section=2),
        )  # fmt: skip

    def _add_undo(self) -> None:
        workspace = self._window.workspace
        undoes: Callable[[], str] = lambda: f"&Undo {workspace.history.undo_name}".strip()  # noqa: E731
        redoes: Callable[[], str] = lambda: f"&Redo {workspace.history.redo_name}".strip()  # noqa: E731
        can_undo: Callable[[], bool] = lambda: bool(workspace.history.undo_name)  # noqa: E731
        can_redo: Callable[[], bool] = lambda: bool(workspace.history.redo_name)  # noqa: E731
        files = self._window.files
        self._window.book.add(
            Command("undo", "&Undo", workspace.undo, _Key.Undo, "Takes back the last step", "undo", can_undo, Menu.EDIT,
                    text_now=undoes),
            Command("redo", "&Redo", workspace.redo, _Key.Redo, "Does the last undone step again", "redo", can_redo,
                    Menu.EDIT, text_now=redoes),
            Command("find_item", "&Find item or report…", self._window.agenda.look_for, _Key.Find,
                    "By words of its title or file; in the agenda, / does the same", "search", self._is_open, Menu.EDIT,
                    section=1),
            Command("forget_people", "&Forget names used before", files.forget_people, "",
                    "Names are offered while members and contributors are typed", "people", menu=Menu.EDIT, section=1),
        )  # fmt: skip

    def _add_view(self) -> None:
        preview, menu = self._window.preview, Menu.VIEW
        pages = (("item", "Item", Page.ITEM), ("meeting", "Meeting details", Page.MEETING),
                 ("people", "People", Page.PEOPLE), ("notices", "Notices", Page.NOTICES))  # fmt: skip
        for place, (name, words, page) in enumerate(pages, start=1):
            self._window.book.add(
                Command(f"show_{name}", f"&{words}", self._shows(page), f"Ctrl+{place}",
                        enabled=self._is_open, menu=menu)
            )  # fmt: skip
        for name, words, drawing, key in (
            ("agenda", "Show a&genda", "column_left", "F7"),
            ("editor", "Show &editor", "single_page", "F8"),
            ("preview", "Show pre&view", "column_right", "F9"),
            ("findings", "Show &findings", "column_bottom", "F10"),
        ):
            self._window.book.add(self._switch(name, words, drawing, key))
        self._window.book.add(
            Command("zoom_in", "Zoom &in", preview.zoom_in, _Key.ZoomIn, "", "zoom_in", self._is_open, menu, 2),
            Command("zoom_out", "Zoom &out", preview.zoom_out, _Key.ZoomOut, "", "zoom_out", self._is_open, menu, 2),
            Command("go_to_page", "&Go to page…", preview.choose_page, "Ctrl+G", "", "search", self._is_open, menu, 2),
        )  # fmt: skip

    def _add_help(self) -> None:
        pages = self._window.side_pages
        self._window.book.add(
            Command("settings", "S&ettings…", pages.show_settings, "Ctrl+,", "", "settings", menu=Menu.MEETING,
                    section=2),
            Command("help", "&Commands and shortcuts", pages.show_help, _Key.HelpContents, "", "help", menu=Menu.HELP),
            Command("about", "&About Agenda Builder", pages.show_about, "", "", "note", menu=Menu.HELP),
        )  # fmt: skip

    def _switch(self, name: str, words: str, drawing: str, key: str) -> Command:
        part = self._window.column(name)

        def switch() -> None:
            part.setVisible(part.isHidden())

        return Command(f"view_{name}", words, switch, key, "", drawing, self._is_open, Menu.VIEW, 1,
                       checked=lambda: not part.isHidden())  # fmt: skip

    def _shows(self, page: Page) -> Callable[[], None]:
        def show() -> None:
            self._window.pages.setVisible(True)
            self._window.pages.show_page(page)

        return show

    def _save_template(self) -> None:
        from agendabuilder.ui.meeting.template_dialogs import SaveTemplateDialog

        workspace = self._window.workspace
        folder = workspace.folder.path if workspace.folder else None
        open_dialog(SaveTemplateDialog(workspace.meeting, folder, self._window))

    def _templates(self) -> None:
        from agendabuilder.ui.meeting.template_dialogs import TemplatesDialog

        open_dialog(TemplatesDialog(self._window))

    def _quit(self) -> None:
        self._window.close()

    def _is_open(self) -> bool:
        return self._window.workspace.is_open

    def _can_save(self) -> bool:
        workspace = self._window.workspace
        return workspace.is_open and not workspace.read_only_reason  # what is being typed may be all that is new
