"""How much public notice a body gives, and how its days are counted: settings, with the law as default."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Nation(StrEnum):
    """Whose law and whose bank holidays apply."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class DayCount(StrEnum):
    """Which days count as clear days.

    WORKING: Monday to Friday without bank holidays. CALENDAR: every day. STATUTORY: all but Sundays, bank
    holidays and the Christmas and Easter breaks (Local Government Act 1972, s.243). NOT_SUNDAYS: all but
    Sundays and bank holidays.
    """

    WORKING = "working"
    CALENDAR = "calendar"
    STATUTORY = "statutory"
    NOT_SUNDAYS = "not_sundays"


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """`days` clear days' notice: neither the day of publication nor the day of the meeting counts.

    Five for principal councils in England (Local Government Act 1972, s.100A(6)); three for parishes
    (Schedule 12, paragraph 10), Wales and Scotland. `extra_days_off` are local closures and days of mourning.
    """

    days: int = 5
    count: DayCount = DayCount.WORKING
    nation: Nation = Nation.ENGLAND
    extra_days_off: tuple[date, ...] = ()
