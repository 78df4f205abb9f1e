"""Clear days: the last day on which the agenda of a meeting can be published.

Neither the day of publication nor the day of the meeting counts (R v Swansea City Council ex p. Elitestone,
1993). Bank holidays are handed in, because they differ by nation and are looked up elsewhere.
"""

from collections.abc import Callable, Set
from datetime import date, timedelta

from agendabuilder.domain.notice_rule import DayCount, NoticeRule

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6


def last_publication_day(meeting_day: date, rule: NoticeRule, bank_holidays: Set[date]) -> date:
    """The latest day of publication that gives the rule's notice: as a rule, `rule.days` clear days.

    The day itself may be any day: publishing on a Sunday is allowed where Sundays merely do not count.
    Under a count of working days it is a working day, since the office must be open to publish.
    """
    if rule.count is DayCount.DAYS_BEFORE:
        return meeting_day - rule.days * _DAY
    counts = _counting(rule, bank_holidays)
    day, left = meeting_day - _DAY, rule.days
    while left > 0:
        left -= counts(day)
        day -= _DAY
    while rule.count is DayCount.WORKING and not counts(day):
        day -= _DAY
    return day


def usual_publication_day(meeting_day: date, rule: NoticeRule, bank_holidays: Set[date]) -> date:
    """The last day of publication on which an office is open: what an agenda is dated with unless said otherwise."""
    day, closed = last_publication_day(meeting_day, rule, bank_holidays), {*bank_holidays, *rule.extra_days_off}
    while day.weekday() >= _SATURDAY or day in closed:
        day -= _DAY
    return day


def _counting(rule: NoticeRule, bank_holidays: Set[date]) -> Callable[[date], bool]:
    """Whether a day counts under the rule."""
    days_off = frozenset(bank_holidays) | frozenset(rule.extra_days_off)

    def counts(day: date) -> bool:
        if rule.count is DayCount.CALENDAR:
            return True
        if day in days_off or day.weekday() == _SUNDAY:
            return False
        if rule.count is DayCount.WORKING:
            return day.weekday() != _SATURDAY
        return rule.count is DayCount.NOT_SUNDAYS or not _in_statutory_break(day, days_off)

    return counts


def _in_statutory_break(day: date, days_off: Set[date]) -> bool:
    """Whether a day lies in the Christmas or the Easter break (Local Government Act 1972, s.243(4))."""
    easter = easter_sunday(day.year)
    if easter - 3 * _DAY <= day <= easter + 2 * _DAY:
        return True
    christmas = date(day.year if day.month > 6 else day.year - 1, 12, 25)
    first, last = christmas - _DAY, christmas + _DAY
    while first.weekday() >= _SATURDAY:
        first -= _DAY
    while last.weekday() >= _SATURDAY or last in days_off:
        last += _DAY
    return first <= day <= last


def easter_sunday(year: int) -> date:
    """Easter Sunday of a year in the Gregorian calendar, by the anonymous computus."""
    golden, century, in_century = year % 19, year // 100, year % 100
    correction = (8 * century + 13) // 25
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
