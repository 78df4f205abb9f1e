"""One walk over all objects of a body, before the reports' tags come: what may not travel is dropped, fonts are mended,
and large streams are kept once.

The mends of fonts are those that cannot change what is printed: lists that only name what is in the font anyway.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from agendabuilder.pack.body.report_run import ReportRun
from agendabuilder.pack.body.shared_streams import HOLDERS_OF_LARGE_STREAMS, SharedStreams
from agendabuilder.pack.tagging.report_tags import Mend, Mends

ObjectKey = tuple[int, int]

_NOT_IN_A_PACK = frozenset(("/StructParents", "/StructParent", "/PieceInfo", "/Metadata"))
_OFTEN_WRONG = frozenset(("/CIDSet", "/CharSet"))
"""Optional lists of a font's letters; a wrong one fails a file (ISO 14289-1, 7.21.4.2)."""

_LONGEST_MAP = 200_000
_NOTHING = re.compile(rb"^(<[0-9A-Fa-f]+>[ \t]*)<0000>(?=[ \t]*\r?$)", re.MULTILINE)
_UNKNOWN_LETTER = rb"\1<FFFD>"


@dataclass(frozen=True, slots=True)
class Swept:
    """What was found: the mends in the fonts of each run, and its large streams, by the run's place."""

    mends: Mapping[int, Mends]
    large: Mapping[int, Sequence[Stream]]


def sweep(
    pdf: Pdf, font: Object, runs: Sequence[ReportRun], known: Iterable[Stream] = (), objects_before: int = 0
) -> Swept:
    """Go once over all objects: nothing has a number of a report's own tags, and large streams are there once.

    Objects with a number up to `objects_before` were swept earlier; `known` are the large streams among them. `font`
    is the stamps'.
    """
    holders: list[tuple[int, Object]] = [(-1, font.FontDescriptor)]
    mended: list[tuple[int, Mend]] = []
    starts = [run.objects_before for run in runs]
    for item in _objects_after(objects_before, pdf):
        if not isinstance(item, (Dictionary, Stream)):
            continue
        keys = item.keys()
        for key in keys & _NOT_IN_A_PACK:
            del item[key]
        run = bisect_right(starts, item.objgen[0]) - 1
        if not keys.isdisjoint(HOLDERS_OF_LARGE_STREAMS):
            holders.append((run, item))
        if "/Resources" in keys and isinstance(item.Resources, Dictionary):
            holders.append((run, item.Resources))
        if "/FontName" in keys or "/ToUnicode" in keys:
            mended += [(run, mend) for mend in _mend_font(item, keys) if run >= 0]
    return Swept(_by_run(mended), _shared(SharedStreams(_marked_streams(pdf, runs)), known, holders))


def _objects_after(number: int, pdf: Pdf) -> Iterator[Object]:
    if not number:
        yield from pdf.objects
        return
    last = pdf.make_indirect(Dictionary()).objgen[0]
    yield from (pdf.get_object(each, 0) for each in range(number + 1, last))


def _shared(
    shared: SharedStreams, known: Iterable[Stream], holders: Iterable[tuple[int, Object]]
) -> dict[int, list[Stream]]:
    for stream in known:
        shared.first_like(stream)
    large = defaultdict[int, dict[ObjectKey, Stream]](dict)
    for run, holder in holders:
        large[run].update((stream.objgen, stream) for stream in shared.share(holder))
    return {run: list(streams.values()) for run, streams in large.items()}


def _mend_font(font: Object, keys: set[str]) -> Iterator[Mend]:
    """What was put right in a font or its description."""
    if wrong := keys & _OFTEN_WRONG:
        for key in wrong:
            del font[key]
        yield Mend.FONT_LIST_DROPPED
    letters = font.get("/ToUnicode")
    if isinstance(letters, Stream) and len(letters.read_raw_bytes()) < _LONGEST_MAP:
        try:
            written = letters.read_bytes()
        except pikepdf.PdfError:
            return
        mended = _NOTHING.sub(_UNKNOWN_LETTER, written)
        if mended != written:
            letters.write(mended)
            yield Mend.LETTER_MENDED


def _marked_streams(pdf: Pdf, runs: Sequence[ReportRun]) -> frozenset[ObjectKey]:
    """Drawings that hold marks of their own, so that each stands in one report only."""
    streams = (stream for run in runs if run.settled for stream in run.settled.tree.streams.values())
    return frozenset(pdf.copy_foreign(stream).objgen for stream in streams)


def _by_run(mended: Sequence[tuple[int, Mend]]) -> dict[int, Mends]:
    found: dict[int, Mends] = {}
    for (run, mend), count in Counter(mended).items():
        found[run] = (*found.get(run, ()), (mend, count))
    return found
