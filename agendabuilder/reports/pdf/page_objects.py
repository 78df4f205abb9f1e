"""What kinds of things PDFium finds on a page, those within forms included."""

from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_DEEPEST_FORM = 6
"""How many forms within forms are opened."""


def object_kinds(page: pypdfium2.PdfPage) -> Iterator[int]:
    """The kind of each object (pdfium.FPDF_PAGEOBJ_…), in order. To be used with the lock for PDFium held."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        yield from _kinds_within(pdfium.FPDFPage_GetObject(page, index), 0)


def _kinds_within(part: object, depth: int) -> Iterator[int]:
    """The kind of an object, or the kinds of what is in it, if it is a form."""
    kind = pdfium.FPDFPageObj_GetType(part)
    if kind != pdfium.FPDF_PAGEOBJ_FORM or depth >= _DEEPEST_FORM:
        yield kind
        return
    for index in range(pdfium.FPDFFormObj_CountObjects(part)):
        yield from _kinds_within(pdfium.FPDFFormObj_GetObject(part, index), depth + 1)
