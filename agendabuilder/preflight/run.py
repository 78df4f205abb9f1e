"""The list of checks, and running them."""

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from types import MappingProxyType

from agendabuilder.domain.acceptance import SettledFindings, divide
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.body_name_checks import check_body_name
from agendabuilder.preflight.date_checks import check_typed_dates
from agendabuilder.preflight.drawing_checks import check_letters, check_logo
from agendabuilder.preflight.exempt_checks import check_exclusion, check_grounds, check_public_titles
from agendabuilder.preflight.head_checks import (
    check_filming_law,
    check_head,
    check_places,
    check_venues,
    check_webcast,
)
from agendabuilder.preflight.item_checks import check_items, check_papers, check_papers_to_follow
from agendabuilder.preflight.link_checks import check_addresses, check_contact_address
from agendabuilder.preflight.notice_checks import Opened, check_notice
from agendabuilder.preflight.number_checks import check_numbers
from agendabuilder.preflight.other_meeting_checks import check_minutes_date, check_next_meeting_texts, check_order
from agendabuilder.preflight.person_checks import check_people
from agendabuilder.preflight.roll_checks import check_roll
from agendabuilder.preflight.text_checks import check_time_forms, check_wording
from agendabuilder.preflight.time_checks import check_item_times, check_meeting_times, check_time_column
from agendabuilder.preflight.title_checks import check_titles_in_texts

MeetingCheck = Callable[[Meeting, date], Iterable[Finding]]

MEETING_CHECKS: tuple[MeetingCheck, ...] = (
    check_head,
    check_order,
    check_venues,
    check_contact_address,
    check_webcast,
    check_filming_law,
    check_meeting_times,
    check_item_times,
    check_time_column,
    check_roll,
    check_items,
    check_grounds,
    check_exclusion,
    check_public_titles,
    check_numbers,
    check_papers,
    check_papers_to_follow,
    check_minutes_date,
    check_next_meeting_texts,
    check_typed_dates,
    check_time_forms,
    check_places,
    check_wording,
    check_addresses,
    check_body_name,
    check_people,
    check_titles_in_texts,
)

DrawingCheck = Callable[[Meeting, Path], Iterable[Finding]]

DRAWING_CHECKS: tuple[DrawingCheck, ...] = (check_logo, check_letters)

_ORDER = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)


_NOTHING_ISSUED: Opened = MappingProxyType({})


def check_meeting(
    meeting: Meeting, today: date, folder: Path | None = None, opened: Opened = _NOTHING_ISSUED
) -> tuple[Finding, ...]:
    """What the checks notice about a meeting, its reports aside; with its folder, about the drawing of it too.

    `opened` says when each item that was issued was first open to the public.
    """
    of_meeting = (finding for check in MEETING_CHECKS for finding in check(meeting, today))
    of_drawing = (finding for check in DRAWING_CHECKS for finding in check(meeting, folder)) if folder else ()
    return (*check_notice(meeting, today, opened), *of_meeting, *of_drawing)


def by_severity(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Blockers first, then warnings, then notes; otherwise in the order found."""
    return tuple(sorted(findings, key=lambda finding: _ORDER.index(finding.severity)))


def settle(findings: Iterable[Finding], meeting: Meeting) -> SettledFindings:
    """Findings as every list of them shows them: the worst first, and those apart that the clerk lets stand.

    `meeting` is the whole meeting, also beside a public pack: the public's copy of a meeting accepts nothing.
    """
    return divide(by_severity(findings), meeting)
