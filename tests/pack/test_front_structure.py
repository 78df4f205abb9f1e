"""What a screen reader gets: the structure and the links of the front matter in a finished pack."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from front_meetings import LONG_MEETING, MEETING, drawn, small_pack, variants
from pikepdf import Array, Dictionary, Name, Object

from agendabuilder.pack.front.front_matter import PackMarks
from agendabuilder.pack.tagging.item_parts import DrawnPage, ItemPart
from agendabuilder.pack.tagging.structure import attach_structure

_VARIANTS = ("plain", "nothing at all", "long", "logo", "columns", "pre-meeting", "exempt", "sub-items",
             "large print", "report titles", "bare table", "last page", "welsh")  # fmt: skip


def elements(root: Object) -> Iterator[Dictionary]:
    """Every structure element, in the order of reading."""
    kids = root.get(Name.K, Array())
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from elements(kid)


def roles(pdf: pikepdf.Pdf) -> list[str]:
    return [str(element.S) for element in elements(pdf.Root.StructTreeRoot)]


@pytest.mark.parametrize("variant", _VARIANTS)
def test_every_variant_passes_the_rules_of_pdf_ua(tmp_path: Path, variant: str) -> None:
    meeting = variants(tmp_path)[variant]
    front = drawn(meeting, tmp_path, PackMarks(draft=True, members_only=True))
    pack = small_pack(meeting, front, tmp_path / "pack.pdf")
    report = page_validation.validate_pdf(str(pack), profile="ua1")
    assert report.is_compliant, report.to_json()


def test_every_variant_is_named_in_the_test_above(tmp_path: Path) -> None:
    assert tuple(variants(tmp_path)) == _VARIANTS


@pytest.mark.parametrize("variant", ["plain", "long", "report titles"])
def test_each_mark_on_a_page_has_exactly_one_parent_and_the_parent_knows_it(tmp_path: Path, variant: str) -> None:
    meeting = variants(tmp_path)[variant]
    front = drawn(meeting, tmp_path)
    with pikepdf.open(small_pack(meeting, front, tmp_path / "pack.pdf")) as pdf:
        parents = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        seen = {
            (kid.Pg.objgen, int(kid.MCID)): element.objgen
            for element in elements(pdf.Root.StructTreeRoot)
            for kid in element.get(Name.K, Array())
            if Name.MCID in kid
        }
        for page in list(pdf.pages)[: front.pages]:
            known = parents[int(page.obj.StructParents)]
            printed = [
                int(part.operands[1].MCID)
                for part in pikepdf.parse_content_stream(page)
                if str(part.operator) == "BDC" and len(part.operands) == 2
            ]
            assert printed == list(range(len(known)))
            assert [seen[page.obj.objgen, mark] for mark in printed] == [parent.objgen for parent in known]
            for annotation in page.obj.get(Name.Annots, Array()):
                link = parents[int(annotation.StructParent)]
                assert Name.Link == link.S
                assert annotation.objgen in [kid.Obj.objgen for kid in link.K if Name.Obj in kid]
        assert list(parents) == list(range(len(list(parents))))


def test_each_page_cell_leads_to_the_first_page_of_its_report(tmp_path: Path) -> None:
    meeting = replace(MEETING, table=replace(MEETING.table, show_report_titles=True))
    front = drawn(meeting, tmp_path)
    with pikepdf.open(small_pack(meeting, front, tmp_path / "pack.pdf")) as pdf:
        pages = [page.obj.objgen for page in pdf.pages]
        led = [
            (str(annotation.Contents), pages.index(annotation.Dest[0].objgen))
            for page in pdf.pages
            for annotation in page.obj.get(Name.Annots, Array())
            if Name.Dest in annotation
        ]
    assert led == [
        ("Pages 3 to 6, item 2 Minutes", 1),
        ("Pages 7 to 14, item 3 Repairs backlog", 2),
        ("Pages 7 to 10, Report", 2),
        ("Pages 11 to 14, Appendix A", 3),
    ]


def test_web_mail_and_telephone_links_lead_out(tmp_path: Path) -> None:
    front = drawn(MEETING, tmp_path)
    with pikepdf.open(small_pack(MEETING, front, tmp_path / "pack.pdf")) as pdf:
        addresses = {
            str(annotation.A.URI)
            for page in pdf.pages
            for annotation in page.obj.get(Name.Annots, Array())
            if Name.A in annotation
        }
    assert addresses == {"https://norbury.example/plan", "tel:01632960114", "mailto:democracy@norbury.example"}


def test_a_link_without_a_target_is_plain_text_and_breaks_nothing(tmp_path: Path) -> None:
    front = drawn(MEETING, tmp_path)
    pack = small_pack(MEETING, front, tmp_path / "pack.pdf", without=("pack:item/i2",))
    with pikepdf.open(pack) as pdf:
        contents = [str(link.Contents) for page in pdf.pages for link in page.obj.get(Name.Annots, Array())]
        assert not any("Minutes" in each for each in contents)
        assert any("Repairs backlog" in each for each in contents)
    assert page_validation.validate_pdf(str(pack), profile="ua1").is_compliant


def test_headings_table_and_lists_are_what_they_are(tmp_path: Path) -> None:
    front = drawn(MEETING, tmp_path)
    with pikepdf.open(small_pack(MEETING, front, tmp_path / "pack.pdf")) as pdf:
        found = roles(pdf)
        assert pdf.Root.Lang == "en-GB"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert found[:2] == ["/Document", "/Part"]
    assert [found.count(role) for role in ("/H1", "/Table", "/THead", "/TR")] == [1, 1, 1, 6]
    assert found.count("/H2") == 4  # agenda, membership, filming, contact
    assert found.count("/TH") == 4 + 5
    assert found.count("/TD") == 3 * 5


def test_a_repeated_head_row_is_in_the_structure_once(tmp_path: Path) -> None:
    front = drawn(LONG_MEETING, tmp_path)
    with pikepdf.open(small_pack(LONG_MEETING, front, tmp_path / "pack.pdf")) as pdf:
        assert front.pages > 3
        assert roles(pdf).count("/TR") == 1 + len(LONG_MEETING.items)


def test_the_logo_is_a_figure_with_its_alternate_text(tmp_path: Path) -> None:
    meeting = variants(tmp_path)["logo"]
    front = drawn(meeting, tmp_path)
    with pikepdf.open(small_pack(meeting, front, tmp_path / "pack.pdf")) as pdf:
        figures = [element for element in elements(pdf.Root.StructTreeRoot) if Name.Figure == element.S]
        assert [str(figure.Alt) for figure in figures] == ["The arms of Norbury"]
        left, bottom, right, top = (float(place) for place in figures[0].A.BBox)
    assert right - left <= 28 * 72 / 25.4 + 0.01
    assert top - bottom <= 18 * 72 / 25.4 + 0.01


def test_the_wording_of_a_blank_page_is_a_paragraph(tmp_path: Path) -> None:
    front = drawn(MEETING, tmp_path)
    with pikepdf.open(small_pack(MEETING, front, tmp_path / "pack.pdf")) as pdf:
        blank = pdf.add_blank_page(page_size=(595, 842))
        blank.obj.Contents = pdf.make_stream(b"/P <</MCID 0>> BDC EMC")
        papers = [ItemPart("", "", [DrawnPage(blank)])]
        document = attach_structure(pdf, front, list(pdf.pages)[: front.pages], papers, {})
        last = document.K[-1]
        assert last.S == Name.P
        assert last.K[0].Pg.objgen == blank.obj.objgen
        assert pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)[int(blank.obj.StructParents)][0] == last


def test_no_font_is_left_out_of_the_file(tmp_path: Path) -> None:
    front = drawn(MEETING, tmp_path)
    with pikepdf.open(small_pack(MEETING, front, tmp_path / "pack.pdf")) as pdf:
        fonts = [item for item in pdf.objects if isinstance(item, Dictionary) and item.get(Name.Type) == Name.Font]
        assert fonts
        assert all(Name.FontFile2 in font.FontDescriptor for font in fonts)


def test_an_item_in_another_language_says_so_in_its_row(tmp_path: Path) -> None:
    items = (replace(MEETING.items[0], language="cy"), replace(MEETING.items[1], language="en"), *MEETING.items[2:])
    meeting = replace(MEETING, items=items)
    with pikepdf.open(small_pack(meeting, drawn(meeting, tmp_path), tmp_path / "pack.pdf")) as pdf:
        rows = [element for element in elements(pdf.Root.StructTreeRoot) if Name.TR == element.S]
        assert [str(row.get(Name.Lang, "")) for row in rows][:3] == ["", "cy", ""]
