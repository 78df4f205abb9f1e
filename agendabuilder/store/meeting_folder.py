"""A meeting on disk: a folder with `meeting.agenda`, the `reports/`, and the packs that were built.

The file is replaced whole when it is saved; it is never open while the program runs.
"""

from dataclasses import dataclass
from pathlib import Path

from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import FolderError, MeetingFileError
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import decode_meeting, encode_meeting
from agendabuilder.store.names_on_disk import with_names_on_disk

MEETING_FILE = "meeting.agenda"
REPORTS_FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class MeetingFolder:
    """A folder that holds one meeting."""

    path: Path

    @property
    def file(self) -> Path:
        """The meeting file."""
        return self.path / MEETING_FILE

    @property
    def reports(self) -> Path:
        """The folder with a copy of every original report."""
        return self.path / REPORTS_FOLDER

    def load(self) -> Meeting:
        """Read the meeting. Raises `MeetingFileError` (what is wrong, where) or `FolderError` (cannot be read)."""
        try:
            content = self.file.read_bytes()
        except OSError as problem:
            raise FolderError(f"“{self.file}” cannot be read: {problem.strerror}.") from problem
        try:
            return with_names_on_disk(self.path, decode_meeting(content))
        except MeetingFileError as problem:
            raise MeetingFileError(f"{self.file.name}: {problem.title}", problem.advice, problem.place) from problem

    def save(self, meeting: Meeting) -> None:
        """Write the meeting in one step. Raises `FolderError`; then the file is as it was."""
        try:
            write_safely(self.file, encode_meeting(meeting).encode())
        except OSError as problem:
            raise FolderError(
                f"The meeting cannot be saved in “{self.path}”: {problem.strerror}.",
                "Free some space, or ask for leave to write there, and save again.",
            ) from problem


def open_folder(path: Path) -> MeetingFolder:
    """The meeting in a folder, named by the folder or by its meeting file. Raises `FolderError`."""
    folder = path.parent if path.name == MEETING_FILE else path
    if not folder.is_dir():
        raise FolderError(f"There is no folder “{folder}”.", "Check the name, or make a meeting with “new”.")
    if not (folder / MEETING_FILE).is_file():
        raise FolderError(f"“{folder}” holds no meeting: there is no {MEETING_FILE} in it.", "Make one with “new”.")
    return MeetingFolder(folder)


def create_folder(path: Path, meeting: Meeting) -> MeetingFolder:
    """Make a folder for a new meeting. Raises `FolderError` when there is a meeting already, or it cannot be made."""
    folder = MeetingFolder(path)
    if folder.file.exists():
        raise FolderError(f"“{path}” holds a meeting already.", "Choose another folder.")
    try:
        folder.reports.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise FolderError(f"The folder “{path}” cannot be made: {problem.strerror}.") from problem
    folder.save(meeting)
    return folder
