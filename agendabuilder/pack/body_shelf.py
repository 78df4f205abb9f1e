"""The shelf of stamped bodies: a body is found again by everything that went into it, and only when it was proven.

Fingerprints, chosen pages, printed numbers, stamps and markings are all part of the name, so a body with exempt
pages can never be taken for one without.
"""

import contextlib
import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkstemp
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Pdf, String

from agendabuilder import __version__
from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.pack.body import BuiltBody, body_pages, stamp_texts
from agendabuilder.pack.body_tags import BodyIndex
from agendabuilder.pack.notice_page import NOTICES, notice_texts
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.page_stamps import stamps_of
from agendabuilder.pack.report_tags import Mend, ReportTags, TagsFate
from agendabuilder.pack.run_tags import RunPart
from agendabuilder.pack.stamp_font import StampFont, read_stamp_font
from agendabuilder.reports import pdf_values
from agendabuilder.reports.cache import INSPECTION
from agendabuilder.safe_file import private_folder, write_safely

_FORM = 6
"""Raise it with every change of what a body holds."""

_NOTES = Name("/AgendaBuilderBody")
_MOST_KEPT = 4
_UNPROVEN = ".unproven"
_UNFIT = ".unfit"
_FIT = ".fit"
_ABANDONED_AFTER = 3600.0
"""Seconds after which an unproven body is taken to be left over from a build that was killed."""


class BodyShelf:
    """The bodies kept in one folder, the latest few, each with a digest that tells whether it is still whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, contents: PackContents) -> Path | None:
        """The body of this very pack, when it was built and proven before and nothing has happened to it since."""
        path = self._path(contents)
        with contextlib.suppress(OSError):
            if _digest_place(path).read_text("ascii") == _digest(path):
                path.touch()
                return path
        return None

    def is_unfit(self, contents: PackContents) -> bool:
        """Whether a pack with this body did not pass as PDF/UA-1 before, so that it need not be asked again."""
        return _unfit_place(self._path(contents)).exists()

    def remember_unfit(self, contents: PackContents) -> None:
        """Note that a pack with this body does not pass as PDF/UA-1."""
        with contextlib.suppress(OSError):
            _unfit_place(self._path(contents)).touch()

    def is_fit(self, contents: PackContents, pack: Path | None = None) -> bool:
        """Whether a pack with this body passed as PDF/UA-1; with a `pack`, whether this very file did, to the byte."""
        note = self._path(contents).with_suffix(_FIT)
        try:
            return note.exists() if pack is None else note.read_text("ascii") == _digest(pack)
        except OSError:
            return False

    def remember_fit(self, contents: PackContents, pack: Path) -> None:
        """Note that this file, which has this body, passes as PDF/UA-1."""
        with contextlib.suppress(OSError):
            write_safely(self._path(contents).with_suffix(_FIT), _digest(pack).encode())

    def lay_aside(self, built: BuiltBody) -> Path:
        """Save a body that is not proven yet, under a name of its own; `keep` or `drop` it later."""
        private_folder(self._folder)
        built.pdf.Root[_NOTES] = _notes(built)
        handle, name = mkstemp(suffix=_UNPROVEN, dir=self._folder)
        os.close(handle)
        save(built.pdf, Path(name))
        return Path(name)

    def keep(self, aside: Path, contents: PackContents) -> None:
        """Put a body that was laid aside on the shelf, as it is proven; the oldest of too many leave it.

        One with a report that opens only with a password is not kept: it would lie there open to everybody.

        A shelf that cannot be written to is no obstacle: the next build makes the body again.
        """
        if any(report.is_unlocked for report in contents.prepared.values()):
            _drop(aside)
            return
        path = self._path(contents)
        with contextlib.suppress(OSError):
            write_safely(_digest_place(path), _digest(aside).encode())
            aside.replace(path)
        kept = sorted(self._folder.glob("*.pdf"), key=_last_used)
        for old in kept[:-_MOST_KEPT]:
            _drop(old)
            _drop(_digest_place(old))
        for note in (*self._folder.glob(f"*{_UNFIT}"), *self._folder.glob(f"*{_FIT}")):
            if not note.with_suffix(".pdf").exists():
                _drop(note)
        for left in self._folder.glob(f"*{_UNPROVEN}"):
            if time.time() - _last_used(left) > _ABANDONED_AFTER:
                _drop(left)

    def _path(self, contents: PackContents) -> Path:
        return self._folder / f"{_name(contents)}.pdf"


def _unfit_place(path: Path) -> Path:
    return path.with_suffix(_UNFIT)


def _digest_place(path: Path) -> Path:
    return path.with_suffix(".sha256")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has just tidied it away
        return 0.0


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):  # open in another build, where systems mind that
        path.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class OpenBody:
    """A body opened to become a pack. For its fields see `BuiltBody`."""

    pdf: Pdf
    font: StampFont
    digests: tuple[int, ...]
    parts: tuple[RunPart, ...]
    index: BodyIndex


@contextmanager
def open_body(path: Path) -> Iterator[OpenBody]:
    """Open a body that was laid aside or kept; the file itself is not changed."""
    with pikepdf.open(path) as pdf:
        notes = cast(Dictionary, pdf.Root[_NOTES])
        digests = bytes(notes.Digests)
        del pdf.Root[_NOTES]
        del pdf.trailer["/ID"]  # it is made anew from what is written
        numbers = (int.from_bytes(digests[at : at + 4]) for at in range(0, len(digests), 4))
        index = BodyIndex(list(notes.Leaves), int(notes.NextKey), pdf_values.dictionary(notes, "/Tree"))
        parts = tuple(_read_part(part) for part in pdf_values.dictionaries(notes, "/Parts"))
        yield OpenBody(pdf, read_stamp_font(notes.Font), tuple(numbers), parts, index)


def _notes(built: BuiltBody) -> Dictionary:
    """What the finished pack needs to know of its body and could not see there."""
    return Dictionary(
        Font=built.font.font,
        Digests=String(b"".join(digest.to_bytes(4) for digest in built.digests)),
        Leaves=Array(built.index.leaves),
        NextKey=built.index.next_key,
        Tree=built.index.root,
        Parts=Array([_part_notes(part) for part in built.parts]),
    )


def _part_notes(part: RunPart) -> Dictionary:
    tags = part.tags
    return Dictionary(
        Part=part.part,
        Figures=Array(part.figures),
        Report=String(tags.report_id),
        Fate=String(tags.fate),
        Reason=String(tags.reason),
        Mends=Array([entry for mend, count in tags.mends for entry in (String(mend.name), count)]),
    )


def _read_part(notes: Dictionary) -> RunPart:
    figures, mends = list(pdf_values.dictionaries(notes, "/Figures")), list(notes.Mends)
    counts = tuple((Mend[str(name)], int(count)) for name, count in zip(mends[::2], mends[1::2], strict=True))
    fate = TagsFate(str(notes.Fate))
    tags = ReportTags(str(notes.Report), fate, str(notes.Reason), counts, len(figures))
    return RunPart(cast(Dictionary, notes.Part), figures, tags)


def save(pdf: Pdf, path: Path) -> None:
    """Write a PDF: the same bytes each time, and nothing is recompressed.

    Objects are packed into streams: the reports' tags, tens of thousands of small objects, would else double the file.
    """
    pdf.save(
        path,
        min_version="1.7",
        object_stream_mode=ObjectStreamMode.generate,
        deterministic_id=True,
        preserve_pdfa=False,
        fix_metadata_version=False,
    )


def _name(contents: PackContents) -> str:
    texts = sorted(set(stamp_texts(contents)))
    known = hashlib.sha256(repr((_FORM, __version__, INSPECTION, texts, contents.meeting.stamp.size)).encode())
    for _, report in contents.meeting.all_reports():
        if ready := contents.prepared.get(report.id):
            facts = (report.id, report.file_name, ready.fingerprint, ready.layout, ready.origin, ready.chosen)
            known.update(repr(facts).encode())
    known.update(repr((contents.meeting.look.accent, contents.meeting.look.language, contents.keeps_comments)).encode())
    for page in body_pages(contents):
        known.update(
            repr((page.kind.value, page.label, page.report_id, page.source_page, _printed(page, contents))).encode()
        )
    return known.hexdigest()


def _printed(page: PlannedPage, contents: PackContents) -> tuple[object, ...]:
    """All that we print on a page: its stamps, and the words of one that stands for others."""
    return (*stamps_of(page, contents), *(notice_texts(page, contents) if page.kind in NOTICES else ()))
