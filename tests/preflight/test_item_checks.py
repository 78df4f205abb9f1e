"""What items say of their papers, numbers and times agrees with what there is."""

from datetime import date, time

import pytest
from preflight.checking import codes, sentences

from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import OtherMeeting, PreMeeting

PLAN = Report("r", "Plan", "plan.pdf")
LATER = Report("r", "Plan", to_follow=ToFollow("C Nowak", date(2027, 3, 1)))
SPOKEN = Report("r", "Plan", verbal=True)


@pytest.mark.parametrize(
    ("words", "report", "expected"),
    [
        ("The plan is attached.", None, ["item-nothing-attached"]),
        ("The plan (enclosed) is put forward.", None, ["item-nothing-attached"]),
        ("The plan, appended to this agenda.", None, ["item-nothing-attached"]),
        ("The plan is to follow.", None, ["item-nothing-attached"]),
        ("The plan is attached.", SPOKEN, ["item-nothing-attached"]),
        ("The plan is attached.", PLAN, []),
        ("The plan is attached.", LATER, []),
        ("No plan is attached to the house; conditions attached to the licence.", None, []),
        ("The plan is not attached.", None, []),
        ("The importance attached to it.", None, []),
        ("A verbal update.", PLAN, ["item-paper-unannounced"]),
        ("There is no report.", PLAN, ["item-paper-unannounced"]),
        ("A verbal update.", SPOKEN, []),
        ("A verbal update.", None, []),
    ],
)
def test_words_about_papers_agree_with_the_papers(words: str, report: Report | None, expected: list[str]) -> None:
    item = Item("1", "Plan", words, minutes=5, reports=(report,) if report else ())
    assert codes(items=(item,)) == expected


def test_a_paper_of_the_item_above_or_below_will_do() -> None:
    below = Item("2", "Part", "See the plan attached.", minutes=5)
    assert codes(items=(Item("1", "Plan", minutes=5, reports=(PLAN,), items=(below,)),)) == []
    with_paper = Item("2", "Part", minutes=5, reports=(PLAN,))
    assert codes(items=(Item("1", "Plan", "Plans attached.", items=(with_paper,)),)) == []


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (date(2027, 1, 29), ["report-overdue"]),
        (date(2027, 3, 1), []),
        (date(2027, 3, 4), ["report-due-late"]),
        (None, []),
    ],
)
def test_a_paper_to_follow_comes_before_the_meeting(due: date | None, expected: list[str]) -> None:
    report = Report("r", "Plan", to_follow=ToFollow("C Nowak", due))
    assert codes(items=(Item("1", "Plan", minutes=5, reports=(report,)),)) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("", "", ""), []),
        (("5", "6", "7"), []),
        (("77/26", "78/26", "79/26"), []),
        (("A1", "A2", "B1"), []),
        (("i", "ii", "iii"), []),
        (("1", "2", "4"), ["number-gap"]),
        (("3", "2", "1"), ["number-gap", "number-gap"]),
        (("1", "2", "2"), ["number-twice"]),
        (("", "1", "2"), ["number-twice"]),
    ],
)
def test_typed_numbers_follow_each_other(numbers: tuple[str, ...], expected: list[str]) -> None:
    items = tuple(Item(str(place), f"Item {place}", minutes=5, number=each) for place, each in enumerate(numbers))
    assert codes(items=items) == expected


def test_two_items_side_by_side_have_two_titles() -> None:
    assert codes(items=(Item("1", "Budget", minutes=5), Item("2", "budget "))) == ["item-twice"]
    breaks = (Item("1", "Break", numbered=False, minutes=5), Item("2", "Break", numbered=False))
    assert codes(items=breaks) == []
    nested = (
        Item("1", "Site", minutes=5, items=(Item("3", "Advice"),)),
        Item("2", "Road", items=(Item("4", "Advice"),)),
    )
    assert codes(items=nested) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"end": time(13, 0)}, ["time-backwards"]),
        ({"end": time(16, 0)}, []),
        ({"pre_meeting": PreMeeting(time(14, 0), "members")}, ["time-pre-meeting"]),
        ({"pre_meeting": PreMeeting(time(13, 30), "members")}, []),
        ({"items": (Item("1", "Apologies"),)}, ["time-none"]),
        ({"items": ()}, []),
        ({"items": (Item("1", "A", start=time(15, 0)), Item("2", "B", start=time(14, 30)))}, ["time-overrun"]),
        ({"items": (Item("1", "A", start=time(13, 0)),)}, ["time-overrun"]),
    ],
)
def test_times_run_forwards(change: dict[str, object], expected: list[str]) -> None:
    assert codes(**change) == expected


@pytest.mark.parametrize(
    ("venue", "following", "expected"),
    [
        ("The Lantern, Foundry Road", "The Lantern, The Wharf", ["venue-differs"]),
        ("The Lantern, Foundry Road, Norbury", "Lantern, Foundry Road", []),
        ("The Lantern, Foundry Road", "The Lantern", []),
        ("The Lantern, Foundry Road", "Guildhall, The Wharf", []),
    ],
)
def test_one_room_has_one_address(venue: str, following: str, expected: list[str]) -> None:
    assert codes(venue=venue, next_meeting=OtherMeeting(date(2027, 4, 1), venue=following)) == expected


def test_items_without_a_title_are_named_as_far_as_they_can_be() -> None:
    unnamed = (Item("1", number="7", minutes=5), Item("2", number="7", minutes=5), Item("3", numbered=False, minutes=5))
    assert sentences(items=unnamed) == [
        "Item 7 has no title.",
        "Item 7 has no title.",
        "An item has neither number nor title.",
        "Number 7 is given to an item without a title and to an item without a title.",
    ]
