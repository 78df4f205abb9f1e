"""Rich text set into bands, with its paragraphs, lists and links in the structure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from agendabuilder.domain.contrast import Colour
from agendabuilder.pack.front.flow import Band, gap, hung, text_bands
from agendabuilder.pack.front.fonts import text_width
from agendabuilder.pack.front.rich_text import Block, Listing, Paragraph, Phrase
from agendabuilder.pack.front.style import Type
from agendabuilder.pack.front.tags import Element
from agendabuilder.pack.front.typeset import Span

_NARROWEST = 100.0  # points; a list that is nested deeper is not set in any further


@dataclass(frozen=True, slots=True)
class Measure:
    """How and where a text is set: its type, its left edge, width and leading in points, and its links' colour."""

    kind: Type
    x: float
    width: float
    leading: float
    link: Colour

    def indented(self, indent: float) -> "Measure":
        """The same, further in."""
        return replace(self, x=self.x + indent, width=self.width - indent)

    @property
    def gap(self) -> float:
        """Between two paragraphs."""
        return self.kind.size * 0.36


def set_blocks(blocks: Iterable[Block], parent: Element, measure: Measure) -> list[Band]:
    """Paragraphs and lists one below the other, as children of `parent`."""
    bands: list[Band] = []
    for block in blocks:
        if bands:
            # A paragraph that leads up to a list stays with it.
            led_up_to = isinstance(block, Listing)
            bands[-1] = replace(bands[-1], keep=bands[-1].keep or led_up_to)
            bands.append(gap(measure.gap, keep=led_up_to))
        if isinstance(block, Paragraph):
            bands += set_phrases(block.phrases, parent.add("P"), measure)
        else:
            bands += _set_listing(block, parent, measure)
    return bands


def set_phrases(phrases: Iterable[Phrase], parent: Element, measure: Measure) -> list[Band]:
    """One paragraph, as the content of `parent`."""
    return text_bands(spans_of(phrases, parent, measure), measure.x, measure.width, measure.leading)


def spans_of(phrases: Iterable[Phrase], parent: Element, measure: Measure) -> list[Span]:
    """Phrases as spans: text as content of `parent`, each link as a child of it."""
    spans: list[Span] = []
    before: Phrase | None = None
    for phrase in phrases:
        if not phrase.text:
            continue
        kind = measure.kind.bold() if phrase.bold else measure.kind
        kind = kind.italic() if phrase.italic else kind
        if before and before.address == phrase.address:
            spans.append(replace(spans[-1], text=phrase.text, type=kind.coloured(spans[-1].type.colour)))
        elif phrase.address:
            link = parent.link(phrase.address, link_contents(phrase))
            spans.append(Span(phrase.text, kind.coloured(measure.link), link.leaf(), link))
        else:
            spans.append(Span(phrase.text, kind, parent.leaf()))
        before = phrase
    return spans


def link_contents(phrase: Phrase) -> str:
    """What a link says of itself: its words and, when they differ, where it leads."""
    place = phrase.address.split(":", 1)[1] if phrase.address.startswith(("mailto:", "tel:")) else phrase.address
    words = phrase.text.strip()
    return words if place in ("", words) or not words else f"{words} ({place})"


def _set_listing(listing: Listing, parent: Element, measure: Measure) -> list[Band]:
    tag = parent.add("L", ListNumbering="Decimal" if listing.numbered else "Disc")
    size = measure.kind.size
    widest = max(text_width(label, measure.kind.face, size) for label in listing.labels)
    indent = max(1.15 * size, widest + 0.5 * size)
    inner = measure.indented(indent) if measure.width - indent > _NARROWEST else measure
    bands: list[Band] = []
    for label, blocks in zip(listing.labels, listing.points, strict=True):
        if bands:
            bands.append(gap(measure.gap / 2))
        bands += _set_point(label, blocks, tag.add("LI"), measure, inner)
    return bands


def _set_point(label: str, blocks: Sequence[Block], tag: Element, outer: Measure, inner: Measure) -> list[Band]:
    beside_label = inner is not outer and (not blocks or isinstance(blocks[0], Paragraph))
    span = Span(label + " ", outer.kind, tag.add("Lbl").leaf())
    labels = text_bands([span], outer.x, outer.width, outer.leading)
    body = set_blocks(blocks, tag.add("LBody"), inner)
    if beside_label:
        return hung(body, [labels])
    return [replace(band, keep=True) for band in labels] + body
