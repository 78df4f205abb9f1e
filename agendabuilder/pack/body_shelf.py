"""The shelf of stamped bodies: a body is found again by everything that went into it, and only when it was proven.

Fingerprints, chosen pages, printed numbers, stamps and markings are all part of the name, so a body with exempt
pages can never be taken for one without.
"""

import contextlib
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf, String

from agendabuilder import __version__
from agendabuilder.pack.body import BuiltBody, body_pages, stamp_texts
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.page_stamps import stamps_of
from agendabuilder.pack.stamp_font import StampFont, read_stamp_font
from agendabuilder.reports.cache import INSPECTION

_FORM = 1
"""Raise it with every change of what a body holds."""

_NOTES = Name("/AgendaBuilderBody")
_MOST_KEPT = 4


class BodyShelf:
    """The bodies kept in one folder, the latest few."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, contents: PackContents) -> Path | None:
        """The body of this very pack, when it was built and proven before."""
        path = self._path(contents)
        if not path.is_file():
            return None
        path.touch()
        return path

    def lay_aside(self, built: BuiltBody, contents: PackContents) -> Path:
        """Save a body that is not proven yet; `keep` it later."""
        self._folder.mkdir(parents=True, exist_ok=True)
        aside = self._path(contents).with_suffix(".unproven")
        digests = b"".join(digest.to_bytes(4) for digest in built.digests)
        built.pdf.Root[_NOTES] = Dictionary(Font=built.font.font, Digests=String(digests))
        save(built.pdf, aside)
        return aside

    def keep(self, contents: PackContents) -> None:
        """Put the body that was laid aside on the shelf, as it is proven; the oldest of too many leaves it."""
        aside = self._path(contents).with_suffix(".unproven")
        with contextlib.suppress(FileNotFoundError):  # it stands there already, or another build tidied up
            aside.replace(self._path(contents))
        kept = sorted(self._folder.glob("*.pdf"), key=lambda path: path.stat().st_mtime)
        for path in (*kept[:-_MOST_KEPT], *self._folder.glob("*.unproven")):
            path.unlink(missing_ok=True)

    def _path(self, contents: PackContents) -> Path:
        return self._folder / f"{_name(contents)}.pdf"


@dataclass(frozen=True, slots=True)
class OpenBody:
    """A body opened to become a pack. `digests`: see `BuiltBody`."""

    pdf: Pdf
    font: StampFont
    digests: tuple[int, ...]


@contextmanager
def open_body(path: Path) -> Iterator[OpenBody]:
    """Open a body that was laid aside or kept; the file itself is not changed."""
    with pikepdf.open(path) as pdf:
        notes = pdf.Root[_NOTES]
        digests = bytes(notes.Digests)
        font = read_stamp_font(notes.Font)
        del pdf.Root[_NOTES]
        del pdf.trailer["/ID"]  # it is made anew from what is written
        numbers = (int.from_bytes(digests[at : at + 4]) for at in range(0, len(digests), 4))
        yield OpenBody(pdf, font, tuple(numbers))


def save(pdf: Pdf, path: Path) -> None:
    """Write a PDF: the same bytes each time, and nothing is recompressed.

    Objects are not packed into streams: that would save some 7 %, and double the time of the proof.
    """
    pdf.save(
        path,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.disable,
        deterministic_id=True,
        preserve_pdfa=False,
        fix_metadata_version=False,
    )


def _name(contents: PackContents) -> str:
    texts = sorted(set(stamp_texts(contents)))
    known = hashlib.sha256(repr((_FORM, __version__, INSPECTION, texts, contents.meeting.stamp.size)).encode())
    for _, report in contents.meeting.all_reports():
        if ready := contents.prepared.get(report.id):
            facts = (report.id, report.file_name, ready.fingerprint, ready.origin, ready.chosen)
            known.update(repr(facts).encode())
    for page in body_pages(contents):
        known.update(repr((page.kind.value, page.report_id, page.source_page, stamps_of(page, contents))).encode())
    return known.hexdigest()
