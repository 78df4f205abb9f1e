"""The first words of each marked content of a page, by its number: what a screen reader says for an element.

PDFium tells which drawn text each character belongs to, and the blanks that nobody drew.
"""

import ctypes
from collections.abc import Mapping
from types import TracebackType
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from agendabuilder.reports.pdfium_lock import PDFIUM

ENOUGH: Final = 80
"""Characters of a marked content that are shown; somewhat more are kept, so that one knows of more."""
_KEPT = 120
_MOST_OF_PAGE = 40_000
_FEWEST = 0x20
"""Characters below this one are line ends and the like."""


class MarkedWords:
    """An open PDF whose pages are read when they are first asked for. To be used in a `with` block."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._pages: dict[int, Mapping[int, str]] = {}

    def __enter__(self) -> "MarkedWords":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        with PDFIUM:
            self._document.close()

    def on(self, sheet: int, mark: int) -> str:
        """The first words of a marked content of a page, counted from 1; empty where there are none."""
        if sheet not in self._pages:
            with PDFIUM:
                self._pages[sheet] = _read(self._document, sheet - 1)
        return self._pages[sheet].get(mark, "")


def _read(document: pypdfium2.PdfDocument, index: int) -> Mapping[int, str]:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return {}
    words = page.get_textpage()
    try:
        return _by_mark(words)
    finally:
        words.close()
        page.close()


def _by_mark(words: pypdfium2.PdfTextPage) -> Mapping[int, str]:
    found: dict[int, str] = {}
    marks: dict[int | None, int] = {}
    mark = -1
    for place in range(min(words.count_chars(), _MOST_OF_PAGE)):
        letter = chr(pdfium.FPDFText_GetUnicode(words.raw, place))
        drawn = pdfium.FPDFText_GetTextObject(words.raw, place)
        if drawn:  # else a blank or a line's end that nobody drew: it goes with what is before it
            address = ctypes.cast(drawn, ctypes.c_void_p).value
            if address not in marks:
                marks[address] = int(pdfium.FPDFPageObj_GetMarkedContentID(drawn))
            mark = marks[address]
        said = found.get(mark, "")
        if mark >= 0 and len(said) < _KEPT:
            found[mark] = said + (letter if ord(letter) >= _FEWEST else " ")
    return {mark: " ".join(said.split()) for mark, said in found.items()}
