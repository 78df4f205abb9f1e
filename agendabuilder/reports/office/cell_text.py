"""What a cell of a sheet shows, for those formats that leave no doubt: plain numbers, shares, money, days.

Whatever depends on the reader's country or on the width of a column is passed over, so that nothing is missed in a PDF
that is not amiss.
"""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_QUOTED = re.compile(r'"[^"]*"')
_WORDS = "\0"
"""Stands for words in quotation marks; between digits they leave a doubt."""

_UNSEEN = re.compile(r"\\.|_.|\*.|\[(?!\$)[^]<>=]*\]")
"""What a section of a format has beside places for digits: single signs, widths, fillings, colours."""

_MONEY = re.compile(r"\[\$([^-\]]*)(?:-[0-9A-Fa-f]+)?\]")
_NUMBER = re.compile(r"([#?,]*[0,]*0|[#?,]*#)(,*)(?:\.(0+))?(%?)")
_POWER = re.compile(r"0(?:\.(0+))?E\+00")
_DAY = re.compile(r"d{1,4}|m{1,4}|y{2,4}|[-/ .,]+|\\.")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_DIGITS = 8
"""A number without a format is rounded to the width of its column when it is longer."""


def cell_text(value: object, form: str) -> str:
    """What a cell with this value and format of numbers shows, without spaces and signs; empty when in doubt."""
    if isinstance(value, bool) or not isinstance(value, int | float | date):
        return ""
    if isinstance(value, date):
        return _day(value, form)
    if form == "General":
        shown = str(abs(int(value) if value == int(value) else value))
        return shown if len(shown) <= _MOST_DIGITS and "e" not in shown else ""
    return f"{abs(value):.{len(power[1] or '')}E}" if (power := _POWER.fullmatch(form)) else _number(value, form)


def money_sign(form: str) -> str:
    """The sign that a format puts to an amount of money: "£"; empty when there is none."""
    own = _MONEY.search(form)
    if own:
        return own[1]
    return next((sign for sign in "£€$" if sign in form.replace("[$", "")), "")


def _number(value: float, form: str) -> str:
    section = _section(value, form)
    found = _NUMBER.fullmatch(re.sub(r"[-+() £€$]", "", _UNSEEN.sub("", _MONEY.sub("", section))).strip(_WORDS))
    if not found:
        return ""
    whole, thousands, decimals, percent = found[1], found[2], found[3] or "", found[4]
    try:
        exact = abs(Decimal(str(value))) * (100 if percent else 1) / 1000 ** len(thousands)
        rounded = exact.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    except InvalidOperation:
        return ""
    if not rounded and "0" not in whole:
        return ""
    digits = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    missing = whole.count("0") - len(digits.partition(".")[0])
    return ("0" * missing if "," not in whole else "") + digits + percent


def _section(value: float, form: str) -> str:
    """The part of a format that is for such a number: above nothing, below, nothing (ECMA-376-1, 18.8.31)."""
    sections = _QUOTED.sub(_WORDS, form).split(";")
    below, nothing = len(sections) > 1 and value < 0, len(sections) > 2 and value == 0
    return sections[1 if below else 2 if nothing else 0]


def _day(value: date, form: str) -> str:
    """A day in a format that spells its order out; times of the day are passed over."""
    plain = re.sub(r"\[\$-(?:0?809|0?409|en-[A-Z]{2})\]", "", form).partition(";")[0].lower()
    if plain in ("mm-dd-yy", "m/d/yy h:mm") or not re.fullmatch(f"(?:{_DAY.pattern})+", plain):
        return ""
    if isinstance(value, datetime) and (value.hour or value.minute):
        return ""
    return "".join(_part_of_day(value, part) for part in _DAY.findall(plain))


def _part_of_day(value: date, part: str) -> str:
    month, weekday = _MONTHS[value.month - 1], _DAYS[value.weekday()]
    shown = {
        "d": str(value.day), "dd": f"{value.day:02}", "ddd": weekday[:3], "dddd": weekday,
        "m": str(value.month), "mm": f"{value.month:02}", "mmm": month[:3], "mmmm": month,
        "yy": f"{value.year % 100:02}", "yyy": str(value.year), "yyyy": str(value.year),
    }  # fmt: skip
    return shown.get(part, part.removeprefix("\\").replace(" ", ""))
