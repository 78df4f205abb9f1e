"""Whether a font of a PDF is in the file, or every viewer has it anyway.

A font that is neither is replaced by whatever the reader's computer takes for it.
"""

import pikepdf

from agendabuilder.reports.pdf import pdf_values

_ALWAYS_THERE = frozenset({"Courier", "Helvetica", "Times", "Symbol", "ZapfDingbats"})
"""The families of the 14 fonts that every viewer has (ISO 32000-1, 9.6.2.2)."""

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
"""Under which of these the file of a font stands, by its kind (ISO 32000-1, table 126)."""


def is_missing(font: pikepdf.Dictionary) -> bool:
    """Whether neither the file nor every viewer has the font."""
    if pdf_values.name(font, "/Subtype") == "/Type3" or _is_always_there(font):
        return False
    descriptor = _descriptor(font)
    return descriptor is None or not any(key in descriptor for key in FONT_FILES)


def family(font: pikepdf.Dictionary) -> str:
    """The font's name without the six letters that mark a subset; bytes that are no letters become U+FFFD."""
    spelled = pdf_values.name(font, "/BaseFont").removeprefix("/")
    name = spelled.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    marked = len(name) > 7 and name[6] == "+"
    return (name[7:] if marked else name) or "a font without a name"


def _descriptor(font: pikepdf.Dictionary) -> pikepdf.Dictionary | None:
    below = next(pdf_values.dictionaries(font, "/DescendantFonts"), None)
    return pdf_values.dictionary(font if below is None else below, "/FontDescriptor")


def _is_always_there(font: pikepdf.Dictionary) -> bool:
    return family(font).split("-")[0].split(",")[0] in _ALWAYS_THERE
