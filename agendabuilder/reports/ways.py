"""The ways from any file to a PDF, and the order of preference among those that are there.

A way is asked only for files that are no PDF, and is imported only then: a pack of PDFs costs nothing more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agendabuilder.progress import Progress
from agendabuilder.reports.file_kind import FileKind
from agendabuilder.reports.office_file import office_format
from agendabuilder.reports.terms import USUAL, Limits, Terms

OFFICE = (FileKind.WORD, FileKind.SLIDES, FileKind.SPREADSHEET)
"""The kinds that Office programs make."""

_MARKDOWN_ENDINGS = (".md", ".markdown")
_TEXT_ENDINGS = ("", ".txt", ".text", *_MARKDOWN_ENDINGS)
"""Text under another name is a drawing's source, a program, or, as a PDF, a download that failed."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """One file on its way. `folder` is for this work alone and goes with it; `called` names the file in sentences."""

    source: Path
    folder: Path
    called: str
    terms: Terms
    progress: Progress

    @property
    def limits(self) -> Limits:
        """What it may cost."""
        return self.terms.limits

    @property
    def out(self) -> Path:
        """Where the PDF is to be."""
        return self.folder / "converted.pdf"

    def go_on(self) -> None:
        """A point at which the clerk can stop the work. Raises `Cancelled`."""
        self.progress.advance(0)


@dataclass(frozen=True, slots=True)
class Unshown:
    """What of a file its PDF does not show, or not as the file does.

    `words` and numbers, each once; how many of its `pictures`; the names of files that are `attached` to it; `parts`
    that are known to be drawn otherwise, each as it is said within a sentence; pages (from 1) on which words are
    printed over one another.
    """

    words: tuple[str, ...] = ()
    pictures: int = 0
    attached: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    overprinted: tuple[int, ...] = ()


class NotConvertedError(Exception):
    """This way did not bring the file to a PDF; another one may. The text is a clause: "LibreOffice wrote no PDF"."""


class Way(Protocol):
    """One way from a file to a PDF.

    `by` is the program as the clerk knows it, empty for what we draw ourselves. `version` changes whenever the
    way may give another PDF. A draft should be looked through before anybody relies on it.
    """

    @property
    def by(self) -> str:
        """The program's name."""

    @property
    def version(self) -> str:
        """What tells this way, at its present state, from all others."""

    @property
    def is_draft(self) -> bool:
        """Whether its pages should be looked through."""

    def convert(self, work: Conversion) -> Unshown:
        """Write the PDF to `work.out`; return what of the file it does not show, as far as this way can tell.

        Raises `NotConvertedError`, `ReportRefused` when no other way would do better, `Cancelled`, OSError.
        """


def ways_for(source: Path, kind: FileKind, terms: Terms = USUAL) -> tuple[Way, ...]:
    """Those that can take this file here and now, the best first; empty when there is none.

    Raises OSError when the file cannot be read.
    """
    return tuple(_ways(source, kind, terms))


def _ways(source: Path, kind: FileKind, terms: Terms) -> Iterator[Way]:
    if kind is FileKind.PICTURE:
        from agendabuilder.reports.image import PictureWay

        yield PictureWay(terms.scan_dpi)
    elif kind is FileKind.TEXT and source.suffix.lower() in _TEXT_ENDINGS:
        from agendabuilder.reports.own_way import OwnWay

        yield OwnWay("markdown" if source.suffix.lower() in _MARKDOWN_ENDINGS else "text")
    elif kind is FileKind.EMAIL:
        from agendabuilder.reports.own_way import OwnWay

        yield OwnWay("email")
    elif kind in OFFICE:
        yield from _office_ways(office_format(source))


def _office_ways(form: str) -> Iterator[Way]:
    """Microsoft's own programs know these files best, then LibreOffice; what comes with us is always there."""
    if form == "csv":
        from agendabuilder.reports.own_way import OwnWay

        yield OwnWay("csv")
        return
    from agendabuilder.reports import embedded, libreoffice, word_office

    if office := word_office.find_office(form):
        yield office
    if form in libreoffice.FORMATS and (program := libreoffice.find_libreoffice()):
        yield libreoffice.LibreOfficeWay(program)
    if form in embedded.FORMATS:
        yield embedded.EmbeddedWay()
