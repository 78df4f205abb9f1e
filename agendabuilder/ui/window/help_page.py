"""F1: every command with its shortcut and what it does, made from the book of commands, so that none is missing."""

from html import escape

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from agendabuilder.ui.pieces import theme
from agendabuilder.ui.work.actions import Command, CommandBook, Menu

_WAYS = (
    ("Add reports", "Drop files on the agenda, on an item or on its list of reports."),
    ("Add many items", "Paste several lines into the agenda: each becomes an item."),
    ("Times", "11.05, 1105 and 11:05 am are the same; 20m is a length."),
    ("Zoom", "Ctrl and the mouse wheel over the pages."),
    ("Find a page", "Type its printed number, such as 37 or ii, into the box above the pages."),
    ("From the agenda to the papers", "Click on the page numbers of an item on the agenda's own pages."),
)


class HelpPage(QWidget):
    """The commands by menu, with a box to find one."""

    def __init__(self, book: CommandBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Help")
        self._book = book
        self._find = QLineEdit()
        self._find.setPlaceholderText("Find a command")
        self._find.setAccessibleName("Find a command")
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._show)
        self._text = QTextBrowser()
        self._text.setOpenExternalLinks(True)
        self._text.setAccessibleName("Commands and shortcuts")
        self._text.setFrameShape(QTextBrowser.Shape.NoFrame)
        column = QVBoxLayout(self)
        theme.tight(column, 2 * theme.STEP, 2 * theme.STEP)
        column.addWidget(theme.heading("Help", 4))
        column.addWidget(theme.quiet(QLabel("What the program can do, and the keys for it.")))
        column.addWidget(self._find)
        column.addWidget(self._text, 1)
        self.setFocusProxy(self._find)

    @property
    def words(self) -> str:
        """What the page says, as plain text."""
        return self._text.toPlainText()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Read the book anew."""
        self._show()
        super().showEvent(event)

    def _show(self) -> None:
        wanted = self._find.text().casefold()
        parts = [self._section(menu, wanted) for menu in Menu]
        parts.append(
            _table("Good to know", [(name, "", words) for name, words in _WAYS if _matches(wanted, name, words)])
        )
        rows = "".join(parts)
        nothing = f"<p>Nothing here is called “{escape(self._find.text())}”.</p>"
        self._text.setHtml(f"<table width='100%'>{rows}</table>" if rows else nothing)

    def _section(self, menu: Menu, wanted: str) -> str:
        commands = [each for each in self._book.commands(menu) if _matches(wanted, each.words, each.tip)]
        return _table(menu.value.replace("&", ""), [_row(each) for each in commands])


def _row(command: Command) -> tuple[str, str, str]:
    return command.words, command.shortcut_text, command.tip


def _matches(wanted: str, *texts: str) -> bool:
    return not wanted or any(wanted in text.casefold() for text in texts)


def _table(title: str, rows: list[tuple[str, str, str]]) -> str:
    if not rows:
        return ""
    lines = "".join(
        f"<tr><td width='34%' style='padding:4px 16px 4px 0'>{escape(name)}</td>"
        f"<td width='22%' style='padding:4px 16px 4px 0'><b>{escape(keys)}</b></td>"
        f"<td width='44%' style='padding:4px 0'>{escape(tip)}</td></tr>"
        for name, keys, tip in rows
    )
    return f"<tr><td colspan='3' style='padding:16px 0 4px 0'><h3>{escape(title)}</h3></td></tr>{lines}"
