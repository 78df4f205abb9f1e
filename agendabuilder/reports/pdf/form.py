"""What the form in a PDF means for a pack: whether somebody signed it, and whether pages can show it at all."""

from collections.abc import Iterator

import pikepdf

from agendabuilder.reports.pdf import pdf_values

_MOST_FIELDS = 20_000


def form_fields(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Every field of the form, also those without a place on a page; a looping tree is walked once."""
    waiting = list(pdf_values.dictionaries(pdf_values.dictionary(pdf.Root, "/AcroForm"), "/Fields"))
    seen: set[tuple[int, int]] = set()
    for _ in range(_MOST_FIELDS):
        if not waiting:
            return
        field = waiting.pop()
        if field.is_indirect and field.objgen in seen:
            continue
        seen.add(field.objgen)
        yield field
        waiting.extend(pdf_values.dictionaries(field, "/Kids"))


def is_signed(pdf: pikepdf.Pdf) -> bool:
    """Whether a signature field has been filled in."""
    return any(pdf_values.name(field, "/FT") == "/Sig" and "/V" in field for field in form_fields(pdf))


def is_dynamic_form(pdf: pikepdf.Pdf) -> bool:
    """Whether the pages are only a notice to open the form in Adobe software (dynamic XFA).

    The standard's mark is /NeedsRendering (ISO 32000-1, 12.7.8); a form without any field on a page has
    nothing to show either, whether or not its maker set the mark.
    """
    form = pdf_values.dictionary(pdf.Root, "/AcroForm")
    if form is None or "/XFA" not in form:
        return False
    return pdf_values.is_true(pdf.Root, "/NeedsRendering") or not any(pdf_values.dictionaries(form, "/Fields"))
