"""The list of checks, and running them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from agendabuilder.domain.acceptance import SettledFindings, divide
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.drawing_checks import check_letters, check_logo
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

DrawingCheck = Callable[[Meeting, Path], Iterable[Finding]]

DRAWING_CHECKS: tuple[DrawingCheck, ...] = (check_logo, check_letters)

_ORDER = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)


def check_meeting(meeting: Meeting, today: date, folder: Path | None = None) -> tuple[Finding, ...]:
    """What the checks notice about a meeting, its reports aside; with its folder, about the drawing of it too."""
    of_meeting = (finding for check in MEETING_CHECKS for finding in check(meeting, today))
    of_drawing = (finding for check in DRAWING_CHECKS for finding in check(meeting, folder)) if folder else ()
    return (*of_meeting, *of_drawing)


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blockers first, then warnings, then notes; otherwise in the order found."""
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def settle(findings: Iterable[Finding], meeting: Meeting) -> SettledFindings:
    """Findings as every list of them shows them: the worst first, and those apart that the clerk lets stand.

    `meeting` is the whole meeting, also beside a public pack: the public's copy of a meeting accepts nothing.
    """
    return divide(by_severity(findings), meeting)
