"""How much public notice a body gives, and how its days are counted: settings, with the law as default."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Nation(StrEnum):
    """Whose law and whose bank holidays apply."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class DayCount(StrEnum):
    """Which days count as days of notice.

    WORKING: Monday to Friday without bank holidays. CALENDAR: every day. STATUTORY: all but Sundays, bank
    holidays and the Christmas and Easter breaks (Local Government Act 1972, s.243). NOT_SUNDAYS: all but
    Sundays and bank holidays. DAYS_BEFORE: every day, and days that need not be clear: the agenda is published so
    many days before the meeting (councils in Northern Ireland: Local Government Act (Northern Ireland) 2014).
    """

    WORKING = "working"
    CALENDAR = "calendar"
    STATUTORY = "statutory"
    NOT_SUNDAYS = "not_sundays"
    DAYS_BEFORE = "days_before"


@dataclass(frozen=True, slots=True)
class NoticeRule:
    """`days` clear days' notice: neither the day of publication nor the day of the meeting counts (see `DayCount`).

    Five for principal councils in England (Local Government Act 1972, s.100A(6)); three for parishes
    (Schedule 12, paragraph 10), Wales and Scotland. `extra_days_off` are local closures and days of mourning.
    What is published after `office_closes` may be held to have been published on the next day; None asks for no hour.
    """

    days: int = 5
    count: DayCount = DayCount.WORKING
    nation: Nation = Nation.ENGLAND
    extra_days_off: tuple[date, ...] = ()
    office_closes: time | None = time(17)

    @property
    def length(self) -> str:
        """The length of the notice in words: "5 clear days", or "5 days" that need not be clear."""
        kind = "day" if self.count is DayCount.DAYS_BEFORE else "clear day"
        return f"{self.days} {kind}{'' if self.days == 1 else 's'}"

    @property
    def notice(self) -> str:
        """The notice as a sentence asks for it: "5 clear days' notice"."""
        return f"{self.length}'{'s' if self.days == 1 else ''} notice"
