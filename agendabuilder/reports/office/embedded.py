"""The converter that comes with the program: for modern Word, slides and spreadsheets, where no Office is installed.

It is young, so everything it makes is a draft, and what it lost of the file's words is told. It would show what is
hidden in a file, too, so it is given a copy without that. It works in a process of its own: a file that makes it
stumble takes nothing else with it.
"""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from agendabuilder.paths import resources
from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.office.office_file import office_format
from agendabuilder.reports.running import TookTooLongError, run_function
from agendabuilder.reports.told import tell, told

FORMATS = ("docx", "pptx", "xlsx")
_FORM = 8
"""Raise it when the same library would be used in another way."""

_MOST_LINES_OVER, _MOST_CELLS_OVER = 2, 30
"""Pairs of lines that may lie on one another on a page; the texts of cells do so where one cuts the other off."""

_UNCOMPARED = "everything, as its pages could not be compared with it"


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
        notes = work.folder / "told.json"
        arguments = (str(work.source), office_format(work.source), str(work.out), str(notes))
        try:
            run_function(convert_here, arguments, work.limits, work.go_on)
        except TookTooLongError as error:
            raise NotConvertedError(f"{self.by} {error}") from error
        if not work.out.is_file():
            raise NotConvertedError(f"{self.by} could not read it")
        return told(notes) if notes.is_file() else Unshown(parts=(_UNCOMPARED,))


def convert_here(source: str, form: str, out: str, notes: str) -> None:
    """The work of the worker: write the PDF, and then what of the file it does not show."""
    from office2pdf import ConvertOptions, XlsxUiScript, convert_bytes

    from agendabuilder.reports.office.office_parts import drawn_otherwise
    from agendabuilder.reports.office.office_pictures import lost_pictures
    from agendabuilder.reports.office.office_seen import as_seen
    from agendabuilder.reports.office.office_words import lost_words
    from agendabuilder.reports.pdf.overprint import overprinted_pages

    options = ConvertOptions(
        tagged=True,
        font_paths=[resources() / "fonts"],
        last_resort_font_family="DejaVu Sans",
        xlsx_ui_script=XlsxUiScript.LATIN,
    )
    seen, pdf = Path(notes).with_name(f"seen.{form}"), Path(out)
    seen.write_bytes(as_seen(Path(source).read_bytes(), form))
    pdf.write_bytes(convert_bytes(seen.read_bytes(), form, options).pdf)
    unshown = Unshown(
        words=tuple(lost_words(seen, form, pdf)),
        pictures=lost_pictures(seen, pdf),
        parts=tuple(drawn_otherwise(seen, form)),
        overprinted=tuple(overprinted_pages(pdf, _MOST_CELLS_OVER if form == "xlsx" else _MOST_LINES_OVER)),
    )
    tell(Path(notes), unshown)
