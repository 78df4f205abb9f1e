"""One person under two names or titles is named, with both; two people are two people."""

import pytest
from preflight.checking import codes, of_people, of_text

from agendabuilder.domain.item import Item
from agendabuilder.domain.people import Contact, Contributor, Member
from agendabuilder.preflight.person_names import read_name

CHAIR = Member("Cllr Ada Okafor", "Chairman")


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("Simon Teague", "Simon Teauge", "person-spelling"),
        ("Simon Teague", "Symon Teague", "person-spelling"),
        ("Małgorzata Nowak", "Malgorzata Nowak", "person-spelling"),
        ("Walda McAllister", "Walda Mcallister", "person-spelling"),
        ("Ann Lloyd-Price", "Ann Lloyd Price", "person-spelling"),
        ("Teague Simon", "Simon Teague", "person-spelling"),
        ("S. Teague", "Simon Teague", "person-initial"),
        ("S. Teague", "S P Teague", "person-initial"),
        ("S. Teague", "Simon Tegue", "person-initial"),
        ("Simon Teague", "Sarah Teague", "person-same-initials"),
    ],
)
def test_names_that_are_nearly_the_same_are_named(one: str, other: str, code: str) -> None:
    assert [each.replace("person-spelling", code) for each in of_people(Contributor(one), Contributor(other))] == [code]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Simon Teague", "Simon Teague"),
        ("Dr Simon Teague MBE", "Simon Teague"),
        ("Simon Teague", "Simon Okoro"),
        ("Ann Brown", "Mary Browne"),
        ("Rhodri Llewelyn", "Bethan Llewelyn"),
        ("All members", "Officers"),
        ("J Hart", "P Hart"),
    ],
)
def test_different_people_and_different_styles_are_left_alone(one: str, other: str) -> None:
    assert of_people(Contributor(one), Contributor(other)) == []


def test_two_surnames_in_one_post_are_one_person() -> None:
    post = "Director of Housing"
    assert of_people(Contributor("Simon James", post), Contributor("Simon Jones", post)) == ["person-spelling"]
    assert of_people(Contributor("Simon James", post), Contributor("Simon Jones", "Head of Repairs")) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Cabinet Member for Homes and Skills", "Cabinet Portfolio Holder for Homes & Skills", ["person-title"]),
        ("Corporate Director - Homes", "Corporate Director, Homes", ["person-title"]),
        ("Cabinet Member for Homes", "Chair of the review group", []),
        ("Director of Housing", "Director of Housing", []),
        ("Director of Housing", "", []),
    ],
)
def test_two_titles_that_are_nearly_the_same_are_named(one: str, other: str, expected: list[str]) -> None:
    assert of_people(Contributor("Ida Prothero", one), Contributor("Mrs Ida Prothero", other)) == expected


def test_a_title_in_a_text_agrees_with_the_agenda() -> None:
    person = Contributor("Ida Prothero", "Cabinet Member for Homes and Skills")
    for words, expected in (
        ("The Cabinet Member for Skills and Homes reports.", ["person-title"]),
        ("The Cabinet Member for Homes & Skills reports.", []),
        ("The Cabinet Member for Finance reports.", []),
    ):
        assert codes(items=(Item("1", "Homes", words, minutes=5, contributors=(person,)),)) == expected


def test_a_councillor_and_an_officer_of_one_name_are_told_apart() -> None:
    members = (CHAIR, Member("Cllr S Teague"))
    officer = Contributor("S Teague", "Head of Repairs")
    assert of_people(officer, members=members) == ["person-same-initials"]
    assert of_people(Contributor("S Teague", "Cabinet Member"), members=members) == []


def test_names_in_texts_are_compared_with_the_roll() -> None:
    member = (CHAIR, Member("Cllr Joseph Okonkwo-Reid"))
    for words, expected in (
        ("Cllr Joseph Okonkwo Reid will report.", ["person-spelling"]),
        ("Cllr Joseph Okonkwo-Reid's report, and Mrs Ines Brandt.", []),
        ("Cllr Okonkwo-Reid will report.", []),
    ):
        assert codes(members=member, items=(Item("1", "Homes", words, minutes=5),)) == expected


def test_the_contact_is_compared_too() -> None:
    contact = Contact("Nia Pryderch", phone="01632 960147")
    items = (Item("1", "Work programme", minutes=5, contributors=(Contributor("Nia Prydderch"),)),)
    assert codes(contact=contact, items=items) == ["person-spelling"]


def test_a_name_is_read_without_style_and_letters() -> None:
    assert read_name("Cllr Mrs Ada Okafor OBE (Chair)").spelled == "Ada Okafor"
    assert read_name("SJ Teague").words == ("s", "j", "teague")
    assert read_name("Okafor").first == ""


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (("Chairman", "Vice-Chairman", ""), []),
        (("Convener", "Depute Convener", ""), []),
        (("Cadeirydd", "Is-gadeirydd", ""), []),
        (("Leader of the Council", "Deputy Leader", ""), []),
        (("Co-Chair", "Co-Chair", ""), []),
        (("", "Vice-Chair", ""), ["members-chair"]),
        (("Chair", "Chairman", ""), ["members-chairs"]),
    ],
)
def test_there_is_one_chairman(roles: tuple[str, str, str], expected: list[str]) -> None:
    names = ("Ada Okafor", "Bo Lindqvist", "Cy Mbeki")
    assert codes(members=tuple(map(Member, names, roles))) == expected


def test_a_body_that_elects_its_chairman_today_may_have_none() -> None:
    election = (Item("1", "Election of Chairman", minutes=5),)
    assert codes(members=(Member("Ada Okafor"),), items=election) == []


def test_a_member_is_listed_once() -> None:
    assert codes(members=(CHAIR, Member("Cllr Bo Lindqvist"), Member("Councillor Bo Lindqvist"))) == ["members-twice"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Report to the Housing and Homes Select Cabinet.", ["body-name"]),
        ("Report to the Housing and Homes Scrutiny Committee.", ["body-name"]),
        ("Report to the Housing & Homes Select Committee.", ["body-name"]),
        ("Report to the Housng and Homes Select Committee.", ["body-name"]),
        ("Report to the Housing and Homes Select Committee, this Committee and the Select Committee.", []),
        ("Report to the Housing Committee, Cabinet and the Health and Wellbeing Board.", []),
        ("Report to the Finance and Audit Select Committee.", []),
        ("Report to the Joint Housing and Homes Select Committee.", []),
    ],
)
def test_the_body_has_one_name(words: str, expected: list[str]) -> None:
    assert of_text(words) == expected
