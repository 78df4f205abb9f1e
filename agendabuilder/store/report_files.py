"""Files coming into a meeting's folder: copied under their own name, or a free one beside it."""

import shutil
import unicodedata
from itertools import chain, count
from pathlib import Path

from agendabuilder.domain.safe_names import safe_file_name
from agendabuilder.errors import FolderError
from agendabuilder.safe_file import file_aside, why
from agendabuilder.store.meeting_folder import REPORTS_FOLDER, MeetingFolder


def take_in_file(folder: MeetingFolder, source: Path, name: str = "") -> str:
    """Copy a file into the folder's reports; return what the meeting calls it ("reports/budget.pdf").

    It keeps its own name, or gets `name`. A file that lies there already is used as it is. Raises `FolderError`; then
    nothing is left behind.
    """
    return f"{REPORTS_FOLDER}/{_copy(folder.reports, source, name)}"


def take_in_logo(folder: MeetingFolder, source: Path) -> str:
    """Copy a picture beside the meeting file; return its name there. Raises `FolderError`."""
    return _copy(folder.path, source)


def _copy(place: Path, source: Path, name: str = "") -> str:
    if source.resolve().parent == place.resolve():
        return source.name
    called = name or source.name
    try:
        place.mkdir(exist_ok=True)
        target = _free_place(place, safe_file_name(called))
        with file_aside(target) as aside:
            shutil.copyfile(source, aside)
    except OSError as problem:
        raise FolderError(
            f"“{called}” could not be copied to the meeting's folder: {why(problem, place / called)}.",
            "Make sure that the file can be read and that there is room, and add it again.",
        ) from problem
    return target.name


def _free_place(folder: Path, name: str) -> Path:
    """The name itself, else `budget 2.pdf` and so on: on many disks neither case nor the way of accents counts."""
    taken = {_alike(path.name) for path in folder.iterdir()}
    own = Path(name)
    names = chain((name,), (f"{own.stem} {number}{own.suffix}" for number in count(2)))
    return folder / next(each for each in names if _alike(each) not in taken)


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
