"""Writing a file so that it is whole at any moment: write aside, flush to the disk, replace.

Killing the program, or a power cut, leaves the old file or the new one, never a part. On Windows a file that somebody
has open cannot be replaced; scanners for viruses open every new file for a moment, so that is worth waiting for.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

_BEGINNING, _ENDING = ".agendabuilder-", ".part"
"""The name of a file aside has one length, however long the file's own is: its path must not be what is too long."""
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.8) if sys.platform == "win32" else ()
"""Seconds before each further try to put a file in its place."""
_LONGEST_PATH = 259 if sys.platform == "win32" else sys.maxsize
"""Letters of a path on Windows, unless its owner allowed longer ones (MAX_PATH without the closing zero)."""
_ABANDONED_AFTER = 3600.0
"""Seconds after which a file aside is taken to be left over."""


def write_safely(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step. Raises `OSError`; then the old file is as it was."""
    with file_aside(path) as aside:
        aside.write_bytes(content)


@contextmanager
def file_aside(path: Path, lasting: bool = True) -> Iterator[Path]:
    """Offer a new name beside `path` to write to; it replaces `path` when the block ends well, else it goes.

    What can be made again need not be `lasting`: it is whole at any moment all the same, but a power cut may
    take it back. Raises `OSError`.
    """
    _sweep(path.parent)
    handle, name = mkstemp(prefix=_BEGINNING, suffix=_ENDING, dir=path.parent)
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        if lasting:
            _flush(aside)
        _keep_mode(path, aside)
        put_in_place(aside, path)
    finally:
        with suppress(OSError):  # on Windows what failed may still have it open, and is what should be told
            aside.unlink(missing_ok=True)
    if lasting:
        flush_folder(path.parent)


def put_in_place(aside: Path, path: Path) -> None:
    """Give a finished file or folder its name, in place of the file before; wait while a scanner holds it.

    Raises `OSError`.
    """
    for seconds in _WAITS:
        with suppress(PermissionError):
            aside.replace(path)
            return
        time.sleep(seconds)
    aside.replace(path)


def why(problem: OSError, path: Path) -> str:
    """Why a file could not be written, as a clause; Windows says of too long a path only that there is none."""
    if len(str(path.absolute())) > _LONGEST_PATH:
        return "its name and those of the folders around it are too long for Windows together"
    return problem.strerror or str(problem)


def _sweep(folder: Path) -> None:
    """Remove what a killed program left in a folder, once it is old enough to be nobody's work."""
    for left in folder.glob(f"{_BEGINNING}*{_ENDING}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
                left.unlink()


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _customary_mode() -> int:
    """What a new file may be used for; the mask can only be read by setting it, for all threads at once."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


_CUSTOMARY = _customary_mode()


def _keep_mode(old: Path, new: Path) -> None:
    """A temporary file is private; the real one gets what the old one had, or what is customary."""
    with suppress(OSError):
        new.chmod(old.stat().st_mode & 0o777 if old.exists() else _CUSTOMARY)


def flush_folder(folder: Path) -> None:
    """Make the renaming last; Windows cannot open folders and does not need it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def private_folder(folder: Path) -> None:
    """Make a folder that only its user can read: reports may be confidential. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
