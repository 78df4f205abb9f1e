"""Which of the Office formats a file has inside, and whether it is locked; told by its content, not by its name."""

import re
import zipfile
import zlib
from contextlib import suppress
from lzma import LZMAError
from mmap import ACCESS_READ, mmap
from pathlib import Path

_OLD = b"\xd0\xcf\x11\xe0"
_MODERN = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))
_OPEN = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_STREAMS = (("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("Workbook", "xls"), ("Book", "xls"))
"""The streams inside a file of the old kind, one of which holds the document ([MS-DOC], [MS-PPT], [MS-XLS])."""

_CHANGE = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
BROKEN = (
    zipfile.BadZipFile, zlib.error, LZMAError, KeyError, ValueError, NotImplementedError, RuntimeError, EOFError,
)  # fmt: skip
"""What zipfile raises for an archive, or a part of one, that is damaged, locked or not there."""

_MOST_TEXT = 100_000_000
"""Bytes of a document's text that are looked at; a small file can be made to unpack without end."""

_MOST_LISTED = 10_000_000
"""Bytes of a list of parts; the same holds for it."""

_LONGEST_NAME = 200
_LOCKED_STREAM = "EncryptedPackage"
"""The stream that holds a locked file of the modern kind ([MS-OFFCRYPTO] 2.3.4.4)."""


def office_format(path: Path) -> str:
    """Its format as an ending without a dot ("docx"); what its name says when the content does not tell.

    Raises OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(8)
    named = path.suffix.lower().removeprefix(".")
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith(_OLD):
        return next((form for stream, form in _STREAMS if _holds(path, stream)), named)
    return (_of_archive(path) if head.startswith(b"PK") else "") or named


def is_locked(path: Path) -> bool:
    """Whether the file opens only with a password. Raises OSError when it cannot be read.

    Locks inside the old formats are not seen.
    """
    with path.open("rb") as file:
        head = file.read(8)
    if head.startswith(_OLD):
        return _holds(path, _LOCKED_STREAM)
    with suppress(*BROKEN):
        if head.startswith(b"PK"):
            with zipfile.ZipFile(path) as archive, archive.open("META-INF/manifest.xml") as listed:
                return b"encryption-data" in listed.read(_MOST_LISTED)
    return False


def may_be_locked(path: Path) -> bool:
    """Whether the file is of the kind that holds a lock which `office_lock` can open. Raises OSError."""
    with path.open("rb") as file:
        return file.read(8).startswith(_OLD)


def has_tracked_changes(path: Path) -> bool:
    """Whether a modern Word file has changes that nobody has accepted or rejected; the old kind is not looked into.

    Raises OSError when it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open("word/document.xml") as text:
            return _CHANGE.search(text.read(_MOST_TEXT)) is not None
    except BROKEN:
        return False


def _holds(path: Path, stream: str) -> bool:
    """Whether a file of the old kind has a stream of this name, which some programs write in capitals."""
    with path.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
        names = (f"{name}\0".encode("utf-16-le") for name in (stream, stream.upper()))
        return any(content.find(name) >= 0 for name in names)


def _of_archive(path: Path) -> str:
    """The format of a file that is a bundle of parts; empty when the parts do not tell."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            modern = (form for folder, form in _MODERN if any(name.startswith(folder) for name in names))
            return next(modern, "") or _OPEN.get(_mimetype(archive).rpartition(".")[2], "")
    except BROKEN:
        return ""


def _mimetype(archive: zipfile.ZipFile) -> str:
    with archive.open("mimetype") as named:
        return named.read(_LONGEST_NAME).decode("ascii", "replace").strip()
