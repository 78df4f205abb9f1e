"""The way through Microsoft Office on Windows: the truest pages, with bookmarks and tags.

It cannot be run where the project is built and tested: it keeps to what Microsoft documents of the programs' object
models, and is tested with a stand-in for them. The program runs unseen in the hands of a worker; when that has to
be ended, Windows ends the program once it notices that nobody holds it any more, which can take some minutes.
"""

import shutil
import sys
from collections.abc import Callable
from typing import Any

from agendabuilder.reports.office_file import office_format
from agendabuilder.reports.running import TookTooLongError, run_function
from agendabuilder.reports.ways import Conversion, NotConvertedError, Unshown

PROGRAMS = {
    "Word.Application": ("docx", "doc", "rtf"),
    "PowerPoint.Application": ("pptx", "ppt"),
    "Excel.Application": ("xlsx", "xls"),
}
"""What each program opens; open documents are LibreOffice's own."""

_NO_ALERTS, _NO_MACROS = 0, 3  # wdAlertsNone; msoAutomationSecurityForceDisable
_WORD_PDF, _EXCEL_PDF, _SLIDES_PDF = 17, 0, 32  # wdExportFormatPDF; xlTypePDF; ppSaveAsPDF
_FOR_PRINT, _WITHOUT_MARKUP, _FROM_HEADINGS = 0, 0, 1  # wdExportOptimizeForPrint; …DocumentContent; …HeadingBookmarks
_NOT_THE_PASSWORD = "-"
"""A locked file is refused at once, instead of a question that nobody sees."""


class MicrosoftOfficeWay:
    """One installed program of Microsoft Office. `program` is its name for COM, `edition` its version."""

    is_draft = False

    def __init__(self, program: str, edition: str) -> None:
        self._program = program
        self.by = f"Microsoft {program.partition('.')[0]}"
        self.version = f"microsoft-1-{edition}"

    def convert(self, work: Conversion) -> Unshown:
        """Have a copy exported; a copy is neither locked by an open window nor mistrusted as a download."""
        form = office_format(work.source)
        copy = shutil.copyfile(work.source, work.folder / f"report.{form}")
        try:
            run_function(export_here, (self._program, str(copy), str(work.out)), work.limits, work.go_on)
        except TookTooLongError as error:
            raise NotConvertedError(f"{self.by} {error}") from error
        if not work.out.is_file():
            raise NotConvertedError(f"{self.by} could not open it; it may be damaged or need a password")
        return Unshown()


def find_office(form: str) -> MicrosoftOfficeWay | None:
    """The program for a format, when it is installed."""
    if sys.platform != "win32":
        return None
    import winreg

    for program in (program for program, forms in PROGRAMS.items() if form in forms):
        try:
            return MicrosoftOfficeWay(program, winreg.QueryValue(winreg.HKEY_CLASSES_ROOT, rf"{program}\CurVer"))
        except OSError:
            continue
    return None


def export_here(program: str, source: str, out: str) -> None:
    """The work of the worker: begin a program of its own, never one that the clerk has open."""
    from win32com.client import DispatchEx

    export(DispatchEx(program), program, source, out)


def export(application: Any, program: str, source: str, out: str) -> None:
    """Have a running program export one file, and end it."""
    try:
        application.AutomationSecurity = _NO_MACROS
        _EXPORTS[program](application, source, out)
    finally:
        application.Quit()


def _from_word(application: Any, source: str, out: str) -> None:
    application.Visible = False
    application.DisplayAlerts = _NO_ALERTS
    document = application.Documents.Open(
        source, ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False, PasswordDocument=_NOT_THE_PASSWORD
    )
    document.ExportAsFixedFormat(
        OutputFileName=out, ExportFormat=_WORD_PDF, OpenAfterExport=False, OptimizeFor=_FOR_PRINT,
        Item=_WITHOUT_MARKUP, CreateBookmarks=_FROM_HEADINGS, DocStructureTags=True, BitmapMissingFonts=True,
    )  # fmt: skip
    document.Close(SaveChanges=False)


def _from_slides(application: Any, source: str, out: str) -> None:
    deck = application.Presentations.Open(source, ReadOnly=True, Untitled=False, WithWindow=False)
    deck.SaveAs(out, _SLIDES_PDF)
    deck.Close()


def _from_excel(application: Any, source: str, out: str) -> None:
    application.Visible = False
    application.DisplayAlerts = False
    book = application.Workbooks.Open(source, UpdateLinks=0, ReadOnly=True, Password=_NOT_THE_PASSWORD)
    book.ExportAsFixedFormat(Type=_EXCEL_PDF, Filename=out, IgnorePrintAreas=False, OpenAfterPublish=False)
    book.Close(SaveChanges=False)


_EXPORTS: dict[str, Callable[[Any, str, str], None]] = {
    "Word.Application": _from_word,
    "PowerPoint.Application": _from_slides,
    "Excel.Application": _from_excel,
}
