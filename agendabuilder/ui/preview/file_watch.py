"""Notices when a report's file changes on the disk while its meeting is open.

Programs often replace a file instead of writing into it, and then the system's own watch ends; so folders are
watched too, and what counts is whether size or time of a file are different.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_SETTLE = 400
"""Milliseconds without a further change after which a file is taken to be written."""

_Marks = tuple[int, int] | None


class FileWatch(QObject):
    """Watches a set of files."""

    changed = Signal(list)
    """These files, as paths, are different, new or gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: Mapping[Path, _Marks] = {}
        self._watcher = QFileSystemWatcher(self)
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLE)
        self._settled.timeout.connect(self._compare)
        self._watcher.fileChanged.connect(lambda: self._settled.start())
        self._watcher.directoryChanged.connect(lambda: self._settled.start())

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files from now on, as they are now, and no others."""
        wanted = set(files)
        if wanted != self._marks.keys():
            self._marks = {file: self._marks.get(file) or _marks(file) for file in wanted}
            self._renew()

    def _renew(self) -> None:
        """Tell the system what to watch; files that are gone come back through their folder."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        folders = {file.parent for file in self._marks if file.parent.is_dir()}
        wanted = {str(path) for path in (*folders, *(file for file in self._marks if file.is_file()))}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := wanted - watched:
            self._watcher.addPaths(sorted(new))

    def _compare(self) -> None:
        now = {file: _marks(file) for file in self._marks}
        different = [file for file, marks in now.items() if marks != self._marks[file]]
        self._marks = now
        self._renew()
        if different:
            self.changed.emit(sorted(different))


def _marks(file: Path) -> _Marks:
    """What is different when a file was written; None for one that is not there."""
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns
