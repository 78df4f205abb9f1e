"""Keeps what has been found out about report files, so that an unchanged file costs next to nothing.

Everything is kept by the file's SHA-256 and may be thrown away at any time. What is damaged, or cannot be
written, is worked out again. Several programs may use one folder at once: files are only ever replaced whole.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from typing import TypeVar

import cattrs
from cattrs.preconf.json import make_converter

from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.reports.prepared import FileFacts
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.safe_file import file_aside, private_folder

INSPECTION = 3
"""The version of the code that finds the facts out; a new one makes every kept fact be found out again."""

_SETTLED_NS = 2_000_000_000
"""A file changed less than two seconds ago could change again without a new time on its disk (FAT counts in twos)."""

_PARTS = ("seen", "facts", "clean", "refused", "stand-ins", "read")
"""The folders within the cache that belong to reports; others keep their own things beside them."""

_IN_USE_SECONDS = 3600

_BELIEVED_SECONDS = 600
"""For how long a failed conversion is not tried again; a program may have been stuck, so not for ever."""

_DEFAULT_BYTES = 500_000_000

_Read = TypeVar("_Read")

_values = make_converter()


class ReportCache:
    """A folder of facts and cleaned copies."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fingerprint(self, path: Path) -> str:
        """The SHA-256 of the file, remembered for as long as the file lies there untouched.

        Raises OSError when the file cannot be read.
        """
        marks = _marks(path)
        note = self.folder / "seen" / f"{_digest(os.fsencode(path.absolute()))}.json"
        with suppress(OSError, ValueError):
            kept = json.loads(note.read_text("utf-8"))
            if isinstance(kept, list) and kept[:-1] == marks:
                return str(kept[-1])
        fingerprint = fingerprint_of(path)
        if _marks(path) == marks and time.time_ns() - max(marks[1:3]) > _SETTLED_NS:
            _write(note, json.dumps([*marks, fingerprint]))
        return fingerprint

    def facts(self, fingerprint: str) -> FileFacts | None:
        """What is known of a file, or None. Facts that are damaged, or whose cleaned copy is gone, are not known."""
        place, copy = self._facts_place(fingerprint), self.clean_place(fingerprint)
        try:
            facts = _loaded(place, FileFacts)
            if facts.clean_bytes and copy.stat().st_size != facts.clean_bytes:
                return None
            for used in (place, copy) if facts.clean_bytes else (place,):
                os.utime(used)
        except (OSError, ValueError, cattrs.BaseValidationError):
            return None
        return facts

    def keep(self, fingerprint: str, facts: FileFacts) -> None:
        """Remember the facts. A folder that cannot be written is no obstacle: they are found out again."""
        _write_value(self._facts_place(fingerprint), facts)

    def read(self, what: str, fingerprint: str, kind: type[_Read]) -> _Read | None:
        """What was read out of a file before, or None. `what` names it and the version of the code that reads it."""
        place = self._read_place(what, fingerprint)
        try:
            value = _loaded(place, kind)
            os.utime(place)
        except (OSError, ValueError, cattrs.BaseValidationError):
            return None
        return value

    def keep_read(self, what: str, fingerprint: str, value: object) -> None:
        """Remember what was read out of a file: a dataclass of plain values."""
        _write_value(self._read_place(what, fingerprint), value)

    def read_once(self, what: str, path: Path, kind: type[_Read], find_out: Callable[[], _Read]) -> _Read:
        """What is read out of a prepared report at `path`, found out the first time and remembered beside its copy.

        Raises OSError when the file cannot be read, and what `find_out` raises.
        """
        keeper = self.keeper_of(path)
        fingerprint = keeper.fingerprint(path)
        known = keeper.read(what, fingerprint, kind)
        if known is None:
            known = find_out()
            keeper.keep_read(what, fingerprint, known)
        return known

    def keeper_of(self, path: Path) -> "ReportCache":
        """The cache that may remember what is read out of a prepared report: the one that its copy lies in.

        So nothing of a file that was opened with a password comes into the cache that stays.
        """
        path, folder = path.absolute(), self.folder.absolute()
        return ReportCache(path.parents[1]) if path.is_relative_to(folder) else self

    def clean_place(self, fingerprint: str) -> Path:
        """Where the cleaned copy of a file belongs."""
        return self.folder / "clean" / f"{fingerprint}.{INSPECTION}.pdf"

    def refusal(self, key: str, called: str) -> ReportRefused | None:
        """Why a file could not be converted a moment ago, so that a preview need not wait for that again."""
        place = self._refusal_place(key, called)
        with suppress(OSError, ValueError, TypeError):
            if time.time() - place.stat().st_mtime < _BELIEVED_SECONDS:
                return ReportRefused(*json.loads(place.read_text("utf-8")))
        return None

    def keep_refusal(self, key: str, called: str, refused: ReportRefused) -> None:
        """Remember for some minutes that a file, under this name, could not be converted."""
        _write(self._refusal_place(key, called), json.dumps([refused.code, refused.trouble, refused.advice]))

    def forget_refusals(self) -> None:
        """Let every file that could not be converted be tried again."""
        rmtree(self.folder / "refused", ignore_errors=True)

    def trim(self, most_bytes: int = _DEFAULT_BYTES) -> None:
        """Throw away what was not used for longest until no more than `most_bytes` are kept.

        What was used within the last hour stays: another build may be about to open it.
        """
        kept = sorted(self._files(), key=lambda entry: entry[0], reverse=True)
        total = 0
        for used, size, path in kept:
            total += size
            if total > most_bytes and time.time() - used > _IN_USE_SECONDS:
                with suppress(OSError):
                    path.unlink()

    def clear(self) -> None:
        """Throw everything away."""
        for part in _PARTS:
            rmtree(self.folder / part, ignore_errors=True)

    def _facts_place(self, fingerprint: str) -> Path:
        return self.folder / "facts" / f"{fingerprint}.{INSPECTION}.json"

    def _read_place(self, what: str, fingerprint: str) -> Path:
        return self.folder / "read" / f"{fingerprint}.{what}.json"

    def _refusal_place(self, key: str, called: str) -> Path:
        return self.folder / "refused" / f"{_digest(f'{key} {called}'.encode())}.json"

    def _files(self) -> list[tuple[float, int, Path]]:
        """Every kept file: when it was last used, its size, its place."""
        found = []
        for path in (path for part in _PARTS for path in (self.folder / part).glob("*")):
            with suppress(OSError):
                stat = path.stat()
                found.append((stat.st_mtime, stat.st_size, path))
        return found


def _marks(path: Path) -> list[int]:
    """What changes when a file is written again: size, times, identity on its disk."""
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _loaded(place: Path, kind: type[_Read]) -> _Read:
    """A kept value. Raises OSError, ValueError or cattrs' errors when there is none that is whole."""
    digest, _, text = place.read_text("utf-8").partition("\n")
    if digest != _digest(text.encode()):
        raise ValueError("damaged")
    return _values.loads(text, kind)


def _write_value(place: Path, value: object) -> None:
    text = _values.dumps(value)
    _write(place, f"{_digest(text.encode())}\n{text}")


def _write(place: Path, text: str) -> None:
    with suppress(OSError):
        private_folder(place.parent)
        with file_aside(place, lasting=False) as aside:
            aside.write_text(text, "utf-8")
