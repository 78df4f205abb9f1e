"""Whoever owes a paper is told which, for what, and by when."""

from dataclasses import replace
from datetime import date

from agendabuilder.domain.chaser import chasing_text, owed_papers
from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contact

TODAY = date(2027, 2, 26)
MEETING = Meeting(
    committee="Housing Committee",
    date=date(2027, 3, 4),
    contact=Contact(name="B Ó Briain", email="clerk@norbury.example"),
    items=(
        Item(id="1", title="Apologies"),
        Item(
            id="2",
            title="Budget",
            reports=(
                Report(id="a", title="Budget 2027", to_follow=ToFollow("A Okafor", date(2027, 3, 1))),
                Report(id="b", title="Appendix", to_follow=ToFollow("R Penhaligon", date(2027, 2, 24))),
                Report(id="c", title="Minutes", file="reports/minutes.pdf"),
            ),
        ),
        Item(id="3", title="Repairs", reports=(Report(id="d", to_follow=ToFollow()),)),
    ),
)


def test_what_is_due_first_comes_first_and_what_has_no_day_last() -> None:
    assert [paper.report_id for paper in owed_papers(MEETING)] == ["b", "a", "d"]


def test_the_letter_names_owner_paper_item_and_day() -> None:
    assert chasing_text(MEETING, TODAY).splitlines() == [
        "Papers still to come for the Housing Committee on Thursday 4 March 2027:",
        "",
        "R Penhaligon",
        "  - Appendix, for item 2 “Budget”: was due on Wednesday 24 February 2027",
        "",
        "A Okafor",
        "  - Budget 2027, for item 2 “Budget”: due on Monday 1 March 2027",
        "",
        "Nobody is named yet",
        "  - the report, for item 3 “Repairs”: no day was given",
        "",
        "Please send them to B Ó Briain (clerk@norbury.example).",
    ]


def test_papers_of_one_owner_stand_together() -> None:
    owed = [replace(report, to_follow=ToFollow("A Okafor")) for report in MEETING.items[1].reports[:2]]
    text = chasing_text(replace(MEETING, items=(replace(MEETING.items[1], reports=tuple(owed)),)), TODAY)
    assert text.count("A Okafor") == 1


def test_when_nothing_is_owed_there_is_nothing_to_send() -> None:
    assert chasing_text(Meeting(), TODAY) == ""
