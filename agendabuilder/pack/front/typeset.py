"""Words into lines: breaks text of mixed types into lines of a given width.

The space at a line's end stays in the line, so that whoever reads or copies the PDF gets "The Committee"
and not "TheCommittee".
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from agendabuilder.pack.front.fonts import text_width
from agendabuilder.pack.front.style import Type
from agendabuilder.pack.front.tags import Element, Leaf

# A break may stand after a space, a hyphen or a dash between letters, and a slash.
_WORD = re.compile(r"\n|[^\S\n\u00a0]+|[^ \n/–—-]+[/–—-]*|[/–—-]+")  # noqa: RUF001


@dataclass(frozen=True, slots=True)
class Span:
    """Text of one type. `leaf` is its place in the structure (none: decoration), `link` the link it is in."""

    text: str
    type: Type
    leaf: Leaf | None = None
    link: Element | None = None

    @property
    def width(self) -> float:
        """How wide the text is on one line, in points."""
        return text_width(self.text, self.type.face, self.type.size)


Line = tuple[Span, ...]

_NO_BREAK = "\u00a0"
_BOUND_SPACE = re.compile(
    r"(?<=\d) (?=\d|[A-Z]|[ap]m\b)|(?<=\w) (?=\d{1,2}\b(?![.:]\d))|(?<=\b[^\W\d_a-z]) (?=[^\W\d_a-z])"
)
"""Spaces at which a line is not broken: in telephone numbers, dates and times, before a number, after an initial.
It is broken there all the same where it is too short for what they hold together."""


def line_width(line: Iterable[Span]) -> float:
    """How wide a line is without the space at its end."""
    spans = list(line)
    if not spans:
        return 0.0
    return sum(span.width for span in spans[:-1]) + replace(spans[-1], text=spans[-1].text.rstrip(" ")).width


def set_lines(spans: Iterable[Span], width: float) -> list[Line]:
    """Break the spans into lines no wider than `width` points. No text gives no line."""
    lines: list[Line] = []
    line: list[Span] = []
    room = width
    words = deque(_words(_bound(spans)))
    while words:
        word = words.popleft()
        if word[0].text == "\n":
            lines.append(_joined([*line, replace(word[0], text=" ")]))
            line, room = [], width
            continue
        needed = line_width(word)
        if needed > room and line:
            lines.append(_joined(line))
            line, room = [], width
        if needed > width:
            loose = list(_words(replace(span, text=span.text.replace(_NO_BREAK, " ")) for span in word))
            if len(loose) > 1:
                words.extendleft(reversed(loose))
                continue
            *full, word = _broken(word, width)
            lines.extend(_joined(part) for part in full)
        if line or word[0].text.strip(" "):
            line.extend(word)
            room -= sum(span.width for span in word)
    if line:
        lines.append(_joined(line))
    return lines


def balanced_width(spans: Sequence[Span], width: float) -> float:
    """The least width that takes no more lines than `width` does: a heading's lines become even."""
    count = len(set_lines(spans, width))
    low, high = 0.0, width
    while high - low > 1:
        middle = (low + high) / 2
        fits = len(set_lines(spans, middle)) <= count
        low, high = (low, middle) if fits else (middle, high)
    return high


def _bound(spans: Iterable[Span]) -> Iterator[Span]:
    return (replace(span, text=_BOUND_SPACE.sub(_NO_BREAK, span.text)) for span in spans)


def _words(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """What cannot be broken, each with the spaces after it; a hard break by itself."""
    word: list[Span] = []
    for span in spans:
        for part in _WORD.findall(span.text):
            piece = replace(span, text=part)
            if part == "\n":
                if word:
                    yield word
                yield [piece]
                word = []
            elif part.isspace():
                word.append(replace(span, text=" "))
            elif word and word[-1].text[-1] in " /–—-":  # noqa: RUF001
                yield word
                word = [piece]
            else:
                word.append(piece)
    if word:
        yield word


def _broken(word: list[Span], width: float) -> list[list[Span]]:
    """A word that is wider than the line, broken where it must be."""
    parts: list[list[Span]] = [[]]
    room = width
    for span in word:
        for character in span.text:
            piece = replace(span, text=character)
            if piece.width > room and parts[-1] and character != " ":
                parts.append([])
                room = width
            parts[-1].append(piece)
            room -= piece.width
    return [list(_joined(part)) for part in parts]


def _joined(line: Iterable[Span]) -> Line:
    """Neighbours of the same kind as one span."""
    joined: list[Span] = []
    for span in line:
        last = joined[-1] if joined else None
        if last and last.leaf is span.leaf and last.type == span.type:
            joined[-1] = replace(last, text=last.text + span.text)
        else:
            joined.append(span)
    return tuple(joined)
