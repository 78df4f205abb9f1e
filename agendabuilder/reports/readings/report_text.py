"""The text of a prepared report, page by page, for the checks that read reports; read once, and then kept.

It comes from the PDF that goes into the pack, so it is what members will see. What is read is bounded, by sizes and
not by a clock, so that no report holds the checks up, or the preview, which waits for the same lock; pages beyond the
bounds have no text.
"""

import math
from collections import Counter
from collections.abc import Collection
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf.heavy_pages import wordy_pages
from agendabuilder.reports.pdf.page_objects import object_kinds
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM
from agendabuilder.reports.readings.page_marks import PageMarks, page_marks

_KEPT_AS = "text-3"
"""Raise the number when this file reads in another way."""

_MOST_PAGES = 1500
MOST_OF_PAGE = 40_000
_MOST_OF_REPORT = 5_000_000
"""Characters."""

_MOST_WORDS = 10_000
"""Pieces of text on a page; a page set letter by letter has some 5,000. The time goes up with their square."""

_SAMPLES = 40
"""How many characters of a page are asked which way they run."""

_FEW = 20
"""A page with fewer characters (a page number, a caption) is not said to run in any way."""

_NOT_PRINTED = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff\x00\x02"))
"""Characters that break or join words invisibly, and those that PDFium puts where a line breaks a word."""


@dataclass(frozen=True, slots=True)
class ReportText:
    """What the pages say. All page numbers are those of the file, from 1.

    `pages` has a text for each page, its lines parted by line feeds. `bare` are pages on which nothing is printed.
    On `sideways` pages the words run up or down the page. `comments` has a page for each comment. On `covered` pages
    black boxes lie over words, and on `unredacted` ones words are marked to be redacted, and are still there.
    """

    pages: tuple[str, ...] = ()
    bare: tuple[int, ...] = ()
    sideways: tuple[int, ...] = ()
    comments: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()
    unredacted: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _PageRead:
    text: str
    is_bare: bool
    is_sideways: bool
    marks: PageMarks


_UNREAD = _PageRead("", False, False, PageMarks())


def read_report_text(path: Path, cache: ReportCache) -> ReportText:
    """The text of a prepared report's PDF, from the cache where it is known. Raises OSError when it cannot be read.

    The first time costs about 5 ms a page; a file that PDFium cannot open has no pages here.
    """
    return cache.read_once(_KEPT_AS, path, ReportText, lambda: _read(path))


def _read(path: Path) -> ReportText:
    try:
        with pikepdf.open(path) as pdf:
            too_long = wordy_pages(pdf)
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except (pikepdf.PikepdfError, pypdfium2.PdfiumError):
        return ReportText()
    try:
        pages = _read_pages(document, too_long)
    finally:
        with PDFIUM:
            document.close()
    return ReportText(
        tuple(page.text for page in pages),
        tuple(number for number, page in enumerate(pages, 1) if page.is_bare),
        tuple(number for number, page in enumerate(pages, 1) if page.is_sideways),
        tuple(number for number, page in enumerate(pages, 1) for _ in range(page.marks.comments)),
        tuple(number for number, page in enumerate(pages, 1) if page.marks.has_covered_words),
        tuple(number for number, page in enumerate(pages, 1) if page.marks.is_redacted_only_in_name),
    )


def _read_pages(document: pypdfium2.PdfDocument, too_long: Collection[int]) -> list[_PageRead]:
    pages: list[_PageRead] = []
    total = 0
    with PDFIUM:
        count = len(document)
    for index in range(count):
        within = index < _MOST_PAGES and total < _MOST_OF_REPORT and index not in too_long
        page = _read_page(document, index) if within else _UNREAD
        total += len(page.text)
        pages.append(page)
    return pages


def _read_page(document: pypdfium2.PdfDocument, index: int) -> _PageRead:
    """What one page says; the lock is let go of between the steps."""
    try:
        with PDFIUM:
            page = document[index]
    except pypdfium2.PdfiumError:
        return _UNREAD
    with ExitStack() as opened:
        opened.callback(_close, page)
        with PDFIUM:
            if _has_too_many_words(page):
                return _UNREAD
            words = page.get_textpage()
            opened.callback(_close, words)
            count = min(words.count_chars(), MOST_OF_PAGE)
            text = words.get_text_range(0, count) if count > 0 else ""
        with PDFIUM:
            is_bare = not text.strip() and pdfium.FPDFPage_CountObjects(page.raw) == 0 and not _has_marks(page)
            is_sideways = _is_sideways(words, count, page.get_rotation())
            return _PageRead(_plain(text), is_bare, is_sideways, page_marks(page, words))


def _close(opened: pypdfium2.PdfPage | pypdfium2.PdfTextPage) -> None:
    with PDFIUM:
        opened.close()


def _has_too_many_words(page: pypdfium2.PdfPage) -> bool:
    pieces = (kind for kind in object_kinds(page) if kind == pdfium.FPDF_PAGEOBJ_TEXT)
    return next(islice(pieces, _MOST_WORDS, None), None) is not None


def _has_marks(page: pypdfium2.PdfPage) -> bool:
    """Comments, stamps and form fields print, too."""
    return int(pdfium.FPDFPage_GetAnnotCount(page.raw)) > 0


def _is_sideways(words: pypdfium2.PdfTextPage, count: int, rotation: int) -> bool:
    """Whether most of the characters stand on their side, as the reader of the turned page sees them."""
    if count < _FEW:
        return False
    places = range(0, count, max(1, count // _SAMPLES))
    turns = [float(pdfium.FPDFText_GetCharAngle(words.raw, place)) for place in places]
    ways = Counter((round(math.degrees(turn) / 90) * 90 + rotation) % 180 for turn in turns if turn >= 0)
    return ways[90] > ways[0]


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_NOT_PRINTED)
