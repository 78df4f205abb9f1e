"""Letting a finding stand: the clerk's word and reason, kept with the meeting until the facts change.

An acceptance whose facts have changed covers nothing any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from agendabuilder.domain.finding import Acceptance, Finding
from agendabuilder.domain.meeting import Meeting


@dataclass(frozen=True, slots=True)
class AcceptedFinding:
    """A finding that may stand, and why."""

    finding: Finding
    reason: str


@dataclass(frozen=True, slots=True)
class SettledFindings:
    """Findings divided into those that are open and those that the clerk lets stand."""

    open: tuple[Finding, ...] = ()
    accepted: tuple[AcceptedFinding, ...] = ()


def accept_finding(meeting: Meeting, finding: Finding, reason: str) -> Meeting:
    """The meeting in which a finding may stand, with the reason; an earlier reason for it is replaced.

    Raises `ValueError` for one that cannot be accepted, and without a reason.
    """
    if not finding.can_be_accepted:
        raise ValueError("What would make the pack wrong cannot be accepted.")
    if not reason.strip():
        raise ValueError("A finding is accepted with a reason.")
    rest = withdraw_acceptance(meeting, finding).accepted
    accepted = Acceptance(
        finding.code, finding.item_id, finding.report_id, finding.field, finding.sentence, reason.strip()
    )
    return replace(meeting, accepted=(*rest, accepted))


def withdraw_acceptance(meeting: Meeting, finding: Finding) -> Meeting:
    """The meeting in which a finding is open again; the same meeting when it was not accepted."""
    return replace(meeting, accepted=tuple(each for each in meeting.accepted if not each.covers(finding)))


def divide(findings: Iterable[Finding], meeting: Meeting) -> SettledFindings:
    """The findings in their order, those apart that the meeting's acceptances cover."""
    still_open: list[Finding] = []
    accepted: list[AcceptedFinding] = []
    for finding in findings:
        word = next((each for each in meeting.accepted if each.covers(finding)), None)
        if word is not None and finding.can_be_accepted:
            accepted.append(AcceptedFinding(finding, word.reason))
        else:
            still_open.append(finding)
    return SettledFindings(tuple(still_open), tuple(accepted))
