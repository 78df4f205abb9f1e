"""The list of checks, and running them."""

from collections.abc import Callable, Iterable
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.meeting_checks import (
    check_dates,
    check_head,
    check_items,
    check_texts,
    check_times,
    check_webcast,
)

MeetingCheck = Callable[[Meeting, date], Iterable[Finding]]

MEETING_CHECKS: tuple[MeetingCheck, ...] = (
    check_head,
    check_dates,
    check_webcast,
    check_times,
    check_texts,
    check_items,
)

_ORDER = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)


def check_meeting(meeting: Meeting, today: date) -> tuple[Finding, ...]:
    """What the checks notice about a meeting, its files aside."""
    return tuple(finding for check in MEETING_CHECKS for finding in check(meeting, today))


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blockers first, then warnings, then notes; otherwise in the order found."""
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))
