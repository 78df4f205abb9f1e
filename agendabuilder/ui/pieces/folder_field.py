"""A folder typed or chosen; it follows a proposal until the clerk types one of their own."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from agendabuilder.ui.pieces import theme
from agendabuilder.ui.pieces.fields import TextField


class FolderField(QWidget):
    """A line with the folder's path, and Browse."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._is_own = False
        self._line = TextField()
        self._line.setAccessibleName(title)
        self._line.setMinimumWidth(200)
        self._line.value_entered.connect(self._on_typed)
        browse = QPushButton("Browse…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self.browse)
        row = QHBoxLayout(self)
        theme.tight(row)
        row.addWidget(self._line, 1)
        row.addWidget(browse)
        self.setFocusProxy(self._line)

    @property
    def path(self) -> Path | None:
        """The folder, or None when nothing is entered."""
        text = self._line.text().strip()
        return Path(text).expanduser() if text else None

    def propose(self, path: Path | None) -> None:
        """Show a folder, unless the clerk has entered one."""
        if not self._is_own:
            self._line.show_value(shown_folder(path) if path else "")

    def browse(self) -> None:
        """Choose a folder in the system's dialog."""
        start = self.path or Path.home()
        chosen = QFileDialog.getExistingDirectory(self, self._title, str(start if start.exists() else start.parent))
        if chosen:
            self._line.show_value(shown_folder(Path(chosen)))
            self._on_typed()

    def _on_typed(self) -> None:
        self._is_own = bool(self._line.text().strip())
        self.changed.emit()


def shown_folder(path: Path) -> str:
    """The folder as it is shown and can be typed: what lies among the user's own files begins with “~”."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)
