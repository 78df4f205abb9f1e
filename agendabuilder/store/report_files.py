"""Report files coming into a meeting's folder: copied under their own name, or a free one beside it."""

import re
import shutil
from itertools import chain, count
from pathlib import Path

from agendabuilder.errors import FolderError
from agendabuilder.safe_file import file_aside
from agendabuilder.store.meeting_folder import REPORTS_FOLDER, MeetingFolder

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def take_in_file(folder: MeetingFolder, source: Path) -> str:
    """Copy a file into the folder's reports; return what the meeting calls it ("reports/budget.pdf").

    A file that lies there already is used as it is. Raises `FolderError`; then nothing is left behind.
    """
    if source.resolve().parent == folder.reports.resolve():
        return f"{REPORTS_FOLDER}/{source.name}"
    try:
        folder.reports.mkdir(exist_ok=True)
        place = _free_place(folder.reports, _NOT_IN_NAMES.sub("_", source.name))
        with file_aside(place) as aside:
            shutil.copyfile(source, aside)
    except OSError as problem:
        raise FolderError(
            f"“{source.name}” could not be copied to the meeting's folder: {problem.strerror or problem}.",
            "Make sure that the file can be read and that there is room, and add it again.",
        ) from problem
    return f"{REPORTS_FOLDER}/{place.name}"


def _free_place(folder: Path, name: str) -> Path:
    """The name itself, else `budget 2.pdf` and so on. Upper and lower case are the same on many disks."""
    taken = {path.name.casefold() for path in folder.iterdir()}
    own = Path(name)
    names = chain((name,), (f"{own.stem} {number}{own.suffix}" for number in count(2)))
    return folder / next(each for each in names if each.casefold() not in taken)
