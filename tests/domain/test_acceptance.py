"""The clerk lets a finding stand, with a reason, and it stays so until the facts change."""

from dataclasses import replace

import pytest

from agendabuilder.domain.acceptance import accept_finding, divide, withdraw_acceptance
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.store.codec import decode_meeting, encode_meeting

SHORT = Finding(Severity.WARNING, "notice-short", "The last day to publish it was Monday.", field="published")
MISSING = Finding(Severity.BLOCKER, "report-missing", "The file is not there.", item_id="1", report_id="2")


def test_an_accepted_finding_is_listed_apart_with_its_reason() -> None:
    meeting = accept_finding(Meeting(), SHORT, "  Called at short notice by the Mayor. ")
    settled = divide([MISSING, SHORT], meeting)
    assert settled.open == (MISSING,)
    assert [(each.finding, each.reason) for each in settled.accepted] == [
        (SHORT, "Called at short notice by the Mayor.")
    ]


def test_a_finding_whose_facts_changed_is_open_again() -> None:
    meeting = accept_finding(Meeting(), SHORT, "Urgent.")
    changed = replace(SHORT, sentence="The last day to publish it was Friday.")
    assert divide([changed], meeting).open == (changed,)


def test_the_same_words_at_another_place_are_not_covered() -> None:
    meeting = accept_finding(Meeting(), SHORT, "Urgent.")
    elsewhere = replace(SHORT, item_id="7")
    assert divide([elsewhere], meeting).open == (elsewhere,)


def test_an_acceptance_can_be_withdrawn_and_given_anew() -> None:
    meeting = accept_finding(accept_finding(Meeting(), SHORT, "One."), SHORT, "Two.")
    assert [each.reason for each in meeting.accepted] == ["Two."]
    assert withdraw_acceptance(meeting, SHORT) == Meeting()


def test_what_would_make_the_pack_wrong_cannot_be_accepted() -> None:
    with pytest.raises(ValueError, match="wrong"):
        accept_finding(Meeting(), MISSING, "Never mind.")
    worse = replace(SHORT, severity=Severity.BLOCKER)
    assert divide([worse], accept_finding(Meeting(), SHORT, "Urgent.")).open == (worse,)


def test_a_finding_is_not_accepted_without_a_reason() -> None:
    with pytest.raises(ValueError, match="reason"):
        accept_finding(Meeting(), SHORT, " ")


def test_acceptances_are_kept_in_the_meeting_file() -> None:
    meeting = accept_finding(Meeting(), SHORT, "Called by the Mayor.")
    assert decode_meeting(encode_meeting(meeting)).accepted == meeting.accepted
