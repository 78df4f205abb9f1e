"""Where meetings of the user are put and found, unless they choose another place."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from agendabuilder.store.settings import load_settings

SAMPLE_NAME = "Sample meeting"


def meetings_folder() -> Path:
    """The folder for new meetings: from the settings, else "Meetings" among the user's documents."""
    chosen = load_settings().meetings_folder
    if chosen:
        return Path(chosen)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Meetings"


def sample_folder() -> Path:
    """Where the sample meeting is copied to."""
    return meetings_folder() / SAMPLE_NAME
