"""What the program remembers for its user: defaults for new meetings, folders, and the meetings opened lately.

Settings are a convenience, so a file that cannot be read never stops the program: the defaults are used, and the
damaged file is kept beside the new one. What one reads and the other wrote may be of different versions; keys that
are not known are passed over.
"""

import datetime
import json
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from cattrs import BaseValidationError

from agendabuilder import paths
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.people import Contact
from agendabuilder.errors import FolderError, MeetingFileError
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import json_object
from agendabuilder.store.json_shape import SHAPE

MOST_RECENT = 12
"""How many meetings are remembered."""


@dataclass(frozen=True, slots=True)
class RecentMeeting:
    """A meeting that was opened lately: its folder, and what it was called and dated then."""

    folder: str
    committee: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The user's settings.

    `organisation` and `contact` are put into new meetings whose template has none, `notice_rule` into those
    of a template that keeps the program's own rule. `shared_templates` is a folder, or empty.
    `cache_megabytes` is how much of what can be worked out again is kept. The conversion of one file may take
    `convert_seconds` and, where the system can hold it to them, `convert_megabytes` of memory. Scanned pages finer
    than `scan_dpi_limit` dots per inch may be made coarser; 0 leaves them as they are.
    """

    organisation: str = ""
    contact: Contact | None = None
    notice_rule: NoticeRule = field(default_factory=NoticeRule)
    shared_templates: str = ""
    meetings_folder: str = ""
    cache_megabytes: int = 500
    convert_seconds: int = 60
    convert_megabytes: int = 4000
    scan_dpi_limit: int = 0
    recent: tuple[RecentMeeting, ...] = ()

    def with_recent(self, meeting: RecentMeeting) -> "Settings":
        """The settings with a meeting first among the recent ones."""
        return replace(self, recent=(meeting, *self.without_recent(meeting.folder).recent)[:MOST_RECENT])

    def without_recent(self, folder: str) -> "Settings":
        """The settings with a meeting forgotten."""
        return replace(self, recent=tuple(each for each in self.recent if each.folder != folder))


def settings_file() -> Path:
    """Where the settings are kept."""
    return paths.user_data() / "settings.json"


def load_settings() -> Settings:
    """The settings; the defaults when there are none or they cannot be read."""
    try:
        return _read(settings_file())
    except (OSError, MeetingFileError, BaseValidationError):
        return Settings()


def save_settings(settings: Settings) -> None:
    """Keep the settings. Raises `FolderError` when they cannot be written."""
    file = settings_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _keep_damaged(file)
        write_safely(file, _as_json(settings).encode())
    except OSError as problem:
        raise FolderError(
            f"The settings cannot be saved in “{file.parent}”: {problem.strerror}.",
            "Free some space, or ask for leave to write there.",
        ) from problem


def _as_json(settings: Settings) -> str:
    return json.dumps(SHAPE.unstructure(settings), ensure_ascii=False, indent=2) + "\n"


def _read(file: Path) -> Settings:
    known = {each.name for each in fields(Settings)}
    document = {key: value for key, value in json_object(file.read_bytes()).items() if key in known}
    return SHAPE.structure(document, Settings)


def _keep_damaged(file: Path) -> None:
    """Put a settings file that cannot be read aside, so that nothing typed into it by hand is lost."""
    try:
        _read(file)
    except (MeetingFileError, BaseValidationError):
        with suppress(OSError):
            file.replace(file.with_name(f"{file.stem}.damaged{file.suffix}"))
    except OSError:
        return
