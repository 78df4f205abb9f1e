"""The text of a prepared report, page by page, for the checks that read reports; read once, and then kept.

It comes from the PDF that goes into the pack, so it is what members will see. What is read is bounded, so that no
report holds the checks up; pages beyond the bounds have no text.
"""

import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.page_marks import PageMarks, page_marks
from agendabuilder.reports.pdfium_lock import PDFIUM

_KEPT_AS = "text-2"
"""Raise the number when this file reads in another way."""

_MOST_PAGES = 1500
MOST_OF_PAGE = 40_000
_MOST_OF_REPORT = 5_000_000
"""Characters."""

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
        with PDFIUM:
            document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError:
        return ReportText()
    try:
        pages = _read_pages(document)
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


def _read_pages(document: pypdfium2.PdfDocument) -> list[_PageRead]:
    pages: list[_PageRead] = []
    total = 0
    for index in range(len(document)):
        with PDFIUM:
            within = index < _MOST_PAGES and total < _MOST_OF_REPORT
            page = _read_page(document, index) if within else _UNREAD
        total += len(page.text)
        pages.append(page)
    return pages


def _read_page(document: pypdfium2.PdfDocument, index: int) -> _PageRead:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _UNREAD
    words = page.get_textpage()
    try:
        count = min(words.count_chars(), MOST_OF_PAGE)
        text = words.get_text_range(0, count) if count > 0 else ""
        is_bare = not text.strip() and pdfium.FPDFPage_CountObjects(page.raw) == 0 and not _has_marks(page)
        return _PageRead(_plain(text), is_bare, _is_sideways(words, count, page.get_rotation()), page_marks(page))
    finally:
        words.close()
        page.close()


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
