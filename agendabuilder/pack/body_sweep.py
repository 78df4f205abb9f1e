"""One walk over all objects of a body, before the reports' tags come: what may not travel is dropped, fonts are mended,
and large streams are kept once.

The mends of fonts are those that cannot change what is printed: lists that only name what is in the font anyway.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from agendabuilder.pack.report_run import ReportRun
from agendabuilder.pack.report_tags import Mend, Mends
from agendabuilder.pack.shared_streams import HOLDERS_OF_LARGE_STREAMS, SharedStreams

_NOT_IN_A_PACK = frozenset(("/StructParents", "/StructParent", "/PieceInfo", "/Metadata"))
_OFTEN_WRONG = frozenset(("/CIDSet", "/CharSet"))
"""Optional lists of a font's letters; a wrong one fails a file (ISO 14289-1, 7.21.4.2)."""

_LONGEST_MAP = 200_000
_NOTHING = re.compile(rb"^(<[0-9A-Fa-f]+>[ \t]*)<0000>(?=[ \t]*\r?$)", re.MULTILINE)
_UNKNOWN_LETTER = rb"\1<FFFD>"


def sweep(pdf: Pdf, runs: Sequence[ReportRun]) -> Mapping[int, Mends]:
    """Go once over all objects: nothing has a number of a report's own tags, and large streams are there once.

    Returns what was mended in the fonts of each run, by its place.
    """
    holders: list[Object] = []
    mended: list[tuple[int, Mend]] = []
    starts = [run.objects_before for run in runs]
    for item in pdf.objects:
        if not isinstance(item, (Dictionary, Stream)):
            continue
        keys = item.keys()
        for key in keys & _NOT_IN_A_PACK:
            del item[key]
        if not keys.isdisjoint(HOLDERS_OF_LARGE_STREAMS):
            holders.append(item)
        if "/Resources" in keys and isinstance(item.Resources, Dictionary):
            holders.append(item.Resources)
        if "/FontName" in keys or "/ToUnicode" in keys:
            run = bisect_right(starts, item.objgen[0]) - 1
            mended += [(run, mend) for mend in _mend_font(item, keys) if run >= 0]
    shared = SharedStreams(_marked_streams(pdf, runs))
    for holder in holders:
        shared.share(holder)
    return _by_run(mended)


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


def _marked_streams(pdf: Pdf, runs: Sequence[ReportRun]) -> frozenset[tuple[int, int]]:
    """Drawings that hold marks of their own, so that each stands in one report only."""
    streams = (stream for run in runs if run.settled for stream in run.settled.tree.streams.values())
    return frozenset(pdf.copy_foreign(stream).objgen for stream in streams)


def _by_run(mended: Sequence[tuple[int, Mend]]) -> dict[int, Mends]:
    found: dict[int, Mends] = {}
    for (run, mend), count in Counter(mended).items():
        found[run] = (*found.get(run, ()), (mend, count))
    return found
