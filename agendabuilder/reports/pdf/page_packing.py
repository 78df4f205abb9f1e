"""How the instructions of pages are packed: what every viewer unpacks alike may stay, and what none does is refused.

Some viewers take what they cannot unpack for the instructions themselves, others for nothing. RunLength, which readers
unpack and our own do not, is unpacked for good; what was cut off is taken as far as it goes, as viewers do.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from agendabuilder.reports.pdf.heavy_pages import content_streams, filters
from agendabuilder.reports.refused import ReportRefused

_PLAIN = frozenset({
    "/FlateDecode", "/Fl", "/LZWDecode", "/LZW", "/ASCII85Decode", "/A85", "/ASCIIHexDecode", "/AHx", "/Crypt",
})  # fmt: skip
_FLATE = frozenset({"/FlateDecode", "/Fl"})
_RUN_LENGTH = frozenset({"/RunLengthDecode", "/RL"})
"""Filters that are no coding of pictures (ISO 32000-1, table 6), with their short names."""

_END_OF_RUNS = b"\x80"
_ZLIB_HEAD = 2
_WHITE = b"\x00\t\n\x0c\r "


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What is to be written in the place of odd streams, by their numbers, and whether any of them was cut off."""

    contents: Mapping[tuple[int, int], bytes] = field(default_factory=dict)
    is_cut_off: bool = False

    def put_in_place(self, pdf: pikepdf.Pdf) -> None:
        """Change the opened file."""
        for objgen, content in self.contents.items():
            pdf.get_object(objgen).write(content)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a stream holds, as far as that is wanted: nothing for one that may stay as it is."""

    content: bytes = b""
    is_whole: bool = True
    is_plain: bool = True


_SOUND = _Read()


def unpack_pages(pdf: pikepdf.Pdf, called: str) -> Unpacked:
    """Unpack the instructions of every page. Raises `ReportRefused` for those that cannot be.

    To be called once no page is endless. `called` names the file.
    """
    seen: set[tuple[int, int]] = set()
    contents: dict[tuple[int, int], bytes] = {}
    is_cut_off = False
    for number, page in enumerate(pdf.pages, start=1):
        for stream in content_streams(page):
            if stream.objgen in seen:
                continue
            seen.add(stream.objgen)
            read = _read(stream)
            if read is None:
                raise _unreadable(number, called)
            is_cut_off = is_cut_off or not read.is_whole
            if not (read.is_whole and read.is_plain):
                contents[stream.objgen] = read.content
    return Unpacked(contents, is_cut_off)


def _unreadable(number: int, called: str) -> ReportRefused:
    return ReportRefused(
        "report-page-unreadable",
        f"page {number} of {called} is damaged or packed in a way that viewers show differently or not at all",
        "Ask the author for the file again; or open it, print it to a new PDF, make sure that the page is whole, "
        "and use that.",
    )


def _read(stream: pikepdf.Stream) -> _Read | None:
    """What a stream holds; None when it cannot be unpacked."""
    named, raw = filters(stream), stream.read_raw_bytes()
    if not named or (named[0] in _FLATE and len(named) == 1 and _reaches_its_end(raw)):
        return _SOUND
    if not (_PLAIN | _RUN_LENGTH).issuperset(named):
        return None
    if not raw.strip(_WHITE):
        return _Read(is_plain=False)
    try:
        content = stream.read_bytes(pikepdf.StreamDecodeLevel.specialized)
    except pikepdf.PikepdfError:
        return None
    return _Read(content, _is_whole(raw, named), _PLAIN.issuperset(named))


def _is_whole(raw: bytes, named: list[str]) -> bool:
    """Whether the packed data go on to their end; of filters in filters, only the outermost is asked."""
    if named[0] in _RUN_LENGTH:
        return raw.rstrip(b"\r\n").endswith(_END_OF_RUNS)
    return _reaches_its_end(raw) if named[0] in _FLATE else True


def _reaches_its_end(data: bytes) -> bool:
    """Whether data packed with zlib are whole; the check sum at the end may be missing or wrong."""
    packer = zlib.decompressobj(-zlib.MAX_WBITS)
    rest = data[_ZLIB_HEAD:]
    try:
        while rest and not packer.eof:
            packer.decompress(rest, 1 << 20)
            rest = packer.unconsumed_tail
    except zlib.error:
        return False
    return packer.eof or not data
