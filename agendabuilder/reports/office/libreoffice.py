"""The way through LibreOffice, which runs unseen and with a profile of its own, so that the clerk's stays untouched.

It is judged by the file that comes out: its exit code says 0 for files that it could not read.
"""

import hashlib
import json
import math
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.office.office_file import office_format
from agendabuilder.reports.running import TookTooLongError, run_program, surroundings_in

VARIABLE = "AGENDABUILDER_LIBREOFFICE"
"""An environment variable that names the program where it lies elsewhere; set to nothing, none is used."""

_WRITERS = {
    "writer_pdf_Export": ("docx", "doc", "odt", "rtf"),
    "impress_pdf_Export": ("pptx", "ppt", "odp"),
    "calc_pdf_Export": ("xlsx", "xls", "ods"),
}
FORMATS = {form: writer for writer, forms in _WRITERS.items() for form in forms}
"""What it writes each format with."""

_TAGGED = {name: {"type": "boolean", "value": "true"} for name in ("UseTaggedPDF", "PDFUACompliance")}

_CAREFUL = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)
"""Settings of its profile: a report's macros do not run, and nothing that it links to is fetched."""

_REGISTERED = r"SOFTWARE\Microsoft\Windows\CurrentVersion\App Paths\soffice.exe"

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{items}
</oor:items>
"""
_ITEM = '<item oor:path="/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'


class LibreOfficeWay:
    """One installed LibreOffice."""

    by = "LibreOffice"
    is_draft = False

    def __init__(self, program: Path) -> None:
        self._program = program

    @property
    def version(self) -> str:
        """What changes with another or a newer LibreOffice; to ask it would take a second."""
        stat = self._program.resolve().stat()
        state = repr((str(self._program.resolve()), stat.st_size, stat.st_mtime_ns))
        return f"libreoffice-1-{hashlib.sha256(state.encode()).hexdigest()[:12]}"

    def convert(self, work: Conversion) -> Unshown:
        """Convert one file. It works on a copy: the file's own name and folder are never touched."""
        try:
            self.convert_all((work,), work.folder, work.go_on)
        except TookTooLongError as error:
            raise NotConvertedError(f"LibreOffice {error}") from error
        except OSError as error:
            raise NotConvertedError("LibreOffice could not be started") from error
        if not work.out.is_file():
            raise NotConvertedError("LibreOffice could not open it; it may be damaged or need a password")
        return Unshown()

    def convert_all(self, works: Sequence[Conversion], folder: Path, go_on: Callable[[], None]) -> None:
        """Convert files of one writer in one run; those that it fails with get no PDF, the others have theirs.

        Raises `TookTooLongError` when none was finished for as long as one may take, OSError.
        """
        copies = [folder / f"report-{place}.{office_format(work.source)}" for place, work in enumerate(works)]
        for work, copy in zip(works, copies, strict=True):
            shutil.copyfile(work.source, copy)
        made = [copy.with_suffix(".pdf") for copy in copies]
        pace = _Pace(made, works[0].limits.seconds, go_on)
        try:
            limits = replace(works[0].limits, seconds=math.inf)
            run_program(self._command(folder, copies), limits, pace.go_on, surroundings=surroundings_in(folder))
        finally:
            for work, pdf in zip(works, made, strict=True):
                if _is_whole(pdf):
                    pdf.replace(work.out)

    def _command(self, folder: Path, copies: Sequence[Path]) -> list[str]:
        profile = _profile(folder / "profile")
        writer = FORMATS[copies[0].suffix.removeprefix(".")]
        return [
            str(self._program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", f"pdf:{writer}:{json.dumps(_TAGGED)}", "--outdir", str(folder), *map(str, copies),
        ]  # fmt: skip


class _Pace:
    """Watches one run: every file may take so many seconds, counted from the one before."""

    def __init__(self, made: Sequence[Path], seconds: float, go_on: Callable[[], None]) -> None:
        self._made, self._seconds, self._go_on = made, seconds, go_on
        self._done, self._since = 0, time.monotonic()

    def go_on(self) -> None:
        """Raises `TookTooLongError`, and what the caller's own `go_on` raises."""
        self._go_on()
        done = sum(path.exists() for path in self._made)
        if done > self._done:
            self._done, self._since = done, time.monotonic()
        elif time.monotonic() - self._since > self._seconds:
            raise TookTooLongError(f"took more than {self._seconds:.0f} seconds")


def _is_whole(pdf: Path) -> bool:
    """Whether a PDF is there to its end; one that was being written when the program ended is not."""
    return pdf.is_file() and b"%%EOF" in pdf.read_bytes()[-64:]


def find_libreoffice() -> Path | None:
    """The program `soffice`: where the variable says, on the path, or in one of the usual places."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    return next((place for place in _places() if place.is_file()), None)


def _places() -> Iterator[Path]:
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            yield Path(found)
    if sys.platform == "win32":
        yield from _registered()
        for folder in filter(None, map(os.environ.get, ("PROGRAMW6432", "PROGRAMFILES", "PROGRAMFILES(X86)"))):
            yield Path(folder, "LibreOffice", "program", "soffice.exe")
    elif sys.platform == "darwin":
        for base in (Path("/"), Path.home()):
            yield base / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))


def _registered() -> list[Path]:
    """Where Windows starts it from when it is called by its name, wherever it was installed."""
    found: list[Path] = []
    if sys.platform == "win32":
        import winreg

        for root in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
            with suppress(OSError):
                found.append(Path(winreg.QueryValue(root, _REGISTERED)))
    return found


def _profile(folder: Path) -> Path:
    """A profile that trusts nobody."""
    (folder / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(*setting) for setting in _CAREFUL)
    (folder / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")
    return folder
