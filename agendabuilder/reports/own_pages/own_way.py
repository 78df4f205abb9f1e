"""The ways that set pages themselves: text, Markdown, tables and e-mails, however long they are.

What is short is set here and now. What is long may take minutes, and so may a text that is made to: it is set in a
worker, which has its time and its memory and can be stopped.
"""

from collections.abc import Callable
from pathlib import Path

from agendabuilder.progress import SilentProgress
from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown, Way
from agendabuilder.reports.running import TookTooLongError, run_function
from agendabuilder.reports.terms import USUAL
from agendabuilder.reports.told import tell, told

_SHORT = 50_000
"""Bytes of a file that is set at once: a second or two, whatever is in it."""

_NEEDS = 100
"""Megabytes of memory that a megabyte of text takes until it is on its pages."""


class OwnWay:
    """One of them, by name: "text", "markdown", "csv" or "email"."""

    by = ""
    is_draft = False

    def __init__(self, name: str) -> None:
        self._name = name
        self.version = _way(name).version

    def convert(self, work: Conversion) -> Unshown:
        """Set the file on pages, in a worker if it is long."""
        size = work.source.stat().st_size
        if size <= _SHORT:
            return _way(self._name).convert(work)
        most = work.limits.megabytes // _NEEDS
        if self._name != "email" and size > most * 1_000_000:  # most of an e-mail is what hangs on it
            raise NotConvertedError(f"it has {size / 1e6:.0f} megabytes of text, which are too many for pages")
        return self._in_a_worker(work)

    def _in_a_worker(self, work: Conversion) -> Unshown:
        notes, failed = work.folder / "told.json", work.folder / "failed.txt"
        try:
            arguments = (self._name, str(work.source), str(work.folder), str(notes), str(failed))
            run_function(convert_here, arguments, work.limits, work.go_on)
            if failed.is_file():
                raise NotConvertedError(failed.read_text("utf-8"))
            return told(notes)
        except TookTooLongError as error:
            raise NotConvertedError(f"it is so long that to set it on pages {error}") from error
        except FileNotFoundError as error:
            raise NotConvertedError("it is too long to be set on pages") from error


def convert_here(name: str, source: str, folder: str, notes: str, failed: str) -> None:
    """The work of the worker: write the PDF, and then what it does not show, or why there is none."""
    try:
        unshown = _way(name).convert(Conversion(Path(source), Path(folder), "", USUAL, SilentProgress()))
    except NotConvertedError as failure:
        Path(failed).write_text(str(failure), "utf-8")
    else:
        tell(Path(notes), unshown)


def _way(name: str) -> Way:
    ways: dict[str, Callable[[], Way]] = {"text": _text, "markdown": _markdown, "csv": _csv, "email": _email}
    return ways[name]()


def _text() -> Way:
    from agendabuilder.reports.own_pages.text import TextWay

    return TextWay(is_markdown=False)


def _markdown() -> Way:
    from agendabuilder.reports.own_pages.text import TextWay

    return TextWay(is_markdown=True)


def _csv() -> Way:
    from agendabuilder.reports.own_pages.csv_table import CsvWay

    return CsvWay()


def _email() -> Way:
    from agendabuilder.reports.own_pages.email_way import EmailWay

    return EmailWay()
