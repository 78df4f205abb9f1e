"""Writing a file so that it is whole at any moment: write aside, flush to the disk, replace.

Killing the program, or a power cut, leaves the old file or the new one, never a part.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkstemp


def write_safely(path: Path, content: bytes) -> None:
    """Put `content` at `path` in one step. Raises `OSError`; then the old file is as it was."""
    with file_aside(path) as aside:
        aside.write_bytes(content)


@contextmanager
def file_aside(path: Path) -> Iterator[Path]:
    """Offer a new name beside `path` to write to; it replaces `path` when the block ends well, else it goes."""
    handle, name = mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    os.close(handle)
    aside = Path(name)
    try:
        yield aside
        _flush(aside)
        _keep_mode(path, aside)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    _flush_folder(path.parent)


def _flush(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _keep_mode(old: Path, new: Path) -> None:
    """A temporary file is private; the real one gets what the old one had, or what is customary."""
    with suppress(OSError):
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(old.stat().st_mode & 0o777 if old.exists() else 0o666 & ~umask)


def _flush_folder(folder: Path) -> None:
    """Make the renaming last; Windows cannot open folders and does not need it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
