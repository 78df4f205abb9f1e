"""A template from a meeting: what the clerk ticks stays; dates and papers never do."""

from datetime import date, time

from agendabuilder.domain.item import Item, ItemKind, Report
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting
from agendabuilder.domain.people import Member
from agendabuilder.domain.presentation import Logo, Look
from agendabuilder.domain.template_from_meeting import Kept, template_meeting

MEETING = Meeting(
    committee="Housing Committee",
    date=date(2027, 3, 4),
    published=date(2027, 2, 24),
    previous_meeting=OtherMeeting(date(2027, 2, 4)),
    members=(Member("M Abara"),),
    notices=(Notice(id="9", title="Webcasting"),),
    look=Look(accent="#7a1f3d", logo=Logo("logo.png", "Norbury Council")),
    items=(
        Item(id="1", title="Apologies", kind=ItemKind.PROCEDURAL, start=time(14), minutes=5, urgency="Late"),
        Item(id="2", title="Budget", reports=(Report(id="3", file="reports/budget.pdf"),)),
    ),
)


def test_dates_and_reports_never_stay() -> None:
    made = template_meeting(MEETING, Kept(other_items=True))
    assert made.date is made.published is made.previous_meeting is None
    assert not list(made.all_reports())


def test_standing_items_stay_with_their_times() -> None:
    made = template_meeting(MEETING, Kept())
    assert [(item.title, item.start, item.minutes) for item in made.items] == [("Apologies", time(14), 5)]
    assert not made.items[0].urgency


def test_what_is_not_ticked_goes() -> None:
    made = template_meeting(MEETING, Kept(False, False, True, False, False, False))
    assert made.members == made.notices == ()
    assert made.items[0].start is made.items[0].minutes is None
    assert made.look == Look()


def test_the_logo_goes_with_the_look() -> None:
    assert template_meeting(MEETING, Kept()).look == MEETING.look
    assert template_meeting(MEETING, Kept(look=False)).look.logo is None
