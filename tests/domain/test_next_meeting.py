"""The next meeting from this one: what comes along, what stays behind, and dates that move on."""

from dataclasses import replace
from datetime import date, time

from agendabuilder.domain.finding import Acceptance
from agendabuilder.domain.item import Item, ItemKind, Report, ToFollow
from agendabuilder.domain.meeting import Cycle, CycleUnit, Meeting, Notice, OtherMeeting
from agendabuilder.domain.next_meeting import next_day, next_meeting, standing_items
from agendabuilder.domain.people import Member

MEETING = Meeting(
    committee="Housing Committee",
    date=date(2027, 3, 4),
    start=time(14),
    venue="Council Chamber",
    members=(Member("M Abara", "Chairman"), Member("S Whitcombe")),
    previous_meeting=OtherMeeting(date(2027, 2, 4), time(14), "Council Chamber"),
    next_meeting=OtherMeeting(date(2027, 4, 8), time(10), "Town Hall"),
    first_page=145,
    items=(
        Item(id="1", title="Apologies", kind=ItemKind.PROCEDURAL),
        Item(
            id="2",
            title="Minutes of the meeting of Thursday 4 February 2027",
            kind=ItemKind.PROCEDURAL,
            reports=(Report(id="3", file="reports/minutes.pdf"),),
        ),
        Item(id="4", title="Repairs", number="15a", reports=(Report(id="5", to_follow=ToFollow("B Ó Briain")),)),
        Item(id="6", title="Chairman's announcements", reports=(Report(id="7", verbal=True),)),
        Item(id="8", title="Date of the next meeting: 8 April 2027", kind=ItemKind.PROCEDURAL),
    ),
    notices=(Notice(id="9", title="Questions", text="Papers of 4 March 2027, and of 4 July 2019."),),
)

EVERYTHING = frozenset(item.id for item in MEETING.items)


def following() -> Meeting:
    return next_meeting(MEETING, date(2027, 4, 8), EVERYTHING, frozenset())


def test_the_minutes_item_points_to_this_meeting() -> None:
    assert following().items[1].title == "Minutes of the meeting of Thursday 4 March 2027"
    assert following().previous_meeting == OtherMeeting(date(2027, 3, 4), time(14), "Council Chamber")


def test_the_meeting_after_is_worked_out_and_named() -> None:
    after = following().next_meeting
    assert after is not None
    assert after.date == date(2027, 5, 13)  # the second Thursday again
    assert following().items[4].title == "Date of the next meeting: 13 May 2027"


def test_dates_of_other_things_stay_as_they_are() -> None:
    assert following().notices[0].text == "Papers of 8 April 2027, and of 4 July 2019."


def test_the_roll_of_members_is_kept() -> None:
    assert following().members == MEETING.members


def test_reports_and_late_changes_are_left_behind() -> None:
    made = following()
    assert [report.id for _, report in made.all_reports()] == ["7"]  # the verbal one
    assert made.items[2].number == ""
    assert made.first_page == 1


def test_only_the_items_that_were_chosen_come_back() -> None:
    made = next_meeting(MEETING, date(2027, 4, 8), standing_items(MEETING), frozenset())
    assert [item.id for item in made.items] == ["1", "2", "8"]


def test_what_was_accepted_goes_with_the_item_or_report_that_it_was_about() -> None:
    about = [("", ""), ("1", ""), ("4", ""), ("2", "3")]
    accepted = tuple(Acceptance("code", item_id, report_id, reason="So.") for item_id, report_id in about)
    after = next_meeting(replace(MEETING, accepted=accepted), date(2027, 4, 8), {"1", "2"}, frozenset())
    assert [each.item_id for each in after.accepted] == ["", "1"]


def test_the_agenda_is_dated_by_the_notice_rule() -> None:
    assert following().published == date(2027, 3, 31)


def test_the_day_announced_comes_before_the_cycle() -> None:
    assert next_day(MEETING) == date(2027, 4, 8)
    assert next_day(replace(MEETING, next_meeting=None)) == date(2027, 4, 1)
    weekly = replace(MEETING, next_meeting=None, cycle=Cycle(2, CycleUnit.WEEKS))
    assert next_day(weekly) == date(2027, 3, 18)
    assert next_day(replace(MEETING, date=None)) is None


def test_all_items_come_back_when_none_is_marked_as_standing() -> None:
    plain = replace(MEETING, items=(Item(id="1", title="Budget"), Item(id="2", title="Repairs")))
    assert standing_items(plain) == {"1", "2"}


def test_dates_in_welsh_move_on_in_welsh() -> None:
    item = Item("1", "Cofnodion", "Dydd Iau 4 Mawrth 2027; ddydd Iau, 4 Mawrth 2027; 4 Mawrth 2027; 5 Mawrth 2027")
    meeting = replace(MEETING, date=date(2027, 3, 4), items=(item,))
    made = next_meeting(meeting, date(2027, 4, 9), frozenset({"1"}), frozenset())
    assert made.items[0].text == (
        "Dydd Gwener 9 Ebrill 2027; ddydd Gwener, 9 Ebrill 2027; 9 Ebrill 2027; 5 Mawrth 2027"
    )
