"""Whatever is typed, the checks say something or nothing; they never fail, and a mend never does either."""

from dataclasses import replace
from datetime import date, time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from preflight.checking import SOUND, TODAY
from preflight.clerical_slips import SLIPS

from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Notice, OtherMeeting
from agendabuilder.domain.people import Contact, Contributor, Member
from agendabuilder.preflight.mends import mend_for
from agendabuilder.preflight.run import check_meeting

ODD_WORDS = st.lists(
    st.sampled_from(
        ["the", "the", "(", ")", "“", "”", '"', "@", ".", ",", "[here](", ")", "http:/", "www,", "31", "4", "2027",
         "March", "Monday", "Thursday,", "next meeting", "minutes", "attached", "Cllr", "Ada", "O'", "Okafor", "S.",
         "Housing", "Committee", "Cabinet Member for", "TBC", "p.m.", "2.00", "{date}", "{nothing}", "\n\n", "- ", "é"]
    ),
    max_size=12,
).map(" ".join)  # fmt: skip
TEXTS = st.one_of(ODD_WORDS, st.text(max_size=40))
DAYS = st.one_of(st.none(), st.dates(date(2026, 12, 1), date(2027, 6, 30)))
TIMES = st.one_of(st.none(), st.times().map(lambda moment: time(moment.hour, moment.minute)))


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    def item(place: int) -> Item:
        report = Report(f"r{place}", draw(TEXTS), to_follow=ToFollow(draw(TEXTS), draw(DAYS)))
        return Item(
            str(place),
            draw(TEXTS),
            draw(TEXTS),
            number=draw(st.sampled_from(["", "", "1", "7a", "x"])),
            start=draw(TIMES),
            minutes=draw(st.sampled_from([None, 0, 90])),
            contributors=(Contributor(draw(TEXTS), draw(TEXTS)),),
            reports=(report,) if draw(st.booleans()) else (),
        )

    items = tuple(item(place) for place in range(draw(st.integers(0, 3))))
    return replace(
        SOUND,
        committee=draw(TEXTS),
        date=draw(DAYS),
        start=draw(TIMES),
        end=draw(TIMES),
        venue=draw(TEXTS),
        published=draw(DAYS),
        members=(Member(draw(TEXTS)), Member(draw(TEXTS), "Chair")),
        contact=Contact(draw(TEXTS), email=draw(TEXTS)),
        items=(Item("top", draw(TEXTS), items=items),) if draw(st.booleans()) else items,
        notices=(Notice("n", "webcasting", draw(TEXTS), draw(TEXTS)),),
        next_meeting=OtherMeeting(draw(DAYS), venue=draw(TEXTS)),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(meetings())
def test_no_meeting_makes_a_check_or_a_mend_fail(meeting: Meeting) -> None:
    for finding in check_meeting(meeting, TODAY):
        assert finding.sentence
        mend = mend_for(finding, meeting)
        if mend:
            assert mend.edit(meeting) != meeting, finding
            assert mend.verb


def test_the_same_meeting_has_the_same_findings() -> None:
    assert check_meeting(SLIPS, TODAY) == check_meeting(SLIPS, TODAY)
