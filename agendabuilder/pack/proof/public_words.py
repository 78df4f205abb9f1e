"""What a public pack may say: what the clerk typed for the public, what public reports say, what the program adds.

Whatever else is found in the file came from somewhere else.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, time
from enum import Enum
from functools import cached_property

import pypdfium2

from agendabuilder.domain.forms import full_date_text, time_text
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.people import Member
from agendabuilder.domain.presentation import TimeForm
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.metadata import PRODUCER
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.report_texts import ReportTexts, all_texts, read_report_texts
from agendabuilder.pack.proof.word_runs import Words, joined, words_of
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM
from agendabuilder.reports.readings.report_text import MOST_OF_PAGE, ReportText, read_report_text

_OURS = (
    PRODUCER,
    "application/pdf",
    "Back to the agenda: item",
    "Layers of the reports",
    "Page, pages, to, and, or, of, by, at, in the chair, Enclosure",
    "Exempt: paragraph paragraphs and, Confidential",
    "Minutes minute min mins hours hour",
    "Adobe Identity UCS, en-GB, x-default",
)
"""What the program itself puts into packs beside what the meeting's settings say."""

_PLACE = re.compile(r"\{\w+\}")


class PublicWords:
    """What one public pack may say; the reports' files are looked into only when something is to be excused.

    `exempt_files` are the fingerprints of files of which other pages are exempt.
    """

    def __init__(self, contents: PackContents, cache: ReportCache, exempt_files: Collection[str] = ()) -> None:
        self._contents, self._cache, self._exempt_files = contents, cache, exempt_files
        texts = (*_OURS, *_spoken(contents.meeting), *_typed_texts(contents.meeting))
        self._typed = tuple(filter(None, map(words_of, texts)))
        numbers = (*contents.numbers.values(), *(page.label for page in contents.plan.pages))
        self.vocabulary = frozenset(word for words in (*self._typed, *map(words_of, numbers)) for word in words)
        self._pages: dict[tuple[str, int], frozenset[str]] = {}
        self._texts: dict[str, ReportText] = {}

    def of_page(self, page: PlannedPage) -> frozenset[str]:
        """The words that may stand on a page: those typed, and those of the report's page itself."""
        if page.kind is not PageKind.REPORT:
            return self.vocabulary
        key = (page.report_id, page.source_page)
        if key not in self._pages:
            self._pages[key] = self.vocabulary.union(self.source_words(page))
        return self._pages[key]

    def has_phrase(self, phrase: Words) -> bool:
        """Whether a phrase stands as a whole in what was typed, or beside the pages of a public report."""
        return joined(phrase) in self._phrases

    def has_text(self, words: Words) -> bool:
        """Whether a text stands somewhere in the file of a report that is public as a whole."""
        return words in self._all_texts

    @cached_property
    def change_words(self) -> frozenset[str]:
        """The words of the change sheet, which has titles of an issue that was public."""
        return frozenset(word for text in _typed_texts(self._contents.changes) for word in words_of(text))

    @cached_property
    def everywhere(self) -> frozenset[str]:
        """Every word that may stand anywhere in the file."""
        pages = (self.of_page(page) for page in self._contents.plan.pages)
        return frozenset(word for words in (*pages, *self._beside_words) for word in words)

    @cached_property
    def beside_pages(self) -> frozenset[str]:
        """The words that may stand in bookmarks, comments and alternate texts."""
        return self.vocabulary.union(*self._beside_words)

    @cached_property
    def streams(self) -> frozenset[bytes]:
        """Digests of the drawings and pictures of the public reports."""
        return frozenset(each for report in self._beside for each in report.streams)

    @cached_property
    def _phrases(self) -> str:
        return "|".join(map(joined, (*self._typed, *self._beside_words)))

    @cached_property
    def _beside(self) -> tuple[ReportTexts, ...]:
        return tuple(map(read_report_texts, self._contents.prepared.values()))

    @cached_property
    def _beside_words(self) -> tuple[Words, ...]:
        return tuple(words_of(text) for report in self._beside for text in report.texts)

    @cached_property
    def _all_texts(self) -> frozenset[Words]:
        public = (each for each in self._contents.prepared.values() if each.fingerprint not in self._exempt_files)
        return frozenset(words_of(text) for report in public for text in all_texts(report))

    def source_words(self, page: PlannedPage) -> Words:
        """The words of a report's page as its author's file has them; none for a page that we draw."""
        if page.kind is not PageKind.REPORT:
            return ()
        report = self._contents.prepared[page.report_id]
        number = report.chosen[page.source_page - 1]
        if page.report_id not in self._texts:
            self._texts[page.report_id] = read_report_text(report.path, self._cache)
        pages = self._texts[page.report_id].pages
        if number <= len(pages) and 0 < len(pages[number - 1]) < MOST_OF_PAGE:
            return words_of(pages[number - 1])
        with PDFIUM:
            document = pypdfium2.PdfDocument(report.path)
            try:
                return words_of(page_text(document, number))
            finally:
                document.close()


def page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    """All text of a page (from 1), seen or not. To be called with the lock for PDFium held."""
    page = document[number - 1]
    words = page.get_textpage()
    try:
        return words.get_text_range() if words.count_chars() > 0 else ""
    finally:
        words.close()
        page.close()


def _spoken(meeting: Meeting) -> Iterator[str]:
    """What the program says in the languages of a meeting and its items, where they are not English."""
    tags = {meeting.look.language, *(item.language for item in meeting.all_items())}
    for language in {language.tag: language for language in map(language_of, tags)}.values():
        yield from _texts_of(language)


def _texts_of(language: Language) -> Iterator[str]:
    if language is not ENGLISH:
        yield from (_PLACE.sub(" ", text) for text in language.texts)
        yield from _typed_texts(language.wording)


def typed_words(meeting: Meeting) -> frozenset[str]:
    """Every word that stands in what was typed into a meeting, with days and times as they are printed."""
    return frozenset(word for text in _typed_texts(meeting) for word in words_of(text))


def _typed_texts(value: object) -> Iterator[str]:
    """Every text of a meeting's copy for the public, with days and times as they may be printed."""
    if isinstance(value, str):
        yield value.value if isinstance(value, Enum) else value
    elif isinstance(value, date):
        yield full_date_text(value)
    elif isinstance(value, time):
        yield from (time_text(value, form) for form in TimeForm)
    elif isinstance(value, Mapping):
        yield from (text for part in value.values() for text in _typed_texts(part))
    elif isinstance(value, (tuple, list)):
        yield from (text for part in value for text in _typed_texts(part))
    elif is_dataclass(value):
        if isinstance(value, Member):
            yield value.role_initials
        yield from (text for field in fields(value) for text in _typed_texts(getattr(value, field.name)))
