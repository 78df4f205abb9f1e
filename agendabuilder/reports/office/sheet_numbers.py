"""Which numbers, amounts of money and days of a spreadsheet a PDF of it does not show as the sheet does."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell import Cell

from agendabuilder.reports.office.cell_text import cell_text, money_sign

_SPACE = re.compile(r"\s+")
_UNREADABLE = (BadZipFile, KeyError, ValueError, AttributeError, TypeError, IndexError, AssertionError)


def shown_cells(source: Path) -> Iterator[Cell]:
    """The cells of sheets and rows that show, each with the result that was kept. Raises what openpyxl raises."""
    for sheet in openpyxl.load_workbook(source, data_only=True).worksheets:
        if sheet.sheet_state == "visible":
            for row in sheet.iter_rows():
                if not sheet.row_dimensions[row[0].row].hidden:
                    yield from row


def lost_numbers(source: Path, said: str) -> list[str]:
    """What cells show and the text of the PDF does not say, or not as often, each once; then signs of money."""
    shown: list[str] = []
    signs: list[str] = []
    with suppress(*_UNREADABLE):
        for cell in shown_cells(source):
            if text := cell_text(cell.value, cell.number_format):
                shown.append(text)
                signs.append(money_sign(cell.number_format))
    compact = _SPACE.sub("", said)
    needed = Counter(shown) + Counter(filter(None, signs))
    return [text for text in needed if compact.count(text) < needed[text]]
