"""Recognised text in a tagged report has its place in the order of reading."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Operator
from reports.made_pdfs import text_pdf
from reports.made_scans import tag_pages

from agendabuilder.reports.recognition.recognised_tags import tag_recognised_text

LAYER = b"q 1 0 0 1 0 0 cm /OCR-made Do Q\n"


@pytest.fixture
def scanned(tmp_path):
    """A file of three pages, opened: the first two get a text layer before what they show."""
    with pikepdf.open(text_pdf(tmp_path / "scan.pdf", 3)) as pdf:
        for page in pdf.pages[:2]:
            page.contents_add(LAYER, prepend=True)
            layer = pdf.make_stream(b"BT ET", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
            page.obj.Resources.XObject = Dictionary({"/OCR-made": layer})
        yield pdf


def order(element):
    """What is read, one after another: the roles with the pages of paragraphs and figures."""
    below = element.get("/K")
    inner = [each for each in below if "/S" in each] if isinstance(below, Array) else []
    pages = [str(element.S)] if "/Pg" in element else []
    return pages + [role for each in inner for role in order(each)]


def marks(page):
    """The numbers of marked contents around what is drawn, in the order of drawing."""
    return [
        int(each.operands[1].MCID) for each in pikepdf.parse_content_stream(page) if each.operator == Operator("BDC")
    ]


def test_the_text_is_read_after_what_is_tagged_on_its_page(scanned):
    tree = tag_pages(scanned, 0, 1, 2)
    tag_recognised_text(scanned)
    assert order(tree.K) == ["/Figure", "/P", "/Figure", "/P", "/Figure"]
    owners = pikepdf.NumberTree(tree.ParentTree)
    for index, page in enumerate(scanned.pages[:2]):
        figure, paragraph = owners[index]
        assert (figure.S, paragraph.S, int(paragraph.K)) == (Name.Figure, Name.P, 1)
        assert paragraph.Pg.objgen == page.obj.objgen
        assert sorted(marks(page)) == [0, 1]
    assert marks(scanned.pages[2]) == [0]


def test_pages_without_any_tag_are_put_where_they_stand(scanned):
    tree = tag_pages(scanned, 2)
    tag_recognised_text(scanned)
    assert order(tree.K) == ["/P", "/P", "/Figure"]
    owners = pikepdf.NumberTree(tree.ParentTree)
    assert [int(owners[int(page.obj.StructParents)][0].K) for page in scanned.pages[:2]] == [0, 0]
    assert len({int(page.obj.StructParents) for page in scanned.pages}) == 3


def test_a_paragraph_stands_in_no_list_or_table(scanned):
    tree = tag_pages(scanned, 0, role=Name("/Own"), RoleMap=Dictionary(Own=Name.LBody))
    tag_recognised_text(scanned)
    assert [str(each.S) for each in tree.K] == ["/Own", "/P", "/P"]


def test_the_layer_is_marked_and_nothing_else(scanned):
    tag_pages(scanned, 0)
    before = [str(each.operator) for each in pikepdf.parse_content_stream(scanned.pages[0])]
    tag_recognised_text(scanned)
    after = pikepdf.parse_content_stream(scanned.pages[0])
    marked = next(place for place, each in enumerate(after) if each.operands and each.operands[0] == Name.P)
    assert [str(each.operator) for each in after[marked : marked + 6]] == ["BDC", "q", "cm", "Do", "Q", "EMC"]
    del after[marked + 5], after[marked]
    assert [str(each.operator) for each in after] == before


def test_a_file_without_tags_stays_without(scanned):
    tag_recognised_text(scanned)
    assert "/StructTreeRoot" not in scanned.Root
    assert "/StructParents" not in scanned.pages[0].obj
