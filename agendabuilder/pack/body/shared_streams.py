"""Keeps a font or picture that several reports embed once in the pack.

Only large streams are looked at, and only those of equal length are compared, so that this costs next to nothing.
"""

from collections.abc import Container, Iterator

from pikepdf import Dictionary, Name, Object, Stream

from agendabuilder.reports.pdf.heavy_pages import filters
from agendabuilder.reports.readings.font_embedding import FONT_FILES

_WORTH_SHARING = 2048
HOLDERS_OF_LARGE_STREAMS = frozenset((*FONT_FILES, "/XObject"))
"""Keys of the dictionaries that are worth showing to `SharedStreams`."""

_WRITTEN_ANEW = frozenset(
    ("/ASCIIHexDecode", "/AHx", "/ASCII85Decode", "/A85", "/LZWDecode", "/LZW", "/RunLengthDecode", "/RL")
)
"""Ways of packing that a file which is saved replaces by a better one; nor does it leave anything unpacked.

What looked alike in two reports would then look different in a body that was saved and a report that is new.
"""

_Likeness = tuple[bytes, str]


class SharedStreams:
    """The large streams of one pack by length; reports are shown to it one after another.

    `kept` are the numbers of streams that stay by themselves although others may be alike.
    """

    def __init__(self, kept: Container[tuple[int, int]] = ()) -> None:
        self._kept = kept
        self._by_length: dict[int, list[Stream]] = {}
        self._likeness: dict[tuple[int, int], _Likeness] = {}

    def share(self, holder: Object) -> Iterator[Stream]:
        """Point a font descriptor's font file, or the pictures of a resource dictionary, at the first of their like.

        Returns the large streams that it points at now.
        """
        for key in FONT_FILES:
            if key in holder:
                yield from self._share_entry(holder, key)
        pictures = holder.get(Name.XObject)
        if isinstance(pictures, Dictionary):
            for key in pictures.keys():  # noqa: SIM118 (a PDF dictionary is not iterable)
                yield from self._share_entry(pictures, key)

    def first_like(self, stream: Stream) -> Stream:
        """The first stream of its like: itself, when none was shown before."""
        same_length = self._by_length.setdefault(int(stream[Name.Length]), [])
        for other in same_length:
            if other.objgen == stream.objgen or self._alike(other, stream):
                return other
        same_length.append(stream)
        return stream

    def _share_entry(self, holder: Object, key: str) -> Iterator[Stream]:
        stream = holder[key]
        if not isinstance(stream, Stream) or not stream.is_indirect or stream.objgen in self._kept:
            return
        length = stream.get(Name.Length)
        if not isinstance(length, int) or length < _WORTH_SHARING or not _stays_as_it_is(stream):
            return
        first = self.first_like(stream)
        if first.objgen != stream.objgen:
            holder[key] = first
        yield first

    def _alike(self, one: Stream, other: Stream) -> bool:
        return self._likeness_of(one) == self._likeness_of(other)

    def _likeness_of(self, stream: Stream) -> _Likeness:
        known = self._likeness.get(stream.objgen)
        if known is None:
            known = (stream.read_raw_bytes(), _describe(stream))
            self._likeness[stream.objgen] = known
        return known


def _stays_as_it_is(stream: Stream) -> bool:
    """Whether the stream's bytes are the same once the file was saved."""
    packed = filters(stream)
    return any(packed) and _WRITTEN_ANEW.isdisjoint(packed)


def _describe(stream: Stream) -> str:
    """The stream's dictionary as text; a reference in it (a soft mask) counts as different unless it is the same."""
    return repr(sorted((key, _entry(value)) for key, value in stream.stream_dict.items()))


def _entry(value: object) -> str:
    return value.unparse().decode("latin-1") if isinstance(value, Object) else repr(value)
