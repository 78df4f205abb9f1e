"""The way in for tables in plain text (CSV): one table of all rows, upright while it fits, else on its side.

The file is shown as it is: no number is given another form, no date is guessed.
"""

import csv
import io
import re
from collections.abc import Sequence
from contextlib import suppress

from reportlab.platypus.doctemplate import LayoutError

from agendabuilder.reports.conversion import Conversion, NotConvertedError, Unshown
from agendabuilder.reports.own_pages.text import read_text
from agendabuilder.reports.own_pages.text_pages import TextPages

_MOST_COLUMNS = 16
_MOST_UPRIGHT = 6
_MOST_CELLS = 30_000
"""More than these take longer to draw than a clerk waits, and nobody reads them on paper."""

_NARROWEST, _WIDEST = 4, 40
"""Letters that a column is given room for, at least and at most."""

_SAMPLE = 20_000
_SAID = re.compile(r"sep=([,;\t|])\r?\n")
"""The line with which Excel says what divides the cells; it is no row."""

_DELIMITERS = ",;\t|"


class CsvWay:
    """Tables whose cells are divided by commas, semicolons, tabs or bars."""

    by = ""
    version = "csv-2"
    is_draft = False

    def convert(self, work: Conversion) -> Unshown:
        """Draw the table. Raises `NotConvertedError` when it is too wide, too long, or no table."""
        rows = _rows(read_text(work.source))
        columns = max(map(len, rows), default=0)
        if not columns:
            raise NotConvertedError("there is nothing in it")
        if columns > _MOST_COLUMNS or len(rows) * columns > _MOST_CELLS:
            raise NotConvertedError(f"it has {len(rows)} rows of {columns} columns, which are too many for pages")
        pages = TextPages(work.go_on, is_wide=columns > _MOST_UPRIGHT)
        cells = [[pages.words(cell) for cell in row] for row in rows]
        try:
            pages.save(work.out, [pages.table(cells, _widths(rows, columns))], work.source.stem)
        except LayoutError as error:
            raise NotConvertedError("a row of it does not fit on a page") from error
        return Unshown(words=tuple(pages.lost))


def _rows(text: str) -> list[list[str]]:
    """The rows that have anything in them."""
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    mark = said[1] if said else ","
    with suppress(csv.Error):  # one column, or too odd to tell
        mark = said[1] if said else csv.Sniffer().sniff(text[:_SAMPLE], _DELIMITERS).delimiter
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, skipinitialspace=True)
        return [row for row in reader if any(map(str.strip, row))]
    except csv.Error as error:
        raise NotConvertedError("it is not written as a table") from error


def _widths(rows: Sequence[Sequence[str]], columns: int) -> list[float]:
    """Each column's share: what its longest cell needs, within reason."""
    longest = [0] * columns
    for row in rows:
        for place, cell in enumerate(row):
            longest[place] = max(longest[place], *map(len, cell.splitlines() or [""]))
    return [float(min(max(length, _NARROWEST), _WIDEST)) for length in longest]
