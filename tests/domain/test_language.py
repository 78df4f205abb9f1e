"""The languages of a pack: Welsh has a sentence for every English one, and speaks in the usual forms."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, time
from pathlib import Path

import pytest

import agendabuilder
from agendabuilder.domain.audience import Restriction, for_public, ground_text
from agendabuilder.domain.exclusion import add_exclusion_item, is_exclusion_item
from agendabuilder.domain.exempt_grounds import AccessLaw
from agendabuilder.domain.forms import date_text, date_within, full_date_text, minutes_text, time_text
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.language import ENGLISH
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import Nation, NoticeRule
from agendabuilder.domain.places import fill_places
from agendabuilder.domain.presentation import Look, StampStyle, TimeForm, Wording
from agendabuilder.domain.welsh import WELSH
from agendabuilder.domain.worded import language_of, worded, worded_for

DAY = date(2027, 3, 4)
CYMRAEG = Meeting(date=DAY, start=time(18, 30), look=Look(language="cy"))
SOURCE = Path(agendabuilder.__file__).parent


def places(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


def texts_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def said_in(file: Path) -> Iterator[str]:
    """The sentences that are given as they are to `say`."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "say":
            given = [part for part in ast.walk(node.args[0]) if isinstance(part, ast.Constant)]
            yield from (str(part.value) for part in given if isinstance(part.value, str))


SOURCES = [file for file in SOURCE.rglob("*.py") if "welsh" not in file.name and "ui" not in file.parts]


def test_every_sentence_that_a_pack_says_is_there_in_welsh() -> None:
    said = {sentence for file in SOURCES for sentence in said_in(file)}
    assert len(said) > 60
    assert said <= set(WELSH.sentences)


def test_no_welsh_sentence_is_left_over_and_all_keep_their_places() -> None:
    english = {text for file in SOURCES for text in texts_in(file)}
    left = {sentence for sentence in WELSH.sentences if sentence not in english}
    assert left == {"2 minutes", "2 pages"}
    assert all(places(sentence) >= places(welsh) for sentence, welsh in WELSH.sentences.items() if sentence not in left)


@pytest.mark.parametrize("name", [each.name for each in fields(Wording)])
def test_each_fixed_text_is_there_in_welsh_with_its_places(name: str) -> None:
    english, welsh = getattr(Wording(), name), getattr(WELSH.wording, name)
    assert bool(english) == bool(welsh)
    assert places(english) == places(welsh)
    assert english != welsh or name in ("agenda", "title_heading", "public_part", "exempt_part")


def test_days_and_times_are_said_in_welsh() -> None:
    assert full_date_text(DAY, WELSH) == "Dydd Iau 4 Mawrth 2027"
    assert date_within(DAY, WELSH) == "dydd Iau 4 Mawrth 2027"
    assert date_text(date(2027, 8, 31), WELSH) == "31 Awst 2027"
    assert time_text(time(9, 5), TimeForm.DOT_12, WELSH) == "9.05 yb"
    assert time_text(time(18, 30), TimeForm.COLON_12, WELSH) == "6:30 yh"
    assert time_text(time(18, 30), TimeForm.COLON_24, WELSH) == "18:30"


def test_lists_end_with_ac_before_a_vowel() -> None:
    assert WELSH.joined(["A Llŷr", "B Dŵr", "E Ynyr"]) == "A Llŷr, B Dŵr ac E Ynyr"
    assert WELSH.joined(["A Llŷr", "R Dŵr"]) == "A Llŷr a R Dŵr"
    assert WELSH.joined(["7", "8"]) == "7 ac 8"
    assert WELSH.joined(["7", "9"]) == "7 a 9"
    assert WELSH.joined(["7"]) == "7"
    assert WELSH.joined([]) == ""
    assert ENGLISH.joined(["1", "2", "3"]) == "1, 2 and 3"


def test_a_noun_after_two_softens() -> None:
    assert [minutes_text(count, WELSH) for count in (1, 2, 20)] == ["1 munud", "2 funud", "20 munud"]


def test_a_day_in_a_text_has_a_capital_only_where_a_sentence_begins() -> None:
    text = "{date} am {time}.\n\n- {date}\n\nBydd y cyfarfod nos {date}. {date}."
    assert fill_places(text, CYMRAEG) == (
        "Dydd Iau 4 Mawrth 2027 am 6.30 yh.\n\n- Dydd Iau 4 Mawrth 2027\n\n"
        "Bydd y cyfarfod nos dydd Iau 4 Mawrth 2027. Dydd Iau 4 Mawrth 2027."
    )


def test_texts_that_the_body_has_worded_itself_stay_as_they_are() -> None:
    own = replace(CYMRAEG, wording=Wording(date="Diwrnod", time=""), stamp=StampStyle(page="t. {page}"))
    wording, stamp = worded(own).wording, worded(own).stamp
    assert (wording.date, wording.time, wording.venue) == ("Diwrnod", "", "Lleoliad")
    assert (stamp.page, stamp.item) == ("t. {page}", "Eitem Agenda {number}")
    assert worded(worded(own)) == worded(own)


@pytest.mark.parametrize("tag", ["en-GB", "en", "gd", "ga", "kw", ""])
def test_a_language_that_the_program_does_not_speak_is_given_english_words(tag: str) -> None:
    meeting = replace(CYMRAEG, look=Look(language=tag))
    assert language_of(tag) is ENGLISH
    assert worded(meeting) is meeting


@pytest.mark.parametrize("tag", ["cy", "CY", "cy-GB"])
def test_welsh_is_known_by_its_tag(tag: str) -> None:
    assert language_of(tag) is WELSH


def test_an_item_in_another_language_has_its_row_in_that_one() -> None:
    english, welsh = Item("a", language="en"), Item("b", language="cy")
    assert worded_for(english, worded(CYMRAEG)).wording == Wording()
    assert worded_for(welsh, Meeting()).wording == WELSH.wording
    assert worded_for(Item("c"), Meeting()) == Meeting()


def test_the_ground_of_what_is_withheld_is_in_welsh() -> None:
    spoken = worded(CYMRAEG)
    assert ground_text(Restriction(Access.EXEMPT, (12,)), spoken) == "Eithriedig: paragraff 12"
    assert ground_text(Restriction(Access.EXEMPT, (12, 14, 15)), spoken) == "Eithriedig: paragraffau 12, 14 a 15"
    assert ground_text(Restriction(Access.CONFIDENTIAL, (3,)), spoken) == "Cyfrinachol"
    secret = Item("i", "Tir", access=Access.EXEMPT, reports=(Report("r", "Cynigion", "r.pdf"),))
    (item,) = for_public(replace(CYMRAEG, items=(secret,))).items
    assert (item.reports[0].title, item.reports[0].withheld) == ("Adroddiad nad yw i'w gyhoeddi", "Eithriedig")


def test_a_body_words_its_grounds_in_its_own_way() -> None:
    meeting = Meeting(wording=Wording(exempt_paragraphs="Part II ({paragraphs})", confidential="Secret"))
    assert ground_text(Restriction(Access.EXEMPT, (1, 3)), meeting) == "Part II (1 and 3)"
    assert ground_text(Restriction(Access.CONFIDENTIAL), meeting) == "Secret"


@pytest.mark.parametrize("law", AccessLaw)
def test_the_public_is_asked_to_leave_in_welsh(law: AccessLaw) -> None:
    exempt = Item("i", "Tir", access=Access.EXEMPT, paragraphs=(12, 14))
    rule = NoticeRule(nation=Nation.WALES)
    meeting = add_exclusion_item(replace(CYMRAEG, items=(exempt,), access_law=law, notice_rule=rule))
    asks = meeting.items[0]
    assert asks.title == "Gwahardd y wasg a'r cyhoedd"
    assert is_exclusion_item(replace(asks, text=""))
    assert is_exclusion_item(replace(asks, title=""))
    text = fill_places(asks.text, meeting)
    assert "ar gyfer eitem 2, oherwydd" in text
    assert not re.search(r"\b(?:the|of|Act|and)\b", text)
