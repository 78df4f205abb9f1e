"""Writes a file so that nobody ever sees half of it: beside its place first, then into its place at once."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def written_aside(place: Path) -> Iterator[Path]:
    """A path to write to; when the block ends well it takes `place`, otherwise it is removed.

    Raises OSError when the folder cannot be made or written.
    """
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, aside_name = tempfile.mkstemp(prefix=f"{place.stem[:16]}.", suffix=".part", dir=place.parent)
    os.close(handle)
    aside = Path(aside_name)
    try:
        yield aside
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)
