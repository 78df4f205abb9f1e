"""The one book of commands: menus, toolbar, context menus and the help page are all made from it.

A command is plain data with what it does. The book makes one `QAction` of each, so that every place that shows
a command shows the same words, shortcut and state.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolBar

from agendabuilder.errors import AgendaBuilderError
from agendabuilder.ui.pieces.icons import icon

SEPARATOR = "-"
"""Stands for a line between the commands of a menu or toolbar."""


class Menu(StrEnum):
    """The menus, in the order of the menu bar; the value is what it is called there."""

    MEETING = "&Meeting"
    EDIT = "&Edit"
    ITEM = "&Item"
    REPORT = "&Report"
    PACK = "&Pack"
    VIEW = "&View"
    HELP = "&Help"


def always() -> bool:
    """The condition of a command that can be used at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Command:
    """Something the clerk can do.

    `text` as it stands in a menu, with its access key ("&Build pack"); `shortcut` as "Ctrl+B" or the platform's
    own for an act that has one; `icon` the name of a drawing in resources/icons. `text_now` gives the words
    when they change ("Undo Move item 7"), `checked` the state of a switch. A new `section` starts after a line.
    `also` is a second shortcut, for places where the first one means something else.
    """

    id: str
    text: str
    run: Callable[[], None]
    shortcut: str | QKeySequence.StandardKey = ""
    tip: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = always
    menu: Menu | None = None
    section: int = 0
    text_now: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None
    also: str = ""

    @property
    def words(self) -> str:
        """The text without its access key, for the help page."""
        return self.text.replace("&", "").rstrip("…")

    @property
    def shortcut_text(self) -> str:
        """The shortcut as this platform writes it; empty without one."""
        keys = (QKeySequence(_as_labelled(each)) for each in (self.shortcut, self.also) if each)
        return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)

    @property
    def keys(self) -> list[QKeySequence]:
        """Every key that does it, the one that menus show first. Keyboards have two keys for Enter."""
        written = [each for each in (self.shortcut, self.also) if isinstance(each, str) and each]
        return [QKeySequence(each) for each in dict.fromkeys((*map(_as_labelled, written), *written))]


def _as_labelled(
    shortcut: str | QKeySequence.StandardKey,
) -> str | QKeySequence.StandardKey:
    """Qt's Return is labelled Enter on British keyboards, as is the one beside the figures."""
    return shortcut.replace("Return", "Enter") if isinstance(shortcut, str) else shortcut


class CommandBook(QObject):
    """All commands by id, each with its `QAction`. Whatever runs a command goes through `run`."""

    failed = Signal(object)
    """A command raised this `AgendaBuilderError`."""

    about_to_run = Signal()
    """A command is about to act: what is being typed should be entered first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}
        self._actions: dict[str, QAction] = {}

    def add(self, *commands: Command) -> None:
        """Take commands into the book. An id that is taken raises `ValueError`."""
        for command in commands:
            if command.id in self._commands:
                raise ValueError(f"There are two commands called {command.id}.")
            self._commands[command.id] = command
            self._actions[command.id] = self._make_action(command)

    def run(self, command_id: str) -> None:
        """Do it, if it can be used now."""
        command = self._commands[command_id]
        self.about_to_run.emit()
        if not command.enabled():
            return
        try:
            command.run()
        except AgendaBuilderError as problem:
            self.failed.emit(problem)
        self.refresh()

    def action(self, command_id: str) -> QAction:
        """The action of a command, for menus, toolbars and buttons."""
        return self._actions[command_id]

    def refresh(self, command_ids: Iterable[str] = ()) -> None:
        """Show again which commands can be used, and their changing words: of some, or of all."""
        for command_id in command_ids or self._commands:
            command, action = self._commands[command_id], self._actions[command_id]
            action.setEnabled(command.enabled())
            if command.text_now:
                action.setText(command.text_now())
            if command.checked:
                action.setChecked(command.checked())

    def commands(self, menu: Menu | None = None) -> Sequence[Command]:
        """All commands, or those of one menu by section, otherwise in the order they came in."""
        chosen = [command for command in self._commands.values() if menu is None or command.menu is menu]
        return sorted(chosen, key=lambda command: command.section) if menu else chosen

    def fill_menu(self, menu: QMenu, which: Menu) -> None:
        """Put the commands of a menu into it, with lines between sections."""
        section: int | None = None
        for command in self.commands(which):
            if section is not None and command.section != section:
                menu.addSeparator()
            section = command.section
            menu.addAction(self.action(command.id))

    def fill(self, place: QMenu | QToolBar, command_ids: Iterable[str]) -> None:
        """Put named commands into a menu or toolbar; `SEPARATOR` draws a line."""
        for command_id in command_ids:
            if command_id == SEPARATOR:
                place.addSeparator()
            else:
                place.addAction(self.action(command_id))

    def _make_action(self, command: Command) -> QAction:
        action = QAction(command.text, self)
        action.setObjectName(command.id)
        if isinstance(command.shortcut, QKeySequence.StandardKey):
            action.setShortcuts(command.shortcut)  # all that the platform has for it
        elif command.shortcut:
            action.setShortcuts(command.keys)
        tip = command.tip or command.words
        action.setToolTip(f"{tip} ({command.shortcut_text})" if command.shortcut_text else tip)
        action.setStatusTip(command.tip)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setCheckable(command.checked is not None)
        action.setEnabled(command.enabled())
        action.triggered.connect(lambda: self.run(command.id))
        return action
