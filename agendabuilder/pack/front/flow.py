"""The flow of the front matter: bands one below the other, and their division into pages.

A band is a strip that is never cut: mostly one line of text with all that stands beside it. Which bands
stay together is said by the bands themselves, so that there is one place only where pages are broken.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from pathlib import Path

from agendabuilder.domain.contrast import Colour
from agendabuilder.pack.front.style import BOTTOM, PAGE_HEIGHT, TOP
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Line, Span, set_lines

_ROOM = PAGE_HEIGHT - TOP - BOTTOM
_SPARSE = _ROOM / 5
_TIGHTER = (0.86, 0.72)


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: its left end in points of the page, and its baseline below the band's top."""

    x: float
    baseline: float
    line: Line


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule, centred on `drop` points below the band's top."""

    left: float
    right: float
    weight: float
    colour: Colour
    drop: float = 0.0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its top right corner at the band's top."""

    file: Path
    right: float
    width: float
    height: float
    figure: Element


@dataclass(frozen=True, slots=True)
class Plate:
    """A frame around a word, from the band's top down."""

    left: float
    width: float
    height: float
    colour: Colour


Mark = Words | Rule | Picture | Plate


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The tinted ground behind a run of bands, with an edge in the accent colour. Each panel is itself only."""

    left: float
    right: float
    pad: float
    ground: Colour
    edge: Colour


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of the page, `height` points high.

    `keep`: never the last on a page, as what follows belongs to it. `space`: nothing but air, which is left
    out at the top of a page. `panel`: on which ground it stands. `row`: the id of the agenda item it is part
    of. `head`: what is repeated above it when it comes first on a page. `fresh`: it begins a new page.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    space: bool = False
    fresh: bool = False
    panel: Panel | None = None
    row: str = ""
    head: tuple["Band", ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PlacedBand:
    """A band and its top, in points from the page's bottom edge."""

    band: Band
    top: float


Page = list[PlacedBand]


def gap(height: float, keep: bool = False) -> Band:
    """Air between two bands."""
    return Band(height, space=True, keep=keep)


def together(bands: Iterable[Band]) -> list[Band]:
    """The bands as one that is not divided between pages."""
    bands = list(bands)
    return [*with_next(bands[:-1]), *bands[-1:]]


def with_next(bands: Iterable[Band]) -> list[Band]:
    """The bands, never divided from what follows them."""
    return [replace(band, keep=True) for band in bands]


def text_bands(spans: Iterable[Span], x: float, width: float, leading: float, hang: float = 0.0) -> list[Band]:
    """A paragraph, its lines after the first set in by `hang`. Neither the first nor the last line stands alone."""
    spans = list(spans)
    lines = set_lines(spans, width)
    if hang and len(lines) > 1:
        lines = set_lines(spans, width - hang)
    bands = [
        Band(leading, (Words(x + hang * bool(place), baseline(line, leading), line),))
        for place, line in enumerate(lines)
    ]
    return [replace(band, keep=place in (0, len(bands) - 2)) for place, band in enumerate(bands[:-1])] + bands[-1:]


def baseline(line: Line, leading: float) -> float:
    """Where the baseline stands so that the line's capitals are in the middle of its band."""
    return leading / 2 + 0.33 * max(span.type.size for span in line)


def beside(*columns: Sequence[Band]) -> list[Band]:
    """Columns that start at the same height, as bands across all of them."""
    return [_across([band for band in row if band]) for row in zip_longest(*columns)]


Bands = Sequence[Band]


def hung(main: Bands, before: Iterable[Bands] = (), after: Iterable[Bands] = ()) -> list[Band]:
    """A column with words hung beside it from its top down, read before or after its own first line.

    The lines beside it need not stand on the column's own; where they reach further down, air is added.
    """
    first, *rest = main or [Band(0.0)]
    left, right = [list(side) for side in before], [list(side) for side in after]
    line = next((mark.baseline for mark in first.marks if isinstance(mark, Words)), None)
    marks = (*_words_hung(left, line), *first.marks, *_words_hung(right, line))
    bands = [replace(first, marks=marks), *rest]
    deepest = max((sum(band.height for band in side) for side in (*left, *right)), default=0.0)
    over = deepest - sum(band.height for band in bands)
    return [*with_next(bands), Band(over, keep=bands[-1].keep)] if over > 0 else bands


def _words_hung(sides: Iterable[Bands], line: float | None) -> Iterator[Words]:
    """The words of each side, its first ones on the baseline `line`."""
    for side in sides:
        words: list[Words] = []
        depth = 0.0
        for band in side:
            words += [replace(mark, baseline=mark.baseline + depth) for mark in band.marks if isinstance(mark, Words)]
            depth += band.height
        shift = line - words[0].baseline if words and line is not None else 0.0
        yield from (replace(word, baseline=word.baseline + shift) for word in words)


def _across(row: list[Band]) -> Band:
    return replace(
        row[0],
        height=max(band.height for band in row),
        marks=tuple(mark for band in row for mark in band.marks),
        keep=any(band.keep for band in row),
        space=all(band.space for band in row),
    )


def lay_out(bands: Sequence[Band]) -> list[Page]:
    """The bands on pages; a little closer together where that spares a last page with next to nothing on it."""
    pages = paginate(bands)
    if _used(pages[-1]) < _SPARSE:
        for air in _TIGHTER:
            tighter = paginate(replace(band, height=band.height * air) if band.space else band for band in bands)
            if len(tighter) < len(pages):
                return tighter
    return pages


def _used(page: Page) -> float:
    return sum(placed.band.height for placed in page)


def paginate(bands: Iterable[Band]) -> list[Page]:
    """Lay the bands on pages. What belongs together goes to the next page whole, if a page can hold it."""
    pages: list[Page] = [[]]
    room = _ROOM
    for chunk in _chunks(bands):
        needed = _height(chunk)
        if pages[-1] and (chunk[0].fresh or (needed > room and needed <= _ROOM)):
            pages.append([])
            room = _ROOM
        for band in chunk:
            if band.height > room and not band.space and pages[-1]:
                pages.append([])
                room = _ROOM
            room = _lay(band, pages[-1], room)
    return pages


def _chunks(bands: Iterable[Band]) -> Iterator[list[Band]]:
    chunk: list[Band] = []
    for band in bands:
        chunk.append(band)
        if not band.keep:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _height(chunk: Sequence[Band]) -> float:
    """The room that a chunk needs: air at its end may hang over the edge."""
    last = max((place for place, band in enumerate(chunk) if not band.space), default=-1)
    return sum(band.height for band in chunk[: last + 1])


def _lay(band: Band, page: Page, room: float) -> float:
    """Lay one band on a page; return the room that is left."""
    if not page:
        if band.space and not band.head:
            return room
        for repeated in band.head:
            page.append(PlacedBand(repeated, BOTTOM + room))
            room -= repeated.height
        if band.head and band.space:
            return room
    page.append(PlacedBand(band, BOTTOM + room))
    return room - band.height
