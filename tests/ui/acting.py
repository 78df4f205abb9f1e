"""How tests act on the window: by the words that a clerk sees."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QModelIndex, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget

from agendabuilder.ui.window.main_window import MainWindow


def titles(window: MainWindow) -> list[str]:
    """The items as the tree shows them, each indented by two spaces a level."""
    model = window.agenda.tree.model()
    shown: list[str] = []

    def look(parent: QModelIndex, depth: int) -> None:
        for row in range(model.rowCount(parent)):
            words = [model.index(row, column, parent).data() or "" for column in (0, 1)]
            shown.append("  " * depth + " ".join(words).strip())
            look(model.index(row, 0, parent), depth + 1)

    look(QModelIndex(), 0)
    return shown


def choose_item(window: MainWindow, title: str) -> None:
    """Click the item with that title."""
    tree = window.agenda.tree
    found = next(item for item in window.workspace.meeting.all_items() if item.title == title)
    place = tree.visualRect(tree.items.index_of(found.id)).center()
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def menu_action(window: MainWindow, path: str) -> QAction:
    """The action of a menu, such as "Edit > Undo Move item 2"."""
    place, words = path.split(" > ")
    menu = next(action.menu() for action in window.menuBar().actions() if _plain(action.text()) == place)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if _plain(action.text()) == words)


def press(window: MainWindow, keys: str) -> None:
    """Press a shortcut in the window, wherever the keyboard is."""
    window.activateWindow()
    QApplication.processEvents()
    combination = QKeySequence(keys)[0]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def click(parent: QWidget, words: str) -> None:
    """Click the button with these words."""
    button = next(each for each in parent.findChildren(QAbstractButton) if _plain(each.text()) == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def field(parent: QWidget, name: str) -> Any:
    """The visible field that screen readers call by this name."""
    found = [each for each in parent.findChildren(QWidget) if each.accessibleName() == name]
    assert found, f"There is no field “{name}”."
    return next((each for each in found if each.isVisible()), found[0])


def type_into(line: QLineEdit, words: str, enter: bool = True) -> None:
    """Replace what a line holds, key by key."""
    line.setFocus()
    line.selectAll()
    for letter in words:
        QApplication.sendEvent(line, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    if enter:
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()


def drop_files(target: QWidget, files: list[Path], place: QPointF | None = None) -> None:
    """Drop files on a widget, as the file manager does."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    point = place or QPointF(target.rect().center())
    both = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(point.toPoint(), *both))
    QApplication.sendEvent(target, QDropEvent(point, *both))


def _plain(words: str) -> str:
    return words.replace("&", "").rstrip("…")
