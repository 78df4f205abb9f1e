"""What makes a large PDF large: pictures, fonts, files inside it; as bytes in the file.

Nothing is unpacked: the lengths stand in the file. What is shared by pages counts once.
"""

from dataclasses import dataclass
from pathlib import Path

import pikepdf

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.readings.font_embedding import FONT_FILES

_KEPT_AS = "weight-1"
"""Raise the number when this file weighs in another way."""

LARGE = 10_000_000
"""Bytes from which a report is large: many mail systems refuse more than that."""

_MOST_OBJECTS = 300_000


@dataclass(frozen=True, slots=True)
class FileWeight:
    """Bytes of the whole file and of its parts; `largest_picture` is (width, height) in pixels and its bytes."""

    total: int
    pictures: int
    picture_count: int
    fonts: int
    files_inside: int
    largest_picture: tuple[int, int, int] = (0, 0, 0)


def file_weight(path: Path, cache: ReportCache) -> FileWeight | None:
    """What a prepared report's PDF weighs, from the cache where it is known; None when it is not large.

    Raises OSError when it cannot be read.
    """
    total = path.stat().st_size
    if total < LARGE:
        return None
    return cache.read_once(_KEPT_AS, path, FileWeight, lambda: _weigh(path, total))


def _weigh(path: Path, total: int) -> FileWeight:
    try:
        with pikepdf.open(path) as pdf:
            return _weigh_objects(pdf, total)
    except pikepdf.PikepdfError:
        return FileWeight(total, 0, 0, 0, 0)


def _weigh_objects(pdf: pikepdf.Pdf, total: int) -> FileWeight:
    pictures, fonts, inside, count = 0, 0, 0, 0
    largest = (0, 0, 0)
    font_files = _font_files(pdf)
    for place, thing in enumerate(pdf.objects):
        if place >= _MOST_OBJECTS:
            break
        if not isinstance(thing, pikepdf.Stream):
            continue
        size = pdf_values.whole_number(thing, "/Length")
        if pdf_values.name(thing, "/Subtype") == "/Image":
            pictures, count = pictures + size, count + 1
            if size > largest[2]:
                sides = (pdf_values.whole_number(thing, "/Width"), pdf_values.whole_number(thing, "/Height"))
                largest = (*sides, size)
        elif thing.objgen in font_files:
            fonts += size
        elif pdf_values.name(thing, "/Type") == "/EmbeddedFile":
            inside += size
    return FileWeight(total, pictures, count, fonts, inside, largest)


def _font_files(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    found = set()
    for place, thing in enumerate(pdf.objects):
        if place >= _MOST_OBJECTS:
            break
        if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing:
            found |= {file.objgen for key in FONT_FILES if isinstance(file := thing.get(key), pikepdf.Stream)}
    return found
