"""Looks a finished pack through from cover to cover: what is damaged in it, which fonts it lacks, faults of its tags.

qpdf reads, unpacks and parses whatever a page leads to, as its own check does, but for pictures in the codings of JPEG
and fax, which it would have to draw. It costs some 4 ms a page with rich tags, so not every build pays for it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.pack.tagging.structure_fault import StructureFault
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.heavy_pages import filters, unpacked_length
from agendabuilder.reports.readings.font_embedding import family, is_missing

_PLAIN_CODINGS = frozenset({"/FlateDecode", "/LZWDecode", "/ASCII85Decode", "/ASCIIHexDecode"})
"""The codings that qpdf unpacks without drawing (ISO 32000-1, 7.4)."""

_LEADING_ELSEWHERE = frozenset({"/Parent", "/P", "/Dest", "/A", "/AA", "/IRT", "/B", "/Pg"})
"""Keys of pages and annotations that lead to other pages, to the page tree or out of the file."""

_NO_OPERATOR = "BX"  # begins a part that old viewers pass over; nearly no page has any, so that nothing is handed on
_MOST_SAID = 20

_MOST_UNPACKED = 70_000_000
"""Bytes of one stream; a page whose drawing unpacks to more is refused at the door."""

_MOST_PACKED = 1000
"""By how much a stream can be packed once: a thousandth is the best."""


@dataclass(frozen=True, slots=True)
class PageFault:
    """A fault and the sheet that it was met on, from 1; 0 where no page is to blame. `words` are qpdf's, or a name."""

    sheet: int
    words: str


@dataclass(frozen=True, slots=True)
class FileFaults:
    """What is wrong with a finished file.

    `labels` are the numbers that viewers show, page by page. `fonts` has each font that is missing, with the first
    sheet that names it.
    """

    labels: tuple[str, ...] = ()
    damage: tuple[PageFault, ...] = ()
    fonts: tuple[PageFault, ...] = ()
    structure: tuple[StructureFault, ...] = ()


def find_file_faults(path: Path, progress: Progress) -> FileFaults:
    """Everything that is wrong with a finished pack. Raises `Cancelled`, and OSError when it cannot be read."""
    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            return _look_through(pdf, progress)
    except pikepdf.PikepdfError as problem:
        return FileFaults(damage=(PageFault(0, str(problem)),))


def _look_through(pdf: Pdf, progress: Progress) -> FileFaults:
    walk = _Walk(pdf)
    walk.listen(0)
    progress.stage("Looking through the finished pack", len(pdf.pages) + 1)
    for sheet, page in enumerate(pdf.pages, start=1):
        walk.look_at(sheet, page)
        progress.advance()
    labels = tuple(str(page.label) for page in pdf.pages)
    structure = structure_faults(pdf, progress=progress)
    progress.advance()
    return FileFaults(labels, tuple(walk.damage), tuple(walk.fonts), structure)


@dataclass
class _Walk:
    """What was met on the way from page to page; what several pages share is met once."""

    pdf: Pdf
    damage: list[PageFault] = field(default_factory=list)
    fonts: list[PageFault] = field(default_factory=list)
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def look_at(self, sheet: int, page: pikepdf.Page) -> None:
        """Read and unpack all that a page leads to, and parse its content."""
        try:
            for part in self._parts(page.obj):
                if isinstance(part, Stream):
                    _unpack(part)
                elif "/BaseFont" in part and is_missing(part):
                    self.fonts.append(PageFault(sheet, family(part)))
            pikepdf.parse_content_stream(page, _NO_OPERATOR)
        except (pikepdf.PikepdfError, TypeError) as problem:  # the second for content that is none
            self._add(sheet, str(problem))
        self.listen(sheet)

    def listen(self, sheet: int) -> None:
        """Note what qpdf has complained of since the last time; there may be thousands of lines."""
        for warning in self.pdf.get_warnings()[:_MOST_SAID]:
            self._add(sheet, str(warning))

    def _parts(self, page: Dictionary) -> Iterator[Dictionary | Stream]:
        """The page and each dictionary and stream that belongs to it and has not been met yet."""
        waiting: list[Object] = [page]
        while waiting:
            part = waiting.pop()
            if part.is_indirect:
                if part.objgen in self._seen:
                    continue
                self._seen.add(part.objgen)
            if isinstance(part, Array):
                waiting += _below(list(part))
            elif isinstance(part, Dictionary | Stream) and (part is page or part.get(Name.Type) != Name.Page):
                yield part
                waiting += _below(value for key, value in part.items() if key not in _LEADING_ELSEWHERE)

    def _add(self, sheet: int, words: str) -> None:
        self.damage.append(PageFault(sheet, words))


def _below(values: Iterable[object]) -> list[Object]:
    return [value for value in values if isinstance(value, Dictionary | Array | Stream)]


def _unpack(stream: Stream) -> None:
    """Unpack a stream whose codings qpdf knows. Raises `pikepdf.PdfError` when that cannot be done."""
    packed = filters(stream)
    if _PLAIN_CODINGS.issuperset(packed) and not _is_endless(stream, len(packed)):
        stream.get_stream_buffer()


def _is_endless(stream: Stream, codings: int) -> bool:
    """Whether a stream would fill the memory: some kilobytes can unpack to gigabytes, coded twice to any size."""
    is_small = codings < 2 and pdf_values.whole_number(stream, "/Length") < _MOST_UNPACKED // _MOST_PACKED
    return not is_small and unpacked_length(stream, _MOST_UNPACKED) > _MOST_UNPACKED
