"""A small rich editor: bold, italic, bullets, numbers, links. What is pasted from Word keeps just those."""

from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import (
    QAction,
    QFont,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)
from PySide6.QtWidgets import QInputDialog, QTextEdit, QToolBar, QVBoxLayout, QWidget

from agendabuilder.ui.pieces import rich_text, theme
from agendabuilder.ui.pieces.fields import leaves_undo_to_the_window
from agendabuilder.ui.pieces.icons import icon

_NUMBERED = QTextListFormat.Style.ListDecimal
_BULLETS = QTextListFormat.Style.ListDisc
_MOST_LINES = 18


class RichTextEditor(QWidget):
    """Shows and edits a text in the file's form."""

    value_entered = Signal(object)

    def __init__(self, words: str, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = _Area(self)
        self.area.setAccessibleName(words)
        self._fewest = lines
        self.setFocusProxy(self.area)
        self._value = ""
        self._tools = self._make_tools()
        column = QVBoxLayout(self)
        theme.tight(column, 0, theme.STEP // 2)
        column.addWidget(self._tools)
        column.addWidget(self.area)
        self.area.textChanged.connect(self._enter)
        self.area.document().documentLayout().documentSizeChanged.connect(lambda: self._fit())
        self._fit()
        self.area.currentCharFormatChanged.connect(self._show_manner)
        self.area.cursorPositionChanged.connect(self._show_manner)

    def show_value(self, value: Any) -> None:
        """Show a text, unless it is what the editor holds already."""
        if value == self._value:
            return
        self._value = value
        self.area.blockSignals(True)
        rich_text.show_in(self.area.document(), value)
        self.area.blockSignals(False)

    def make_link(self, address: str) -> None:
        """Make the selected words a link, or put the address where the cursor is."""
        cursor = self.area.textCursor()
        if not cursor.hasSelection():
            cursor.insertText(address)
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(address))
        manner = QTextCharFormat()
        rich_text.make_link(manner, address)
        cursor.mergeCharFormat(manner)

    def _enter(self) -> None:
        text = rich_text.text_of(self.area.document())
        if text != self._value:
            self._value = text
            self.value_entered.emit(text)

    def _fit(self) -> None:
        """Be as tall as the text, from a few lines to many; beyond that it scrolls."""
        line = self.area.fontMetrics().lineSpacing()
        wanted = int(self.area.document().size().height()) + theme.STEP
        self.area.setFixedHeight(max(self._fewest * line, min(wanted, _MOST_LINES * line)) + theme.STEP)

    def _make_tools(self) -> QToolBar:
        tools = QToolBar(self)
        tools.setIconSize(tools.iconSize() * 0.75)
        self._bold = self._tool(tools, "bold", "Bold", QKeySequence.StandardKey.Bold, self._toggle_bold)
        self._italic = self._tool(tools, "italic", "Italic", QKeySequence.StandardKey.Italic, self._toggle_italic)
        tools.addSeparator()
        self._bullets = self._tool(tools, "bullets", "Bullets", "Ctrl+Shift+L", lambda: self._toggle_list(_BULLETS))
        self._numbers = self._tool(tools, "numbers", "Numbers", "Ctrl+Shift+M", lambda: self._toggle_list(_NUMBERED))
        tools.addSeparator()
        link = self._tool(tools, "link", "Link…", "Ctrl+K", self._ask_link)
        link.setCheckable(False)
        return tools

    def _tool(self, tools: QToolBar, drawing: str, words: str, shortcut: Any, act: Any) -> QAction:
        action = QAction(icon(drawing), words, self, checkable=True)
        self.area.keys[QKeySequence(shortcut).toString()] = action
        action.setToolTip(f"{words} ({QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)})")
        action.triggered.connect(lambda: act())
        tools.addAction(action)
        return action

    def _toggle_bold(self) -> None:
        bold = self.area.fontWeight() >= QFont.Weight.DemiBold
        self.area.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self._enter()

    def _toggle_italic(self) -> None:
        self.area.setFontItalic(not self.area.fontItalic())
        self._enter()

    def _toggle_list(self, style: QTextListFormat.Style) -> None:
        cursor = self.area.textCursor()
        listing = cursor.currentList()
        if listing and listing.format().style() == style:
            block = cursor.block()
            listing.remove(block)
            plain = block.blockFormat()
            plain.setIndent(0)
            cursor.setBlockFormat(plain)
        else:
            cursor.createList(style)
        self._enter()
        self._show_manner()

    def _ask_link(self) -> None:
        address, agreed = QInputDialog.getText(self, "Link", "Web or e-mail address:", text="https://")
        if agreed and address.strip() not in ("", "https://"):
            address = address.strip()
            self.make_link(f"mailto:{address}" if "@" in address and ":" not in address else address)

    def _show_manner(self) -> None:
        listing = self.area.textCursor().currentList()
        style = listing.format().style() if listing else None
        self._bold.setChecked(self.area.fontWeight() >= QFont.Weight.DemiBold)
        self._italic.setChecked(self.area.fontItalic())
        self._bullets.setChecked(style == _BULLETS)
        self._numbers.setChecked(style == _NUMBERED)


class _Area(QTextEdit):
    """The text itself."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.keys: dict[str, QAction] = {}
        """The editor's own shortcuts. While text is typed they come before the window's: Ctrl+B is bold here."""

    def event(self, event: QEvent) -> bool:
        """Leave undo to the window, and claim the editor's own shortcuts."""
        if leaves_undo_to_the_window(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """The editor's own shortcuts, then typing."""
        action = self._own(event)
        if action:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _own(self, event: QKeyEvent) -> QAction | None:
        return self.keys.get(QKeySequence(event.keyCombination()).toString())

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 (Qt's name)
        """Paste what the file's form can hold, nothing else: no fonts, colours, sizes or tables."""
        if source.hasHtml():
            foreign = QTextDocument()
            foreign.setHtml(source.html())
            rich_text.insert_at(self.textCursor(), rich_text.text_of(foreign))
        else:
            self.textCursor().insertText(source.text())
