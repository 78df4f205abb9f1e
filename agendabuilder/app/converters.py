"""Which programs there are on this computer that make PDFs of Office files, the best first: for the settings.

Nothing is started to find that out. A LibreOffice tells its version in a small file beside its program.
"""

import configparser
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agendabuilder.reports.office.libreoffice import find_libreoffice
from agendabuilder.reports.office.word_office import find_office

_FORMS = ("docx", "pptx", "xlsx")
_FIRST_LINES = ("bootstraprc", "bootstrap.ini", "../Resources/bootstraprc")
"""Where LibreOffice says what it is: on Linux, on Windows, on a Mac."""


@dataclass(frozen=True, slots=True)
class Converter:
    """One of the programs: what it is called, whether it is there, its version and place, and what that means."""

    name: str
    is_found: bool
    version: str = ""
    place: str = ""
    note: str = ""


def converters() -> tuple[Converter, ...]:
    """The programs in the order in which they are tried."""
    return _microsoft(), _libreoffice(), _embedded()


def _microsoft() -> Converter:
    ways = [way for way in map(find_office, _FORMS) if way]
    name = "Microsoft Office"
    if not ways:
        return Converter(name, False, note="Used on Windows where Word, PowerPoint and Excel are installed.")
    editions = (f"{way.by.removeprefix('Microsoft ')} {way.version.rpartition('.')[2]}" for way in ways)
    return Converter(name, True, ", ".join(editions), note="The truest pages.")


def _libreoffice() -> Converter:
    program = find_libreoffice()
    if program is None:
        note = "Install it from libreoffice.org; it is free. It is then found by itself."
        return Converter("LibreOffice", False, note=note)
    return Converter("LibreOffice", True, _version_of(program.resolve()), str(program), "True pages with tags.")


def _embedded() -> Converter:
    try:
        edition = version("office2pdf-python")
    except PackageNotFoundError:  # a frozen program may have left out what it knows of its libraries
        edition = ""
    note = "Always there, for the newer formats (docx, pptx, xlsx). Its pages are drafts: look them through."
    return Converter("Built-in converter", True, edition, note=note)


def _version_of(program: Path) -> str:
    """Such as "7.4"; empty when it does not say."""
    return next(filter(None, (_product(program.parent / name) for name in _FIRST_LINES)), "")


def _product(file: Path) -> str:
    said = configparser.RawConfigParser(strict=False)
    try:
        said.read_string(file.read_text("utf-8", "replace"))
        return said["Bootstrap"]["ProductKey"].rpartition(" ")[2]
    except (OSError, configparser.Error, KeyError):
        return ""
