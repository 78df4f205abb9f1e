"""The faces that the pack is set in, and what a text becomes in them.

A character that Source Sans 3 lacks is set in DejaVu Sans; one that both lack becomes U+FFFD, because a
missing glyph would be an empty box that no reader can name. `missing_characters` lets the checks say so.
"""

import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics

from agendabuilder.paths import resources
from agendabuilder.reports.own_pages.mapped_font import register_font

_REPLACEMENT = "\ufffd"
_WHITE = frozenset("\n ")


class Face(StrEnum):
    """A face by its file's name in `resources/fonts`."""

    REGULAR = "SourceSans3-Regular"
    ITALIC = "SourceSans3-It"
    SEMIBOLD = "SourceSans3-Semibold"
    BOLD = "SourceSans3-Bold"
    BOLD_ITALIC = "SourceSans3-BoldIt"
    FALLBACK = "DejaVuSans"


@cache
def load_face(face: Face) -> None:
    """Register a face with ReportLab, once; only those that a pack uses are read."""
    register_font(face.value, resources() / "fonts" / f"{face}.ttf")


@cache
def _characters(face: Face) -> frozenset[int]:
    """The code points that a face can draw."""
    load_face(face)
    return frozenset(pdfmetrics.getFont(face.value).face.charToGlyph)


def plain(text: str) -> str:
    """The text as it can be set: composed, one kind of line end, without controls, joiners and lone surrogates."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_plain_character(character) for character in text)


def _plain_character(character: str) -> str:
    if character in _WHITE:
        return character
    kind = unicodedata.category(character)
    if kind in ("Zl", "Zp"):
        return "\n"
    if character == "\t" or (kind == "Zs" and character != "\u00a0"):
        return " "
    if kind == "Cs":
        return _REPLACEMENT
    return "" if kind in ("Cc", "Cf") else character


def missing_characters(text: str) -> frozenset[str]:
    """The characters of a text that no face of the pack can draw."""
    lacking = {character for character in plain(text) if ord(character) not in _characters(Face.REGULAR)} - {"\n"}
    return frozenset(character for character in lacking if ord(character) not in _characters(Face.FALLBACK))


def font_runs(text: str, face: Face) -> Iterator[tuple[Face, str]]:
    """The text in runs of one face each: the face asked for, and the fallback where it lacks a character."""
    own = _characters(face)
    if all(ord(character) in own for character in text):
        if text:
            yield face, text
        return
    fallback = _characters(Face.FALLBACK)
    known = (char if ord(char) in own or ord(char) in fallback else _REPLACEMENT for char in text)
    for lacking, run in groupby(known, key=lambda character: ord(character) not in own):
        yield (Face.FALLBACK if lacking else face), "".join(run)


@lru_cache(maxsize=16384)
def text_width(text: str, face: Face, size: float) -> float:
    """How wide a text is, in points."""
    return float(sum(pdfmetrics.stringWidth(run, font.value, size) for font, run in font_runs(text, face)))
