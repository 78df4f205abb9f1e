"""The accessibility statement as values that are light to load: each report's state, what is wrong, what to ask for.

They come to the window from another process, and the window must not load what finds them out (`accessibility.py`).
"""

from dataclasses import dataclass
from enum import StrEnum

from agendabuilder.domain.language_names import language_name


class AccessState(StrEnum):
    """How far a report can be used by people who cannot see it."""

    GOOD = "good"
    GAPS = "gaps"
    UNTAGGED = "untagged"
    SCANNED = "scanned"
    UNUSABLE = "unusable"


_STATES = {
    AccessState.GOOD: "Tagged; nothing is missing that a program can find.",
    AccessState.GAPS: "Tagged, with gaps.",
    AccessState.UNTAGGED: "Not tagged: screen readers have to guess its headings, tables and order.",
    AccessState.SCANNED: "Scanned: it has pages that cannot be read aloud or searched at all.",
    AccessState.UNUSABLE: "Could not be read; see the list of findings.",
}


@dataclass(frozen=True, slots=True)
class ReportAccess:
    """One report in the statement. `wrong` and `asks` are whole sentences; `language` and `title` as the file has them.

    `in_pack` says in words what the pack made of its tags, where that is known.
    """

    report_id: str
    item: str
    file: str
    state: AccessState
    language: str = ""
    title: str = ""
    wrong: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    in_pack: str = ""

    @property
    def state_words(self) -> str:
        """The state as a sentence."""
        return _STATES[self.state]

    @property
    def file_words(self) -> str:
        """Language and title as the file has them, as two short sentences; empty for a file that was not read."""
        if self.state is AccessState.UNUSABLE:
            return ""
        language = language_name(self.language)
        spoken = f"{language} ({self.language})" if language else self.language or "none named"
        return f"Language: {spoken}. Title: {f'“{self.title}”' if self.title else 'none'}."

    @property
    def text(self) -> str:
        """The report's part of the statement as plain lines."""
        asks = [f"  Ask its author: {ask}" for ask in self.asks]
        named = [f"  {self.file_words}"] if self.file_words else []
        wrong = [f"  - {each}" for each in self.wrong]
        pack = [f"  In the pack: {self.in_pack}"] if self.in_pack else []
        head = [f"{self.item}: {self.file}", f"  {self.state_words}"]
        return "\n".join([*head, *named, *wrong, *pack, *asks])

    @property
    def for_author(self) -> str:
        """What to send to the author of this report; empty where there is nothing to ask."""
        if not self.asks:
            return ""
        head = f"Your report “{self.file}” is to be published, and documents of public bodies must be accessible."
        wrong, asks = ([f"- {each}" for each in sentences] for sentences in (self.wrong, self.asks))
        return "\n".join([head, self.state_words, *wrong, "Please:", *asks])


@dataclass(frozen=True, slots=True)
class AccessibilityStatement:
    """The reports of a meeting in the agenda's order."""

    meeting: str
    reports: tuple[ReportAccess, ...]

    @property
    def text(self) -> str:
        """The whole statement as plain text."""
        head = f"Accessibility of the reports: {self.meeting}"
        parts = (report.text for report in self.reports)
        return "\n\n".join((f"{head}\n{self.summary}", *parts, NOT_JUDGED)) + "\n"

    @property
    def summary(self) -> str:
        """In how many reports something is missing, as a sentence."""
        count, lacking = len(self.reports), sum(report.state is not AccessState.GOOD for report in self.reports)
        if not count:
            return "There are no reports yet."
        if not lacking:
            return "Nothing is missing in any report that a program can find."
        reports = "the report" if count == 1 else f"{lacking} of {count} reports"
        return f"In {reports} something is missing for people who cannot see."


NOT_JUDGED = (
    "Not judged, since only a person can: whether alternate texts say the right thing, whether the order of reading\n"
    "makes sense, and whether colours have enough contrast."
)
"""What stands below every statement."""
