"""Reads a paper's text, written as one would type it, into what ReportLab sets.

Paragraphs are parted by blank lines. `# ` begins a heading, `## ` a heading below it, `- ` a bullet, `> ` words that
stand out (a resolution, an action), `@name` the table or chart of that name. In a numbered paper headings are
counted 1, 2 … and paragraphs 1.1, 1.2 ….
"""

from collections.abc import Iterator, Mapping

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, Spacer

from .paper import SEMIBOLD, Look


def set_prose(
    look: Look, text: str, parts: Mapping[str, list[Flowable]] | None = None, *, numbered: bool = False
) -> list[Flowable]:
    """The flowables of a text. `parts` are the tables and charts that it calls for by name."""
    return list(_flowables(look, text, parts or {}, numbered))


def _flowables(look: Look, text: str, parts: Mapping[str, list[Flowable]], numbered: bool) -> Iterator[Flowable]:
    section = paragraph = 0
    for block in text.strip().split("\n\n"):
        words = " ".join(block.split())
        if words.startswith("## "):
            yield Paragraph(words[3:], look.style("subheading"))
        elif words.startswith("# "):
            section, paragraph = section + 1, 0
            yield Paragraph(f"{section}&nbsp;&nbsp; {words[2:]}" if numbered else words[2:], look.style("heading"))
        elif words.startswith("@"):
            yield from parts[words[1:]]
            yield Spacer(1, 3 * mm)
        elif words.startswith("> "):
            yield _standing_out(look, words[2:])
        elif words.startswith("- "):
            yield from _bullets(look, block, indent=12 * mm if numbered else 0)
        elif numbered:
            paragraph += 1
            yield _hung(look, words, f"{section}.{paragraph}", 12 * mm)
        else:
            yield Paragraph(words, look.style())


def _bullets(look: Look, block: str, indent: float) -> Iterator[Flowable]:
    points = [" ".join(point.split()) for point in ("\n" + block).split("\n- ")[1:]]
    for point in points:
        style = look.style(leftIndent=indent + 5 * mm, bulletIndent=indent + 1 * mm, spaceAfter=look.size * 0.3)
        yield Paragraph(point, style, bulletText="•")
    yield Spacer(1, look.size * 0.4)


def _hung(look: Look, words: str, label: str, indent: float) -> Paragraph:
    return Paragraph(words, look.style(leftIndent=indent, bulletIndent=0), bulletText=label)


def _standing_out(look: Look, words: str) -> Paragraph:
    size = look.size
    return Paragraph(words, look.style(fontName=SEMIBOLD, leftIndent=6 * mm, spaceBefore=size * 0.2, spaceAfter=size))
