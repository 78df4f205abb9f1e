"""The page labels that a viewer shows: exactly what is printed on each page (PDF 32000-1, 12.4.2)."""

from collections.abc import Sequence

from pikepdf import Array, Dictionary, Name, Pdf, String

from agendabuilder.domain.numbering import roman
from agendabuilder.domain.pagination import PageKind, PlannedPage

_DECIMAL, _ROMAN = "/D", "/r"


def write_page_labels(pdf: Pdf, pages: Sequence[PlannedPage]) -> None:
    """Write the labels as few ranges, each of numbers that follow one another in one style."""
    numbers = Array()
    expected: tuple[str, int] | None = None
    for index, page in enumerate(pages):
        style, number = _style(page)
        if not style:
            numbers.append(index)
            numbers.append(Dictionary(P=String(page.label)))
        elif (style, number) != expected:
            numbers.append(index)
            numbers.append(Dictionary(S=Name(style), St=number))
        expected = (style, number + 1) if style else None
    pdf.Root.PageLabels = Dictionary(Nums=numbers)


def _style(page: PlannedPage) -> tuple[str, int]:
    """The style and number of a label; no style for one that is neither a number nor the front matter's roman."""
    if page.label.isdecimal() and int(page.label) > 0:
        return _DECIMAL, int(page.label)
    if page.kind is not PageKind.REPORT and roman(page.sheet) == page.label:
        return _ROMAN, page.sheet
    return "", 0
