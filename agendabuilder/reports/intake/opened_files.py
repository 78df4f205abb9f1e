"""Where files that open only with a password are kept without it: in a private folder that goes with the process.

Nothing of such a file, not even its bookmarks, comes into the cache that stays. The folder lies within the cache, and
a lock tells whose process still runs, so that what a killed program left behind is removed by the next one.
"""

import atexit
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from agendabuilder.paths import OPENED
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.working_copy import not_writable
from agendabuilder.safe_file import private_folder

if TYPE_CHECKING:
    from filelock import FileLock

_LOCK = "in-use"


def opened_files(lasting: ReportCache) -> ReportCache:
    """The cache beside the lasting one for what was opened with a password. Raises `FolderError`."""
    try:
        return _session(lasting.folder.absolute())[0]
    except OSError as error:
        raise not_writable(lasting.folder) from error


@contextmanager
def working_folder(opened: ReportCache) -> Iterator[Path]:
    """A folder for one piece of work on a report; whatever ends the program, it goes like the files beside it.

    `opened` is the cache of `opened_files`. Raises `FolderError`.
    """
    try:
        folder = TemporaryDirectory(dir=opened.folder, ignore_cleanup_errors=True)
    except OSError as error:
        raise not_writable(opened.folder) from error
    with folder as place:
        yield Path(place)


def sweep_opened_files(lasting: ReportCache) -> None:
    """Remove what programs left that were ended by force; what a running one holds stays."""
    found = list((lasting.folder / OPENED).glob("*"))
    if not found:
        return
    from filelock import FileLock, Timeout  # with a locked report only, as it takes long to load

    for left in found:
        lock = FileLock(left / _LOCK)
        with suppress(OSError, Timeout):
            lock.acquire(timeout=0)
            lock.release()
            rmtree(left, ignore_errors=True)


def forget_refusals(lasting: ReportCache) -> None:
    """Let every file that could not be converted be tried again, the locked ones of running programs included."""
    for folder in (lasting.folder, *(lasting.folder / OPENED).glob("*")):
        ReportCache(folder).forget_refusals()


@cache
def _session(folder: Path) -> "tuple[ReportCache, FileLock, TemporaryDirectory[str]]":
    """This process's own folder, held until it ends; Python removes it then."""
    from filelock import FileLock

    private_folder(folder / OPENED)
    place = TemporaryDirectory(dir=folder / OPENED, ignore_cleanup_errors=True)
    lock = FileLock(Path(place.name) / _LOCK)
    lock.acquire(timeout=0)
    atexit.register(lock.release)  # the last is called first: Windows deletes no folder with an open file in it
    return ReportCache(Path(place.name)), lock, place
