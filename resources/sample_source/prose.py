"""Reads a paper's text, written as one would type it, into what ReportLab sets.

Paragraphs are parted by blank lines. `# ` begins a heading, `## ` a heading below it, `- ` a bullet, `> ` words that
stand out (a resolution, an action), `| a | b` a row of a table, `@name` a chart of that name. The first line of a
table, `|: 3 1 1 ; 2 3`, says how wide its columns are and which of them hold figures. In a numbered paper headings
are counted 1, 2 … and paragraphs 1.1, 1.2 ….
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, PageBreak, Paragraph, Spacer

from agendabuilder.pack.front.tags import Element

from .paper import SEMIBOLD, Look
from .tables import table
from .tagged import Words

_TEXTS = Path(__file__).parent / "texts"
_HANG = 11 * mm
_KEPT_WHOLE = 12  # a table of more rows may run over a page's end


def read_text(name: str) -> str:
    """The text of a paper, from the folder `texts`."""
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def set_prose(
    look: Look,
    text: str,
    parts: Mapping[str, list[Flowable]] | None = None,
    *,
    numbered: bool = False,
    **tables: Any,
) -> list[Flowable]:
    """The flowables of a text. `parts` are the charts that it calls for by name; `tables` says how tables look."""
    story: list[Flowable] = []
    for flowable in _flowables(look, text, parts or {}, numbered, tables):
        if isinstance(flowable, KeepTogether) and story and _leads(story[-1]):
            story.append(KeepTogether([story.pop(), *flowable._content]))
        else:
            story.append(flowable)
    return story


def _leads(flowable: Flowable) -> bool:
    return isinstance(flowable, Paragraph) and bool(getattr(flowable.style, "keepWithNext", 0))


def table_rows(text: str) -> list[list[str]]:
    """The cells of a table's lines, each of which begins with `|`."""
    return [[cell.strip() for cell in line.lstrip("|").split("|")] for line in text.strip().splitlines()]


def _flowables(
    look: Look, text: str, parts: Mapping[str, list[Flowable]], numbered: bool, tables: Mapping[str, Any]
) -> Iterator[Flowable]:
    section = paragraph = 0
    for block in text.strip().split("\n\n"):
        words = " ".join(block.split())
        if words.startswith("## "):
            yield Words(words[3:], look.style("subheading"))
        elif words.startswith("# "):
            section, paragraph = section + 1, 0
            yield Words(f"{section}&nbsp;&nbsp; {words[2:]}" if numbered else words[2:], look.style("heading"))
        elif words == "@page":
            yield PageBreak()
        elif words.startswith("@"):
            yield KeepTogether(parts[words[1:]])
            yield Spacer(1, 3 * mm)
        elif words.startswith("|:"):
            yield from _table(look, block.strip(), tables)
        elif words.startswith("> "):
            yield _standing_out(look, words[2:])
        elif words.startswith("- "):
            yield from _bullets(look, block, indent=_HANG if numbered else 0)
        elif numbered and section:
            paragraph += 1
            style = look.style(leftIndent=_HANG, bulletIndent=0)
            yield Words(words, style, bulletText=f"{section}.{paragraph} ")
        else:
            yield Words(words, look.style())


def _bullets(look: Look, block: str, indent: float) -> Iterator[Flowable]:
    points = [" ".join(point.split()) for point in ("\n" + block.strip()).split("\n- ")[1:]]
    whole = Element("L", attributes={"ListNumbering": "Disc"})
    for number, point in enumerate(points):
        style = look.style(leftIndent=indent + 5 * mm, bulletIndent=indent + 1 * mm, spaceAfter=look.size * 0.3)
        part = whole.add("LI")
        label = part.add("Lbl").leaf()
        words = Words(point, style, bulletText="•", element=part.add("LBody"))
        words.label, words.hung = label, None if number else whole
        yield words
    yield Spacer(1, look.size * 0.4)


def _standing_out(look: Look, words: str) -> Words:
    size = look.size
    return Words(words, look.style(fontName=SEMIBOLD, leftIndent=6 * mm, spaceBefore=size * 0.2, spaceAfter=size))


def _table(look: Look, block: str, options: Mapping[str, Any]) -> Iterator[Flowable]:
    layout, lines = block[2:].split("\n", 1)
    widths, _, figures = layout.partition(";")
    rows = table_rows(lines)
    whole = table(
        look,
        rows,
        [float(width) for width in widths.split()],
        figures=[int(column) - 1 for column in figures.split()],
        **options,
    )
    yield whole if len(rows) > _KEPT_WHOLE else KeepTogether([whole])
    yield Spacer(1, 4 * mm)
