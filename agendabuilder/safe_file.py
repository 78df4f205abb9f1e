"""Writing a file so that it is whole at any moment: write aside, flush to the disk, replace.

Killing the program, or a power cut, leaves the old file or the new one, never a part.
"""

import glob
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp

_ENDING = ".part"
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
    _sweep(path)
    handle, name = mkstemp(prefix=f".{path.name}.", suffix=_ENDING, dir=path.parent)
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        if lasting:
            _flush(aside)
        _keep_mode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    if lasting:
        flush_folder(path.parent)


def _sweep(path: Path) -> None:
    """Remove what a killed program left beside `path`, once it is old enough to be nobody's work."""
    for left in path.parent.glob(f"{glob.escape(f'.{path.name}.')}*{_ENDING}"):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _ABANDONED_AFTER:
                left.unlink()


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _keep_mode(old: Path, new: Path) -> None:
    """A temporary file is private; the real one gets what the old one had, or what is customary."""
    with suppress(OSError):
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(old.stat().st_mode & 0o777 if old.exists() else 0o666 & ~umask)


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
