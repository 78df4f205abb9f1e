"""Words in reports that a clerk should look at are spotted, and words that only look like them are not."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.forms import full_date_text, weekday_text
from agendabuilder.preflight.dates_in_text import dates_in
from agendabuilder.preflight.draft_marks import draft_marks
from agendabuilder.preflight.page_references import contents_page, page_references
from agendabuilder.preflight.personal_data import PrivateKind, personal_data
from agendabuilder.preflight.report_reading import reading_of
from agendabuilder.preflight.spotted import listed_pages
from agendabuilder.reports.readings.report_text import ReportText


@pytest.mark.parametrize(
    "written",
    [
        "4 March 2027", "4th March 2027", "the 4th of March 2027", "March 4, 2027", "4 Mar 2027", "4/3/2027",
        "04.03.2027", "4\nth March 2027",
    ],
)  # fmt: skip
def test_a_date_is_read_in_every_form(written: str) -> None:
    assert [each.day for each in dates_in(f"It was on Thursday, {written}.")] == [date(2027, 3, 4)]


@pytest.mark.parametrize("written", ["31 February 2027", "4 March", "1.2.3.2020", "chapter 4 may 2", "14/13/2027"])
def test_what_is_no_whole_date_is_none(written: str) -> None:
    assert dates_in(written) == []


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(1, 6))
def test_only_another_weekday_than_the_calendars_contradicts_a_date(day: date, off: int) -> None:
    right = full_date_text(day)
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    wrong = right.replace(weekday_text(day), names[(day.weekday() + off) % 7], 1)
    assert [each.contradicts_itself for each in dates_in(f"{right}; {wrong}")] == [False, True]


@pytest.mark.parametrize(
    "line",
    [
        "as the table on page 3 shows", "(see page 2)", "costs (p. 2) rise", "refer to pages 2-3", "See p3 for details",
        "as said at page 2 of this report",
    ],
)  # fmt: skip
def test_a_reference_to_the_reports_own_pages_is_spotted(line: str) -> None:
    assert len(page_references([line, "", "", ""])) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Page 2", "Page 2 of 4", "on page 2 of the White Paper", "see page 88", "in 3 pages", "(Pages 1 - 4)",
        "on page 3 in the minutes", "a front page", "see page 2/3",
        "in page 2 onwards",
    ],
)  # fmt: skip
def test_other_talk_of_pages_is_not(line: str) -> None:
    assert page_references([line, "", "", ""]) == ()


def test_a_contents_list_is_found_with_dots_and_without() -> None:
    dotted = "What we found\nMoney ........ 2\nPeople . . . . . 3\nBuildings ………… 4"
    plain = "Contents\n1 Money 2\n2 People 3\n3 Buildings 4"
    for page in (dotted, plain):
        assert contents_page(["Title", page, "", ""]) == 2


@pytest.mark.parametrize(
    "page",
    ["Budget\nRents 35\nRepairs 12\nStaff 4", "Contents\nMoney 20\nPeople 30\nHomes 40", "Contents\nOne page only 2"],
    ids=["figures", "pages of another paper", "too short"],
)
def test_other_lists_with_numbers_are_no_contents(page: str) -> None:
    assert contents_page([page, "", "", ""]) == 0


@pytest.mark.parametrize(
    "line", ["DRAFT", "Draft", "D R A F T", "DRAFT v0.3", "Draft report for comment", "[First draft]"]
)
def test_a_draft_says_so(line: str) -> None:
    assert [mark.page for mark in draft_marks([f"Repairs\n{line}\nCosts", "Costs"])] == [1]


@pytest.mark.parametrize(
    "page",
    [
        "Draft Local Plan 2027",
        "Draft budget",
        "DRAFT MINUTES\nDRAFT",
        "The draft was agreed.",
        "Draughts",
        "A draft\nletter",
    ],
)
def test_papers_about_drafts_and_minutes_are_none(page: str) -> None:
    assert draft_marks([page]) == ()


def test_a_cell_of_a_table_is_no_draft_mark_and_a_running_head_is() -> None:
    lines = "\n".join(["Plan"] * 10)
    assert draft_marks([f"{lines}\nDraft\n{lines}", lines, lines]) == ()
    assert [mark.page for mark in draft_marks([f"{lines}\nDraft"] * 3)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("her number is AB 12 34 56 C and", PrivateKind.NATIONAL_INSURANCE, "AB•••••••"),
        ("NHS number 4010232137 was", PrivateKind.NHS, "40••••••••"),
        ("patient 401 023 2137 was", PrivateKind.NHS, "40••••••••"),
        ("Sort code 12-34-56, account number 12345678", PrivateKind.BANK, ""),
        ("Date of birth: 3/4/1950", PrivateKind.BIRTH, ""),
        ("Mrs Ada Lister of 14 Union Street complained", PrivateKind.HOME, ""),
        ("the tenant wrote from ada.lister@gmail.com on", PrivateKind.EMAIL, "a•••@gmail.com"),
        ("he can be reached on 07700 900123 at night", PrivateKind.MOBILE, "077••••••••"),
    ],
)
def test_data_about_private_people_is_spotted_and_masked(text: str, kind: PrivateKind, masked: str) -> None:
    found = personal_data(["", text])
    assert [(each.kind, each.masked, each.page) for each in found] == [(kind, masked, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "QQ 12 34 56 C", "GB 12 34 56 A", "NHS number 4010232138", "4010232137", "phone 01632 960114",
        "the site at 14 Union Street", "the works of 14 Mill Road", "Contact: Ada Lister, ada@gmail.com",
        "Tel. 07700 900123", "ada.lister@norbury.example", "Sort code of practice", "sorted by account 12345678",
        "fax 1-401-023-2137", "401-023-2137",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert personal_data([text]) == ()


@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    reading = reading_of(ReportText((text, text)))
    assert all(each.page in (1, 2) for each in (*reading.references, *reading.drafts, *reading.private))


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "a.",
        "\n",
        " ",
        "on ",
        "1.",
        "Mr A ",
        "4 ",
        "see page ",
        "07 ",
        "Title: ",
        "Monday ",
        "sort code account ",
        ". . 1 ",
    ],
)
def test_an_endless_page_does_not_hold_the_checks_up(piece: str) -> None:
    page = (piece * 40_000)[:40_000]
    begun = time.monotonic()
    reading_of(ReportText((page,)))
    assert time.monotonic() - begun < 3  # a pattern that goes back over what it read would take minutes


def test_doubled_words_are_small_words_in_a_sentence() -> None:
    text = "He said that the the roof leaks.\nthat that is\nTHE THE\nvery very good, of\nof"
    assert [each.words for each in reading_of(ReportText((text,))).doubled] == ["the the"]


@pytest.mark.parametrize(
    ("pages", "listed"),
    [((3,), "page 3"), ((5, 2), "pages 2 and 5"), ((1, 2, 3, 7), "pages 1-3 and 7"), ((4, 4), "page 4")],
)
def test_pages_are_listed_as_in_a_sentence(pages: tuple[int, ...], listed: str) -> None:
    assert listed_pages(pages) == listed
