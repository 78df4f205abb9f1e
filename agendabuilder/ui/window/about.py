"""About: the version, and the details that a report of a fault needs, ready to copy."""

import platform
import sys
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from agendabuilder import __version__, paths
from agendabuilder.ui.pieces import theme

_LIBRARIES = ("PySide6-Essentials", "pikepdf", "pypdf", "pypdfium2", "reportlab", "Pillow", "markdown-it-py")


class AboutDialog(QDialog):
    """What program this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Agenda Builder")
        self.details = details()
        text = QPlainTextEdit(self.details)
        text.setReadOnly(True)
        text.setAccessibleName("Details")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton("Copy details", QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        theme.tight(column, 3 * theme.STEP, 2 * theme.STEP)
        column.addWidget(theme.heading(f"Agenda Builder {__version__}", 4))
        column.addWidget(QLabel("Builds the agenda pack of a committee meeting: one paginated PDF."))
        column.addWidget(
            theme.quiet(
                QLabel(
                    "Free software under the MIT licence. The fonts Source Sans 3 and DejaVu Sans have licences of "
                    "their own, which come with the program. Nothing you type leaves this computer."
                )
            )
        )
        column.addWidget(text, 1)
        column.addWidget(buttons)
        theme.open_at(self, 520, 440)

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details)


def details() -> str:
    """Versions and places, without anything of the user's meetings."""
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"  # noqa: RUF001
        for screen in QGuiApplication.screens()
    )
    lines = [
        f"Agenda Builder {__version__}",
        f"System: {platform.platform()}",
        f"Python {platform.python_version()}{' (installed program)' if getattr(sys, 'frozen', False) else ''}",
        f"Qt {qVersion()}, {QGuiApplication.platformName()}, screens: {screens}",
        *(f"{name} {_version(name)}" for name in _LIBRARIES),
        f"Settings: {paths.user_data()}",
        f"Cache: {paths.cache()}",
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not known"
