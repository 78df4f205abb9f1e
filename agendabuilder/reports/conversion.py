"""What bringing a file to a PDF is, whichever way it goes: the work, what may come of it, and what every way can do."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from agendabuilder.progress import Progress
from agendabuilder.reports.terms import Limits, Terms


@dataclass(frozen=True, slots=True)
class Conversion:
    """One file on its way. `folder` is for this work alone and goes with it; `called` names the file in sentences."""

    source: Path
    folder: Path
    called: str
    terms: Terms
    progress: Progress

    @property
    def limits(self) -> Limits:
        """What it may cost."""
        return self.terms.limits

    @property
    def out(self) -> Path:
        """Where the PDF is to be."""
        return self.folder / "converted.pdf"

    def go_on(self) -> None:
        """A point at which the clerk can stop the work. Raises `Cancelled`."""
        self.progress.advance(0)


@dataclass(frozen=True, slots=True)
class Unshown:
    """What of a file its PDF does not show, or not as the file does.

    `words` and numbers, each once; how many of its `pictures`; the names of files that are `attached` to it; `parts`
    that are known to be drawn otherwise, each as it is said within a sentence; pages (from 1) on which words are
    printed over one another.
    """

    words: tuple[str, ...] = ()
    pictures: int = 0
    attached: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    overprinted: tuple[int, ...] = ()


class NotConvertedError(Exception):
    """This way did not bring the file to a PDF; another one may. The text is a clause: "LibreOffice wrote no PDF"."""


class Way(Protocol):
    """One way from a file to a PDF.

    `by` is the program as the clerk knows it, empty for what we draw ourselves. `version` changes whenever the
    way may give another PDF. A draft should be looked through before anybody relies on it.
    """

    @property
    def by(self) -> str:
        """The program's name."""

    @property
    def version(self) -> str:
        """What tells this way, at its present state, from all others."""

    @property
    def is_draft(self) -> bool:
        """Whether its pages should be looked through."""

    def convert(self, work: Conversion) -> Unshown:
        """Write the PDF to `work.out`; return what of the file it does not show, as far as this way can tell.

        Raises `NotConvertedError`, `ReportRefused` when no other way would do better, `Cancelled`, OSError.
        """
