"""The agenda as a Word document: in Word's own headings, with all that the front sheet says."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from front_meetings import MEETING, drawn, plan_for, text_of, variants
from pack.word_reading import headings, read_word, unpacked, words_of

from agendabuilder.domain.audience import Audience, for_public, restrictions
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import plan_of_pages
from agendabuilder.domain.presentation import Look
from agendabuilder.domain.withholding import withhold
from agendabuilder.domain.worded import worded
from agendabuilder.pack.front.front_matter import PackMarks
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.word.draft_minutes import draft_minutes
from agendabuilder.pack.word.word_agenda import word_agenda

_VARIANTS = ("plain", "nothing at all", "long", "logo", "columns", "pre-meeting", "exempt", "sub-items",
             "large print", "report titles", "bare table", "last page", "welsh")  # fmt: skip
SECRET = Item(
    "x",
    "Sale to Quigley",
    "At a price of £7,000.",
    public_title="A sale of land",
    access=Access.EXEMPT,
    paragraphs=(3,),
    reports=(Report("xr", "Quigley offer", "offer.pdf"),),
)


def contents(meeting: Meeting, folder: Path, marks: PackMarks | None = None) -> PackContents:
    meeting, marks = worded(meeting), marks or PackMarks()
    front = drawn(meeting, folder, marks)
    numbers = item_numbers(meeting.items, meeting.numbering)
    return PackContents(meeting, plan_for(meeting, front.pages), front, {}, numbers, marks)


def public_contents(whole: Meeting, folder: Path) -> PackContents:
    plan = withhold(plan_for(whole, 1), set(restrictions(whole)), whole.blank_pages)
    made = contents(for_public(whole), folder)
    return replace(made, plan=plan_of_pages(plan.pages, 1), audience=Audience.PUBLIC)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("variant", _VARIANTS)
def test_every_word_of_the_front_sheet_is_in_the_document(tmp_path: Path, variant: str) -> None:
    made = contents(variants(tmp_path)[variant], tmp_path, PackMarks(draft=True, members_only=True))
    said = _words(words_of(word_agenda(made, tmp_path)))
    assert [word for word in _words(text_of(made.front)) if word not in said] == []


def test_the_document_has_words_own_title_and_headings(tmp_path: Path) -> None:
    document = read_word(word_agenda(contents(MEETING, tmp_path), tmp_path))
    assert headings(document) == [
        ("Title", "Housing Committee"),
        ("Heading 1", "Membership"),
        ("Heading 1", "Filming"),
        ("Heading 1", "Items of business"),
        ("Heading 1", "Contact"),
    ]
    (table,) = document.tables
    titles = [line.text for row in table.rows for line in row.cells[2].paragraphs if line.style.name == "Heading 2"]
    assert titles == [item.title for item in MEETING.items]


def test_the_table_has_a_head_row_that_is_marked_and_repeats_and_the_packs_pages(tmp_path: Path) -> None:
    made = contents(MEETING, tmp_path)
    (table,) = read_word(word_agenda(made, tmp_path)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["Item", "Time", "Business", "Page"]
    marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
    assert marked == [True, False, False, False, False, False]
    assert table.style is not None
    assert table.style.name == "Agenda table"
    (pages,) = made.plan.items["i3"]
    assert [cell.text for cell in table.rows[3].cells][::3] == ["3", f"{pages.first} - {pages.last}"]
    assert [row.cells[3].text for row in table.rows][-2:] == ["To follow", "Verbal"]


def test_bold_lists_and_links_are_words_own(tmp_path: Path) -> None:
    text = "**Bold** and *sloped*\n\n3. third\n4. fourth\n   - within\n\n[the plan](https://norbury.example/plan)"
    made = contents(replace(MEETING, items=(Item("i", "Plan", text),)), tmp_path)
    (table,) = read_word(word_agenda(made, tmp_path)).tables
    lines = table.rows[1].cells[2].paragraphs
    assert [(run.text, run.bold, run.italic) for run in lines[1].runs if run.bold or run.italic] == [
        ("Bold", True, None),
        ("sloped", None, True),
    ]
    points = [line for line in lines if line._p.pPr is not None and line._p.pPr.numPr is not None]
    assert [point.text for point in points] == ["third", "fourth", "within"]
    assert '<w:start w:val="3"/>' in unpacked(word_agenda(made, tmp_path))
    (link,) = lines[-1].hyperlinks
    assert (link.text, link.url) == ("the plan", "https://norbury.example/plan")


@pytest.mark.parametrize("write", [word_agenda, draft_minutes])
def test_the_same_meeting_gives_the_same_bytes_dated_by_the_meeting(tmp_path: Path, write: object) -> None:
    assert callable(write)
    made = contents(MEETING, tmp_path)
    assert write(made, tmp_path) == write(made, tmp_path)
    properties = read_word(write(made, tmp_path)).core_properties
    assert (properties.author, properties.created) == ("Norbury Council", datetime(2027, 2, 24, tzinfo=UTC))
    assert properties.modified == properties.created
    assert "4 March 2027" in properties.title
    assert [name for name in ("python-docx", "Macintosh") if name in unpacked(write(made, tmp_path))] == []


@pytest.mark.parametrize(("language", "page"), [("en-GB", "Page 1 of 1"), ("cy", "Tudalen 1 o 1")])
def test_the_document_is_in_the_meetings_language(tmp_path: Path, language: str, page: str) -> None:
    written = word_agenda(contents(replace(MEETING, look=Look(language=language)), tmp_path), tmp_path)
    document = read_word(written)
    languages = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert languages == {language}
    assert document.sections[0].footer.paragraphs[0].text.replace("PAGE", "").replace("NUM", "").endswith(page)


def test_an_item_in_another_language_says_so(tmp_path: Path) -> None:
    items = (Item("i", "Ymddiheuriadau", language="cy"), Item("j", "Minutes"))
    (table,) = read_word(word_agenda(contents(replace(MEETING, items=items), tmp_path), tmp_path)).tables
    said = [[each.get(qn("w:val")) for each in row._tr.iter(qn("w:lang"))] for row in table.rows[1:]]
    assert set(said[0]) == {"cy"}
    assert said[1] == []


def test_the_accent_of_the_body_colours_headings_and_table(tmp_path: Path) -> None:
    document = read_word(word_agenda(contents(replace(MEETING, look=Look(accent="#7a1f5c")), tmp_path), tmp_path))
    assert str(document.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert 'w:color="7A1F5C"' in document.styles["Agenda table"].element.xml


@pytest.mark.parametrize("write", [word_agenda, draft_minutes])
def test_the_public_document_says_nothing_of_what_is_exempt(tmp_path: Path, write: object) -> None:
    assert callable(write)
    written = write(public_contents(replace(MEETING, items=(*MEETING.items, SECRET)), tmp_path), tmp_path)
    everything = unpacked(written)
    assert [word for word in ("Quigley", "7,000", "offer") if word in everything] == []
    assert "A sale of land" in words_of(written)
    assert "Exempt: paragraph 3" in words_of(written)


@pytest.mark.parametrize("write", [word_agenda, draft_minutes])
def test_every_page_of_the_members_document_is_marked_and_none_of_the_publics(tmp_path: Path, write: object) -> None:
    assert callable(write)
    document = read_word(write(contents(MEETING, tmp_path, PackMarks(members_only=True)), tmp_path))
    section, mark = document.sections[0], "Members only: not for publication"
    assert document.paragraphs[0].text == mark  # the first page, where it stands above the title
    assert section.different_first_page_header_footer
    assert [line.text for line in section.header.paragraphs] == [mark]
    assert section.first_page_footer.paragraphs[0].text == section.footer.paragraphs[0].text
    public = read_word(write(contents(MEETING, tmp_path), tmp_path))
    assert not any(line.text for line in public.sections[0].header.paragraphs)
    assert public.paragraphs[0].text != mark


@pytest.mark.parametrize("write", [word_agenda, draft_minutes])
def test_signs_that_no_file_can_hold_are_left_out(tmp_path: Path, write: object) -> None:
    assert callable(write)
    nasty = "A\x00\x0b <b>&\ufffe\tB\n|C"
    item = Item("i", nasty, f"{nasty} **{nasty}**", reports=(Report("r", nasty, "r.pdf"),))
    meeting = replace(MEETING, committee=nasty, organisation=nasty * 99, venue=nasty, items=(item,))
    assert "<b>&" in words_of(write(contents(meeting, tmp_path), tmp_path))
