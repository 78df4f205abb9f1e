"""The sample meeting of an invented council, copied to where a newcomer can look at it and change it."""

import shutil
from pathlib import Path

from agendabuilder import paths
from agendabuilder.errors import FolderError
from agendabuilder.store.meeting_folder import MEETING_FILE, REPORTS_FOLDER, MeetingFolder


def copy_sample(folder: Path) -> MeetingFolder:
    """Copy the sample meeting into `folder`. A meeting that is there already is kept as it is.

    Raises `FolderError` when the folder cannot be written.
    """
    sample = paths.resources() / "sample"
    if not (folder / MEETING_FILE).exists():
        try:
            reports = folder / REPORTS_FOLDER  # only their content: installed files may be write-protected
            shutil.copytree(sample / REPORTS_FOLDER, reports, copy_function=shutil.copyfile, dirs_exist_ok=True)
            for file in sorted(sample.glob("*")):
                if file.is_file() and file.suffix != ".md" and file.name != MEETING_FILE:
                    shutil.copyfile(file, folder / file.name)
            shutil.copyfile(sample / MEETING_FILE, folder / MEETING_FILE)
        except OSError as problem:
            raise FolderError(f"The sample cannot be copied to “{folder}”: {problem.strerror or problem}.") from problem
    return MeetingFolder(folder)
