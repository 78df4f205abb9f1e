"""Searches a finished public pack for anything of what is exempt, and refuses the file when something is found.

The pack was made without the exempt reports, so nothing should ever be found. The search trusts nothing of that:
PDFium reads every page with its hidden layers and whatever lies beside it, and the file's bytes are taken apart
for all else. What counts is wording that stands neither in the public reports nor in what was typed for the public.
"""

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pypdfium2

from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.errors import ExemptWordsFoundError
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.exempt_words import ExemptWords
from agendabuilder.pack.proof.file_scan import ScannedFile, ScannedObject, scan, unpacked
from agendabuilder.pack.proof.public_words import PublicWords, page_text
from agendabuilder.pack.proof.report_texts import digest, text_of_markup
from agendabuilder.pack.proof.word_runs import RUN, Words, are_known, joined, runs_of, words_around, words_of
from agendabuilder.progress import Progress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM

_MOST_PLACES = 6
_PLAIN_TITLE = 2
"""Words that a title has which many reports share."""
_LEAST_IN_RAW = 6
"""Letters and digits that a phrase must have to be looked for in bytes that are no text."""

_RAW_WORD = re.compile(rb"[a-z][a-z0-9]{3,}")
_KINDS = (
    (re.compile(rb"/Type\s*/StructElem|/Alt\b"), "an alternate text"),
    (re.compile(rb"/Type\s*/Filespec|/EF\b"), "an attached file"),
    (re.compile(rb"/Type\s*/OCG|/OCGs\b"), "the name of a layer"),
    (re.compile(rb"/FT\s*/|/Subtype\s*/Widget"), "a form field"),
    (re.compile(rb"/Subtype\s*/\w+.*/Rect|/Rect.*/Subtype", re.DOTALL), "a comment or link"),
    (re.compile(rb"/Title\b.*/Parent|/Parent.*/Title\b", re.DOTALL), "a bookmark"),
    (re.compile(rb"/Producer\b|/CreationDate\b|/Author\b"), "the document's properties"),
    (re.compile(rb"/Type\s*/Metadata"), "the document's metadata"),
    (re.compile(rb"/Names\b|/Dests\b|/Limits\b"), "the name of a link's target"),
)
_FONT = re.compile(rb"/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)")
_PICTURE = re.compile(rb"/Subtype\s*/Image")
_ELSEWHERE = "a part of the file that no page shows"


def refuse_leaks(
    file: Path, contents: PackContents, secrets: ExemptWords, cache: ReportCache, progress: Progress
) -> None:
    """Raise `ExemptWordsFoundError` when the public pack in `file` holds anything of `secrets`.

    The error says where, and never what. About 4 ms a page. Raises `Cancelled` when the user asked to stop,
    OSError and pikepdf.PdfError when the pack or a public report cannot be read.
    """
    progress.stage("Searching the public pack for what is exempt", contents.plan.total)
    search = _Search(contents, secrets, PublicWords(contents, cache, secrets.files))
    places = [*_of_pages(file, search, progress), *_of_file(file, search)]
    if places:
        raise ExemptWordsFoundError(tuple(dict.fromkeys(places))[:_MOST_PLACES])


class _Search:
    """What is looked for, and what excuses it."""

    def __init__(self, contents: PackContents, secrets: ExemptWords, public: PublicWords) -> None:
        self.contents, self.secrets, self.public = contents, secrets, public
        self._by_first: dict[str, list[Words]] = {}
        for phrase in secrets.phrases:
            self._by_first.setdefault(phrase[0], []).append(phrase)
        self.raw_phrases = {
            phrase: frozenset(words)
            for phrase in secrets.phrases
            if sum(map(len, phrase)) >= _LEAST_IN_RAW
            and all(word.isascii() for word in phrase)
            and (words := [word for word in map(str.encode, phrase) if _RAW_WORD.fullmatch(word)])
        }
        self.raw_words = frozenset(word for words in self.raw_phrases.values() for word in words)

    def tells(self, words: Words, known: Callable[[], Collection[str]], may_say: Callable[[Words], bool]) -> bool:
        """Whether words tell something of what is exempt.

        A run of them counts when one of its words is not `known` to be public here, a phrase when it is not one
        that the place `may_say`. What is public is only asked when there is something to be excused.
        """
        found_runs = [at for at, run in enumerate(runs_of(words)) if run in self.secrets.runs]
        found_phrases = list(self._phrases_in(words))
        if not found_runs and not found_phrases:
            return False
        public = known()
        if any(not are_known(words[at : at + RUN], public) for at in found_runs):
            return True
        return not all(map(may_say, found_phrases))

    def _phrases_in(self, words: Words) -> Iterator[Words]:
        for at, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    yield phrase


def _of_pages(file: Path, search: _Search, progress: Progress) -> Iterator[str]:
    """The pages that say something exempt, by the number that is printed on them."""
    with PDFIUM:
        document = pypdfium2.PdfDocument(file)
    try:
        for page in search.contents.plan.pages:
            with PDFIUM:
                text = page_text(document, page.sheet)
            words = words_of(text)
            if _page_tells(words, page, search) and not _is_its_own(words, page, search):
                yield f"page {page.label}"
            progress.advance()
    finally:
        with PDFIUM:
            document.close()


def _page_tells(words: Words, page: PlannedPage, search: _Search) -> bool:
    """Old titles on a change sheet may share words with an exempt report, but may not be the title of one.

    Titles such as “Paper” and “Appendix A” are excepted: many reports have them, and tell nothing by them.
    """
    old = search.public.change_words if page.kind is PageKind.FRONT else frozenset()
    return search.tells(
        words,
        lambda: search.public.of_page(page) | old,
        lambda phrase: are_known(phrase, search.public.of_page(page) | (old if len(phrase) <= _PLAIN_TITLE else set())),
    )


def _is_its_own(words: Words, page: PlannedPage, search: _Search) -> bool:
    """Whether a page says, letter for letter, what its public report says, and nothing of note around that.

    Pages that set each letter by itself are parted into words in one way in the report and in another in the pack.
    """
    around = words_around(search.public.source_words(page), words)
    return around is not None and not any(_page_tells(part, page, search) for part in around)


def _of_file(file: Path, search: _Search) -> Iterator[str]:
    try:
        scanned = scan(file.read_bytes())
    except ValueError:
        yield _ELSEWHERE
    else:
        yield from _of_bytes(scanned, search)


def _of_bytes(scanned: ScannedFile, search: _Search) -> Iterator[str]:
    """The parts of the file, apart from its pages' visible texts, that hold something exempt."""
    if not scanned.is_of_one_piece or scanned.unreachable:
        yield _ELSEWHERE
    for item in scanned.objects:
        for text in item.strings:
            if _string_tells(text, search):
                yield _kind_of(item)
    if _raw_tells(scanned.between, search):
        yield _ELSEWHERE
    yield from _of_streams(scanned, search)


def _string_tells(text: str, search: _Search) -> bool:
    words = words_of(text)
    tells = bool(words) and search.tells(words, lambda: search.public.beside_pages, search.public.has_phrase)
    return tells and not search.public.has_text(words)


def _of_streams(scanned: ScannedFile, search: _Search) -> Iterator[str]:
    for item in scanned.objects:
        if item.data is None:
            continue
        if (fingerprint := digest(item.data)) in search.secrets.streams and fingerprint not in search.public.streams:
            yield "a picture or drawing"
        if _PICTURE.search(item.head) or _FONT.search(item.head):
            continue
        plain = unpacked(item.data, item.filters)
        if plain and b"/Metadata" in item.head:
            if _string_tells(text_of_markup(plain.decode("utf-8", "replace")), search):
                yield _kind_of(item)
        elif plain and _raw_tells(plain, search):
            yield "the drawing of a page"


def _raw_tells(data: bytes, search: _Search) -> bool:
    """Whether a phrase stands in bytes as plain letters, though they may be no text at all."""
    found = search.raw_words.intersection(_RAW_WORD.findall(data.lower()))
    if not found:
        return False
    likely = [phrase for phrase, words in search.raw_phrases.items() if words <= found]
    text = joined(words_of(data.decode("latin-1"))) if likely else ""
    return any(joined(each) in text and not are_known(each, search.public.everywhere) for each in likely)


def _kind_of(item: ScannedObject) -> str:
    return next((kind for pattern, kind in _KINDS if pattern.search(item.head)), _ELSEWHERE)
