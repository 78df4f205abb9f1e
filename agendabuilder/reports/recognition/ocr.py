"""Recognises the text of scanned pages with OCRmyPDF, where that is installed; the pages look as before.

Only ever done when the clerk asks for it: recognised text has mistakes that somebody must look for. Pages with text are
left as they are. OCRmyPDF needs Tesseract; both are free, and neither comes with this program.
"""

import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from agendabuilder.domain.language_names import language_name
from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.reports.recognition.recognised import given_scan, page_count, take_back
from agendabuilder.reports.running import TookTooLongError, TookTooMuchError, run_program, surroundings_in
from agendabuilder.reports.terms import Limits

VARIABLE = "AGENDABUILDER_OCRMYPDF"
"""An environment variable that names the program where it lies elsewhere; set to nothing, none is used."""

_LANGUAGES = {"en": "eng", "cy": "cym", "gd": "gla", "ga": "gle"}
"""Tesseract's names of the languages in which packs are written (ISO 639-2 in place of 639-1)."""
_CALLED = {code: language_name(language) for language, code in _LANGUAGES.items()}

_UNTURNED = "osd.traineddata"
"""What Tesseract lacks when it cannot tell which way up a page is; some installers leave it out."""
_SURE_ENOUGH = "4"
"""How sure Tesseract must be of the way up; its own 14 asks for a full page of print. A page is never turned by it."""

_SECONDS, _SECONDS_A_PAGE = 600.0, 20.0
"""A page takes one to five seconds, and a scan can have hundreds."""
_MOST_AT_ONCE = 4
_MEGABYTES = 8000
"""Pages are read side by side; each may take some hundred megabytes."""

_REASONS = {
    1: "this version of OCRmyPDF is too old or too new",
    2: "OCRmyPDF cannot read the file",
    3: "something that it needs is not installed, such as Tesseract or the language",
    7: "Tesseract failed",
    8: "the file is locked",
}
"""What OCRmyPDF's exit codes mean, as far as a clerk can do something about them."""
_PROGRAMS = {"tesseract": "Tesseract", "gs": "Ghostscript", "gswin64c": "Ghostscript", "gswin32c": "Ghostscript"}
_LACKS_PROGRAM = re.compile(r"program '(\w+)'")
_LACKS_LANGUAGES = re.compile(r"requested languages:\s*((?:[a-z]{3}\s+)+)")


def find_ocr() -> Path | None:
    """The program `ocrmypdf`: where the variable says, or where it is usually put; None when it is not installed."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = shutil.which("ocrmypdf", path=os.pathsep.join(map(str, _folders())))
    return Path(found) if found else None


def recognise_text(source: Path, out: Path, languages: Sequence[str], place: Path, go_on: Callable[[], None]) -> None:
    """Write a copy of a PDF whose scanned pages have text. `languages` as "en", "cy", the chief one first.

    `place` is a folder for this work alone. Raises `TextNotRecognisedError` when the program is not there, fails or
    finds no words, and what `go_on` raises.
    """
    program = find_ocr()
    if program is None:
        raise TextNotRecognisedError(
            "OCRmyPDF, which recognises the text of scans, is not installed.",
            "Install it, or ask the report's author for the original document.",
        )
    run = _Run(program, given_scan(source, place), place / "made.pdf", place, _known(languages), go_on)
    code, said = run.once()
    if code != 0 and _UNTURNED in said:
        code, said = run.once(upright=True)
    if code != 0 or not run.made.is_file():
        raise _failed(*_why(code, said))
    take_back(source, run.made, out)


@dataclass(frozen=True, slots=True)
class _Run:
    """What is asked of the program."""

    program: Path
    given: Path
    made: Path
    place: Path
    languages: str
    go_on: Callable[[], None]

    def once(self, upright: bool = False) -> tuple[int, str]:
        """Run it; return its exit code, and what it said. `upright`: without asking which way up a page is."""
        said = self.place / "said.txt"
        limits = Limits(_SECONDS + _SECONDS_A_PAGE * page_count(self.given), _MEGABYTES)
        try:
            code = run_program(self._command(upright), limits, self.go_on, said, _surroundings(self.place))
        except TookTooMuchError as error:
            raise _failed(f"OCRmyPDF {error}") from error
        except TookTooLongError as error:
            raise _failed(f"it took more than {limits.seconds / 60:.0f} minutes") from error
        except OSError as error:
            raise _failed("OCRmyPDF could not be started") from error
        return code, said.read_text("utf-8", errors="replace")

    def _command(self, upright: bool) -> list[str]:
        """Pages with text are skipped; nothing is made smaller or straightened, so that the pages stay the report's."""
        turning = () if upright else ("--rotate-pages", "--rotate-pages-threshold", _SURE_ENOUGH)
        return [
            str(self.program), "--skip-text", *turning, "--output-type", "pdf", "--optimize", "0", "--quiet",
            "--jobs", str(min(_MOST_AT_ONCE, os.cpu_count() or 1)), "--language", self.languages,
            str(self.given), str(self.made),
        ]  # fmt: skip


def _known(languages: Sequence[str]) -> str:
    known = dict.fromkeys(_LANGUAGES.get(language.partition("-")[0].lower(), "eng") for language in languages)
    return "+".join(known) or "eng"


def _folders() -> Iterator[Path]:
    """Where to look: a program started from a menu knows less of the path than one from a terminal."""
    yield from map(Path, filter(None, os.environ.get("PATH", "").split(os.pathsep)))
    if sys.platform == "win32":
        for base, below in (("LOCALAPPDATA", "Programs/Python"), ("APPDATA", "Python"), ("PROGRAMFILES", "")):
            if os.environ.get(base):
                yield from sorted(Path(os.environ[base], below).glob("Python3*/Scripts"), reverse=True)
    else:
        yield from (Path.home() / ".local/bin", Path("/opt/homebrew/bin"), Path("/usr/local/bin"))


def _surroundings(place: Path) -> dict[str, str]:
    """It finds Tesseract where we found it."""
    return {**surroundings_in(place), "PATH": os.pathsep.join(map(str, _folders()))}


def _why(code: int, said: str) -> tuple[str, str]:
    """Why it failed, and what to do about that, if anything: told by what it said, else by its exit code."""
    if lacking := _LACKS_LANGUAGES.search(said):
        codes = lacking[1].split()
        named = " and ".join(_CALLED.get(each, each) for each in codes)
        files = " and ".join(f"“{each}.traineddata”" for each in codes)
        return f"Tesseract has not learnt {named} on this computer", f"Add {files} to it, and try again."
    if (lacking := _LACKS_PROGRAM.search(said)) and lacking[1] in _PROGRAMS:
        name = _PROGRAMS[lacking[1]]
        return f"{name}, which OCRmyPDF needs, is not installed", f"Install {name}, which is free, and try again."
    return _REASONS.get(code, f"OCRmyPDF ended with code {code}"), ""


def _failed(reason: str, advice: str = "") -> TextNotRecognisedError:
    return TextNotRecognisedError(
        f"The text of the scan could not be recognised: {reason}.",
        f"The report is as it was. {advice or 'Ask its author for the original document.'}",
    )
