"""Reads a finished pack's bytes without any PDF library: every object, the strings in it, what it refers to.

Libraries show a file as it is meant to be seen. What must not be in it may also stand where nothing leads: in an
object that is left over, behind the end, in an earlier version of the file.
"""

import codecs
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_OBJECT = re.compile(rb"(\d+) \d+ obj\b")
_REFERENCE = re.compile(rb"(\d+) \d+ R\b")
_LENGTH = re.compile(rb"/Length (\d+)(?! \d+ R)")
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_STRING = re.compile(rb"\(((?:[^()\\]|\\.)*)\)|(?<!<)<([0-9A-Fa-f\s]*)>(?!>)", re.DOTALL)
_TABLE, _PACKED = re.compile(rb"/Type\s*/XRef\b"), re.compile(rb"/Type\s*/ObjStm\b")
_FIRST = re.compile(rb"/First (\d+)")
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_MARKS = ((codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF8, "utf-8"))


@dataclass(frozen=True, slots=True)
class ScannedObject:
    """One object: its number, its dictionary or value as it is written, and a stream's data, still packed."""

    number: int
    head: bytes
    data: bytes | None = None

    @property
    def strings(self) -> Iterator[str]:
        """The texts in it."""
        return (_text(found) for found in _STRING.finditer(self.head))

    @property
    def filters(self) -> bytes:
        """The names of the filters that packed its data; empty for plain data."""
        found = _FILTER.search(self.head)
        return found[1] if found else b""


@dataclass(frozen=True, slots=True)
class ScannedFile:
    """A whole file: its objects, those within object streams too, and the bytes that stand in none of them.

    `tables` are the tables of objects (PDF 32000-1, 7.5.8), from which all others are reached.
    """

    objects: Sequence[ScannedObject]
    between: bytes
    tables: Sequence[ScannedObject] = ()

    @property
    def is_of_one_piece(self) -> bool:
        """Whether it was written at once and ends with its end: no earlier version is in it, and nothing behind."""
        ends, tables = self.between.count(b"%%EOF"), len(self.tables) + self.between.count(b"trailer")
        return ends == tables == 1 and self.between.rstrip().endswith(b"%%EOF")

    @property
    def unreachable(self) -> frozenset[int]:
        """The objects to which nothing leads from the trailer."""
        leads = {item.number: _REFERENCE.findall(item.head) for item in self.objects}
        roots = b" ".join((self.between, *(table.head for table in self.tables)))
        waiting, seen = _REFERENCE.findall(roots), set[int]()
        while waiting:
            number = int(waiting.pop())
            if number not in seen:
                seen.add(number)
                waiting.extend(leads.get(number, ()))
        return frozenset(leads.keys() - seen)


def scan(data: bytes) -> ScannedFile:
    """Take a file apart. Raises ValueError when an object has no end, or several cannot be told apart."""
    objects: list[ScannedObject] = []
    between: list[bytes] = []
    at = 0
    while found := _OBJECT.search(data, at):
        between.append(data[at : found.start()])
        at = _read_object(data, found, objects)
    between.append(data[at:])
    tables = [item for item in objects if _is(item, _TABLE)]
    packed = (inside for item in objects if _is(item, _PACKED) for inside in _objects_in(item))
    plain = (item for item in objects if not _is(item, _TABLE) and not _is(item, _PACKED))
    return ScannedFile((*plain, *packed), b"".join(between), tables)


def _read_object(data: bytes, found: re.Match[bytes], objects: list[ScannedObject]) -> int:
    """Read one object; return where it ends."""
    start = found.end()
    end = data.index(b"endobj", start)
    stream = data.find(b"stream\n", start, end)
    if stream < 0:
        objects.append(ScannedObject(int(found[1]), data[start:end]))
        return end + len(b"endobj")
    head, first = data[start:stream], stream + len(b"stream\n")
    length = _LENGTH.search(head)
    last = first + int(length[1]) if length else data.index(b"endstream", first)
    objects.append(ScannedObject(int(found[1]), head, data[first:last]))
    return data.index(b"endobj", last) + len(b"endobj")


def _is(item: ScannedObject, kind: re.Pattern[bytes]) -> bool:
    return item.data is not None and kind.search(item.head) is not None


def _objects_in(stream: ScannedObject) -> Iterator[ScannedObject]:
    """The objects in an object stream (PDF 32000-1, 7.5.7): pairs of number and place, then the objects."""
    data = unpacked(stream.data or b"", stream.filters)
    first = _FIRST.search(stream.head)
    if data is None or first is None:
        raise ValueError("an object stream cannot be unpacked")
    start = int(first[1])
    pairs = [int(number) for number in data[:start].split()]
    ends = [*pairs[3::2], len(data) - start]
    for number, at, end in zip(pairs[::2], pairs[1::2], ends, strict=True):
        yield ScannedObject(number, data[start + at : start + end])


def unpacked(data: bytes, filters: bytes) -> bytes | None:
    """A stream's data, unpacked; None for pictures and what is packed in a way that texts hardly are."""
    if not filters.strip(b"[] "):
        return data
    if filters.strip(b"[] ") not in (b"/FlateDecode", b"/Fl"):
        return None
    try:
        return zlib.decompressobj().decompress(data)
    except zlib.error:
        return None


def _text(found: re.Match[bytes]) -> str:
    """A PDF text string (PDF 32000-1, 7.9.2.2); its own encoding is near enough to Latin-1 to compare words."""
    raw = _unescaped(found[1]) if found[1] is not None else _from_hex(found[2])
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    return raw.decode("latin-1")


def _unescaped(raw: bytes) -> bytes:
    return _ESCAPED.sub(_meant, raw) if b"\\" in raw else raw


def _meant(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    return bytes((int(sign, 8) & 255,)) if sign.isdigit() else _LETTERS.get(sign, sign)


def _from_hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode("ascii"))
