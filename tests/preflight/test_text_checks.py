"""Slips of the pen in the clerk's own words, and what only looks like one."""

import pytest
from preflight.checking import SOUND, codes, of_notice, of_text

from agendabuilder.domain.meeting import Notice
from agendabuilder.domain.people import Contact


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("To agree the the plan.", "text-doubled"),
        ("The the plan.", "text-doubled"),
        ("To agree (with changes the plan.", "text-brackets"),
        ("To agree the plan).", "text-brackets"),
        ("To agree [the plan.", "text-brackets"),
        ("To agree “the plan.", "text-quotes"),
        ('To agree "the plan.', "text-quotes"),
        ("Ward (s) affected", "text-space"),
        ("To agree , and to note.", "text-space"),
        ("To agree .", "text-space"),
        ("In room TBC or TBA.", "text-unfinished"),
        ("By [insert name].", "text-unfinished"),
        ("Write to clerk@norbury .example.", "address-email"),
        ("Write to clerk@norbury.", "address-email"),
        ("Write to clerk@@norbury.example.", "address-email"),
        ("E-mail: clerk@norbury.example.", "address-stop"),
        ("See [the plan](norbury.example/plan).", "address-link"),
        ("See [the plan](https:/norbury.example).", "address-link"),
        ("See http//norbury.example/plan for more.", "address-link"),
        ("See www,norbury.example for more.", "address-link"),
        ("See [here](https://norbury.example/plan).", "link-words"),
        ("See [https://norbury.example](https://norbury.example).", "link-words"),
    ],
)
def test_a_slip_is_named(words: str, code: str) -> None:
    assert of_text(words) == [code]


@pytest.mark.parametrize(
    "words",
    [
        "He had had that that was agreed. Walla Walla sent a letter. No no-through road; 10 10 pence pieces.",
        "a) to note; b) to agree (i) the plan (and its annex) and ii) the map.",
        "- 1) one\n- 2) two",
        "“A long quotation.\n\n“It goes on.”",
        "The “plan” and the 'map'; a 5\" pipe.",
        "Signed ____________________ (the Chairman)",
        "Members (all) of the Ward(s) ... agreed.",
        "Write to o'neill.clerk+agenda@norbury-town.example, or ask @norbury.",
        "E-mail clerk@norbury.example for help. Tuesday 2 March 2027 @ 7.30pm in the hall @ Norbury.",
        "See [the plan](https://norbury.example/plan?page=2#top), [write](mailto:clerk@norbury.example).",
        "See https://norbury.example/plan, www.norbury.example and norbury.example/questions.",
        "The inspector's and/or the council's.",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(words: str) -> None:
    assert of_text(words) == []


def test_times_are_written_in_one_form() -> None:
    assert of_text("From 2.00 p.m. or 3 pm") == ["time-form"]
    assert of_text("From 2.00 p.m. to 3 p.m.") == []


@pytest.mark.parametrize("address", ["clerk@norbury.example.", "clerk norbury.example", "clerk@norbury", "a@b@c.org"])
def test_the_contacts_address_works(address: str) -> None:
    assert codes(contact=Contact("B", phone="1", email=address)) == ["address-email"]
    assert codes(contact=Contact("B", email="b.o-briain@norbury.example")) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("By coming in you consent to being filmed.", ["notice-consent"]),
        ("You are consenting to being filmed.", ["notice-consent"]),
        ("We film in the public interest, not by consent.", []),
        ("We film in the public interest and do not need your consent.", []),
        ("Kept under the Data Protection Act 1998.", ["notice-old-act"]),
        ("Kept under the Data Protection Act 2018.", []),
    ],
)
def test_notices_of_filming_are_of_todays_law(words: str, expected: list[str]) -> None:
    assert of_notice(words) == expected


def test_a_webcasting_notice_belongs_to_a_webcast() -> None:
    notice = (Notice("n", "webcasting", "Webcast", "This meeting is broadcast."),)
    assert codes(webcast=True, notices=notice) == []
    assert codes(webcast=True) == ["notice-webcasting"]
    assert codes(notices=notice) == ["notice-not-webcast"]


def test_a_place_that_cannot_be_filled_names_its_notice() -> None:
    assert of_notice("Ask {contact.email}.") == ["text-place"]
    assert SOUND.contact
    assert of_notice("Ask {contact.phone}.") == []
