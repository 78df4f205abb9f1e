"""Bank holidays by nation, from a library that is kept up to date; nothing is looked up on a network."""

from collections.abc import Iterable
from datetime import date

from agendabuilder.domain.notice_rule import Nation

_SUBDIVISIONS = {
    Nation.ENGLAND: "ENG",
    Nation.WALES: "WLS",
    Nation.SCOTLAND: "SCT",
    Nation.NORTHERN_IRELAND: "NIR",
}
_SATURDAY = 5


def bank_holidays(nation: Nation, years: Iterable[int]) -> frozenset[date]:
    """The bank holidays of some years.

    When Christmas or New Year falls on a weekend the bank holiday is the weekday in its place (Banking and
    Financial Dealings Act 1971, Schedule 1), so a day at the weekend is never one.
    """
    import holidays  # a tenth of a second, and most builds do not need it

    known = holidays.country_holidays("GB", subdiv=_SUBDIVISIONS[nation], years=list(years))
    return frozenset(day for day in known if day.weekday() < _SATURDAY)


def bank_holidays_around(nation: Nation, day: date) -> frozenset[date]:
    """The bank holidays of the year before a day, its own and the next."""
    return bank_holidays(nation, range(day.year - 1, day.year + 2))
