"""The way through LibreOffice, which runs unseen and with a profile of its own, so that the clerk's stays untouched.

It is judged by the file that comes out: its exit code says 0 for files that it could not read.
"""

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from agendabuilder.reports.office_file import office_format
from agendabuilder.reports.running import TookTooLongError, run_program
from agendabuilder.reports.ways import Conversion, NotConvertedError

VARIABLE = "AGENDABUILDER_LIBREOFFICE"
"""An environment variable that names the program where it lies elsewhere; set to nothing, none is used."""

_WRITERS = {
    "writer_pdf_Export": ("docx", "doc", "odt", "rtf"),
    "impress_pdf_Export": ("pptx", "ppt", "odp"),
    "calc_pdf_Export": ("xlsx", "xls", "ods", "csv"),
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

    def convert(self, work: Conversion) -> tuple[str, ...]:
        """Convert a copy with the right ending; the file's own name and folder are never touched."""
        form = office_format(work.source)
        copy = shutil.copyfile(work.source, work.folder / f"report.{form}")
        profile = _profile(work.folder / "profile")
        command = [
            str(self._program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
            "--convert-to", f"pdf:{FORMATS[form]}:{json.dumps(_TAGGED)}", "--outdir", str(work.folder), str(copy),
        ]  # fmt: skip
        try:
            run_program(command, work.limits, work.go_on)
        except TookTooLongError as error:
            raise NotConvertedError(f"LibreOffice took more than {work.limits.seconds:.0f} seconds") from error
        except OSError as error:
            raise NotConvertedError("LibreOffice could not be started") from error
        written = copy.with_suffix(".pdf")
        if not written.is_file() or not written.stat().st_size:
            raise NotConvertedError("LibreOffice could not open it; it may be damaged or need a password")
        written.replace(work.out)
        return ()


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
        for folder in filter(None, map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)"))):
            yield Path(folder, "LibreOffice", "program", "soffice.exe")
    elif sys.platform == "darwin":
        for base in (Path("/"), Path.home()):
            yield base / "Applications/LibreOffice.app/Contents/MacOS/soffice"
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield from (Path("/usr/lib/libreoffice/program/soffice"), Path("/snap/bin/libreoffice"))


def _profile(folder: Path) -> Path:
    """A profile that trusts nobody."""
    (folder / "user").mkdir(parents=True)
    items = "\n".join(_ITEM.format(*setting) for setting in _CAREFUL)
    (folder / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), "utf-8")
    return folder
