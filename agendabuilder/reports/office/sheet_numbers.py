"""Which numbers, amounts of money and days of a spreadsheet a PDF of it does not show as the sheet does."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell

from agendabuilder.reports.office.cell_text import cell_text, money_sign
from agendabuilder.reports.office.unreadable import UNREADABLE

_SPACE = re.compile(r"\s+")


def shown_cells(source: Path) -> list[Cell]:
    """The cells of sheets and rows that show, each with the result that was kept; none where openpyxl cannot read."""
    with suppress(*UNREADABLE):
        return list(_cells(source))
    return []


def _cells(source: Path) -> Iterator[Cell]:
    for sheet in openpyxl.load_workbook(source, data_only=True).worksheets:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows():
                if not sheet.row_dimensions[row[0].row].hidden:
                    yield from row


def lost_numbers(cells: Iterable[Cell], said: str) -> list[str]:
    """What cells show and the text of the PDF does not say, or not as often, each once; then signs of money."""
    shown: list[str] = []
    signs: list[str] = []
    for cell in cells:
        if text := cell_text(cell.value, cell.number_format):
            shown.append(text)
            signs.append(money_sign(cell.number_format))
    compact = _SPACE.sub("", said)
    needed = Counter(shown) + Counter(filter(None, signs))
    return [text for text in needed if compact.count(text) < needed[text]]
