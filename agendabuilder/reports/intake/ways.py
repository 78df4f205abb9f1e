"""The ways from any file to a PDF, and the order of preference among those that are there.

A way is asked only for files that are no PDF, and is imported only then: a pack of PDFs costs nothing more.
"""

from collections.abc import Iterator
from pathlib import Path

from agendabuilder.reports.conversion import Way
from agendabuilder.reports.intake.file_kind import FileKind
from agendabuilder.reports.office.office_file import office_format
from agendabuilder.reports.terms import USUAL, Terms

OFFICE = (FileKind.WORD, FileKind.SLIDES, FileKind.SPREADSHEET)
"""The kinds that Office programs make."""

_MARKDOWN_ENDINGS = (".md", ".markdown")
_TEXT_ENDINGS = ("", ".txt", ".text", *_MARKDOWN_ENDINGS)
"""Text under another name is a drawing's source, a program, or, as a PDF, a download that failed."""


def ways_for(source: Path, kind: FileKind, terms: Terms = USUAL) -> tuple[Way, ...]:
    """Those that can take this file here and now, the best first; empty when there is none.

    Raises OSError when the file cannot be read.
    """
    return tuple(_ways(source, kind, terms))


def _ways(source: Path, kind: FileKind, terms: Terms) -> Iterator[Way]:
    if kind is FileKind.PICTURE:
        from agendabuilder.reports.own_pages.image import PictureWay

        yield PictureWay(terms.scan_dpi)
    elif kind is FileKind.TEXT and source.suffix.lower() in _TEXT_ENDINGS:
        from agendabuilder.reports.own_pages.own_way import OwnWay

        yield OwnWay("markdown" if source.suffix.lower() in _MARKDOWN_ENDINGS else "text")
    elif kind is FileKind.EMAIL:
        from agendabuilder.reports.own_pages.own_way import OwnWay

        yield OwnWay("email")
    elif kind in OFFICE:
        yield from _office_ways(office_format(source))


def _office_ways(form: str) -> Iterator[Way]:
    """Microsoft's own programs know these files best, then LibreOffice; what comes with us is always there."""
    if form == "csv":
        from agendabuilder.reports.own_pages.own_way import OwnWay

        yield OwnWay("csv")
        return
    from agendabuilder.reports.office import embedded, libreoffice, word_office

    if office := word_office.find_office(form):
        yield office
    if form in libreoffice.FORMATS and (program := libreoffice.find_libreoffice()):
        yield libreoffice.LibreOfficeWay(program)
    if form in embedded.FORMATS:
        yield embedded.EmbeddedWay()
