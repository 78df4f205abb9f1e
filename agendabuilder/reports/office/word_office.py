"""The way through Microsoft Office on Windows: the truest pages, with bookmarks and tags.

It cannot be run where the project is built and tested: it keeps to what Microsoft documents of the programs' object
models, and is tested with a stand-in for them. The program runs unseen in the hands of a worker. Word and Excel start
anew for us; of PowerPoint there is only ever one, which the clerk may be working with.
"""

import shutil
import sys
from collections.abc import Callable
from typing import Any

from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.office.office_file import office_format
from agendabuilder.reports.office.office_processes import none_left_behind
from agendabuilder.reports.running import TookTooLongError, run_function

_WORD, _SLIDES, _SHEETS = "Word.Application", "PowerPoint.Application", "Excel.Application"
PROGRAMS = {_WORD: ("docx", "doc", "rtf"), _SLIDES: ("pptx", "ppt"), _SHEETS: ("xlsx", "xls")}
"""What each program opens; open documents are LibreOffice's own."""
_IMAGES = {_WORD: "WINWORD.EXE", _SLIDES: "POWERPNT.EXE", _SHEETS: "EXCEL.EXE"}

_NO_ALERTS, _NO_MACROS = 0, 3  # wdAlertsNone; msoAutomationSecurityForceDisable
_WORD_PDF, _EXCEL_PDF, _SLIDES_PDF = 17, 0, 32  # wdExportFormatPDF; xlTypePDF; ppSaveAsPDF
_FOR_PRINT, _WITHOUT_MARKUP, _FROM_HEADINGS = 0, 0, 1  # wdExportOptimizeForPrint; …DocumentContent; …HeadingBookmarks
_UNSAVED = 0  # wdDoNotSaveChanges
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
            with none_left_behind(_IMAGES[self._program]):
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
    """The work of the worker: begin a program of its own, as far as there can be more than one of it."""
    from win32com.client import DispatchEx

    export(DispatchEx(program), program, source, out)


def export(application: Any, program: str, source: str, out: str) -> None:
    """Have a running program export one file; leave it as it was met."""
    macros = application.AutomationSecurity
    try:
        application.AutomationSecurity = _NO_MACROS
        _EXPORTS[program](application, source, out)
    finally:
        _leave(application, program, macros)


def _leave(application: Any, program: str, macros: Any) -> None:
    """End the program, unless it is the clerk's PowerPoint, whose presentations would go with it."""
    if program == _SLIDES and (application.Presentations.Count or application.Visible):
        application.AutomationSecurity = macros
    elif program == _WORD:
        application.Quit(SaveChanges=_UNSAVED)  # nor what add-ins did to the clerk's template
    else:
        application.Quit()


def _from_word(application: Any, source: str, out: str) -> None:
    application.Visible = False
    application.DisplayAlerts = _NO_ALERTS
    document = application.Documents.Open(
        source, ConfirmConversions=False, ReadOnly=True, AddToRecentFiles=False, PasswordDocument=_NOT_THE_PASSWORD,
        NoEncodingDialog=True,
    )  # fmt: skip
    document.ExportAsFixedFormat(
        OutputFileName=out, ExportFormat=_WORD_PDF, OpenAfterExport=False, OptimizeFor=_FOR_PRINT,
        Item=_WITHOUT_MARKUP, CreateBookmarks=_FROM_HEADINGS, DocStructureTags=True, BitmapMissingFonts=True,
    )  # fmt: skip
    document.Close(SaveChanges=False)


def _from_slides(application: Any, source: str, out: str) -> None:
    deck = application.Presentations.Open(source, ReadOnly=True, Untitled=False, WithWindow=False)
    try:
        deck.SaveAs(out, _SLIDES_PDF)
    finally:
        deck.Close()


def _from_excel(application: Any, source: str, out: str) -> None:
    application.Visible = False
    application.DisplayAlerts = False
    book = application.Workbooks.Open(
        source, UpdateLinks=0, ReadOnly=True, Password=_NOT_THE_PASSWORD, IgnoreReadOnlyRecommended=True, Notify=False,
        AddToMru=False,
    )  # fmt: skip
    book.ExportAsFixedFormat(Type=_EXCEL_PDF, Filename=out, IgnorePrintAreas=False, OpenAfterPublish=False)
    book.Close(SaveChanges=False)


_EXPORTS: dict[str, Callable[[Any, str, str], None]] = {
    _WORD: _from_word,
    _SLIDES: _from_slides,
    _SHEETS: _from_excel,
}
