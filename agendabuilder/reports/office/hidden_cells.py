"""Empties those cells of a sheet that its reader does not see: in hidden rows and columns, or of a format that shows
nothing. The rows and columns stay, as narrow as can be, so that everything else keeps its place.
"""

import re

from lxml.etree import _Element

_COLUMN = re.compile(r"[A-Z]+")
_BARE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^]]*\]|\s')
"""What a number's format has that is not a place for a digit or a text."""

_TRUE = frozenset({"1", "true"})
_TEXTS = frozenset({"s", "str", "inlineStr"})
_NARROW, _LOW = "0.1", "0.75"
"""Letters, and points: some converters take 0 for no width at all."""


def invisible_formats(styles: _Element | None) -> dict[str, bool]:
    """The styles of cells, by number, whose format shows no number; the value tells whether it shows no text either."""
    if styles is None:
        return {}
    hiding = {
        each.get("numFmtId", ""): len(parts) > 3
        for each in styles.iterfind("{*}numFmts/{*}numFmt")
        if len(parts := each.get("formatCode", "").split(";")) > 2 and not any(_BARE.sub("", part) for part in parts)
    }
    used = (each.get("numFmtId", "") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return {str(number): hiding[used_format] for number, used_format in enumerate(used) if used_format in hiding}


def empty_hidden_cells(sheet: _Element, formats: dict[str, bool]) -> bool:
    """Change a sheet; say whether there was anything hidden. `formats` are those of `invisible_formats`."""
    columns = _hidden_columns(sheet)
    changed = bool(columns)
    for row in sheet.iterfind("{*}sheetData/{*}row"):
        is_hidden = row.get("hidden") in _TRUE or _is_nothing(row.get("ht"))
        if is_hidden:
            _show(row, "ht", "customHeight", _LOW)
        for number, cell in _cells(row):
            if is_hidden or any(first <= number <= last for first, last in columns) or _is_blank(cell, formats):
                _empty(cell)
                changed = True
        changed = changed or is_hidden
    return changed


def _hidden_columns(sheet: _Element) -> list[tuple[int, int]]:
    """The ranges of hidden columns, which show as narrow ones from now on."""
    found = []
    for column in sheet.iterfind("{*}cols/{*}col"):
        if column.get("hidden") in _TRUE or _is_nothing(column.get("width")):
            found.append((int(column.get("min", "1")), int(column.get("max", "1"))))
            _show(column, "width", "customWidth", _NARROW)
    return found


def _is_nothing(size: str | None) -> bool:
    """Whether a height or width is said, and is none."""
    return size is not None and not float(size)


def _show(part: _Element, size: str, is_own: str, least: str) -> None:
    part.attrib.pop("hidden", None)
    part.set(size, least)
    part.set(is_own, "1")


def _cells(row: _Element) -> list[tuple[int, _Element]]:
    """The cells with their columns, from 1; one that does not say where it is stands beside the one before."""
    found: list[tuple[int, _Element]] = []
    number = 0
    for cell in row.iterchildren("{*}c"):
        letters = _COLUMN.match(cell.get("r", ""))
        number = _number(letters[0]) if letters else number + 1
        found.append((number, cell))
    return found


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_blank(cell: _Element, formats: dict[str, bool]) -> bool:
    hides_text = formats.get(cell.get("s", "0"))
    return hides_text is not None and (hides_text or cell.get("t", "n") not in _TEXTS)


def _empty(cell: _Element) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.attrib.pop("t", None)
