"""Tables of the sample's papers: words in cells that wrap, figures at the right, a head row that repeats."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import Color, HexColor, white
from reportlab.platypus import Table, TableStyle

from agendabuilder.pack.front.tags import Element

from .paper import FACE, PALE, Look
from .tagged import Words

Rows = Sequence[Sequence[str]]


def table(
    look: Look,
    rows: Rows,
    widths: Sequence[float],
    *,
    figures: Sequence[int] = (),
    filled: bool = True,
    stripes: bool = False,
    air: float = 3.2,
    extra: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """A table whose first row is its head. `widths` are shares of the width; `figures` are columns set at the right.

    `filled`: the head is white on the accent, otherwise accent words above a rule. `air` is above each line.
    Where there are figures, the first cell of each row is its head. `extra`: ReportLab's own commands.
    """
    share = look.width / sum(widths)
    colour = white if filled else look.colour
    element, cells = Element("Table"), []
    for number, line in enumerate(rows):
        row = element.add("TR")
        kinds = ["Column" if not number else "Row" if figures and not column else "" for column in range(len(line))]
        cells.append(
            [
                _cell(look, cell, _tagged(row, kind), None if number else colour, column in figures)
                for column, (cell, kind) in enumerate(zip(line, kinds, strict=True))
            ]
        )
    style: list[tuple[Any, ...]] = [
        ("FONTNAME", (0, 0), (-1, -1), FACE), ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, PALE),
        ("TOPPADDING", (0, 0), (-1, -1), air), ("BOTTOMPADDING", (0, 0), (-1, -1), air + 1),
        ("LEFTPADDING", (0, 0), (-1, -1), 4), ("RIGHTPADDING", (0, 0), (-1, -1), 4),
    ]  # fmt: skip
    after_figures = [column + 1 for column in figures if column + 1 < len(widths) and column + 1 not in figures]
    style += [("LEFTPADDING", (column, 0), (column, -1), 12) for column in after_figures]
    if filled:
        style.append(("BACKGROUND", (0, 0), (-1, 0), look.colour))
    else:
        style.append(("LINEBELOW", (0, 0), (-1, 0), 1.2, look.colour))
    if stripes:
        style.append(("ROWBACKGROUNDS", (0, 1), (-1, -1), [white, HexColor("#f3f5f6")]))
    made = Table(cells, [width * share for width in widths], repeatRows=1, style=TableStyle([*style, *extra]))
    made.hung = element
    return made


def cover_table(look: Look, rows: Sequence[tuple[str, str]], share: float = 0.27) -> Table:
    """The table at the head of an officer's report: what it is called, whose it is, what it asks for."""
    element, cells = Element("Table"), []
    for label, words in rows:
        row = element.add("TR")
        head = Words(label, look.style("head"), element=_tagged(row, "Row"))
        cells.append([head, Words(words, look.style("cell"), element=_tagged(row, ""))])
    style = [
        ("FONTNAME", (0, 0), (-1, -1), FACE),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#9aa3a9")),
        ("BACKGROUND", (0, 0), (0, -1), HexColor("#edf1f3")),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 4), ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
    ]  # fmt: skip
    made = Table(cells, [look.width * share, look.width * (1 - share)], style=TableStyle(style))
    made.hung = element
    return made


def _tagged(row: Element, scope: str) -> Element:
    """A cell's element; `scope` is what it is the head of, if anything."""
    return row.add("TH", Scope=scope) if scope else row.add("TD")


def _cell(look: Look, words: str, element: Element, head: Color | None, figure: bool) -> Words:
    changes: dict[str, Any] = {"alignment": 2} if figure else {}
    if head is not None:
        changes["textColor"] = head
    return Words(words, look.style("head" if head is not None else "cell", **changes), element=element)
