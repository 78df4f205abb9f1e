"""Recognises the text of scanned pages with OCRmyPDF, where that is installed; the pages look as before.

Only ever done when the clerk asks for it: recognised text has mistakes that somebody must look for. Pages with text are
left as they are. OCRmyPDF needs Tesseract; both are free, and neither comes with this program.
"""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pikepdf

from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.reports.running import TookTooLongError, run_program
from agendabuilder.reports.terms import Limits

VARIABLE = "AGENDABUILDER_OCRMYPDF"
"""An environment variable that names the program where it lies elsewhere; set to nothing, none is used."""

_LANGUAGES = {"en": "eng", "cy": "cym", "gd": "gla", "ga": "gle"}
"""Tesseract's names of the languages in which packs are written (ISO 639-2 in place of 639-1)."""

_PATIENT = Limits(seconds=1800.0)
"""A page takes some seconds, and a scan can have hundreds."""

_REASONS = {
    1: "this version of OCRmyPDF is too old or too new",
    2: "OCRmyPDF cannot read the file",
    3: "something that it needs is not installed, such as Tesseract or the language",
    7: "Tesseract failed",
    8: "the file is locked",
}
"""What OCRmyPDF's exit codes mean, as far as a clerk can do something about them."""


def find_ocr() -> Path | None:
    """The program `ocrmypdf`: where the variable says, or on the path; None when it is not installed."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = shutil.which("ocrmypdf")
    return Path(found) if found else None


def recognise_text(
    source: Path, out: Path, languages: Sequence[str], go_on: Callable[[], None], limits: Limits = _PATIENT
) -> None:
    """Write a copy of a PDF whose scanned pages have text. `languages` as "en", "cy", the chief one first.

    Raises `TextNotRecognisedError` when the program is not there or fails, and what `go_on` raises.
    """
    program = find_ocr()
    if program is None:
        raise TextNotRecognisedError(
            "OCRmyPDF, which recognises the text of scans, is not installed.",
            "Install it, or ask the report's author for the original document.",
        )
    try:
        code = run_program(_command(program, source, out, languages), limits, go_on)
    except TookTooLongError as error:
        raise _failed(f"it took more than {limits.seconds / 60:.0f} minutes") from error
    except OSError as error:
        raise _failed("OCRmyPDF could not be started") from error
    if code != 0 or not out.is_file():
        raise _failed(_REASONS.get(code, f"OCRmyPDF ended with code {code}"))
    if _page_count(out) != _page_count(source):
        out.unlink()
        raise _failed("what came out has not the same pages")


def _command(program: Path, source: Path, out: Path, languages: Sequence[str]) -> list[str]:
    """Pages with text are skipped; nothing is made smaller or straightened, so that the pages stay the report's."""
    known = dict.fromkeys(_LANGUAGES.get(language.partition("-")[0].lower(), "eng") for language in languages)
    options = [
        "--skip-text",
        "--output-type",
        "pdf",
        "--optimize",
        "0",
        "--quiet",
        "--language",
        "+".join(known) or "eng",
    ]
    return [str(program), *options, str(source), str(out)]


def _page_count(path: Path) -> int:
    try:
        with pikepdf.open(path) as pdf:
            return len(pdf.pages)
    except pikepdf.PikepdfError:
        return 0


def _failed(reason: str) -> TextNotRecognisedError:
    return TextNotRecognisedError(
        f"The text of the scan could not be recognised: {reason}.",
        "The report is as it was. Ask its author for the original document.",
    )
