"""One writer at a time in a meeting's folder, and a name to tell the second one.

The lock is the operating system's, so a killed program never leaves one behind; a small file beside it
names the holder for the sentence that others read. The lock reaches as far as the disk does: two computers that each
have a copy of the folder (OneDrive) do not see one another's. The small file is copied, too, so it can be told.
"""

import errno
import getpass
import json
import platform
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from agendabuilder.errors import FolderError, LockedError

_LOCK = ".agenda.lock"
_HOLDER = ".agenda.holder"
_KNOWS_NO_LOCKS = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.ENOSYS)
"""What some shares and old servers answer; a meeting there opens all the same."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a meeting open: login name, computer, and since when (local time, to the minute)."""

    who: str
    computer: str
    since: str

    def __str__(self) -> str:
        return f"{self.who} on {self.computer}, since {self.since}"


@contextmanager
def folder_lock(folder: Path) -> Iterator[None]:
    """Hold the folder while the block runs. Raises `LockedError`, naming the holder, when somebody else has it.

    Raises `FolderError` when the folder cannot be written.
    """
    lock = FileLock(folder / _LOCK)
    _take(lock, folder)
    try:
        _name_holder(folder)
        yield
    finally:
        with suppress(OSError):
            (folder / _HOLDER).unlink()
        lock.release()


def _take(lock: FileLock, folder: Path) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout as problem:
        if not (folder / _LOCK).exists():  # Windows answers so, too, where nothing can be written
            raise FolderError(f"The folder “{folder}” cannot be written to.") from problem
        holder = lock_holder(folder)
        raise LockedError(
            f"The meeting is open already: {holder or 'somebody else has it'}.", "Close it there, and try again."
        ) from problem
    except OSError as problem:
        if problem.errno not in _KNOWS_NO_LOCKS:
            raise FolderError(f"The folder “{folder}” cannot be written to: {problem.strerror}.") from problem


def lock_holder(folder: Path) -> Holder | None:
    """Who the folder's lock names, if anybody."""
    try:
        return Holder(**json.loads((folder / _HOLDER).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def holder_elsewhere(folder: Path) -> Holder | None:
    """Who may have the meeting open on another computer although nothing is locked; to be asked before locking.

    The folder may be a copy of theirs, or their program was ended by force.
    """
    holder = lock_holder(folder)
    return holder if holder and holder.computer != platform.node() else None


def _name_holder(folder: Path) -> None:
    holder = Holder(login_name(), platform.node(), datetime.now().strftime("%d %B %Y, %H:%M"))
    with suppress(OSError):
        (folder / _HOLDER).write_text(json.dumps(asdict(holder)), encoding="utf-8")


def login_name() -> str:
    """Who is signed in; "another user" on a bare system, which has no login names."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "another user"
