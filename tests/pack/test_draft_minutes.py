"""Draft minutes as a Word document: who is there, and room for what each item leads to."""

from dataclasses import replace
from pathlib import Path

import pytest
from front_meetings import MEETING
from pack.test_word_agenda import SECRET, contents, public_contents
from pack.word_reading import headings, read_word, unpacked, words_of

from agendabuilder.domain.exclusion import add_exclusion_item
from agendabuilder.domain.item import Item, ItemKind, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import Look
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.draft_minutes import draft_minutes

_ROOMS = ("Note", "Discussion", "Decision", "Actions", "Interests declared")
_MINUTES = Report("m", "Minutes", "m.pdf")


def rooms(made: PackContents, folder: Path) -> dict[str, list[str]]:
    """What there is room for under each heading of an item."""
    found: dict[str, list[str]] = {}
    for line in read_word(draft_minutes(made, folder)).paragraphs:
        if line.style is not None and str(line.style.name).startswith("Heading"):
            found[line.text] = []
        elif line.text in _ROOMS:
            found[list(found)[-1]].append(line.text)
    return found


def test_the_head_names_the_committee_and_when_and_where_it_met(tmp_path: Path) -> None:
    written = draft_minutes(contents(MEETING, tmp_path), tmp_path)
    assert headings(read_word(written))[:3] == [
        ("Title", "Draft minutes of Housing Committee"),
        ("Heading 1", "Attendance"),
        ("Heading 2", "Also present"),
    ]
    for words in ("Date\tThursday 4 March 2027", "Time\t2.00 pm", "Venue\tCouncil Chamber, Civic Centre"):
        assert words in words_of(written)


def test_each_member_has_boxes_to_tick(tmp_path: Path) -> None:
    written = draft_minutes(contents(MEETING, tmp_path), tmp_path)
    members, others = read_word(written).tables[:2]
    assert [cell.text for cell in members.rows[0].cells] == ["Member", "Present", "Apologies", "Absent"]
    assert [row.cells[0].text for row in members.rows[1:]] == [
        "A Okafor (Chairman)",
        "B Lindqvist (Vice-Chairman)",
        "C Adeyemi",
    ]
    assert unpacked(written).count("<w14:checkbox>") == 9
    assert 'w:val="C Adeyemi: Apologies"' in unpacked(written)
    assert [cell.text for row in others.rows[1:] for cell in row.cells] == [""] * 6


def test_an_item_has_its_number_its_reports_with_their_pages_and_room_to_write(tmp_path: Path) -> None:
    made = contents(MEETING, tmp_path)
    pages = made.plan.reports["r3"]
    words = words_of(draft_minutes(made, tmp_path))
    assert f"3\tRepairs backlog\nReport (pages {pages.first} to {pages.last})\nAppendix A (pages" in words
    assert "Actions\nWhat | Who | By when\n |  | \n |  | \n" in words
    assert rooms(made, tmp_path)["3\tRepairs backlog"] == ["Discussion", "Decision", "Actions"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Item("i", "Apologies for absence"), ["Note"]),
        (Item("i", "Dyddiad y cyfarfod nesaf", kind=ItemKind.PROCEDURAL), ["Note"]),
        (Item("i", "Welcome pack for tenants"), ["Discussion", "Decision", "Actions"]),
        (Item("i", "Election of chairman", kind=ItemKind.PROCEDURAL), ["Discussion", "Decision"]),
        (Item("i", "Appeals", kind=ItemKind.INFORMATION), ["Note"]),
        (Item("i", "Minutes", kind=ItemKind.PROCEDURAL, reports=(_MINUTES,)), ["Discussion", "Decision", "Actions"]),
        (Item("i", "Declarations of interest and dispensations"), ["Interests declared"]),
        (Item("i", "Datganiadau o fuddiant"), ["Interests declared"]),
        (Item("i", "Exclusion of the press and public", kind=ItemKind.PROCEDURAL), ["Decision"]),
        (Item("i", "Planning", items=(Item("j", "14 Mill Lane"),)), []),
    ],
)
def test_an_item_has_room_for_what_it_can_lead_to(tmp_path: Path, item: Item, expected: list[str]) -> None:
    found = rooms(contents(replace(MEETING, items=(item,)), tmp_path), tmp_path)
    assert found[f"1\t{item.title}"] == expected


def test_sub_items_have_headings_one_level_down(tmp_path: Path) -> None:
    item = Item("i", "Planning", items=(Item("j", "14 Mill Lane"),))
    document = read_word(draft_minutes(contents(replace(MEETING, items=(item,)), tmp_path), tmp_path))
    assert headings(document)[-2:] == [("Heading 2", "1\tPlanning"), ("Heading 3", "1a\t14 Mill Lane")]


def test_exempt_business_stands_under_its_own_heading_with_its_paragraphs(tmp_path: Path) -> None:
    whole = add_exclusion_item(replace(MEETING, items=(*MEETING.items, SECRET)))
    members = words_of(draft_minutes(contents(whole, tmp_path), tmp_path))
    heading = "Business for which the press and public were excluded"
    assert f"{heading}\n7\tSale to Quigley\nExempt: paragraph 3\nQuigley offer (pages" in members
    public = rooms(public_contents(whole, tmp_path), tmp_path)
    assert public["6\tExclusion of the press and public"] == ["Decision"]
    assert public["7\tA sale of land"] == ["Decision"]


def test_they_end_with_the_time_the_signature_and_its_date(tmp_path: Path) -> None:
    lines = read_word(draft_minutes(contents(Meeting(), tmp_path), tmp_path)).paragraphs[-3:]
    said = ["The meeting closed at", "Signed by the chair as a true record:", "Date:"]
    assert [line.text.strip() for line in lines] == said


def test_welsh_minutes_are_welsh(tmp_path: Path) -> None:
    meeting = replace(MEETING, look=Look(language="cy"))
    words = words_of(draft_minutes(contents(meeting, tmp_path), tmp_path))
    for welsh in ("Cofnodion drafft: Housing Committee", "Presenoldeb", "Trafodaeth", "Camau gweithredu"):
        assert welsh in words
    assert not [english for english in ("Discussion", "Attendance", "Present", "By when") if english in words]
