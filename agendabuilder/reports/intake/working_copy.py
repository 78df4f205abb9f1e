"""Writing the working copies of reports: whole at any moment; where there is no room, the clerk is told so."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agendabuilder.errors import FolderError
from agendabuilder.safe_file import file_aside, private_folder


@contextmanager
def working_copy(place: Path, lasting: bool = False) -> Iterator[Path]:
    """Offer a name to write to; what is written there comes to `place` when the block ends well.

    A copy that is only taken to be there if it is whole need not be `lasting`, see `file_aside`. Raises `FolderError`.
    """
    try:
        private_folder(place.parent)
        with file_aside(place, lasting) as aside:
            yield aside
    except OSError as error:
        raise not_writable(place.parent) from error


def not_writable(folder: Path) -> FolderError:
    """What to say where a folder of the cache cannot be written to."""
    return FolderError(
        f"A working copy of a report could not be written to {folder}.",
        "Make sure that the disk is not full and that you may write to this folder.",
    )
