"""Reports written by careless programs: a pack is made of them and proven, whatever their files say in odd ways."""

import time

import pikepdf
import pytest
from pack.pack_making import add_field, all_bytes, attached, link_to, links_of, make_pack, make_pdf
from pack.tagged_making import add_announced, add_element, elements, item_parts, make_tagged, roles_under, web_link
from pikepdf import Array, Dictionary, Name, Pdf, String

from agendabuilder.pack.tagging.structure_check import structure_faults


def packed(folder):
    """The pack whose only report is "a.pdf", and the report's part of the structure."""
    pack = pikepdf.open(make_pack(folder, [("Business", attached("a.pdf"))]))
    assert structure_faults(pack) == ()
    return pack, item_parts(pack)[0].K[0]


@pytest.mark.parametrize("area", [None, Array([1]), Array([Name.X, 1, 2, 3]), 7])
def test_a_link_that_says_nothing_of_where_it_lies_does_not_stop_the_pack(tmp_path, area):
    def misplace(pdf: Pdf) -> None:
        for _ in range(2):
            link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))
        if area is None:
            del pdf.pages[0].obj.Annots[0].Rect
        else:
            pdf.pages[0].obj.Annots[0].Rect = area

    make_pdf(tmp_path / "a.pdf", 2, misplace)
    assert 4 in links_of(make_pack(tmp_path, [("Business", attached("a.pdf"))]), 3)


@pytest.mark.parametrize("turn", [Name.X, String("90"), 45])
def test_a_page_that_is_turned_by_no_number_stands_upright(tmp_path, turn):
    def turn_it(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn

    make_pdf(tmp_path / "a.pdf", 1, turn_it)
    with pikepdf.open(make_pack(tmp_path, [("Business", attached("a.pdf"))])) as pack:
        assert pack.pages[2].rotation == 0


def test_a_mark_whose_number_is_endless_is_no_mark(tmp_path):
    def count_up(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"/P <</MCID " + b"1" * 5000 + b">> BDC EMC")

    make_tagged(tmp_path / "a.pdf", 1, edit=count_up)
    pack, part = packed(tmp_path)
    with pack:
        assert roles_under(part) == ["P"]


def test_a_link_that_its_element_names_by_way_of_another_object_is_announced(tmp_path):
    def name_it_afar(pdf: Pdf) -> None:
        element = add_announced(pdf, 0, web_link(pdf))
        element.K = pdf.make_indirect(element.K[0])

    make_tagged(tmp_path / "a.pdf", 1, edit=name_it_afar)
    pack, part = packed(tmp_path)
    with pack:
        assert roles_under(part) == ["H1", "P", "Link"]


def test_elements_that_lead_to_the_rest_of_the_file_do_not_bring_it_along(tmp_path):
    def lead_astray(pdf: Pdf) -> None:
        hidden = pdf.make_indirect(Dictionary(Said=String("A secret in the file")))
        pdf.Root.StructTreeRoot.K.K[0].Hidden = hidden

    make_tagged(tmp_path / "a.pdf", 1, edit=lead_astray)
    pack, part = packed(tmp_path)
    with pack:
        assert roles_under(part) == ["H1", "P"]
    assert b"secret" not in all_bytes(tmp_path / "pack.pdf")


@pytest.mark.parametrize("find", [lambda pdf: pdf.Root, lambda pdf: pdf.pages[0].obj], ids=["catalogue", "page"])
def test_a_structure_that_holds_what_is_no_element_is_not_trusted(tmp_path, find):
    make_tagged(tmp_path / "a.pdf", 1, edit=lambda pdf: pdf.Root.StructTreeRoot.K.K.append(find(pdf)))
    pack, part = packed(tmp_path)
    with pack:
        assert roles_under(part) == ["P"]


def test_of_two_elements_with_one_name_the_first_keeps_it(tmp_path):
    def name_twice(pdf: Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K
        first, second, cell = (add_element(pdf, document, role) for role in ("TH", "TH", "TD"))
        first.ID = second.ID = String("head")
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("head")]))

    make_tagged(tmp_path / "a.pdf", 1, edit=name_twice)
    pack, part = packed(tmp_path)
    with pack:
        assert [bytes(each.ID) for each in elements(part) if Name.ID in each] == [b"head"]
        assert [str(each.A.Headers[0]) for each in elements(part) if Name.A in each] == ["head"]


def test_thousands_of_elements_with_names_and_types_of_their_own_take_seconds_at_most(tmp_path):
    def add_many(pdf: Pdf) -> None:
        document, types = pdf.Root.StructTreeRoot.K, Dictionary()
        for number in range(16_000):
            element = add_element(pdf, document, f"Style{number}" if number < 5000 else "TH")
            element.ID = String("same" if number % 2 else f"name {number}")
            types[f"/Style{number}"] = Name.P
        pdf.Root.StructTreeRoot.RoleMap = types

    make_tagged(tmp_path / "a.pdf", 1, edit=add_many)
    before = time.process_time()
    make_pack(tmp_path, [("Business", attached("a.pdf"))])
    assert time.process_time() - before < 10


def test_a_pack_that_the_validator_gives_up_on_is_made_and_claims_nothing(tmp_path):
    def go_round(pdf: Pdf) -> None:
        add_field(pdf, 0, "name", "Ash")
        field = pdf.Root.AcroForm.Fields[0]
        field.Parent = field

    make_tagged(tmp_path / "a.pdf", 1, edit=go_round)
    pack = make_pack(tmp_path, [("Business", attached("a.pdf"))])
    assert b"<pdfuaid:part>" not in all_bytes(pack)
