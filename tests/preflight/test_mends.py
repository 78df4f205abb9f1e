"""What one press can put right is right after it."""

from dataclasses import replace
from datetime import date, time

import pytest
from preflight.clerical_slips import SLIPS

from agendabuilder.domain.finding import Finding
from agendabuilder.domain.item import Access, Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.people import Member
from agendabuilder.preflight.mends import mend_for
from agendabuilder.preflight.run import check_meeting

TODAY = date(2027, 6, 8)
PLAIN = Meeting(committee="Housing Committee", date=date(2027, 6, 17), start=time(14, 0), notice_rule=NoticeRule(0))


def first(code: str, meeting: Meeting) -> Finding:
    return next(finding for finding in check_meeting(meeting, TODAY) if finding.code == code)


@pytest.mark.parametrize(
    "finding",
    [finding for finding in check_meeting(SLIPS, TODAY) if mend_for(finding, SLIPS)],
    ids=lambda finding: f"{finding.code}-{finding.found}",
)
def test_after_its_mend_a_finding_is_gone(finding: Finding) -> None:
    mend = mend_for(finding, SLIPS)
    assert mend
    assert mend.verb[0].isupper()
    after = check_meeting(mend.edit(SLIPS), TODAY)
    assert finding not in after
    assert not any(each.code == finding.code and each.found == finding.found != "" for each in after)


def test_more_than_half_of_the_slips_can_be_mended_with_one_press() -> None:
    findings = check_meeting(SLIPS, TODAY)
    assert sum(mend_for(finding, SLIPS) is not None for finding in findings) > len(findings) / 2


def test_mended_one_after_another_they_leave_only_what_a_person_must_decide() -> None:
    meeting = SLIPS
    for _ in range(100):
        mend = next((mend for each in check_meeting(meeting, TODAY) if (mend := mend_for(each, meeting))), None)
        if mend is None:
            break
        meeting = mend.edit(meeting)
    assert all(mend_for(finding, meeting) is None for finding in check_meeting(meeting, TODAY))


def test_a_mend_is_gone_when_the_words_have_been_changed() -> None:
    meeting = replace(PLAIN, items=(Item("1", "Plan", "The the plan."),))
    finding = first("text-doubled", meeting)
    assert mend_for(finding, replace(PLAIN, items=(Item("1", "Plan", "The plan."),))) is None


def test_an_overrun_is_mended_by_the_time_at_which_the_business_before_ends() -> None:
    meeting = replace(PLAIN, items=(Item("1", "A", minutes=40), Item("2", "B", start=time(14, 30), minutes=5)))
    mend = mend_for(first("time-overrun", meeting), meeting)
    assert mend
    assert mend.verb == "Start it at 14:40"
    assert mend.edit(meeting).items[1].start == time(14, 40)


def test_a_webcasting_notice_is_added_that_the_checks_find_good() -> None:
    meeting = replace(PLAIN, webcast=True)
    mend = mend_for(first("notice-webcasting", meeting), meeting)
    assert mend
    about_notices = [each for each in check_meeting(mend.edit(meeting), TODAY) if each.field.startswith("notices")]
    assert about_notices == []


def test_renumbering_leaves_the_numbers_of_other_lists() -> None:
    inner = Item("3", "C", items=(Item("4", "D", number="9a"),))
    meeting = replace(PLAIN, items=(Item("1", "A"), Item("2", "B", number="5"), inner))
    mend = mend_for(first("number-gap", meeting), meeting)
    assert mend
    assert mend.verb == "Renumber from 1"
    assert [item.number for item in mend.edit(meeting).all_items()] == ["", "", "", "9a"]


def test_of_two_equal_numbers_the_typed_one_goes() -> None:
    meeting = replace(PLAIN, items=(Item("1", "A", items=(Item("2", "B", number="2"),)), Item("3", "C")))
    finding = first("number-twice", meeting)
    mend = mend_for(finding, meeting)
    assert finding.item_id == "2"
    assert mend
    assert [item.number for item in mend.edit(meeting).all_items()] == ["", "", ""]


def test_of_a_member_listed_twice_the_entry_with_a_role_stays() -> None:
    members = (Member("Cllr Bo Lindqvist"), Member("Ada Okafor", "Chair"), Member("Councillor Bo Lindqvist", "Whip"))
    meeting = replace(PLAIN, members=members)
    mend = mend_for(first("members-twice", meeting), meeting)
    assert mend
    assert [member.role for member in mend.edit(meeting).members] == ["Whip", "Chair"]


def test_the_item_that_asks_the_public_to_leave_is_one_press_away() -> None:
    items = (Item("1", "A"), Item("2", "B", access=Access.EXEMPT, paragraphs=(3,)))
    meeting = replace(PLAIN, items=items)
    mend = mend_for(first("exempt-no-exclusion", meeting), meeting)
    assert mend
    assert mend.verb == "Add the exclusion item"
    mended = mend.edit(meeting)
    assert [item.title for item in mended.items] == ["A", "Exclusion of the press and public", "B"]
    assert not [each for each in check_meeting(mended, TODAY) if each.code == "exempt-no-exclusion"]
