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
    """A whole file: its objects, and the bytes that stand in none of them."""

    objects: Sequence[ScannedObject]
    between: bytes

    @property
    def is_of_one_piece(self) -> bool:
        """Whether it was written at once, ends with its end, and keeps no objects inside others."""
        ends = self.between.count(b"%%EOF")
        packed = any(b"/ObjStm" in item.head for item in self.objects if item.data is not None)
        return ends == 1 and self.between.rstrip().endswith(b"%%EOF") and not packed

    @property
    def unreachable(self) -> frozenset[int]:
        """The objects to which nothing leads from the trailer."""
        leads = {item.number: _REFERENCE.findall(item.head) for item in self.objects}
        waiting, seen = _REFERENCE.findall(self.between), set[int]()
        while waiting:
            number = int(waiting.pop())
            if number not in seen:
                seen.add(number)
                waiting.extend(leads.get(number, ()))
        return frozenset(leads.keys() - seen)


def scan(data: bytes) -> ScannedFile:
    """Take a file apart. Raises ValueError when an object has no end."""
    objects: list[ScannedObject] = []
    between: list[bytes] = []
    at = 0
    while found := _OBJECT.search(data, at):
        between.append(data[at : found.start()])
        at = _read_object(data, found, objects)
    between.append(data[at:])
    return ScannedFile(objects, b"".join(between))


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
