"""The shelf of stamped bodies: a body is found again by everything that went into it, and only when it was proven.

Fingerprints, chosen pages, printed numbers, stamps and markings are all part of the name, so a body with exempt
pages can never be taken for one without. Where there is none of that name, the one that has most in common may help.
"""

import contextlib
import hashlib
import json
import os
import time
from collections import Counter
from pathlib import Path
from tempfile import mkstemp

from agendabuilder import __version__
from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.fingerprint import fingerprint_of
from agendabuilder.pack.body.body import body_pages, body_runs
from agendabuilder.pack.body.body_file import Body, save_body
from agendabuilder.pack.body.body_run import FORM
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.notice_page import NOTICES, notice_texts
from agendabuilder.pack.stamps.page_stamps import stamps_of
from agendabuilder.pack.stamps.stamping import stamp_texts
from agendabuilder.reports.cache import INSPECTION
from agendabuilder.safe_file import private_folder, put_in_place, write_safely

_MOST_KEPT = 4
_UNPROVEN = ".unproven"
_NOTE = ".json"
_UNFIT = ".unfit"
_FIT = ".fit"
_ABANDONED_AFTER = 3600.0
"""Seconds after which an unproven body is taken to be left over from a build that was killed."""

_WORTH_TAKING = 0.5
"""Of a body's pages, how many an earlier one must have to be of help."""


class BodyShelf:
    """The bodies kept in one folder, the latest few, each with a digest that tells whether it is still whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, contents: PackContents) -> Path | None:
        """The body of this very pack, when it was built and proven before and nothing has happened to it since."""
        return _whole(self._path(contents))

    def find_like(self, contents: PackContents) -> Path | None:
        """The body that has most pages in common with this pack's, printed numbers aside; none without enough.

        It is of a pack for the same readers: nothing exempt is ever near a public pack.
        """
        kind, wanted = _kind(contents), Counter[str]()
        for key, pages in body_runs(contents):
            wanted[key] += len(pages)
        best, most = None, _WORTH_TAKING * wanted.total()
        for note in self._folder.glob(f"*{_NOTE}"):
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
                known = json.loads(note.read_text("utf-8"))
                common = (wanted & Counter(known["runs"])).total() if known["kind"] == kind else 0
                if common > most:
                    best, most = note.with_suffix(".pdf"), common
        return _whole(best) if best else None

    def is_unfit(self, contents: PackContents) -> bool:
        """Whether a pack with this body did not pass as PDF/UA-1 before, so that it need not be asked again."""
        return self._path(contents).with_suffix(_UNFIT).exists()

    def remember_unfit(self, contents: PackContents) -> None:
        """Note that a pack with this body does not pass as PDF/UA-1."""
        _touch(self._path(contents).with_suffix(_UNFIT))

    def is_fit(self, contents: PackContents, pack: Path | None = None) -> bool:
        """Whether a pack with this body passed as PDF/UA-1; with a `pack`, whether this very file did, to the byte."""
        note = self._path(contents).with_suffix(_FIT)
        try:
            return note.exists() if pack is None else note.read_text("ascii") == fingerprint_of(pack)
        except OSError:
            return False

    def remember_fit(self, contents: PackContents, pack: Path) -> None:
        """Note that this file, which has this body, passes as PDF/UA-1."""
        with contextlib.suppress(OSError):
            write_safely(self._path(contents).with_suffix(_FIT), fingerprint_of(pack).encode())

    def lay_aside(self, body: Body) -> Path:
        """Save a body that is not proven yet, under a name of its own; `keep` it later."""
        private_folder(self._folder)
        handle, name = mkstemp(suffix=_UNPROVEN, dir=self._folder)
        os.close(handle)
        save_body(body, Path(name))
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
            write_safely(path.with_suffix(_NOTE), json.dumps(_note(aside, contents)).encode())
            put_in_place(aside, path)
        self._tidy()

    def _tidy(self) -> None:
        """Drop the oldest bodies, the notes of those that are gone, and what builds left that were killed."""
        for old in sorted(self._folder.glob("*.pdf"), key=_last_used)[:-_MOST_KEPT]:
            _drop(old)
        for kind in (_NOTE, _UNFIT, _FIT):
            for note in self._folder.glob(f"*{kind}"):
                if not note.with_suffix(".pdf").exists():
                    _drop(note)
        for left in self._folder.glob(f"*{_UNPROVEN}"):
            if time.time() - _last_used(left) > _ABANDONED_AFTER:
                _drop(left)

    def _path(self, contents: PackContents) -> Path:
        return self._folder / f"{_name(contents)}.pdf"


def _whole(path: Path) -> Path | None:
    """A body, if it is what it was when it was kept; it counts as used now."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        if json.loads(path.with_suffix(_NOTE).read_text("utf-8"))["sha256"] == fingerprint_of(path):
            path.touch()
            return path
    return None


def _note(body: Path, contents: PackContents) -> dict[str, object]:
    """What is known of a body without opening it: whether it is whole, and the pages of each run by its key."""
    runs = Counter[str]()
    for key, pages in body_runs(contents):
        runs[key] += len(pages)
    return {"sha256": fingerprint_of(body), "kind": _kind(contents), "runs": runs}


def _kind(contents: PackContents) -> str:
    """What an earlier body must have in common with the next as a whole: its readers, and its stamps' letters."""
    letters = sorted(set().union(*stamp_texts(contents)))
    return hashlib.sha256(repr((FORM, __version__, contents.audience, letters)).encode()).hexdigest()


def _last_used(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has just tidied it away
        return 0.0


def _touch(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.touch()


def _drop(path: Path) -> None:
    with contextlib.suppress(OSError):  # open in another build, where systems mind that
        path.unlink(missing_ok=True)


def _name(contents: PackContents) -> str:
    texts = sorted(set(stamp_texts(contents)))
    known = hashlib.sha256(repr((FORM, __version__, INSPECTION, texts, contents.meeting.stamp.size)).encode())
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
