"""What was typed and not yet saved, kept aside in the user's own folder in case the program stops.

Each run of the program writes a file of its own, so that what an earlier run left behind is never written over
before the clerk has decided about it.
"""

import hashlib
import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from agendabuilder import paths
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import FolderError, MeetingFileError
from agendabuilder.safe_file import write_safely
from agendabuilder.store.codec import decode_meeting, encode_meeting

_RUN = uuid4().hex[:12]
_ENDING = ".recovery"


@dataclass(frozen=True, slots=True)
class Recovery:
    """Unsaved work that was left behind: the meeting, the folder it belongs to, and when it was kept."""

    file: Path
    folder: Path
    kept: datetime
    meeting: Meeting


def keep_recovery(folder: Path, meeting: Meeting) -> None:
    """Keep the meeting aside as this run's unsaved work on a folder. Raises `FolderError`."""
    file = _own_file(folder)
    record = {"folder": str(folder.absolute()), "meeting": encode_meeting(meeting)}
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_safely(file, json.dumps(record).encode())
    except OSError as problem:
        raise FolderError(
            f"Unsaved changes cannot be kept aside in “{file.parent}”: {problem.strerror}.",
            "Save the meeting often until there is room.",
        ) from problem


def forget_recovery(folder: Path) -> None:
    """This run's work on a folder is saved, or is not wanted."""
    with suppress(OSError):
        _own_file(folder).unlink(missing_ok=True)


def left_behind(folder: Path) -> tuple[Recovery, ...]:
    """What earlier runs left of their work on a folder, the latest first."""
    found = (_read(file) for file in _files(f"{_digest(folder)}.*{_ENDING}") if file != _own_file(folder))
    return tuple(sorted((each for each in found if each), key=lambda each: each.kept, reverse=True))


def all_left_behind() -> tuple[Recovery, ...]:
    """What earlier runs left of any meeting, the latest first."""
    found = (_read(file) for file in _files(f"*{_ENDING}") if not file.name.endswith(f".{_RUN}{_ENDING}"))
    return tuple(sorted((each for each in found if each), key=lambda each: each.kept, reverse=True))


def discard(recovery: Recovery) -> None:
    """The clerk has taken it up, or does not want it."""
    with suppress(OSError):
        recovery.file.unlink(missing_ok=True)


def _read(file: Path) -> Recovery | None:
    """What a recovery file holds; None for one that cannot be read, which is left where it is."""
    try:
        record = json.loads(file.read_bytes())
        kept = datetime.fromtimestamp(file.stat().st_mtime)
        return Recovery(file, Path(record["folder"]), kept, decode_meeting(record["meeting"]))
    except (OSError, ValueError, KeyError, TypeError, MeetingFileError):
        return None


def _files(pattern: str) -> Iterator[Path]:
    return _place().glob(pattern)


def _own_file(folder: Path) -> Path:
    return _place() / f"{_digest(folder)}.{_RUN}{_ENDING}"


def _place() -> Path:
    return paths.user_data() / "recovery"


def _digest(folder: Path) -> str:
    return hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
