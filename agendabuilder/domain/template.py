"""Templates: a meeting without its date and papers, and the meeting that is made from one."""

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date, timedelta

from agendabuilder.domain.meeting import Cycle, CycleUnit, Meeting, OtherMeeting
from agendabuilder.domain.notice_period import usual_publication_day

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Template:
    """A named pattern for meetings. `id` is the file's name; `meeting` has no date and no reports."""

    id: str
    name: str
    description: str
    meeting: Meeting


def meeting_from_template(template: Template, day: date, bank_holidays: Set[date]) -> Meeting:
    """A meeting on `day` with every other date worked out: the meetings before and after, and publication.

    The agenda is dated with the last working day that leaves the notice the body's rule asks for.
    """
    pattern = template.meeting
    return replace(
        pattern,
        date=day,
        published=usual_publication_day(day, pattern.notice_rule, bank_holidays),
        previous_meeting=_other(pattern, pattern.previous_meeting, moved(day, pattern.cycle, -1)),
        next_meeting=_other(pattern, pattern.next_meeting, moved(day, pattern.cycle, 1)),
    )


def _other(pattern: Meeting, other: OtherMeeting | None, day: date) -> OtherMeeting:
    known = other or OtherMeeting()
    return OtherMeeting(day, known.start or pattern.start, known.venue or pattern.venue)


def moved(day: date, cycle: Cycle, turns: int) -> date:
    """The day `turns` cycles on (or back). In months the second Thursday stays the second Thursday.

    A fifth weekday that the other month lacks becomes its last.
    """
    if cycle.unit is CycleUnit.WEEKS:
        return day + _WEEK * cycle.every * turns
    months = day.year * 12 + day.month - 1 + cycle.every * turns
    first = date(months // 12, months % 12 + 1, 1)
    found = first + timedelta(days=(day.weekday() - first.weekday()) % 7) + _WEEK * ((day.day - 1) // 7)
    return found if found.month == first.month else found - _WEEK
