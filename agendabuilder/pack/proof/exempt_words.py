"""What may not be found in a public pack: the words, names and pictures of what is exempt.

It is gathered from the meeting as members know it and from the exempt reports' files, which the public pack is
never made from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.proof.report_texts import read_report_texts
from agendabuilder.pack.proof.word_runs import RUN, Words, runs_of, without_numbers, words_of
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepared import PreparedReport
from agendabuilder.reports.readings.report_text import read_report_text

_LEAST_LETTERS = 4
"""A phrase with fewer letters in all ("Yes", "A1") tells nothing, and stands in every file."""


@dataclass(frozen=True, slots=True)
class ExemptWords:
    """What is looked for: numbers of runs of words, whole phrases, and digests of drawings and pictures.

    `wordless` names the reports that have no words at all, whose pictures only can be looked for; `files` are the
    fingerprints of the exempt reports' files.
    """

    runs: frozenset[int]
    phrases: frozenset[Words]
    streams: frozenset[bytes]
    wordless: tuple[str, ...] = ()
    files: frozenset[str] = frozenset()


def exempt_words(meeting: Meeting, prepared: Mapping[str, PreparedReport], cache: ReportCache) -> ExemptWords:
    """Gather what the public pack of the members' `meeting` may not hold; `prepared` are all its reports by id.

    Raises OSError and pikepdf.PdfError when a report's file cannot be read.
    """
    restricted = restrictions(meeting)
    runs, phrases, streams, wordless, files = set[int](), set[Words](), set[bytes](), [], set[str]()
    for item in meeting.all_items():
        if item.id in restricted:
            _add_texts(_item_texts(item), runs, phrases)
        for report in item.reports:
            if report.id not in restricted:
                continue
            _add_texts(_report_texts(report), runs, phrases)
            if ready := prepared.get(report.id):
                beside = read_report_texts(ready)
                _add_texts(beside.texts, runs, phrases)
                streams |= beside.streams
                files.add(ready.fingerprint)
                if not _add_pages(ready, cache, runs):
                    wordless.append(report.name)
    return ExemptWords(frozenset(runs), frozenset(phrases), frozenset(streams), tuple(wordless), frozenset(files))


def _item_texts(item: Item) -> Iterator[str]:
    yield from (item.title, item.text, item.urgency)
    for person in item.contributors:
        yield from (person.name, person.line)


def _report_texts(report: Report) -> Iterator[str]:
    stem = PurePath(report.file_name).stem
    yield from (report.title, report.file_name, stem, report.late_reason, *report.alt_texts)


def _add_texts(texts: Iterable[str], runs: set[int], phrases: set[Words]) -> None:
    """Short texts count as a whole, long ones by every run of their words as well."""
    for text in texts:
        phrase = without_numbers(words_of(text))
        if sum(map(len, phrase)) >= _LEAST_LETTERS:
            phrases.add(phrase)
        if len(phrase) >= RUN:
            runs.update(runs_of(phrase))


def _add_pages(report: PreparedReport, cache: ReportCache, runs: set[int]) -> bool:
    """Add what the chosen pages say; False when they say nothing."""
    pages = read_report_text(report.path, cache).pages
    said = False
    for number in report.chosen:
        words = words_of(pages[number - 1]) if number <= len(pages) else ()
        runs.update(runs_of(words))
        said = said or bool(words)
    return said
