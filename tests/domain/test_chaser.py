"""Who owes which paper, and by when."""

from datetime import date

from agendabuilder.domain.chaser import chaser_text, owed_papers
from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting

TODAY = date(2027, 2, 24)


def meeting(*owed: tuple[str, date | None]) -> Meeting:
    items = tuple(
        Item(
            id=f"i{place}",
            title=f"Business {place}",
            reports=(Report(f"r{place}", f"Paper {place}", to_follow=ToFollow(*each)),),
        )
        for place, each in enumerate(owed, start=1)
    )
    return Meeting("Norbury Council", committee="Housing Committee", date=date(2027, 3, 4), items=items)


def test_papers_are_grouped_by_owner_and_the_overdue_come_first() -> None:
    text = chaser_text(
        meeting(
            ("C Reed", date(2027, 2, 26)),
            ("P Okafor", date(2027, 2, 22)),
            ("", None),
            ("C Reed", date(2027, 2, 24)),
            ("P Okafor", None),
        ),
        TODAY,
    )
    assert text == (
        "These papers for Norbury Council Housing Committee on Thursday 4 March 2027 are still to come.\n"
        "\n"
        "P Okafor:\n"
        "- “Paper 2” for item 2 “Business 2”, overdue since Monday 22 February 2027\n"
        "- “Paper 5” for item 5 “Business 5”, no date set\n"
        "\n"
        "C Reed:\n"
        "- “Paper 4” for item 4 “Business 4”, due on Wednesday 24 February 2027\n"
        "- “Paper 1” for item 1 “Business 1”, due on Friday 26 February 2027\n"
        "\n"
        "Nobody is named for these:\n"
        "- “Paper 3” for item 3 “Business 3”, no date set\n"
    )


def test_a_paper_due_today_is_not_overdue() -> None:
    papers = owed_papers(meeting(("C Reed", TODAY), ("C Reed", date(2027, 2, 23))), TODAY)
    assert [(paper.report, paper.overdue) for paper in papers] == [("Paper 2", True), ("Paper 1", False)]


def test_a_report_without_a_title_is_named_by_its_item() -> None:
    item = Item("1", "Budget", reports=(Report("2", to_follow=ToFollow("C Reed")),))
    assert "- The report for item 1 “Budget”, no date set\n" in chaser_text(Meeting(items=(item,)), TODAY)


def test_nothing_owed_is_no_text() -> None:
    there = Item("1", reports=(Report("2", file="a.pdf"), Report("3", verbal=True)))
    assert chaser_text(Meeting(items=(there,)), TODAY) == ""
