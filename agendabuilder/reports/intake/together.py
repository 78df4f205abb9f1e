"""Converts the Office files of a meeting in one run of LibreOffice, whose start costs more than most reports do.

It only goes ahead: what it makes is kept as if each file had been converted in its turn, and what goes wrong is left
to that turn, where the sentence for the clerk is made.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.conversion import Conversion, NotConvertedError
from agendabuilder.reports.intake.convert import kept_facts, key_of, take_in_made
from agendabuilder.reports.intake.file_kind import FileKind, file_kind
from agendabuilder.reports.intake.ways import ways_for
from agendabuilder.reports.office.libreoffice import FORMATS, LibreOfficeWay
from agendabuilder.reports.office.office_file import is_locked, office_format
from agendabuilder.reports.running import TookTooLongError
from agendabuilder.reports.terms import Terms


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A file that LibreOffice is to convert, and what its PDF will be kept under."""

    source: Path
    called: str
    kind: FileKind
    fingerprint: str
    key: str
    way: LibreOfficeWay


def convert_together(files: Iterable[tuple[Path, str]], cache: ReportCache, terms: Terms, progress: Progress) -> None:
    """Convert those of the files, each with what it is called, that LibreOffice has not converted yet.

    Raises `Cancelled`, and `FolderError` when the cache has no room.
    """
    by_writer: dict[str, dict[str, _Waiting]] = defaultdict(dict)
    for source, called in files:
        with suppress(OSError):
            if waiting := _waiting(source, called, cache):
                by_writer[FORMATS[office_format(source)]][waiting.key] = waiting
    for group in by_writer.values():
        if len(group) > 1:
            _convert(tuple(group.values()), cache, terms, progress)


def _waiting(source: Path, called: str, cache: ReportCache) -> _Waiting | None:
    """The file as one that waits; None when it is no Office file, is done, or will not go this way."""
    kind = file_kind(source)
    ways = ways_for(source, kind)
    if not ways or not isinstance(ways[0], LibreOfficeWay) or is_locked(source):
        return None
    fingerprint = cache.fingerprint(source)
    key = key_of(source, kind, fingerprint)
    if kept_facts(key, cache) or cache.refusal(key, called):
        return None
    return _Waiting(source, called, kind, fingerprint, key, ways[0])


def _convert(group: Sequence[_Waiting], cache: ReportCache, terms: Terms, progress: Progress) -> None:
    progress.stage("Converting Office files", len(group))
    with TemporaryDirectory(prefix="agendabuilder-", ignore_cleanup_errors=True) as folder:
        works = []
        for place, waiting in enumerate(group):
            own = Path(folder, str(place))
            own.mkdir()
            works.append(Conversion(waiting.source, own, waiting.called, terms, progress))
        with suppress(OSError, TookTooLongError):
            group[0].way.convert_all(works, Path(folder), lambda: progress.advance(0))
        for waiting, work in zip(group, works, strict=True):
            with suppress(OSError, NotConvertedError):
                _keep(waiting, work, cache)
            progress.advance()


def _keep(waiting: _Waiting, work: Conversion, cache: ReportCache) -> None:
    """Keep what was made, unless there is nothing, or the file has changed since."""
    if work.out.is_file() and cache.fingerprint(waiting.source) == waiting.fingerprint:
        place = cache.clean_place(waiting.key)
        cache.keep(waiting.key, take_in_made(work, waiting.kind, waiting.way, place))
