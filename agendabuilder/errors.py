"""Every error that is raised on purpose. Each owns its sentence, its advice and its exit code.

What is wrong with a clerk's material and does not stop the work is a `Finding`, not an error.
"""

from collections.abc import Callable, Sequence
from typing import Any


class AgendaBuilderError(Exception):
    """The job cannot go on. `title` says what happened in one sentence, `advice` what to do."""

    exit_code = 1

    def __init__(self, title: str, advice: str = "") -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.title} {self.advice}".strip()

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]:
        """Errors come whole from another process, whatever their makers ask for."""
        return _again, (type(self), self.args), self.__dict__


class MeetingFileError(AgendaBuilderError):
    """The meeting file cannot be read as a meeting; `place` names the field, such as `items[2].start`."""

    exit_code = 3

    def __init__(self, title: str, advice: str = "", place: str = "") -> None:
        super().__init__(title, advice)
        self.place = place


class FolderError(AgendaBuilderError):
    """The meeting's folder is missing, is not a meeting, or cannot be written."""

    exit_code = 4


class LockedError(AgendaBuilderError):
    """The meeting is open elsewhere; the sentence names who has it."""

    exit_code = 5


class TemplateError(AgendaBuilderError):
    """There is no such template, or it cannot be read."""

    exit_code = 6


class PackBlockedError(AgendaBuilderError):
    """Findings that would make the pack wrong stop the build; `blockers` are their sentences with advice."""

    exit_code = 7

    def __init__(self, blockers: Sequence[str]) -> None:
        what, advice = f"{len(blockers)} things would make it wrong.", "Mend them, or build a draft."
        if len(blockers) == 1:
            what, advice = "one thing would make it wrong.", "Mend it, or build a draft."
        super().__init__(f"The pack was not built: {what}", advice)
        self.blockers = tuple(blockers)


class PackNotWrittenError(AgendaBuilderError):
    """The finished pack could not be put in its place: a full disk, an open file, a read-only folder."""

    exit_code = 8


class PackNotProvenError(AgendaBuilderError):
    """The finished file, read back, is not what was planned. The pack before it is untouched."""

    exit_code = 9


class IssueError(AgendaBuilderError):
    """A pack cannot be issued in the way asked for, or the record of an issue cannot be read."""

    exit_code = 11


class ExemptWordsFoundError(AgendaBuilderError):
    """The finished public pack holds something of what is exempt, and was thrown away.

    `places` say where ("page 45", "a bookmark"); what was found there is never repeated.
    """

    exit_code = 12

    def __init__(self, places: Sequence[str]) -> None:
        super().__init__(
            f"The public pack was not kept: something of an exempt report was found in it ({', '.join(places)}).",
            "The pack before it is untouched. Do not publish any pack of this meeting before the fault is found; "
            "please report it.",
        )
        self.places = tuple(places)


class TextNotRecognisedError(AgendaBuilderError):
    """The text of a scanned report could not be recognised; the report is as it was."""

    exit_code = 13


class WorkerEndedError(AgendaBuilderError):
    """The process beside the window died in the middle of a job: ended by somebody, or out of memory."""

    def __init__(self) -> None:
        super().__init__(
            "The part of the program that builds packs ended unexpectedly.",
            "Nothing is lost. Try again; if it comes back, close other programs to make room in the memory.",
        )


def _again(kind: type[AgendaBuilderError], given: tuple[Any, ...]) -> AgendaBuilderError:
    """The same error as it was made elsewhere; its fields are put in afterwards."""
    return kind.__new__(kind, *given)


class PrintingError(AgendaBuilderError):
    """The printer did not take the pack; the pack itself is finished and whole."""

    exit_code = 10

    def __init__(self) -> None:
        super().__init__(
            "The printer did not take the pack.",
            "See that it is switched on and connected, or open the pack and print it from there.",
        )
