"""The item that asks the public to leave stands before exempt business and says under which law and for what."""

from dataclasses import replace

import pytest

from agendabuilder.domain.audience import for_public
from agendabuilder.domain.exclusion import add_exclusion_item, exclusion_text, is_exclusion_item, lacks_exclusion
from agendabuilder.domain.exempt_grounds import AccessLaw, grounds_of
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import Nation, NoticeRule
from agendabuilder.domain.parts import parts
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.presentation import Wording

OPEN = Item("1", "Minutes")
SALE = Item("2", "Sale of land", access=Access.EXEMPT, paragraphs=(3,))
STAFF = Item("3", "Staffing", access=Access.EXEMPT, paragraphs=(1, 3))
SECRET = Item("4", "Order of the court", access=Access.CONFIDENTIAL)
EXCLUSION = Item("9", "Exclusion of the press and public")


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.items]


def said(meeting: Meeting) -> str:
    """What the exclusion item says as it is printed."""
    added = add_exclusion_item(meeting)
    text = next(item.text for item in added.items if is_exclusion_item(item))
    return fill_places(text, added)


def test_it_is_put_right_before_the_first_exempt_item() -> None:
    added = add_exclusion_item(Meeting(items=(OPEN, SALE, STAFF)))
    assert titles(added) == ["Minutes", EXCLUSION.title, "Sale of land", "Staffing"]
    assert len({item.id for item in added.items}) == 4
    assert add_exclusion_item(added) == added


def test_an_exempt_sub_item_has_it_before_the_item_above() -> None:
    above = Item("7", "Property", items=(Item("8", "Lettings"), SALE))
    assert titles(add_exclusion_item(Meeting(items=(OPEN, above)))) == ["Minutes", EXCLUSION.title, "Property"]


def test_nothing_is_put_in_while_nothing_is_exempt() -> None:
    appendix = Report("r", file="a.pdf", access=Access.EXEMPT)
    meeting = Meeting(items=(OPEN, Item("5", "Budget", reports=(appendix,))))
    assert add_exclusion_item(meeting) == meeting


def test_one_that_stands_too_late_is_moved_with_its_own_words() -> None:
    own = replace(EXCLUSION, text="As our standing orders say.")
    added = add_exclusion_item(Meeting(items=(OPEN, SALE, own)))
    assert added.items == (OPEN, own, SALE)


@pytest.mark.parametrize(
    "item",
    [
        EXCLUSION,
        Item("1", "To exclude the public"),
        Item("1", "Private session"),
        Item("1", "Resolution to consider in private"),
        Item("1", "Motion", text="That the public be excluded from the meeting."),
    ],
)
def test_it_is_known_by_its_title_or_its_words(item: Item) -> None:
    assert is_exclusion_item(item)
    assert lacks_exclusion(Meeting(items=(item, SALE))) is None


@pytest.mark.parametrize("title", ["Public questions", "Private hire licences", "Social exclusion in rural areas"])
def test_other_business_is_not_taken_for_it(title: str) -> None:
    assert lacks_exclusion(Meeting(items=(Item("1", title), SALE))) == SALE


def test_items_and_paragraphs_are_filled_in_as_the_agenda_stands() -> None:
    words = said(Meeting(items=(OPEN, SALE, STAFF)))
    assert "for items 3 and 4," in words
    assert "in paragraphs 1 and 3 of Part 1 of Schedule 12A to the Local Government Act 1972" in words
    assert "section 100A(4)" in words
    one = said(Meeting(items=(OPEN, SALE)))
    assert "for item 3," in one
    assert "in paragraph 3 of" in one


def test_the_public_reads_the_same_resolution_as_members() -> None:
    meeting = add_exclusion_item(Meeting(items=(OPEN, SALE, STAFF)))
    text = meeting.items[1].text
    assert fill_places(text, for_public(meeting)) == fill_places(text, meeting)


def test_what_is_confidential_by_law_needs_no_resolution_of_a_council() -> None:
    assert lacks_exclusion(Meeting(items=(OPEN, SECRET))) is None
    parish = Meeting(items=(OPEN, SECRET), access_law=AccessLaw.PUBLIC_BODIES)
    assert "for item 3, because publicity would be prejudicial to the public interest" in said(parish)


@pytest.mark.parametrize(
    ("nation", "law", "words"),
    [
        (Nation.WALES, AccessLaw.COUNCIL, "Part 4 of Schedule 12A"),
        (Nation.SCOTLAND, AccessLaw.COUNCIL, "Part 1 of Schedule 7A to the Local Government (Scotland) Act 1973"),
        (Nation.NORTHERN_IRELAND, AccessLaw.COUNCIL, "Schedule 6 to the Local Government Act (Northern Ireland) 2014"),
        (Nation.ENGLAND, AccessLaw.EXECUTIVE, "(England) Regulations 2012"),
        (Nation.WALES, AccessLaw.PUBLIC_BODIES, "Public Bodies (Admission to Meetings) Act 1960"),
        (Nation.ENGLAND, AccessLaw.OWN_RULES, "because the business is confidential"),
    ],
)
def test_the_resolution_names_the_law_that_binds_the_body(nation: Nation, law: AccessLaw, words: str) -> None:
    assert words in exclusion_text(Meeting(notice_rule=NoticeRule(nation=nation), access_law=law))


@pytest.mark.parametrize(
    ("nation", "law", "first", "last"),
    [
        (Nation.ENGLAND, AccessLaw.COUNCIL, 1, 7),
        (Nation.ENGLAND, AccessLaw.EXECUTIVE, 1, 7),
        (Nation.WALES, AccessLaw.COUNCIL, 12, 18),
        (Nation.WALES, AccessLaw.EXECUTIVE, 12, 18),
        (Nation.SCOTLAND, AccessLaw.COUNCIL, 1, 15),
        (Nation.NORTHERN_IRELAND, AccessLaw.COUNCIL, 1, 7),
    ],
)
def test_each_nation_has_its_own_list_of_paragraphs(nation: Nation, law: AccessLaw, first: int, last: int) -> None:
    assert sorted(grounds_of(law, nation).numbers) == list(range(first, last + 1))


def test_bodies_under_the_act_of_1960_and_under_their_own_rules_have_no_paragraphs() -> None:
    for law in (AccessLaw.PUBLIC_BODIES, AccessLaw.OWN_RULES):
        assert not grounds_of(law, Nation.ENGLAND).numbers


def test_the_public_part_is_headed_only_when_there_is_another() -> None:
    wording = Wording(public_part="Open", exempt_part="Closed")
    assert [heading for heading, _ in parts(Meeting(items=(OPEN,), wording=wording))] == [""]
    assert [heading for heading, _ in parts(Meeting(items=(OPEN, SALE), wording=wording))] == ["Open", "Closed"]
