"""What the clerk can do with items: add, paste, duplicate, remove, move. Put into the book of commands."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from agendabuilder.domain import edits, outline
from agendabuilder.domain.exclusion import add_exclusion_item, is_exclusion_item, lacks_exclusion
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.ui.pieces.asking import open_dialog
from agendabuilder.ui.work.actions import Command, CommandBook, Menu
from agendabuilder.ui.work.agenda_words import item_name
from agendabuilder.ui.work.workspace import Workspace


class ItemCommands:
    """Acts on the selected item."""

    def __init__(self, workspace: Workspace, book: CommandBook, window: QWidget) -> None:
        self._workspace, self._window = workspace, window
        self.added: Callable[[], None] = lambda: None
        """Called after an item was added, so that its title can be typed at once."""
        changes, chosen = self._can_change, self._has_item
        menu = Menu.ITEM
        book.add(
            Command("add_item", "&Add item", self.add, "Ctrl+Return", "A new item after this one", "add", changes,
                    menu),
            Command("add_sub_item", "Add &sub-item", self.add_sub, "Ctrl+Shift+Return", "A new item under this one",
                    "add_sub", chosen, menu),
            Command("add_standing_item", "Add sta&nding item…", self.choose_standing, "Ctrl+Shift+I",
                    "From those of the templates, after this one", "template", changes, menu),
            Command("add_exclusion", "Add the e&xclusion item", self.add_exclusion, "",
                    "Asks the press and public to leave, right before the first exempt item", "lock",
                    self._lacks_exclusion, menu),
            Command("paste_items", "&Paste lines as items", self.paste, "Ctrl+Shift+V", "Each line becomes an item",
                    "paste_lines", self._can_paste, menu),
            Command("duplicate_item", "&Duplicate item", self.duplicate, "Ctrl+D", "A copy after this one",
                    "duplicate", chosen, menu),
            Command("remove_item", "&Remove item", self.remove, "Ctrl+Shift+Del",
                    "Takes the item off the agenda; undo brings it back", "remove", chosen, menu),
            self._move("item_up", "Move &up", "Alt+Up", "up", outline.move_up),
            self._move("item_down", "Move d&own", "Alt+Down", "down", outline.move_down),
            self._move("item_in", "Make sub-item of the one be&fore", "Alt+Right", "indent", outline.move_in),
            self._move("item_out", "Move ou&t of the item above", "Alt+Left", "outdent", outline.move_out),
        )  # fmt: skip

    def add(self) -> None:
        """A new item after the selected one."""
        self._add_new(lambda meeting, item: outline.add_after(meeting, self._workspace.selected_item_id, item))

    def add_sub(self) -> None:
        """A new item under the selected one."""
        above = self._workspace.selected_item_id
        self._add_new(lambda meeting, item: edits.add_item(meeting, item, None, above))

    def choose_standing(self) -> None:
        """Offer the standing items of the templates."""
        from agendabuilder.app.standing_items import offered_standing_items
        from agendabuilder.ui.agenda.standing_items_dialog import StandingItemsDialog

        meeting = self._workspace.meeting
        open_dialog(StandingItemsDialog(meeting, offered_standing_items(meeting), self.add_standing, self._window))

    def add_standing(self, items: Sequence[Item]) -> None:
        """Copies of standing items after the selected item."""
        name = "Add standing item" if len(items) == 1 else f"Add {len(items)} standing items"
        self._add_several(name, edits.add_copies, items)

    def add_exclusion(self) -> None:
        """The item by which the public is asked to leave, right before the first exempt one."""
        self._workspace.edit("Add the exclusion item", add_exclusion_item)
        item = next(filter(is_exclusion_item, self._workspace.meeting.items), None)
        if item:
            self._workspace.select(item.id)

    def paste(self) -> None:
        """The lines on the clipboard as items after the selected one."""
        titles = outline.lines_as_titles(QGuiApplication.clipboard().text())
        if not titles:
            return
        name = "Paste item" if len(titles) == 1 else f"Paste {len(titles)} items"
        self._add_several(name, outline.add_titles, titles)

    def duplicate(self) -> None:
        """A copy of the selected item after it."""
        copy = edits.new_id(self._workspace.meeting)
        self._do("Duplicate", edits.duplicate_item)
        self._workspace.select(copy)

    def remove(self) -> None:
        """Take the selected item off the agenda; its neighbour is then selected."""
        self._do("Remove", edits.remove_item)

    def _add_new(self, verb: Callable[[Meeting, Item], Meeting]) -> None:
        made = edits.new_id(self._workspace.meeting)
        self._workspace.edit("Add item", verb, Item(id=made))
        if not self._workspace.read_only_reason:
            self._workspace.select(made)
            self.added()

    def _add_several(self, name: str, verb: Callable[..., Meeting], what: Sequence[object]) -> None:
        """Put something after the selected item, and select the first of it."""
        meeting = self._workspace.meeting
        parent_id, position = outline.place_after(meeting, self._workspace.selected_item_id)
        self._workspace.edit(name, verb, what, position, parent_id)
        if not self._workspace.read_only_reason:
            self._workspace.select(edits.new_id(meeting))

    def _do(self, act: str, verb: Callable[[Meeting, str], Meeting]) -> None:
        item_id = self._workspace.selected_item_id
        self._workspace.edit(f"{act} {item_name(self._workspace.meeting, item_id)}", verb, item_id)

    def _move(
        self, command_id: str, text: str, shortcut: str, drawing: str, verb: Callable[[Meeting, str], Meeting]
    ) -> Command:
        def possible() -> bool:
            meeting, item_id = self._workspace.meeting, self._workspace.selected_item_id
            return self._has_item() and verb(meeting, item_id) is not meeting

        return Command(
            command_id, text, lambda: self._do("Move", verb), shortcut, "", drawing, possible, Menu.ITEM, section=1
        )

    def _can_change(self) -> bool:
        return self._workspace.is_open and not self._workspace.read_only_reason

    def _has_item(self) -> bool:
        return self._can_change() and self._workspace.selected_item is not None

    def _lacks_exclusion(self) -> bool:
        return self._can_change() and lacks_exclusion(self._workspace.meeting) is not None

    def _can_paste(self) -> bool:
        return self._can_change() and bool(QGuiApplication.clipboard().text().strip())
