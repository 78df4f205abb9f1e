"""What is not for the public, with what stands above it worked in."""

from datetime import date

from agendabuilder.domain.audience import for_public, restrictions
from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting


def test_a_public_meeting_has_no_restrictions() -> None:
    assert not restrictions(Meeting(items=(Item("1", reports=(Report("2"),)),)))


def test_everything_under_an_exempt_item_is_exempt() -> None:
    item = Item("1", access=Access.EXEMPT, paragraphs=(3,), reports=(Report("2"),), items=(Item("4"),))
    found = restrictions(Meeting(items=(item,)))
    assert {identity: ground.text for identity, ground in found.items()} == dict.fromkeys(
        ("1", "2", "4"), "Exempt: paragraph 3"
    )


def test_one_appendix_of_a_public_report_can_be_exempt() -> None:
    item = Item("1", reports=(Report("2"), Report("3", access=Access.EXEMPT, paragraphs=(1, 3))))
    found = restrictions(Meeting(items=(item,)))
    assert set(found) == {"3"}
    assert found["3"].text == "Exempt: paragraphs 1 and 3"


def test_confidential_outweighs_exempt() -> None:
    item = Item("1", access=Access.EXEMPT, paragraphs=(3,), reports=(Report("2", access=Access.CONFIDENTIAL),))
    assert restrictions(Meeting(items=(item,)))["2"].text == "Confidential"


def test_the_public_is_told_when_an_exempt_paper_comes_and_not_who_owes_it() -> None:
    owed = Report("2", "Offers", to_follow=ToFollow("Quarry Lane Developments", date(2027, 3, 1)), late_reason="Valued")
    item = Item("1", "Sale", access=Access.EXEMPT, paragraphs=(3,), reports=(owed,))
    ((_, told),) = for_public(Meeting(items=(item,))).all_reports()
    assert told == Report("2", "Report not for publication", to_follow=ToFollow(due=date(2027, 3, 1)))
