"""What a report's file says beside its pages: properties, comments, form values, alternate texts, names of layers.

Only what belongs to the chosen pages counts, since one file may hold a public report and its exempt appendix.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.prepared import Bookmark, PreparedReport

_OF_ANNOTATIONS = ("/Contents", "/T", "/Subj", "/RC", "/V", "/DV", "/TU", "/TM")
_OF_PROPERTIES = ("/Title", "/Subject", "/Keywords", "/Author")
_SPOKEN = ("/Alt", "/ActualText", "/E")
_MARKUP = re.compile(r"<[^>]*>")
_LEAST_STREAM = 256
"""Bytes below which the same drawing may well be made twice: an empty page, a rule, a "q"."""

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class ReportTexts:
    """The texts beside the pages of a report, and digests of the drawings and pictures that its pages use."""

    texts: tuple[str, ...]
    streams: frozenset[bytes]


def read_report_texts(report: PreparedReport) -> ReportTexts:
    """Look through the file of a report. Raises OSError and pikepdf.PdfError when it cannot be opened."""
    with pikepdf.open(report.path) as pdf:
        pages = [pdf.pages[number - 1].obj for number in report.chosen]
        texts = (
            *_bookmark_titles(report.bookmarks),
            *_properties(pdf),
            *(text for page in pages for text in _annotation_texts(page)),
            *_spoken_texts(pdf, pages),
            *_names(pdf),
        )
        return ReportTexts(tuple(text for text in texts if text.strip()), frozenset(_digests(pages)))


def all_texts(report: PreparedReport) -> frozenset[str]:
    """Every text string that stands anywhere in the file of a report, of whichever pages. Slow on large files."""
    with pikepdf.open(report.path) as pdf:
        return frozenset(text for item in pdf.objects for text in _strings_in(item, 0))


def _strings_in(value: object, depth: int) -> Iterator[str]:
    """The strings in an object itself, not in those that it refers to."""
    if isinstance(value, String):
        yield str(value)
    elif depth > _DEEPEST:
        return
    elif isinstance(value, Array):
        yield from (text for part in list(value) for text in _part_strings(part, depth))
    elif isinstance(value, (Dictionary, Stream)):
        yield from (text for _, part in value.items() for text in _part_strings(part, depth))


def _part_strings(part: object, depth: int) -> Iterator[str]:
    is_another = isinstance(part, Object) and part.is_indirect
    return iter(()) if is_another and not isinstance(part, String) else _strings_in(part, depth + 1)


def text_of_markup(markup: str) -> str:
    """What a reader sees of XML or HTML."""
    return unescape(_MARKUP.sub(" ", markup))


def digest(data: bytes) -> bytes:
    """A fingerprint of a stream's data as it is packed."""
    return hashlib.blake2b(data, digest_size=16).digest()


def _bookmark_titles(bookmarks: Iterable[Bookmark]) -> Iterator[str]:
    for bookmark in bookmarks:
        yield bookmark.title
        yield from _bookmark_titles(bookmark.children)


def _properties(pdf: Pdf) -> Iterator[str]:
    information = pdf_values.dictionary(pdf.trailer, "/Info")
    yield from (pdf_values.text(information, key) for key in _OF_PROPERTIES)
    metadata = pdf.Root.get(Name.Metadata)
    if isinstance(metadata, Stream):
        titles = re.findall(rb"<dc:(?:title|description|creator|subject)>(.*?)</dc:", metadata.read_bytes(), re.DOTALL)
        yield from (text_of_markup(title.decode("utf-8", "replace")).strip() for title in titles)


def _annotation_texts(page: Dictionary) -> Iterator[str]:
    for annotation in pdf_values.dictionaries(page, "/Annots"):
        holder: Dictionary | None = annotation
        for _ in range(_DEEPEST):
            if holder is None:
                break
            for key in _OF_ANNOTATIONS:
                text = pdf_values.text(holder, key)
                yield text_of_markup(text) if key == "/RC" else text
            holder = pdf_values.dictionary(holder, "/Parent")
        yield pdf_values.text(pdf_values.dictionary(annotation, "/A"), "/URI")


def _spoken_texts(pdf: Pdf, pages: list[Dictionary]) -> Iterator[str]:
    """The alternate texts of the structure, unless they belong to a page that was left out."""
    if Name.StructTreeRoot not in pdf.Root:
        return
    chosen = {page.objgen for page in pages}
    for item in pdf.objects:
        if isinstance(item, Dictionary) and any(key in item for key in _SPOKEN):
            page = item.get(Name.Pg)
            if not isinstance(page, Dictionary) or page.objgen in chosen:
                yield from (pdf_values.text(item, key) for key in _SPOKEN)


def _names(pdf: Pdf) -> Iterator[str]:
    """The names of layers and of files inside."""
    layers = pdf_values.dictionary(pdf.Root, "/OCProperties")
    yield from (pdf_values.text(layer, "/Name") for layer in pdf_values.dictionaries(layers, "/OCGs"))
    yield from pdf.attachments


def _digests(pages: Iterable[Dictionary]) -> Iterator[bytes]:
    """The digests of pictures and larger drawings that the pages use."""
    seen: set[tuple[int, int]] = set()
    for page in pages:
        contents = page.get(Name.Contents)
        for stream in list(contents) if isinstance(contents, Array) else [contents]:
            if isinstance(stream, Stream):
                yield from _digest_of(stream)
        yield from _digests_under(page, seen, 0)


def _digests_under(holder: Object, seen: set[tuple[int, int]], depth: int) -> Iterator[bytes]:
    drawings = pdf_values.dictionary(pdf_values.dictionary(holder, "/Resources"), "/XObject")
    if drawings is None or depth > _DEEPEST:
        return
    for _, drawing in drawings.items():  # a name in an old alphabet is no text that could be asked for
        if isinstance(drawing, Stream) and drawing.objgen not in seen:
            seen.add(drawing.objgen)
            yield from _digest_of(drawing)
            yield from _digests_under(drawing, seen, depth + 1)


def _digest_of(stream: Stream) -> Iterator[bytes]:
    """Of packed data only: what is plain is packed when the pack is written."""
    if Name.Filter in stream:
        data = stream.read_raw_bytes()
        if len(data) >= _LEAST_STREAM:
            yield digest(data)
