"""The agenda as a web page: what a screen reader finds in it, and that it says what the front sheet says."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from front_meetings import MEETING, drawn, plan_for, text_of, variants
from pack.html_reading import Tag, read_html

from agendabuilder.domain.audience import for_public, restrictions
from agendabuilder.domain.change_sheet import ChangeLine, ChangeSheet
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PageRules, Paper, plan_of_pages, plan_pack
from agendabuilder.domain.withholding import withhold
from agendabuilder.pack.front.front_matter import PackMarks
from agendabuilder.pack.html.html_agenda import html_agenda
from agendabuilder.pack.pack_contents import PackContents

_VARIANTS = ("plain", "nothing at all", "long", "logo", "columns", "pre-meeting", "exempt", "sub-items",
             "large print", "report titles", "bare table", "last page", "welsh")  # fmt: skip
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PACK = "2027-03-04 Housing Committee agenda pack.pdf"


def contents(meeting: Meeting, folder: Path, marks: PackMarks | None = None) -> PackContents:
    marks = marks or PackMarks()
    front = drawn(meeting, folder, marks)
    numbers = item_numbers(meeting.items, meeting.numbering)
    return PackContents(meeting, plan_for(meeting, front.pages), front, {}, numbers, marks)


def page_of(meeting: Meeting, folder: Path, marks: PackMarks | None = None) -> Tag:
    return read_html(html_agenda(contents(meeting, folder, marks), PACK, folder))


@pytest.fixture(params=_VARIANTS)
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Tag:
    return page_of(variants(tmp_path)[request.param], tmp_path, PackMarks(draft=True))


def test_headings_begin_with_one_of_the_first_level_and_skip_none(page: Tag) -> None:
    levels = [int(heading.name[1]) for heading in page.all(*_HEADINGS)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(heading.text for heading in page.all(*_HEADINGS))


def test_there_are_landmarks_a_language_a_title_and_a_way_past_the_head(page: Tag) -> None:
    assert page.attributes["lang"]
    assert [title.kids for title in page.all("title")] != [[]]
    assert len(list(page.all("main"))) == len(list(page.all("header"))) == 1
    first = next(next(page.all("body")).all())
    assert (first.name, first.attributes["class"]) == ("a", "skip")
    assert first.attributes["href"].removeprefix("#") in ids(page)


def ids(page: Tag) -> list[str]:
    return [tag.attributes["id"] for tag in page.all() if "id" in tag.attributes]


def test_every_name_that_the_page_refers_to_is_there_once(page: Tag) -> None:
    assert len(ids(page)) == len(set(ids(page)))
    named = {tag.attributes["aria-labelledby"] for tag in page.all() if "aria-labelledby" in tag.attributes}
    assert named <= set(ids(page))


def test_the_agenda_is_a_table_with_header_cells_whatever_the_width(page: Tag) -> None:
    for table in page.all("table"):
        assert [caption.text for caption in table.all("caption")] != [""]
        head, *rows = table.all("tr")
        assert all(cell.text and cell.attributes["scope"] == "col" for cell in head.all("th"))
        width = len(list(head.all("th")))
        for row in rows:
            cells = list(row.all("th", "td"))
            assert sum(int(cell.attributes.get("colspan", "1")) for cell in cells) == width
            assert all(cell.text for cell in row.all("th"))
        roles = {"table": "table", "thead": "rowgroup", "tbody": "rowgroup", "tr": "row", "td": "cell"}
        for tag in (table, *table.all(*roles)):
            assert tag.attributes["role"] == roles[tag.name]


def test_links_and_pictures_have_words(page: Tag) -> None:
    assert all(link.text and not link.text.startswith("http") for link in page.all("a"))
    assert all(picture.attributes["alt"] for picture in page.all("img"))


def test_the_page_needs_nothing_from_elsewhere(page: Tag) -> None:
    assert not list(page.all("link", "script", "iframe"))
    assert all(picture.attributes["src"].startswith("data:") for picture in page.all("img"))
    style = "".join(str(kid) for kid in next(page.all("style")).kids)
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize("variant", _VARIANTS)
def test_every_word_of_the_front_sheet_is_on_the_page(tmp_path: Path, variant: str) -> None:
    made = contents(variants(tmp_path)[variant], tmp_path, PackMarks(draft=True, members_only=True))
    page = read_html(html_agenda(made, PACK, tmp_path))
    said = _words(page.text)
    assert [word for word in _words(text_of(made.front)) if word not in said] == []


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("count_front", [True, False])
def test_pages_lead_to_the_sheet_of_the_file_and_not_to_the_printed_number(tmp_path: Path, count_front: bool) -> None:
    made = contents(MEETING, tmp_path)
    papers = [Paper(item.id, report.id, 3) for item, report in MEETING.all_reports() if report.is_attached]
    made = replace(made, plan=plan_pack(made.front.pages, papers, PageRules(count_front=count_front)))
    page = read_html(html_agenda(made, PACK, tmp_path))
    links = {link.text: link.attributes["href"] for link in page.all("a")}
    own = made.plan.reports["r3"]
    assert (str(own.sheet) == own.first) is count_front
    assert links["Report"].endswith(f"#page={own.sheet}")
    assert links["Report"].startswith("2027-03-04%20Housing%20Committee%20agenda%20pack.pdf#")
    (pages,) = made.plan.items["i3"]
    assert links[f"Pages {pages.first} - {pages.last} of the pack: item 3, Repairs backlog"] == (
        f"2027-03-04%20Housing%20Committee%20agenda%20pack.pdf#page={pages.sheet}"
    )


def test_the_public_page_says_nothing_of_what_is_exempt(tmp_path: Path) -> None:
    secret = Item(
        "x",
        "Sale to Quigley",
        "At a price of £7,000.",
        public_title="A sale of land",
        access=Access.EXEMPT,
        paragraphs=(3,),
        reports=(Report("xr", "Quigley offer", "offer.pdf"),),
    )
    whole = replace(MEETING, items=(*MEETING.items, secret))
    plan = withhold(plan_for(whole, 1), set(restrictions(whole)), whole.blank_pages)
    made = replace(contents(for_public(whole), tmp_path), plan=plan_of_pages(plan.pages, 1))
    written = html_agenda(made, PACK, tmp_path)
    assert [word for word in ("Quigley", "7,000", "offer") if word in written] == []
    assert "A sale of land" in written
    assert "Report not for publication: Exempt: paragraph 3" in read_html(written).text


def test_what_was_typed_can_never_become_markup(tmp_path: Path) -> None:
    nasty = '<script>alert("1")</script> & <b>'
    item = Item("i", nasty, f"{nasty}\n\n[x](javascript:alert(1))", reports=(Report("r", nasty, "r.pdf"),))
    written = html_agenda(contents(replace(MEETING, committee=nasty, items=(item,)), tmp_path), PACK, tmp_path)
    page = read_html(written)
    assert not list(page.all("script", "b"))
    assert not any("javascript" in link.attributes["href"] for link in page.all("a"))
    assert page.text.count(nasty) >= 3


def test_an_item_in_another_language_says_so(tmp_path: Path) -> None:
    page = page_of(replace(MEETING, items=(Item("i", "Ymddiheuriadau", language="cy"),)), tmp_path)
    (row,) = (tag for tag in page.all("tr") if "lang" in tag.attributes)
    assert (row.attributes["lang"], row.text) == ("cy", "1 Ymddiheuriadau")


def test_what_has_changed_since_the_last_issue_is_said(tmp_path: Path) -> None:
    line = ChangeLine("The report “Repairs” was replaced.", "5 - 10", "5 - 10, 10a", "Swap sheets 3 to 5.")
    sheet = ChangeSheet("What has changed", "This pack follows issue 1 of 24 February 2027.", (line,))
    page = read_html(html_agenda(replace(contents(MEETING, tmp_path), changes=sheet), PACK, tmp_path))
    (section,) = (tag for tag in page.all("section") if tag.attributes.get("aria-labelledby") == "changes")
    assert section.text == (
        "What has changed This pack follows issue 1 of 24 February 2027. "
        "The report “Repairs” was replaced. Pages before: 5 - 10. Pages now: 5 - 10, 10a."
    )


def test_large_print_is_large(tmp_path: Path) -> None:
    written = html_agenda(contents(variants(tmp_path)["large print"], tmp_path), PACK, tmp_path)
    assert "html { font-size: 150%" in written
    assert 'class="capitals"' in written
