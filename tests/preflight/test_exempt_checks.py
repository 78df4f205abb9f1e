"""What the checks say of business that is not for the public."""

from dataclasses import replace
from datetime import date

import pytest

from agendabuilder.domain.exempt_grounds import AccessLaw
from agendabuilder.domain.finding import Finding
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import Nation, NoticeRule
from agendabuilder.preflight.exempt_checks import check_exclusion, check_grounds, check_public_titles

TODAY = date(2027, 2, 1)
LEAVE = Item("0", "Exclusion of the press and public")


def sale(*paragraphs: int, public_title: str = "", reports: tuple[Report, ...] = ()) -> Item:
    return Item("1", "Sale", access=Access.EXEMPT, paragraphs=paragraphs, public_title=public_title, reports=reports)


def found(meeting: Meeting) -> list[Finding]:
    checks = (check_grounds, check_exclusion, check_public_titles)
    return [finding for check in checks for finding in check(meeting, TODAY)]


def codes(meeting: Meeting) -> list[str]:
    return [finding.code for finding in found(meeting)]


def test_an_exempt_item_with_its_paragraph_after_the_exclusion_item_is_in_order() -> None:
    assert codes(Meeting(items=(LEAVE, sale(3, public_title="Land matter")))) == []


def test_an_exempt_item_without_a_paragraph_is_named_with_the_laws_list() -> None:
    wales = NoticeRule(nation=Nation.WALES)
    (finding,) = found(Meeting(items=(LEAVE, sale()), notice_rule=wales))
    assert finding.code == "exempt-paragraph"
    assert "Part 4 of Schedule 12A" in finding.sentence


@pytest.mark.parametrize("law", [AccessLaw.PUBLIC_BODIES, AccessLaw.OWN_RULES])
def test_bodies_whose_law_has_no_paragraphs_are_not_asked_for_one(law: AccessLaw) -> None:
    assert codes(Meeting(items=(LEAVE, sale()), access_law=law)) == []
    assert codes(Meeting(items=(LEAVE, sale(3)), access_law=law)) == ["exempt-paragraph-unknown"]


@pytest.mark.parametrize(
    ("nation", "right", "wrong"),
    [(Nation.ENGLAND, 7, 8), (Nation.WALES, 12, 3), (Nation.SCOTLAND, 15, 16), (Nation.NORTHERN_IRELAND, 1, 12)],
)
def test_a_paragraph_of_another_nations_list_is_doubted(nation: Nation, right: int, wrong: int) -> None:
    rule = NoticeRule(nation=nation)
    assert codes(Meeting(items=(LEAVE, sale(right)), notice_rule=rule)) == []
    (finding,) = found(Meeting(items=(LEAVE, sale(wrong)), notice_rule=rule))
    assert finding.code == "exempt-paragraph-unknown"
    assert f"paragraph {wrong}" in finding.sentence


def test_an_exempt_appendix_of_a_public_item_needs_its_paragraph_but_no_exclusion_item() -> None:
    appendix = Report("r", title="Bids", file="b.pdf", access=Access.EXEMPT)
    (finding,) = found(Meeting(items=(Item("1", "Lettings", reports=(appendix,)),)))
    assert (finding.code, finding.item_id, finding.report_id) == ("exempt-paragraph", "1", "r")
    assert finding.sentence.startswith("Item 1 “Lettings”: “Bids” is exempt, and no paragraph of Part 1")


def test_what_stands_under_an_exempt_item_is_not_told_again() -> None:
    below = Item("b", "Bids", reports=(Report("r", title="Bids", file="b.pdf"),))
    above = replace(sale(), items=(below,))
    assert [(each.code, each.item_id) for each in found(Meeting(items=(LEAVE, above)))] == [("exempt-paragraph", "1")]


def test_under_what_is_confidential_no_paragraph_is_asked_for() -> None:
    above = Item("c", "Staff", access=Access.CONFIDENTIAL, items=(sale(),))
    assert codes(Meeting(items=(LEAVE, above))) == []


def test_an_exempt_item_before_which_nobody_asks_the_public_to_leave_is_named() -> None:
    (finding,) = found(Meeting(items=(Item("5", "Minutes"), sale(3), LEAVE)))
    assert (finding.code, finding.item_id) == ("exempt-no-exclusion", "1")


def test_a_public_title_that_gives_the_real_one_away_is_named() -> None:
    secret = Report("r", title="Bids of Ash Ltd", file="b.pdf", public_title="bids of  Ash Ltd")
    (finding,) = found(Meeting(items=(LEAVE, sale(3, public_title="Land", reports=(secret,)))))
    assert (finding.code, finding.report_id) == ("exempt-public-title", "r")


def test_a_title_under_a_hidden_one_that_is_not_hidden_is_named() -> None:
    below = (Item("b", "Offer of Ash Ltd"), Item("c", "Offer of Elm Ltd", public_title="An offer"))
    above = replace(sale(3, public_title="Land"), items=below)
    (finding,) = found(Meeting(items=(LEAVE, above)))
    assert (finding.code, finding.item_id) == ("exempt-title-shown", "b")
    assert codes(Meeting(items=(LEAVE, replace(above, public_title="")))) == []


def test_a_public_item_of_which_everything_is_exempt_is_noted() -> None:
    above = Item("7", "Property", items=(sale(3),))
    (finding,) = found(Meeting(items=(LEAVE, above)))
    assert (finding.code, finding.item_id) == ("exempt-all-below", "7")
    assert finding.sentence == "All that is under item 2 “Property” is exempt, and the item itself is public."
