"""The first words of each marked content of a page, by its number: what a screen reader says for an element.

PDFium tells which drawn text each character belongs to, and the blanks that nobody drew. Text in a form that is drawn
within a marked content belongs to that content (ISO 32000-1, 14.7.4.3), such as the recognised text of a scan.
"""

import ctypes
from collections.abc import Mapping
from types import TracebackType
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from agendabuilder.reports.pdf.pdfium_lock import PDFIUM

ENOUGH: Final = 80
"""Characters of a marked content that are shown; somewhat more are kept, so that one knows of more."""
_KEPT = 120
_MOST_OF_PAGE = 40_000
_DEEPEST_FORM, _MOST_OBJECTS = 8, 20_000
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
        return _by_mark(words, _marks_within_forms(page))
    finally:
        words.close()
        page.close()


def _marks_within_forms(page: pypdfium2.PdfPage) -> dict[int | None, int]:
    """The marks of what is drawn by forms that are within a marked content themselves, by their addresses."""
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)
    drawn = (pdfium.FPDFPage_GetObject(page.raw, index) for index in range(count))
    forms = [(part, int(pdfium.FPDFPageObj_GetMarkedContentID(part)), 0) for part in drawn if _is_form(part)]
    marks: dict[int | None, int] = {}
    while forms:
        form, mark, depth = forms.pop()
        for index in range(pdfium.FPDFFormObj_CountObjects(form) if mark >= 0 else 0):
            part = pdfium.FPDFFormObj_GetObject(form, index)
            if not _is_form(part):
                marks[ctypes.cast(part, ctypes.c_void_p).value] = mark
            elif depth < _DEEPEST_FORM:
                forms.append((part, mark, depth + 1))
    return marks


def _is_form(part: object) -> bool:
    return bool(pdfium.FPDFPageObj_GetType(part) == pdfium.FPDF_PAGEOBJ_FORM)


def _by_mark(words: pypdfium2.PdfTextPage, marks: dict[int | None, int]) -> Mapping[int, str]:
    """`marks` are those that are known already, by the addresses of what was drawn."""
    found: dict[int, str] = {}
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
