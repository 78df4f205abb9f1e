"""The templates that come with the program: what each must hold for a fresh meeting to be right at once."""

import re
from datetime import date
from pathlib import Path

import pytest

from agendabuilder import paths
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.notice_rule import DayCount, Nation, NoticeRule
from agendabuilder.domain.places import PLACES, open_places
from agendabuilder.domain.presentation import Look
from agendabuilder.domain.template import Template, meeting_from_template
from agendabuilder.pack.front.fonts import plain
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.store.codec import json_object
from agendabuilder.store.template_library import TemplateLibrary

LIBRARY = TemplateLibrary((paths.shipped_templates(),))
IDS = LIBRARY.ids()
MEETING_DAY = date(2027, 3, 4)
PLACE_LIKE = re.compile(r"\{([^}]*)\}")
EN = Nation.ENGLAND

NOTICE_RULES = {
    # Local Government Act 1972, s.100A(6) and s.100B(3): five clear days for principal councils in England.
    "select-committee": NoticeRule(5, DayCount.WORKING, EN),
    "planning-committee": NoticeRule(5, DayCount.WORKING, EN),
    "licensing-sub-committee": NoticeRule(5, DayCount.WORKING, EN),
    # 1972 Act, Schedule 12, paragraph 4(2): the summons to a meeting of the council.
    "full-council": NoticeRule(5, DayCount.WORKING, EN),
    # SI 2012/2089, regulations 6 and 7: the executive.
    "cabinet": NoticeRule(5, DayCount.WORKING, EN),
    # Health and Social Care Act 2012, s.194(11): a committee of the council, so s.100A(6) applies.
    "health-and-wellbeing-board": NoticeRule(5, DayCount.WORKING, EN),
    # 1972 Act, Schedule 12, paragraph 10(2), counted by s.243.
    "parish-council": NoticeRule(3, DayCount.STATUTORY, EN),
    # 1972 Act, Schedule 12, paragraph 26(2), counted by s.243.
    "community-council-wales": NoticeRule(3, DayCount.STATUTORY, Nation.WALES),
    "community-council-wales-cymraeg": NoticeRule(3, DayCount.STATUTORY, Nation.WALES),
    # Public Bodies (Admission to Meetings) Act 1960, s.1(4)(a).
    "nhs-board": NoticeRule(3, DayCount.WORKING, EN),
    # SI 2013/1624, regulation 13(4): seven clear days, of any kind.
    "school-governors": NoticeRule(7, DayCount.CALENDAR, EN),
    # Local Government (Scotland) Act 1973, s.50A(6) and s.50B(3).
    "scottish-committee": NoticeRule(3, DayCount.WORKING, Nation.SCOTLAND),
}


def load(template_id: str) -> Template:
    return LIBRARY.load(template_id)


def fresh_meeting(template: Template) -> Meeting:
    holidays = bank_holidays_around(template.meeting.notice_rule.nation, MEETING_DAY)
    return meeting_from_template(template, MEETING_DAY, holidays)


def texts(meeting: Meeting) -> list[str]:
    items = [text for item in meeting.all_items() for text in (item.title, item.text)]
    return items + [text for notice in meeting.notices for text in (notice.title, notice.text)]


def contrast_on_white(colour: str) -> float:
    """The contrast ratio of WCAG 2.2, 1.4.3."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 1.05 / (0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05)


def test_there_is_a_template_for_each_kind_of_body_whose_notice_the_law_sets() -> None:
    assert set(IDS) == set(NOTICE_RULES)


@pytest.mark.parametrize("template_id", IDS)
def test_a_body_gives_the_clear_days_that_its_law_asks_for(template_id: str) -> None:
    assert load(template_id).meeting.notice_rule == NOTICE_RULES[template_id]


@pytest.mark.parametrize("template_id", IDS)
def test_a_template_says_what_it_is_in_a_name_and_one_sentence(template_id: str) -> None:
    template = load(template_id)
    assert template.name
    assert template.description.endswith(".")
    assert "\n" not in template.description


@pytest.mark.parametrize("template_id", IDS)
def test_a_template_has_a_body_a_start_standing_items_and_notices(template_id: str) -> None:
    meeting = load(template_id).meeting
    assert meeting.committee
    assert meeting.start
    assert len(meeting.items) >= 7
    assert any("interest" in item.title.lower() or "fuddiant" in item.title for item in meeting.all_items())
    assert {"access", "declarations"} <= {notice.kind for notice in meeting.notices}
    assert all(notice.title and notice.text for notice in meeting.notices)


@pytest.mark.parametrize("template_id", sorted(set(IDS) - {"licensing-sub-committee"}))
def test_a_body_that_meets_regularly_confirms_its_minutes_and_names_its_next_meeting(template_id: str) -> None:
    printed = "\n".join(texts(load(template_id).meeting))
    assert "{previous_meeting.date}" in printed
    assert "{next_meeting.date}" in printed
    assert "{next_meeting.time}" in printed


@pytest.mark.parametrize("template_id", IDS)
def test_a_template_names_only_places_that_the_program_knows(template_id: str) -> None:
    named = {place for text in texts(load(template_id).meeting) for place in PLACE_LIKE.findall(text)}
    assert named <= set(PLACES)


@pytest.mark.parametrize("template_id", IDS)
def test_a_fresh_meeting_leaves_no_place_open(template_id: str) -> None:
    meeting = fresh_meeting(load(template_id))
    assert [place for text in texts(meeting) for place in open_places(text, meeting)] == []


@pytest.mark.parametrize("template_id", IDS)
def test_a_fresh_meeting_is_dated_before_the_meeting_and_meets_again_after_it(template_id: str) -> None:
    meeting = fresh_meeting(load(template_id))
    assert meeting.published
    assert meeting.previous_meeting
    assert meeting.previous_meeting.date
    assert meeting.next_meeting
    assert meeting.next_meeting.date
    assert meeting.previous_meeting.date < meeting.published < MEETING_DAY < meeting.next_meeting.date
    assert meeting.next_meeting.date.weekday() == MEETING_DAY.weekday()


@pytest.mark.parametrize("template_id", IDS)
def test_a_webcast_is_announced_as_a_public_task_and_not_as_consent(template_id: str) -> None:
    meeting = load(template_id).meeting
    webcasting = [notice for notice in meeting.notices if notice.kind == "webcasting"]
    assert bool(webcasting) is meeting.webcast
    assert all("Article 6(1)(e) of the UK GDPR" in notice.text for notice in webcasting)
    assert not any("consenting" in notice.text for notice in webcasting)


@pytest.mark.parametrize("template_id", IDS)
def test_the_filming_regulations_are_named_only_where_they_apply(template_id: str) -> None:
    """SI 2014/2095 covers councils in England; not Wales, Scotland, the NHS or schools.

    Nor does it open hearings under the Licensing Act 2003, which have regulations of their own (SI 2005/44).
    """
    named = any(
        "Openness of Local Government Bodies Regulations 2014" in text for text in texts(load(template_id).meeting)
    )
    elsewhere = {
        "community-council-wales",
        "community-council-wales-cymraeg",
        "scottish-committee",
        "nhs-board",
        "school-governors",
        "licensing-sub-committee",
    }
    assert named is (template_id not in elsewhere)


@pytest.mark.parametrize(
    ("template_id", "law"),
    [
        ("select-committee", None),
        ("cabinet", "regulation 4(2)(b)"),
        ("full-council", "section 100A(4)"),
        ("planning-committee", "section 100A(4)"),
        ("licensing-sub-committee", "regulation 14(2)"),
        ("health-and-wellbeing-board", None),
        ("parish-council", "Public Bodies (Admission to Meetings) Act 1960, section 1(2)"),
        ("community-council-wales", "Public Bodies (Admission to Meetings) Act 1960, section 1(2)"),
        ("community-council-wales-cymraeg", "Deddf Cyrff Cyhoeddus (Mynediad i Gyfarfodydd) 1960, adran 1(2)"),
        ("nhs-board", "Public Bodies (Admission to Meetings) Act 1960, section 1(2)"),
        ("school-governors", "remain confidential"),
        ("scottish-committee", "section 50A(4) of the Local Government (Scotland) Act 1973"),
    ],
)
def test_the_public_are_excluded_under_the_law_of_the_body(template_id: str, law: str | None) -> None:
    excluding = [
        item.text
        for item in load(template_id).meeting.all_items()
        if any(word in item.text for word in ("exclu", "confidential", "gwahardd"))
    ]
    assert (law is None and not excluding) or any(law is not None and law in text for text in excluding)


def test_each_template_has_an_accent_of_its_own_that_can_be_read_on_white() -> None:
    accents = [load(template_id).meeting.look.accent for template_id in IDS]
    assert len(set(accents)) == len(accents)
    assert min(map(contrast_on_white, accents)) >= 4.5
    assert contrast_on_white(Look().accent) >= 4.5


@pytest.mark.parametrize("template_id", IDS)
def test_a_template_prints_no_letters_that_its_font_has_not(template_id: str) -> None:
    assert all(plain(text) == text for text in texts(load(template_id).meeting))


@pytest.mark.parametrize("path", sorted(paths.shipped_templates().glob("*.agenda")), ids=lambda path: path.stem)
def test_a_template_file_is_text_that_a_clerk_can_read(path: Path) -> None:
    content = path.read_text(encoding="utf-8")
    assert json_object(content)["format"] == 1
    assert content.endswith("}\n")
    assert "\\u" not in content
