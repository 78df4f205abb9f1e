"""Tables of a Word document: head rows that are marked and repeat, fixed widths, boxes to tick."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.table import Table, _Cell, _Row

from agendabuilder.domain.presentation import Look
from agendabuilder.pack.front.fonts import Face, text_width
from agendabuilder.pack.front.style import MM, style_for
from agendabuilder.pack.word.word_text import add, storable

WIDTH = 168.0
"""Millimetres of the text on a page."""

_WIDEST_HEADING = 38.0
_WIDER = 1.1
"""Arial than the pack's own face, by which the width is measured."""

_BOX = """<w:sdt {space} xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:sdtPr>
<w:alias w:val={name}/><w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>
<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>
<w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic" w:hint="eastAsia"/></w:rPr><w:t>☐</w:t></w:r>
</w:sdtContent></w:sdt>"""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, and its width in millimetres."""

    heading: str
    width: float


def heading_width(heading: str, look: Look) -> float:
    """Millimetres of a narrow column whose heading is to stand on one line, as far as there is room."""
    kind = style_for(look).small
    width = text_width(storable(heading), Face.BOLD, kind.size) / MM
    return min(width * _WIDER + 4, _WIDEST_HEADING)


def add_table(document: Document, columns: Sequence[Column], style: str, about: str) -> Table:
    """A table with its head row. `about` says what is in it, to who cannot see it."""
    table: Table = document.add_table(1, len(columns), style)
    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(_with_value("w:tblDescription", storable(about)))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
        properties.insert(properties.index(properties.find(qn("w:tblDescription"))), _look())
    for column, grid in zip(columns, table.columns, strict=True):
        grid.width = Mm(column.width)
    row = table.rows[0]
    _set(row, "w:cantSplit", "w:tblHeader")
    for column, cell in zip(columns, row.cells, strict=True):
        cell.width = Mm(column.width)
        begun(add_into(cell, column.heading, "Table head"))
    return table


def add_row(table: Table, columns: Sequence[Column], *, whole: bool = True) -> tuple[_Cell, ...]:
    """The cells of a new row at the end; `whole` keeps it on one page."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # it has no types
    if whole:
        _set(row, "w:cantSplit")
    cells = tuple(row.cells)
    for column, cell in zip(columns, cells, strict=True):
        cell.width = Mm(column.width)
    return cells


def add_empty_rows(table: Table, columns: Sequence[Column], count: int) -> None:
    """Rows to be filled in, together on one page while they are empty."""
    for row in range(1, count + 1):
        for cell in add_row(table, columns):
            cell.paragraphs[0].style = "Table text"
            cell.paragraphs[0].paragraph_format.keep_with_next = row < count


def add_into(cell: _Cell, text: str, style: str) -> _Cell:
    """A paragraph in a cell, which is returned."""
    add(cell, text, style)
    return cell


def begun(cell: _Cell) -> None:
    """Take away the empty paragraph that a new cell begins with, unless there is no other."""
    first, *others = cell.paragraphs
    if others or cell.tables:
        cell._tc.remove(first._p)
    else:
        first.style = "Table text"


def add_box(cell: _Cell, name: str) -> None:
    """A box to tick, by the name that a screen reader says."""
    line = cell.paragraphs[0]
    line.style = "Table text"
    line._p.append(parse_xml(_BOX.format(space=nsdecls("w"), name=quoteattr(storable(name)))))


def _set(row: _Row, *names: str) -> None:
    properties = row._tr.get_or_add_trPr()
    for name in names:
        properties.append(OxmlElement(name))


def _look() -> BaseOxmlElement:
    """Only the head row looks otherwise than the rest."""
    return parse_xml(
        f'<w:tblLook {nsdecls("w")} w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        'w:noHBand="1" w:noVBand="1"/>'
    )


def _with_value(tag: str, value: str) -> BaseOxmlElement:
    element = OxmlElement(tag)
    element.set(qn("w:val"), value)
    return element
