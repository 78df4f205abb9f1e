"""Gives the days and times of a sheet the form that they have in Britain, where their format leaves it to the reader's
country: Excel shows them so on a clerk's PC, and a converter with the month first. Signs of money that are tied to a
country are spelt out as well, as they would be lost.
"""

import re

from lxml.etree import _Element

_BRITISH = {"14": "dd/mm/yyyy", "22": "dd/mm/yyyy hh:mm"}
"""The formats without a form of their own: the short date, and that with the time (ECMA-376-1, 18.8.30)."""

_OF_THE_SYSTEM = ((re.compile(r"\[\$-F800\]", re.IGNORECASE), "dd mmmm yyyy"),
                  (re.compile(r"\[\$-F400\]", re.IGNORECASE), "hh:mm:ss"))  # fmt: skip
"""How the long date and the time of the reader's system are marked in a format."""

_MONEY = re.compile(r"\[\$([^-\]]+)(?:-[0-9A-Fa-f]+)?\]")
_FREE = 9000
"""Numbers from here on are no format's yet."""


def make_british(styles: _Element) -> bool:
    """Change the styles of a workbook; say whether there was anything to change."""
    return _spell_out_own(styles) | _spell_out_short(styles)


def _spell_out_own(styles: _Element) -> bool:
    changed = False
    for each in styles.iterfind("{*}numFmts/{*}numFmt"):
        code = each.get("formatCode", "")
        form = next((form for mark, form in _OF_THE_SYSTEM if mark.search(code)), _MONEY.sub(r'"\1"', code))
        if form != code:
            each.set("formatCode", form)
            changed = True
    return changed


def _spell_out_short(styles: _Element) -> bool:
    used = [each for each in styles.iterfind("{*}cellXfs/{*}xf") if each.get("numFmtId") in _BRITISH]
    for number in sorted({each.get("numFmtId", "") for each in used}):
        _formats(styles).append(_made(styles, "numFmt", numFmtId=str(_FREE + int(number)), formatCode=_BRITISH[number]))
    for each in used:
        each.set("numFmtId", str(_FREE + int(each.get("numFmtId", "0"))))
    return bool(used)


def _formats(styles: _Element) -> _Element:
    """The list of own formats, which is the first thing in the styles."""
    found = styles.find("{*}numFmts")
    if found is None:
        found = _made(styles, "numFmts")
        styles.insert(0, found)
    found.attrib.pop("count", None)  # it may be left out
    return found


def _made(styles: _Element, name: str, **attributes: str) -> _Element:
    return styles.makeelement(f"{styles.tag.rpartition('}')[0]}}}{name}", attributes)
