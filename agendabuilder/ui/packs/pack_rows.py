"""Finished packs, one row each, told apart by words, sign and colour, so that nobody publishes the wrong one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from agendabuilder.app.made_packs import BuiltPack
from agendabuilder.domain.audience import Audience
from agendabuilder.ui.packs.build_words import counted
from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.icons import icon


@dataclass(frozen=True, slots=True)
class Kind:
    """How a pack for an audience is called and shown."""

    name: str
    words: str
    drawing: str
    signal: theme.Signal | None = None


KINDS = {
    None: Kind("pack", "The pack, for everybody", "report"),
    Audience.MEMBERS: Kind("members' pack", "Members only: not for publication", "lock", theme.Signal.BLOCKER),
    Audience.PUBLIC: Kind("public pack", "For publication", "public", theme.Signal.DONE),
}


class PackRows(QWidget):
    """A row for each pack that is one of two; none for the one pack that is for everybody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        theme.tight(self._column)
        self._rows: list[QWidget] = []
        self.hide()

    def show_packs(self, packs: Sequence[BuiltPack]) -> None:
        """Show these packs in place of those before."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [pack_row(pack.file, pack.audience, pack.record.total_pages) for pack in packs if pack.audience]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(self._rows))


def open_file(file: Path) -> None:
    """Open a file in the system's viewer, or a folder in its file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def pack_row(file: Path, audience: Audience | None, pages: int = 0) -> QWidget:
    """A pack with its buttons; `pages` are told where they are known."""
    kind = KINDS[audience]
    row = QFrame()
    row.setAccessibleName(f"{kind.words}: {file.name}")
    sign = QLabel()
    sign.setPixmap(icon(kind.drawing, kind.signal).pixmap(QSize(20, 20)))
    words = theme.signalling(QLabel(kind.words), kind.signal) if kind.signal else theme.wrapped(QLabel(kind.words))
    font = words.font()
    font.setBold(True)
    words.setFont(font)
    called = theme.quiet(QLabel(f"{file.name}, {counted(pages, 'page')}" if pages else file.name))
    texts = QVBoxLayout()
    theme.tight(texts, 0, 0)
    texts.addWidget(words)
    texts.addWidget(called)
    line = QHBoxLayout(row)
    theme.tight(line)
    line.addWidget(sign)
    line.addLayout(texts, 1)
    for button in (
        _button("Open", f"Open the {kind.name}", file),
        _button("Show in folder", f"Show the {kind.name} in its folder", file.parent),
    ):
        line.addWidget(button)
    return row


def _button(words: str, name: str, place: Path) -> QPushButton:
    button = QPushButton(words)
    theme.name(button, name)
    button.clicked.connect(lambda: open_file(place))
    return button
