"""The pack keeps all that a report had, keeps the reports apart, and keeps out what must not travel."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pack.pack_making import (
    HOUSING,
    add_field,
    all_bytes,
    assemble,
    attached,
    link_to,
    links_of,
    make_contents,
    make_pack,
    make_pdf,
    page_map,
    with_content,
    with_page_keys,
)
from pikepdf import Array, Dictionary, Name, Pdf, String
from pypdf import PdfReader

from agendabuilder.domain.item import Report
from agendabuilder.pack.tagging.structure_check import structure_faults


def test_each_report_begins_on_an_odd_page(tmp_path: Path) -> None:
    for name, pages in (("a.pdf", 3), ("b.pdf", 2), ("c.pdf", 1)):
        make_pdf(tmp_path / name, pages)
    pack = make_pack(
        tmp_path, [("Minutes", attached("a.pdf", "b.pdf")), ("Verbal update", []), ("Plan", attached("c.pdf"))]
    )
    assert page_map(pack) == "F _ A1 A2 A3 _ B1 B2 C1 _"


def test_without_blank_pages_reports_follow_at_once(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    make_pdf(tmp_path / "b.pdf", 1)
    meeting = replace(HOUSING, blank_pages=False)
    assert page_map(make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf"))], meeting)) == "F A1 A2 A3 B1"


def test_a_pack_without_papers_is_the_agenda(tmp_path: Path) -> None:
    assert page_map(make_pack(tmp_path, [("Apologies", [])])) == "F"


def test_a_choice_of_pages_leaves_the_others_out_of_the_bytes(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 9, lambda pdf: link_to(pdf.pages[0], Array([pdf.pages[4].obj, Name.Fit])))
    pack = make_pack(tmp_path, [("One", [Report(file="a.pdf", pages="1-2, 9")])])
    assert page_map(pack) == "F _ A1 A2 A9 _"
    assert b"(A5)" not in all_bytes(pack)
    assert b"(A9)" in all_bytes(pack)


def test_links_inside_a_report_lead_to_its_own_pages(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[2].obj, Name.XYZ, 0, 800, None]))
        link_to(pdf.pages[0], Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit])), "/A")
        link_to(pdf.pages[0], Array([2, Name.Fit]))

    make_pdf(tmp_path / "a.pdf", 3, edit)
    make_pdf(tmp_path / "b.pdf", 3, edit)
    pack = make_pack(tmp_path, [("One", attached("a.pdf")), ("Two", attached("b.pdf"))])
    assert links_of(pack, 3) == [5, 4, 5]
    assert links_of(pack, 7) == [9, 8, 9]


def test_a_link_to_a_page_that_is_left_out_is_gone(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[3].obj, Name.Fit]))
        link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))

    make_pdf(tmp_path / "a.pdf", 4, edit)
    assert links_of(make_pack(tmp_path, [("One", [Report(file="a.pdf", pages="1-2")])]), 3) == [4]


@pytest.mark.parametrize("old_form", [False, True])
def test_two_reports_with_a_summary_each_lead_to_their_own(tmp_path: Path, old_form: bool) -> None:
    def edit(pdf: Pdf) -> None:
        place = Array([pdf.pages[1].obj, Name.Fit])
        if old_form:
            pdf.Root.Dests = Dictionary(Summary=place)
            link_to(pdf.pages[0], Name.Summary)
        else:
            pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("Summary"), Dictionary(D=place)])))
            link_to(pdf.pages[0], String("Summary"))

    make_pdf(tmp_path / "a.pdf", 2, edit)
    make_pdf(tmp_path / "b.pdf", 2, edit)
    pack = make_pack(tmp_path, [("One", attached("a.pdf")), ("Two", attached("b.pdf"))])
    assert (links_of(pack, 3), links_of(pack, 5)) == ([4], [6])


def test_forms_with_the_same_field_keep_their_own_values(tmp_path: Path) -> None:
    for name, value in (("a.pdf", "Ada"), ("b.pdf", "Bel"), ("c.pdf", "Cy")):
        make_pdf(tmp_path / name, 1, lambda pdf, value=value: add_field(pdf, 0, "name", value))
    pack = make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf", "c.pdf"))])
    assert sorted(field["/V"] for field in PdfReader(pack).get_fields().values()) == ["Ada", "Bel", "Cy"]


def test_fields_of_left_out_pages_bring_nothing_along(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        add_field(pdf, 0, "kept", "Ada")
        add_field(pdf, 1, "left out", "Bel")
        parent = pdf.make_indirect(Dictionary(T=String("both"), FT=Name.Tx, Kids=Array()))
        for index, value in ((0, "Cy"), (1, "Dee")):
            add_field(pdf, index, f"kid {index}", value)
            kid = pdf.Root.AcroForm.Fields[-1]
            kid.Parent = parent
            del pdf.Root.AcroForm.Fields[-1]
            parent.Kids.append(kid)
        pdf.Root.AcroForm.Fields.append(parent)

    make_pdf(tmp_path / "a.pdf", 2, edit)
    written = all_bytes(make_pack(tmp_path, [("One", [Report(file="a.pdf", pages="1")])]))
    assert b"(Ada)" in written
    assert b"(Cy)" in written
    assert b"(Bel)" not in written
    assert b"(Dee)" not in written
    assert b"(A2)" not in written


def hidden_layer(base_state: str = "/ON") -> object:
    def edit(pdf: Pdf) -> None:
        layers = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Shown", "Hidden")]
        states = Dictionary(OFF=Array([layers[1]])) if base_state == "/ON" else Dictionary(ON=Array([layers[0]]))
        states.Order = Array(layers)
        states.BaseState = Name(base_state)
        pdf.Root.OCProperties = Dictionary(OCGs=Array(layers), D=states)
        pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layers[0], L1=layers[1])
        with_content(b"/OC /L1 BDC 0 0 300 300 re f EMC\n")(pdf)

    return edit


@pytest.mark.parametrize("base_state", ["/ON", "/OFF"])
def test_a_hidden_layer_stays_hidden(tmp_path: Path, base_state: str) -> None:
    make_pdf(tmp_path / "a.pdf", 1, hidden_layer(base_state))
    make_pdf(tmp_path / "b.pdf", 1, hidden_layer())
    with pikepdf.open(make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf"))])) as pack:
        layers = pack.Root.OCProperties
        hidden = [str(layer.Name) for layer in layers.D.OFF]
        on_page = {pack.pages[at].obj.Resources.Properties.L1.objgen for at in (2, 4)}
        assert [str(layer.Name) for layer in layers.OCGs] == ["Shown", "Hidden"] * 2
        assert hidden == ["Hidden", "Hidden"]
        assert {layer.objgen for layer in layers.D.OFF} == on_page


def test_the_same_file_may_be_attached_twice(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2, lambda pdf: link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit])))
    pack = make_pack(tmp_path, [("One", attached("a.pdf")), ("Again", attached("a.pdf"))])
    assert page_map(pack) == "F _ A1 A2 A1 A2"
    assert (links_of(pack, 3), links_of(pack, 5)) == ([4], [6])


def test_a_picture_in_two_reports_is_in_the_pack_once(tmp_path: Path) -> None:
    picture = Random(1).randbytes(64 * 64 * 3)

    def edit(pdf: Pdf) -> None:
        image = pdf.make_stream(picture, Type=Name.XObject, Subtype=Name.Image, Width=64, Height=64)
        image.BitsPerComponent, image.ColorSpace = 8, Name.DeviceRGB
        image.StructParent = 3
        pdf.pages[0].obj.Resources.XObject = Dictionary(Logo=image)

    make_pdf(tmp_path / "a.pdf", 1, edit)
    make_pdf(tmp_path / "b.pdf", 1, edit)
    with pikepdf.open(make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf"))])) as pack:
        logos = [pack.pages[at].obj.Resources.XObject.Logo for at in (2, 4)]
        assert logos[0].objgen == logos[1].objgen
        assert Name.StructParent not in logos[0]


def test_nothing_in_the_pack_runs_or_is_attached(tmp_path: Path) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))

    def edit(pdf: Pdf) -> None:
        pdf.Root.OpenAction = script
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("run"), script])))
        pdf.pages[0].obj.AA = Dictionary(O=script)
        link_to(pdf.pages[0], script, "/A")
        link_to(pdf.pages[0], Dictionary(S=Name.Launch, F=String("virus.exe")), "/A")
        link_to(pdf.pages[0], Dictionary(S=Name.URI, URI=String("https://example.org")), "/A")
        add_field(pdf, 0, "sum", "1")
        pdf.Root.AcroForm.Fields[0].AA = Dictionary(K=script)
        hung = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]))
        hung.FS = Dictionary(EF=Dictionary(F=pdf.make_stream(b"stowaway")))
        pdf.pages[0].obj.Annots.append(hung)

    make_pdf(tmp_path / "a.pdf", 1, edit)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))])
    written = all_bytes(pack)
    for forbidden in (b"JavaScript", b"app.alert", b"virus.exe", b"stowaway", b"/AA ", b"/OpenAction"):
        assert forbidden not in written
    assert b"https://example.org" in written


def test_of_a_film_its_picture_stays(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        picture = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        film = Dictionary(Type=Name.Annot, Subtype=Name.RichMedia, Rect=Array([0, 0, 9, 9]), AP=Dictionary(N=picture))
        film.RichMediaContent = Dictionary(Assets=pdf.make_stream(b"a film"))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(film)])

    make_pdf(tmp_path / "a.pdf", 1, edit)
    written = all_bytes(make_pack(tmp_path, [("One", attached("a.pdf"))]))
    assert b"a film" not in written
    assert b"0 0 9 9 re f" in written


def test_a_font_may_be_called_as_an_action_is(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        fonts = pdf.pages[0].obj.Resources.Font
        fonts.AA = fonts.F1
        pdf.pages[0].obj.Resources.Font = pdf.make_indirect(fonts)

    make_pdf(tmp_path / "a.pdf", 1, edit)
    with pikepdf.open(make_pack(tmp_path, [("One", attached("a.pdf"))])) as pack:
        assert Name.AA in pack.pages[2].obj.Resources.Font


def test_a_signature_ends_and_its_field_stays(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        add_field(pdf, 0, "signed", "x")
        field = pdf.Root.AcroForm.Fields[0]
        field.FT, field.V = Name.Sig, Dictionary(Type=Name.Sig, Contents=String("broken by the stamp"))

    make_pdf(tmp_path / "a.pdf", 1, edit)
    written = all_bytes(make_pack(tmp_path, [("One", attached("a.pdf"))]))
    assert b"broken by the stamp" not in written
    assert b"(signed)" in written


def test_no_page_keeps_a_number_of_a_tag_tree_that_is_not_there(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
        link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))
        pdf.pages[0].obj.Annots[0].StructParent = 7

    make_pdf(tmp_path / "a.pdf", 2, edit)
    with pikepdf.open(make_pack(tmp_path, [("One", attached("a.pdf"))])) as pack:
        assert structure_faults(pack) == ()


def test_a_pack_can_be_a_report_of_the_next_pack(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    make_pack(tmp_path, [("One", attached("a.pdf"))], name="packed.pdf")
    pack = make_pack(tmp_path, [("Last time", attached("packed.pdf"))])
    assert page_map(pack).endswith("A1 A2")
    assert PdfReader(pack).pages[2].extract_text().count("Page 1") == 1
    assert PdfReader(pack).pages[2].extract_text().count("Page 3") == 1


def test_a_page_with_the_oddest_entries_is_put_in_all_the_same(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1, with_page_keys({"/Annots": Dictionary(), "/Rotate": -90, "/UserUnit": 2}))
    make_pdf(tmp_path / "b.pdf", 1, with_page_keys({"/Contents": Array()}))
    assert len(PdfReader(make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf"))])).pages) == 6


def test_a_blank_page_has_the_size_and_turn_of_the_page_before(tmp_path: Path) -> None:
    turn = with_page_keys({"/Rotate": 90, "/UserUnit": 2.0, "/CropBox": Array([50, 50, 350, 550])})
    make_pdf(tmp_path / "a.pdf", 1, turn)
    reader = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))]))
    blank = reader.pages[3]
    assert (blank.rotation, float(blank.user_unit)) == (90, 2.0)
    assert (float(blank.mediabox.width), float(blank.mediabox.height)) == (300, 500)


def test_the_same_input_gives_the_same_bytes_whether_built_or_rebuilt(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3, lambda pdf: link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit])))
    items = [("One", attached("a.pdf"))]
    first = make_pack(tmp_path, items).read_bytes()
    assert make_pack(tmp_path, items, name="again.pdf").read_bytes() == first
    other = tmp_path / "elsewhere"
    make_pdf(other / "a.pdf", 3, lambda pdf: link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit])))
    assert make_pack(other, items).read_bytes() == first


def test_a_change_of_wording_does_not_touch_the_reports_again(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    make_pack(tmp_path, [("One", attached("a.pdf"))])
    contents = make_contents(tmp_path, [("One, reworded", attached("a.pdf"))])
    (tmp_path / "a.pdf").write_bytes(b"x" * (tmp_path / "a.pdf").stat().st_size)
    pack, assembled = assemble(tmp_path, contents)
    assert assembled.is_rebuilt
    assert page_map(pack) == "F _ A1 A2 A3 _"


def test_a_body_that_was_not_proven_is_not_used_again(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1)
    contents = make_contents(tmp_path, [("One", attached("a.pdf"))])
    assemble(tmp_path, contents)
    assert not assemble(tmp_path, contents)[1].is_rebuilt


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_a_third_reader_finds_nothing_to_complain_of(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3, hidden_layer())
    make_pdf(tmp_path / "b.pdf", 1, lambda pdf: add_field(pdf, 0, "name", "Ada"))
    make_pdf(tmp_path / "c.pdf", 2, with_content(b"q 2 0 0 2 0 0 cm "))
    pack = make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf")), ("Two", attached("c.pdf"))], draft=True)
    checked = subprocess.run(["qpdf", "--check", pack], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")
