"""Writes a finished pack with its small objects packed into streams (ISO 32000-1, 7.5.7 and 7.5.8).

Tags are tens of thousands of small objects, which would else double the file. qpdf packs objects, too, but sorts
those of one stream by the numbers that they had in memory, which depend on what was taken over from an earlier body.
Its plain files are numbered as objects are reached from the root, so the same pack is the same plain file; that is
packed here as it stands, without a look into any object.
"""

import hashlib
import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from mmap import ACCESS_READ, mmap
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, cast

from pikepdf import ObjectStreamMode, Pdf

from agendabuilder.pack.tagging.item_parts import ReportPart
from agendabuilder.pack.tagging.tag_weaving import weave_tags

_PER_STREAM = 100
"""Objects in one stream: a reader unpacks and parses all of them to get at one."""

_INDEX = re.compile(rb"xref\n0 (\d+)\n")
_LINE = 20
"""Bytes of a line of a plain index: ten digits of an offset, and the rest."""

_ROOT = re.compile(rb"/Root (\d+) 0 R")
_ROOTS = re.compile(rb"/(?:Root|Info) \d+ 0 R")
_STREAM_ENDS = b"endstream\nendobj\n"
_ENDS = b"\nendobj\n"
_BEGINS = b" 0 obj\n"
_ID_BYTES = 16


def save_plain(pdf: Pdf, to: Path | BinaryIO) -> None:
    """Write a file whose objects are not packed, numbered as they are reached from the root; nothing is recompressed.

    Raises OSError.
    """
    choices: dict[str, Any] = {"min_version": "1.7", "preserve_pdfa": False, "fix_metadata_version": False}
    pdf.save(to, object_stream_mode=ObjectStreamMode.disable, static_id=True, **choices)


def save_packed(pdf: Pdf, path: Path, reports: Sequence[ReportPart] = ()) -> None:
    """Write a finished pack with the tags of its `reports`: the same bytes each time for the same. Raises OSError."""
    with TemporaryFile(dir=path.parent) as aside:
        save_plain(pdf, cast(BinaryIO, aside))
        aside.flush()
        with closing(mmap(aside.fileno(), 0, access=ACCESS_READ)) as plain, path.open("wb") as out:
            _Packing(plain, out, reports).write()


@dataclass
class _Packing:
    """One plain file on its way into a packed one. `_places` has the entries of the new index, by object number."""

    _plain: mmap
    _out: BinaryIO
    _reports: Sequence[ReportPart]
    _at: int = 0
    _digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)
    _places: list[tuple[int, int, int]] = field(default_factory=list)

    def write(self) -> None:
        """Write the packed file: streams as they are, all other objects in new streams behind them, and the index."""
        index = self._plain.rfind(b"\nxref\n") + 1
        starts = self._starts(index)
        self._put(self._plain[: starts[0]])
        trailer = self._plain[index + _LINE * len(starts) :]
        self._places = [(0, 0, 0)] * len(starts)
        small = dict(self._small_objects(starts))
        weave_tags(small, _catalogue(trailer), len(starts), self._reports)
        self._places += [(0, 0, 0)] * (max(small, default=0) + 1 - len(self._places))
        self._pack(list(small.items()))
        self._put_index(trailer)

    def _starts(self, index: int) -> list[int]:
        """Where each object begins, and where the last one ends; qpdf writes them in the order of their numbers."""
        head = _INDEX.match(self._plain, index)
        assert head is not None, "qpdf wrote an index of another form"
        lines = self._plain[head.end() : head.end() + _LINE * int(head[1])]
        return [int(lines[at : at + 10]) for at in range(_LINE, len(lines), _LINE)] + [index]

    def _small_objects(self, starts: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """Put the streams into the file as they come; the other objects, each with its number."""
        for number, (start, end) in enumerate(pairwise(starts), start=1):
            text = self._plain[start:end]
            if text.endswith(_STREAM_ENDS):
                self._places[number] = (1, self._at, 0)
                self._put(text)
            else:
                yield number, text[text.index(_BEGINS) + len(_BEGINS) : -len(_ENDS)]

    def _pack(self, objects: Sequence[tuple[int, bytes]]) -> None:
        for start in range(0, len(objects), _PER_STREAM):
            some = objects[start : start + _PER_STREAM]
            stream = len(self._places)
            for place, (number, _) in enumerate(some):
                self._places[number] = (2, stream, place)
            offsets = accumulate((len(text) + 1 for _, text in some), initial=0)
            head = b" ".join(b"%d %d" % (number, at) for (number, _), at in zip(some, offsets, strict=False)) + b"\n"
            text = head + b"\n".join(text for _, text in some)
            self._put_stream(b"/Type /ObjStm /N %d /First %d" % (len(some), len(head)), text)

    def _put_index(self, trailer: bytes) -> None:
        size = len(self._places) + 1
        width = (self._at.bit_length() + 7) // 8
        roots = b" ".join(_ROOTS.findall(trailer))
        mark = self._digest.hexdigest()[: 2 * _ID_BYTES].encode()
        entries = b"".join(
            b"%c%b%c" % (kind, where.to_bytes(width), place) for kind, where, place in (*self._places, (1, self._at, 0))
        )
        about = b"/Type /XRef /Size %d /W [ 1 %d 1 ] %b /ID [ <%b> <%b> ]" % (size, width, roots, mark, mark)
        start = self._at
        self._put_stream(about, entries)
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _put_stream(self, about: bytes, text: bytes) -> None:
        packed = zlib.compress(text)
        number = len(self._places)
        self._places.append((1, self._at, 0))
        self._put(b"%d 0 obj\n<< %b /Filter /FlateDecode /Length %d >>\nstream\n" % (number, about, len(packed)))
        self._put(packed + b"\n" + _STREAM_ENDS)

    def _put(self, text: bytes) -> None:
        self._out.write(text)
        self._digest.update(text)
        self._at += len(text)


def _catalogue(trailer: bytes) -> int:
    """The number of the catalogue."""
    found = _ROOT.search(trailer)
    assert found is not None, "a file without a catalogue was written"
    return int(found[1])
