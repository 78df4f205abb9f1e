"""The converter that comes with the program: for modern Word, slides and spreadsheets, where no Office is installed.

It is young, so everything it makes is a draft, and what it lost of the file's words is told. It would show what is
hidden in a file, too, so it is given a copy without that. It works in a process of its own: a file that makes it
stumble takes nothing else with it.
"""

import json
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agendabuilder.paths import resources
from agendabuilder.reports.office_file import office_format
from agendabuilder.reports.running import TookTooLongError, run_function
from agendabuilder.reports.ways import Conversion, NotConvertedError, Unshown

FORMATS = ("docx", "pptx", "xlsx")
_FORM = 5
"""Raise it when the same library would be used in another way."""


class EmbeddedWay:
    """The library office2pdf, in a worker."""

    by = "the converter that comes with the program"
    is_draft = True

    @property
    def version(self) -> str:
        """The library's."""
        try:
            return f"embedded-{_FORM}-{version('office2pdf-python')}"
        except PackageNotFoundError:  # a frozen program may have left out what it knows of its libraries
            return f"embedded-{_FORM}"

    def convert(self, work: Conversion) -> Unshown:
        """Convert in a worker, and compare the words there, too."""
        lost = work.folder / "lost.json"
        arguments = (str(work.source), office_format(work.source), str(work.out), str(lost))
        try:
            run_function(convert_here, arguments, work.limits, work.go_on)
        except TookTooLongError as error:
            raise NotConvertedError(f"{self.by} {error}") from error
        if not work.out.is_file():
            raise NotConvertedError(f"{self.by} could not read it")
        if not lost.is_file():
            return Unshown()
        words, pictures = json.loads(lost.read_text("utf-8"))
        return Unshown(tuple(words), pictures)


def convert_here(source: str, form: str, out: str, lost: str) -> None:
    """The work of the worker: write the PDF, and then the lost words and the number of lost pictures."""
    from office2pdf import ConvertOptions, XlsxUiScript, convert_bytes

    from agendabuilder.reports.office_hidden import without_hidden
    from agendabuilder.reports.office_pictures import lost_pictures
    from agendabuilder.reports.office_words import lost_words

    options = ConvertOptions(
        tagged=True,
        font_paths=[resources() / "fonts"],
        last_resort_font_family="DejaVu Sans",
        xlsx_ui_script=XlsxUiScript.LATIN,
    )
    seen = Path(lost).with_name(f"seen.{form}")
    seen.write_bytes(without_hidden(Path(source).read_bytes(), form))
    Path(out).write_bytes(convert_bytes(seen.read_bytes(), form, options).pdf)
    words = lost_words(seen, form, Path(out))
    Path(lost).write_text(json.dumps((words, lost_pictures(seen, Path(out)))), "utf-8")
