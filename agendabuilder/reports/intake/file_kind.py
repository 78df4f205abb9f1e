"""What a file is, told from its first bytes and its name; a wrong ending is no obstacle and no proof."""

import zipfile
from enum import Enum
from pathlib import Path

from agendabuilder.reports.office.office_file import BROKEN

_HEAD = 1024
"""A PDF's own mark may stand anywhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13)."""


class FileKind(Enum):
    """The kinds that clerks are handed; the value is what to call one in a sentence."""

    PDF = "a PDF"
    WORD = "a Word document"
    SLIDES = "a slide presentation"
    SPREADSHEET = "a spreadsheet"
    PICTURE = "a picture"
    WEB_PAGE = "a web page"
    EMAIL = "an e-mail"
    ARCHIVE = "a folder of compressed files"
    TEXT = "plain text"
    EMPTY = "empty"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        """What one is called in a list: "Word"."""
        return _LABELS.get(self, self.name.replace("_", " ").capitalize())


_LABELS = {FileKind.PDF: "PDF", FileKind.EMAIL: "E-mail"}

_ENDINGS = {
    ".docx": FileKind.WORD, ".docm": FileKind.WORD, ".doc": FileKind.WORD, ".odt": FileKind.WORD,
    ".rtf": FileKind.WORD, ".pptx": FileKind.SLIDES, ".pptm": FileKind.SLIDES, ".ppt": FileKind.SLIDES,
    ".odp": FileKind.SLIDES, ".xlsx": FileKind.SPREADSHEET, ".xlsm": FileKind.SPREADSHEET,
    ".xls": FileKind.SPREADSHEET, ".ods": FileKind.SPREADSHEET, ".csv": FileKind.SPREADSHEET,
    ".eml": FileKind.EMAIL, ".msg": FileKind.EMAIL,
}  # fmt: skip

CHOOSABLE = (
    ".pdf", *_ENDINGS,
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic", ".heif",
    ".txt", ".text", ".md", ".markdown",
)  # fmt: skip
"""The endings that are offered where a clerk chooses files; whatever is chosen is still told by its content."""

_STARTS = (
    (b"{\\rtf", FileKind.WORD),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
    (b"II+\x00", FileKind.PICTURE),
    (b"MM\x00+", FileKind.PICTURE),
    (b"\x00\x00\x00\x0cjP  ", FileKind.PICTURE),
)

_STARTS_WITHIN = (
    (4, b"ftyphei", FileKind.PICTURE),
    (4, b"ftypmif1", FileKind.PICTURE),
    (8, b"WEBP", FileKind.PICTURE),
)
"""Where the mark of a kind stands behind the length of something: HEIC, HEIF, WebP."""

_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
"""The marks of UTF-16, whose letters are half zeros."""

_PARTS = (("word/", FileKind.WORD), ("ppt/", FileKind.SLIDES), ("xl/", FileKind.SPREADSHEET))
"""The folders inside a modern Office file."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_WEB_PAGE = (b"<!doctype html", b"<html")


def file_kind(path: Path) -> FileKind:
    """The kind of the file. Raises OSError when it cannot be read."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        return FileKind.EMPTY
    if b"%PDF-" in head:
        return FileKind.PDF
    by_name = _ENDINGS.get(path.suffix.lower(), FileKind.UNKNOWN)
    if head.startswith(b"PK\x03\x04"):
        return _kind_of_archive(path, by_name)
    if head.startswith(_OLD_OFFICE):
        return FileKind.WORD if by_name is FileKind.UNKNOWN else by_name
    if by_name is FileKind.EMAIL:  # a short head may be followed by what looks like a web page
        return by_name
    return _kind_by_start(head) or (by_name if by_name is not FileKind.UNKNOWN else _kind_of_rest(head))


def _kind_by_start(head: bytes) -> FileKind | None:
    if head.startswith(b"BM") and head[6:10] == bytes(4):  # a bitmap; text may begin with these letters, too
        return FileKind.PICTURE
    within = (kind for place, mark, kind in _STARTS_WITHIN if head.startswith(mark, place))
    by_mark = next((kind for start, kind in _STARTS if head.startswith(start)), next(within, None))
    if by_mark is None and any(mark in head[:512].lower() for mark in _WEB_PAGE):
        return FileKind.WEB_PAGE
    return by_mark


def _kind_of_archive(path: Path, by_name: FileKind) -> FileKind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except BROKEN:
        return by_name
    inside = (kind for part, kind in _PARTS if any(name.startswith(part) for name in names))
    return next(inside, FileKind.ARCHIVE if by_name is FileKind.UNKNOWN else by_name)


def _kind_of_rest(head: bytes) -> FileKind:
    """Text has no control characters but line ends and tabs; anything else is not known."""
    plain = head.startswith(_WIDE_TEXT) or not any(byte < 32 and byte not in b"\t\n\r\f" for byte in head)
    return FileKind.TEXT if plain else FileKind.UNKNOWN
