"""What a report's PDF offers to people who cannot see it: tags, language, title, alternate texts, headings, fonts.

The tag tree is walked once, up to a bound, and what is found is kept with the file. It tells what a program can tell;
whether an alternate text says the right thing, and whether colours are far enough apart, only a person can judge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import pikepdf

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.inspect_pdf import is_tagged, language
from agendabuilder.reports.readings.font_embedding import family, is_missing
from agendabuilder.reports.readings.tag_walk import TagFacts, walk_tags

_KEPT_AS = "access-2"
"""Raise the number when this file or `tag_walk` finds out in another way."""

_MOST_PAGES = 1500
_MOST_FONTS = 300


@dataclass(frozen=True, slots=True)
class AccessibilityFacts:
    """What was found. Page numbers are those of the file, from 1; 0 where the tags do not tell the page.

    `fonts_missing` are fonts that are not in the file, other than the 14 that every viewer has. `fonts_mute` are
    those whose characters cannot be read out. `tags` is None for a file without tags.
    """

    language: str = ""
    title: str = ""
    shows_title: bool = False
    fonts_missing: tuple[str, ...] = ()
    fonts_mute: tuple[str, ...] = ()
    tags: TagFacts | None = None


def accessibility_facts(path: Path, cache: ReportCache) -> AccessibilityFacts:
    """The facts of a prepared report's PDF, from the cache where they are known. Raises OSError when it is unreadable.

    The first time costs about 3 ms a page for a tagged report.
    """
    return cache.read_once(_KEPT_AS, path, AccessibilityFacts, lambda: _find_out(path))


def _find_out(path: Path) -> AccessibilityFacts:
    try:
        with pikepdf.open(path) as pdf:
            fonts = list(islice(_fonts(pdf), _MOST_FONTS))
            return AccessibilityFacts(
                language=language(pdf),
                title=_title(pdf),
                shows_title=pdf_values.is_true(
                    pdf_values.dictionary(pdf.Root, "/ViewerPreferences"), "/DisplayDocTitle"
                ),
                fonts_missing=tuple(dict.fromkeys(family(font) for font in fonts if is_missing(font))),
                fonts_mute=tuple(dict.fromkeys(family(font) for font in fonts if _is_mute(font))),
                tags=walk_tags(pdf) if is_tagged(pdf) else None,
            )
    except pikepdf.PikepdfError:
        return AccessibilityFacts()


def _title(pdf: pikepdf.Pdf) -> str:
    """The title in the document's information; XMP is not asked, since viewers show this one where XMP is silent."""
    return pdf_values.text(pdf_values.dictionary(pdf.trailer, "/Info"), "/Title").strip()


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Dictionary]:
    """Each font that a page names, once; those within forms are passed over."""
    seen: set[tuple[int, int]] = set()
    for page in islice(pdf.pages, _MOST_PAGES):
        fonts = pdf_values.dictionary(pdf_values.resources(page.obj), "/Font")
        for _, font in fonts.items() if fonts is not None else ():
            if isinstance(font, pikepdf.Dictionary) and font.objgen not in seen:
                if font.is_indirect:
                    seen.add(font.objgen)
                yield font


def _is_mute(font: pikepdf.Dictionary) -> bool:
    """A font with codes of its own (Identity, Type 3) whose characters are not told (ISO 32000-1, 9.10.2)."""
    if "/ToUnicode" in font:
        return False
    kind = pdf_values.name(font, "/Subtype")
    return kind == "/Type3" or (kind == "/Type0" and pdf_values.name(font, "/Encoding").startswith("/Identity"))
