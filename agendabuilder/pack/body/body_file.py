"""A stamped body as a file: its pages, and beside them what a pack, or the next body, needs to know of them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from agendabuilder.pack.body.body_run import PRINTED_BYTES, BodyRun
from agendabuilder.pack.packed_file import save_plain
from agendabuilder.pack.stamps.stamp_font import StampFont, read_stamp_font
from agendabuilder.pack.tagging.body_tags import BodyIndex, Claim, ClaimKind
from agendabuilder.pack.tagging.folded_tags import FoldedTags
from agendabuilder.pack.tagging.report_tags import Mend, ReportTags, TagsFate
from agendabuilder.pack.tagging.run_part import RunPart
from agendabuilder.reports.pdf import pdf_values

_NOTES = Name("/AgendaBuilderBody")
_DIGEST_BYTES = 4


@dataclass(frozen=True, slots=True)
class Body:
    """A body that is open. Nothing in it leads to the structure of its `runs` yet, which `index` belongs to.

    `fresh` are the reports whose pages were put in now; those of all others were proven in an earlier pack.
    """

    pdf: Pdf
    font: StampFont
    runs: Sequence[BodyRun]
    index: BodyIndex
    fresh: frozenset[str] = frozenset()

    @property
    def digests(self) -> tuple[int, ...]:
        """The CRC-32 of each report page's own content, in the order of the pack."""
        return tuple(digest for run in self.runs for digest in run.digests)

    @property
    def parts(self) -> tuple[RunPart, ...]:
        """The runs' parts of the structure."""
        return tuple(run.part for run in self.runs)


def save_body(body: Body, path: Path) -> None:
    """Write a body with the notes about it.

    Its objects are not packed: a body that was put together from another is the same file as one that was made of
    reports alone. Raises OSError.
    """
    body.pdf.Root[_NOTES] = Dictionary(
        Font=body.font.font,
        NextKey=body.index.next_key,
        Tree=body.index.root,
        Runs=Array([_write_run(body.pdf, run) for run in body.runs]),
    )
    save_plain(body.pdf, path)


@contextmanager
def open_body(path: Path) -> Iterator[Body]:
    """Open a body that was saved; the file itself is not changed."""
    with pikepdf.open(path) as pdf:
        notes = cast(Dictionary, pdf.Root[_NOTES])
        del pdf.Root[_NOTES]
        del pdf.trailer["/ID"]  # it is that of this file
        index = BodyIndex(int(notes.NextKey), pdf_values.dictionary(notes, "/Tree"))
        runs = [_read_run(run) for run in pdf_values.dictionaries(notes, "/Runs")]
        yield Body(pdf, read_stamp_font(notes.Font), runs, index)


def _write_run(pdf: Pdf, run: BodyRun) -> Dictionary:
    tags = run.part.tags
    return Dictionary(
        Key=String(run.key),
        Pages=Array(run.pages),
        Printed=String(b"".join(run.printed)),
        Digests=String(b"".join(digest.to_bytes(_DIGEST_BYTES) for digest in run.digests)),
        Part=run.part.part,
        Folded=_write_folded(pdf, run.part.folded),
        Report=String(tags.report_id),
        Fate=String(tags.fate),
        Reason=String(tags.reason),
        Mends=Array([entry for mend, count in tags.mends for entry in (String(mend.name), count)]),
        Claims=Array([String(part) for claim in run.claims for part in astuple(claim)]),
        FirstKey=run.first_key,
        Keys=run.keys,
        Drawings=Array(run.drawings),
        Described=Array([number for place in run.described for number in place]),
        Large=Array(run.large),
        IsBound=run.is_bound,
    )


def _read_run(notes: Dictionary) -> BodyRun:
    printed, digests = bytes(notes.Printed), bytes(notes.Digests)
    claims, described = list(notes.Claims), list(notes.Described)
    return BodyRun(
        key=str(notes.Key),
        pages=list(pdf_values.dictionaries(notes, "/Pages")),
        printed=_cut(printed, PRINTED_BYTES),
        digests=[int.from_bytes(digest) for digest in _cut(digests, _DIGEST_BYTES)],
        part=_read_part(notes),
        claims=[
            Claim(ClaimKind(str(kind)), bytes(name), bytes(meaning), bytes(given))
            for kind, name, meaning, given in zip(*(claims[at::4] for at in range(4)), strict=True)
        ],
        first_key=int(notes.FirstKey),
        keys=int(notes.Keys),
        drawings=list(notes.Drawings),
        described=list(zip(map(int, described[::2]), map(int, described[1::2]), strict=True)),
        large=[stream for stream in list(notes.Large) if isinstance(stream, Stream)],
        is_bound=bool(notes.IsBound),
    )


def _read_part(notes: Dictionary) -> RunPart:
    folded, mends = _read_folded(cast(Dictionary, notes.Folded)), list(notes.Mends)
    counts = tuple((Mend[str(name)], int(count)) for name, count in zip(mends[::2], mends[1::2], strict=True))
    tags = ReportTags(str(notes.Report), TagsFate(str(notes.Fate)), str(notes.Reason), counts, len(folded.figures))
    return RunPart(cast(Dictionary, notes.Part), folded, tags)


def _write_folded(pdf: Pdf, folded: FoldedTags) -> Dictionary:
    return Dictionary(
        Text=Stream(pdf, folded.text, Filter=Name.FlateDecode),
        Numbers=Stream(pdf, folded.numbers, Filter=Name.FlateDecode),
        Count=folded.count,
        Others=Array(folded.others),
        Named=Array([entry for name, number in folded.named for entry in (String(name), number)]),
        Figures=Array(folded.figures),
    )


def _read_folded(notes: Dictionary) -> FoldedTags:
    named = list(notes.Named)
    return FoldedTags(
        text=notes.Text.read_raw_bytes(),
        numbers=notes.Numbers.read_raw_bytes(),
        count=int(notes.Count),
        others=list(notes.Others),
        named=[(bytes(name), int(number)) for name, number in zip(named[::2], named[1::2], strict=True)],
        figures=[int(number) for number in list(notes.Figures)],
    )


def _cut(text: bytes, size: int) -> list[bytes]:
    return [text[at : at + size] for at in range(0, len(text), size)]
