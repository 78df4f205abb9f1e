"""Words of exempt reports that a public report says as well: a leak of the authors' making, whatever pack is built."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.pack.proof.public_words import typed_words
from agendabuilder.pack.proof.word_runs import Words, are_known, runs_of, words_of
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.readings.report_text import read_report_text

_PASSAGE = 12
"""How many words that follow one another are no coincidence."""

_SHOWN = 16
"""How many words of a passage a finding repeats."""

_OWN = 4
"""How many words of a passage must be neither numbers nor the meeting's: covers name the body, the day, the people."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A report with its words, and the numbers of the passages in them."""

    checked: CheckedReport
    words: Words
    passages: tuple[int, ...]


def check_shared_words(reports: Sequence[CheckedReport], cache: ReportCache) -> Iterator[Finding]:
    """Passages of an exempt report in a public one: at least twelve words running.

    What several public reports say alike is nobody's secret: headings, the law, standing advice. The finding is
    about the exempt report, so that it never stands in the record of a public pack. Raises OSError when a report
    cannot be read.
    """
    if len({checked.is_restricted for checked in reports}) < len(("public", "exempt")):
        return
    said = [_read(checked, cache) for checked in reports]
    public = [each for each in said if not each.checked.is_restricted]
    spread = Counter(number for each in public for number in set(each.passages))
    alone = [(each, {number for number in each.passages if spread[number] == 1}) for each in public]
    known = typed_words(reports[0].meeting)
    for secret in (each for each in said if each.checked.is_restricted):
        for other, shared in alone:
            if passage := _longest(secret, shared, known):
                yield _finding(secret.checked, other.checked, passage)


def _read(checked: CheckedReport, cache: ReportCache) -> _Said:
    pages = read_report_text(checked.prepared.path, cache).pages
    chosen = (pages[number - 1] for number in checked.prepared.chosen if number <= len(pages))
    words = tuple(word for page in chosen for word in words_of(page))
    return _Said(checked, words, tuple(runs_of(words, _PASSAGE)))


def _longest(secret: _Said, shared: Collection[int], known: Collection[str]) -> Words:
    """The longest passage of a report that is shared, unless it is made of numbers and the meeting's own words."""
    longest: Words = ()
    start: int | None = None
    for at, number in enumerate((*secret.passages, None)):
        if number in shared:
            start = at if start is None else start
        elif start is not None:
            passage = secret.words[start : at - 1 + _PASSAGE]
            own = {word for word in passage if not are_known((word,), known)}
            if len(own) >= _OWN and len(passage) > len(longest):
                longest = passage
            start = None
    return longest


def _finding(secret: CheckedReport, other: CheckedReport, passage: Words) -> Finding:
    words = " ".join(passage[:_SHOWN]) + (" …" if len(passage) > _SHOWN else "")
    return secret.finding(
        Severity.WARNING,
        "exempt-words-in-public-report",
        f"is exempt, and {other.called}, which is public, says {len(passage)} words running of it: “{words}”",
        "Ask the authors whether the public may know this; take it out of the public report, or accept it.",
    )
