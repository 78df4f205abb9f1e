"""A screen reader finds each report's own structure in the pack, and nothing of what is not in the pack."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pack.pack_making import add_field, all_bytes, assemble, link_to, make_contents, make_pack, make_pdf
from pack.tagged_making import (
    add_announced,
    add_element,
    elements,
    item_parts,
    make_tagged,
    roles_under,
    web_link,
    words_of,
)
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from agendabuilder.domain.item import Report
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.pack.tagging.report_tags import Mend, TagsFate
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.progress import SilentProgress


def opened(pack: Path) -> Pdf:
    """The pack, whose structure hangs together."""
    pdf = pikepdf.open(pack)
    assert structure_faults(pdf) == ()
    return pdf


def one_report(folder: Path, report: Report | None = None) -> tuple[Pdf, Dictionary]:
    """A pack, and the part of its only report, "a.pdf"."""
    pdf = opened(make_pack(folder, [("Business", [report or Report(file="a.pdf")])]))
    return pdf, item_parts(pdf)[0].K[0]


def roles_of_one(folder: Path, report: Report | None = None) -> list[str]:
    """The types of the elements of its only report."""
    pack, part = one_report(folder, report)
    with pack:
        return roles_under(part)


def words_of_one(folder: Path) -> list[str]:
    """What its only report says."""
    pack, part = one_report(folder)
    with pack:
        return words_of(part)


def fate(folder: Path) -> tuple[TagsFate, str]:
    _, assembled = assemble(folder, make_contents(folder, [("Business", [Report(file="a.pdf")])]))
    return assembled.tags[0].fate, assembled.tags[0].reason


def test_each_item_is_a_part_that_holds_its_reports_parts_in_order(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2)
    make_tagged(tmp_path / "b.pdf", 1, ["H2"])
    reports = [Report(file="a.pdf", title="Budget monitoring"), Report(file="b.pdf")]
    pdf = opened(make_pack(tmp_path, [("Minutes", []), ("Budget", reports)]))
    assert [str(part.T) for part in item_parts(pdf)] == ["Item 2: Budget"]
    parts = [kid for kid in item_parts(pdf)[0].K if Name.Part == kid.S]
    assert [str(part.T) for part in parts] == ["Budget monitoring", "b.pdf"]
    assert [words_of(part) for part in parts] == [["A1 H1", "A1 P", "A2 H1", "A2 P"], ["B1 H2"]]
    assert roles_under(parts[0]) == ["H1", "P", "H1", "P"]


def test_a_blank_page_is_read_after_the_report_that_it_follows(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 1)
    make_tagged(tmp_path / "b.pdf", 1)
    pdf = opened(make_pack(tmp_path, [("One", [Report(file="a.pdf"), Report(file="b.pdf")])]))
    assert [str(kid.S) for kid in item_parts(pdf)[0].K] == ["/Part", "/P", "/Part", "/P"]


def test_of_a_choice_of_pages_only_their_elements_come_along(tmp_path: Path) -> None:
    def add_section(pdf: Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K
        section = add_element(pdf, document, "Sect")
        section.T = String("A secret of page 2")
        for element in list(document.K)[2:4]:
            section.K.append(element)
            element.P = section
        document.K = Array([*list(document.K)[:2], section, *list(document.K)[4:-1]])

    make_tagged(tmp_path / "a.pdf", 4, edit=add_section)
    pack = make_pack(tmp_path, [("Business", [Report(file="a.pdf", pages="4, 1")])])
    pdf = opened(pack)
    part = item_parts(pdf)[0].K[0]
    assert words_of(part) == ["A1 H1", "A1 P", "A4 H1", "A4 P"]
    assert roles_under(part) == ["H1", "P", "H1", "P"]
    assert b"secret" not in pack.read_bytes()


def test_an_element_that_goes_on_over_a_page_that_is_left_out_keeps_the_rest(tmp_path: Path) -> None:
    def continue_on_next(pdf: Pdf) -> None:
        paragraph = pdf.Root.StructTreeRoot.K.K[1]
        paragraph.ActualText = String("all of it")
        heading = pdf.Root.StructTreeRoot.K.K[2]
        pdf.Root.StructTreeRoot.K.K = Array([each for each in pdf.Root.StructTreeRoot.K.K if each != heading])
        paragraph.K = Array([1, Dictionary(Type=Name.MCR, Pg=pdf.pages[1].obj, MCID=0)])
        pdf.Root.StructTreeRoot.ParentTree.Nums[3][0] = paragraph

    make_tagged(tmp_path / "a.pdf", 2, edit=continue_on_next)
    _pack, part = one_report(tmp_path, Report(file="a.pdf", pages="2"))
    assert words_of(part) == ["A2 H1", "A2 P"]
    assert all(Name.ActualText not in each for each in elements(part))


def test_words_for_a_section_that_lies_partly_on_a_page_that_is_left_out_do_not_travel(tmp_path: Path) -> None:
    def sum_it_up(pdf: Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K
        document.Alt, document.T = String("A secret of page 2"), String("A secret title")
        document.A = Dictionary(O=Name.Table, Summary=String("A secret table"))

    make_tagged(tmp_path / "a.pdf", 2, edit=sum_it_up)
    pack = make_pack(tmp_path, [("Business", [Report(file="a.pdf", pages="1")])])
    assert b"secret" not in all_bytes(pack)
    whole = make_pack(tmp_path, [("Business", [Report(file="a.pdf")])], name="whole.pdf")
    assert b"A secret of page 2" in all_bytes(whole)


def test_the_same_file_twice_and_clashing_names_keep_their_own_meaning(tmp_path: Path) -> None:
    def style(role: str, colour: float) -> object:
        def edit(pdf: Pdf) -> None:
            root = pdf.Root.StructTreeRoot
            root.RoleMap = Dictionary(Callout=Name("/Box"), Box=Name(f"/{role}"))
            root.ClassMap = Dictionary({"/cls": Dictionary(O=Name.Layout, Color=Array([colour, 0, 0]))})
            head, cell = (add_element(pdf, root.K, kind) for kind in ("TH", "TD"))
            head.ID, cell.C = String("th0"), Name("/cls")
            cell.A = Dictionary(O=Name.Table, Headers=Array([String("th0")]))
            root.IDTree = Dictionary(Names=Array([String("th0"), head]))

        return edit

    make_tagged(tmp_path / "a.pdf", 1, ["Callout"], style("P", 0.5))
    make_tagged(tmp_path / "b.pdf", 1, ["Callout"], style("BlockQuote", 1))
    reports = [Report(file="a.pdf"), Report(file="a.pdf", title="Again"), Report(file="b.pdf")]
    pdf = opened(make_pack(tmp_path, [("Business", reports)]))
    root = pdf.Root.StructTreeRoot
    assert {name: str(role) for name, role in root.RoleMap.items()} == {
        "/Callout": "/P",
        "/Callout-2": "/BlockQuote",
    }
    assert {name: [float(part) for part in entry.Color] for name, entry in root.ClassMap.items()} == {
        "/cls": [0.5, 0, 0],
        "/cls-2": [1, 0, 0],
    }
    cells = [each for each in elements(root) if Name.A in each and Name.Headers in each.A]
    assert [str(cell.A.Headers[0]) for cell in cells] == ["th0", "th0-2", "th0-3"]
    assert [str(cell.C[0] if isinstance(cell.C, Array) else cell.C) for cell in cells] == ["/cls", "/cls", "/cls-2"]


def test_types_are_led_back_to_those_that_every_reader_knows(tmp_path: Path) -> None:
    def map_roles(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary(
            {"/Round": Name("/About"), "/About": Name("/Round"), "/H3": Name.P, "/Quiet": Name.Span}
        )

    make_tagged(tmp_path / "a.pdf", 1, ["Round", "H3", "Quiet", "Unheard", "Em", "Title"], map_roles)
    pdf = opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf")])]))
    role_map, part = pdf.Root.StructTreeRoot.RoleMap, item_parts(pdf)[0].K[0]
    found = [str(role_map.get(f"/{role}", role)) for role in roles_under(part)]
    assert found == ["/NonStruct", "P", "/Span", "/NonStruct", "/Span", "/P"]
    assert "/H3" not in role_map


def test_names_in_the_alphabet_of_an_old_program_are_no_obstacle(tmp_path: Path) -> None:
    def name_oddly(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Object.parse(b"<< /\xdcberschrift /H1 /Absatz /P\xe4 >>")
        root.ClassMap = Object.parse(b"<< /fett\xfc << /O /Layout /Color [ 1 0 0 ] >> >>")
        heading, paragraph = root.K.K
        heading.S, heading.C = Object.parse(b"/\xdcberschrift"), Object.parse(b"/fett\xfc")
        paragraph.S = Name.Absatz
        pdf.pages[0].obj.Resources.Properties = Object.parse(b"<< /\xdc << /MCID 9 >> >>")

    make_tagged(tmp_path / "a.pdf", 1, edit=name_oddly)
    make_tagged(tmp_path / "b.pdf", 1, edit=name_oddly)
    pdf = opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf"), Report(file="b.pdf")])]))
    assert roles_under(item_parts(pdf)[0].K[0]) == ["H1", "Absatz"]


def test_headings_without_a_level_are_given_one(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 1, ["H", "P"])
    assert roles_of_one(tmp_path) == ["H1", "P"]


def test_links_and_fields_are_announced_by_their_own_elements(tmp_path: Path) -> None:
    def announce(pdf: Pdf) -> None:
        add_announced(pdf, 0, web_link(pdf))
        add_field(pdf, 0, "name", "Ann")
        add_announced(pdf, 0, pdf.pages[0].obj.Annots[1], "Form")

    make_tagged(tmp_path / "a.pdf", 2, edit=announce)
    pdf = opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf"), Report(file="a.pdf", title="Again")])]))
    for part in [kid for kid in item_parts(pdf)[0].K if Name.Part == kid.S]:
        assert roles_under(part) == ["H1", "P", "H1", "P", "Link", "Form"]
    assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["name", "name+1"]


def test_marks_inside_a_drawing_keep_their_elements(tmp_path: Path) -> None:
    def draw(pdf: Pdf) -> None:
        page, root = pdf.pages[0].obj, pdf.Root.StructTreeRoot
        form = pdf.make_stream(b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC " + b" " * 4000, StructParents=1)
        form.update(Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9])))
        page.Resources.XObject = Dictionary(Fm=form)
        element = add_element(pdf, root.K, "P", page)
        element.K.append(Dictionary(Type=Name.MCR, Pg=page, Stm=form, MCID=0))
        root.ParentTree.Nums.extend([1, Array([element])])

    make_tagged(tmp_path / "a.pdf", 1, edit=draw)
    pdf = opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf"), Report(file="a.pdf", title="Again")])]))
    marks = [each.K[0] for each in elements(item_parts(pdf)[0]) if len(each.get(Name.K, Array())) == 1]
    drawings = [mark.Stm for mark in marks if isinstance(mark, Dictionary) and Name.Stm in mark]
    shown = [page.obj.Resources.XObject.Fm for page in pdf.pages if Name.XObject in page.obj.Resources]
    assert len(drawings) == 2
    assert [drawing.objgen for drawing in drawings] == [form.objgen for form in shown]


def test_a_type_of_a_namespace_is_what_its_own_map_says(tmp_path: Path) -> None:
    def use_namespaces(pdf: Pdf) -> None:
        old = pdf.make_indirect(Dictionary(NS=String("http://iso.org/pdf/ssn")))
        own = Dictionary(NS=String("https://norbury.example/ns"))
        own.RoleMapNS = Dictionary(Motion=Array([Name.BlockQuote, old]), Vote=Name.Quote)
        own = pdf.make_indirect(own)
        for element, space in zip(pdf.Root.StructTreeRoot.K.K, (own, own, own, old), strict=True):
            element.NS = space

    make_tagged(tmp_path / "a.pdf", 1, ["Motion", "Vote", "Unheard", "P"], use_namespaces)
    assert roles_of_one(tmp_path) == ["BlockQuote", "Quote", "NonStruct", "P"]


def test_a_link_that_leads_nowhere_goes_with_its_element(tmp_path: Path) -> None:
    def announce(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note) for note in pdf.pages[0].obj.Annots])
        add_announced(pdf, 0, pdf.pages[0].obj.Annots[0])

    make_tagged(tmp_path / "a.pdf", 2, edit=announce)
    assert roles_of_one(tmp_path, Report(file="a.pdf", pages="1")) == ["H1", "P"]
    assert roles_of_one(tmp_path) == ["H1", "P", "H1", "P", "Link"]


def test_what_no_element_announces_is_announced_and_links_say_where_they_lead(tmp_path: Path) -> None:
    def stray(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))
        pdf.pages[0].obj.Annots.append(web_link(pdf, "mailto:clerk@norbury.example"))

    make_tagged(tmp_path / "a.pdf", 2, edit=stray)
    contents = make_contents(tmp_path, [("Business", [Report(file="a.pdf")])])
    out, assembled = assemble(tmp_path, contents)
    pdf = opened(out)
    notes = [str(note.Contents) for note in pdf.pages[2].obj.Annots]
    assert notes == ["Page 4", "clerk@norbury.example", "Back to the agenda: 1 Business"]
    assert assembled.tags[0].mends == ((Mend.LINK_DESCRIBED, 2), (Mend.NOTE_TAGGED, 2))


def test_a_report_without_tags_is_wrapped_page_by_page(tmp_path: Path) -> None:
    def trouble(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[1].obj, Name.Fit]))
        page = pdf.pages[1].obj
        said = b"/OC /Layer BDC /P <</MCID 7>> BDC " + page.Contents.read_bytes() + b" EMC EMC /Artifact BMC"
        page.Contents = pdf.make_stream(said)

    make_pdf(tmp_path / "a.pdf", 2, trouble)
    pdf = opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf")])]))
    part = item_parts(pdf)[0].K[0]
    assert roles_under(part) == ["P", "P", "Link"]
    assert words_of(part) == ["A1", "A2"]
    assert b"/OC /Layer BDC" in pdf.pages[3].Contents[1].read_bytes()
    assert fate(tmp_path) == (TagsFate.WRAPPED, "")


def test_a_scanned_page_is_a_figure_that_says_so(tmp_path: Path) -> None:
    def scan(pdf: Pdf) -> None:
        picture = pdf.make_stream(bytes(300), Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10)
        picture.update(Dictionary(ColorSpace=Name.DeviceRGB, BitsPerComponent=8))
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=picture)
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q 500 0 0 700 40 60 cm /Im Do Q")

    make_pdf(tmp_path / "a.pdf", 1, scan)
    _pack, part = one_report(tmp_path)
    figure = next(each for each in elements(part) if Name.Figure == each.S)
    assert str(figure.Alt) == "Scanned page, holds no text"


def drop_tree(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K = Array()


def claim_twice(pdf: Pdf) -> None:
    add_element(pdf, pdf.Root.StructTreeRoot.K, "P", pdf.pages[0].obj, 0)


def forget_words(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K = Array(list(document.K)[1:])


def go_round(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K[0].K.append(document)


def go_deep(pdf: Pdf) -> None:
    element = pdf.Root.StructTreeRoot.K
    for _ in range(3000):
        element = add_element(pdf, element, "Sect")


def no_page(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.K.K[0].Pg


def huge_number(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].K.append(2_000_000_000)


@pytest.mark.parametrize(
    "breach", [drop_tree, claim_twice, forget_words, go_round, go_deep, no_page, huge_number], ids=lambda b: b.__name__
)
def test_a_report_whose_structure_does_not_fit_its_pages_is_wrapped(tmp_path: Path, breach: object) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=breach)
    assert roles_of_one(tmp_path) == ["P", "P"]
    outcome, reason = fate(tmp_path)
    assert outcome is TagsFate.BROKEN
    assert reason


def test_a_page_that_is_in_the_pack_twice_has_its_report_wrapped(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2)
    assert roles_of_one(tmp_path, Report(file="a.pdf", pages="1, 2, 1")) == ["P", "P", "P"]


def swap_entries(pdf: Pdf) -> None:
    entries = pdf.Root.StructTreeRoot.ParentTree.Nums
    entries[1], entries[3] = entries[3], entries[1]


def share_number(pdf: Pdf) -> None:
    pdf.pages[1].obj.StructParents = 0


def no_index(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


@pytest.mark.parametrize("breach", [swap_entries, share_number, no_index], ids=lambda breach: breach.__name__)
def test_a_wrong_index_is_made_anew_from_the_tree(tmp_path: Path, breach: object) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=breach)
    assert words_of_one(tmp_path) == ["A1 H1", "A1 P", "A2 H1", "A2 P"]
    _, assembled = assemble(tmp_path, make_contents(tmp_path, [("Business", [Report(file="a.pdf")])]))
    assert Mend.INDEX_REBUILT in dict(assembled.tags[0].mends)


def test_files_that_hang_on_the_structure_do_not_travel(tmp_path: Path) -> None:
    def attach(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[0].AF = Array([pdf.make_stream(b"kept out of the pack")])

    make_tagged(tmp_path / "a.pdf", 1, edit=attach)
    with opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf")])])) as pdf:
        assert not any(Name.AF in each for each in elements(pdf.Root.StructTreeRoot))


def test_a_stray_end_of_a_mark_does_not_end_ours(tmp_path: Path) -> None:
    def stray(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_stream(b"EMC " + page.Contents.read_bytes() + b" /Artifact BMC")

    make_tagged(tmp_path / "a.pdf", 1, edit=stray)
    assert words_of_one(tmp_path) == ["A1 H1", "A1 P"]


def test_the_clerks_alternate_texts_go_to_the_pictures_without_one(tmp_path: Path) -> None:
    def describe(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[1].Alt = String("The author's own")

    make_tagged(tmp_path / "a.pdf", 1, ["Figure", "Figure", "Figure", "Figure"], describe)
    report = Report(file="a.pdf", alt_texts=("A chart of rents", "", "A map of Norbury"))
    _pack, part = one_report(tmp_path, report)
    alts = [str(each.get(Name.Alt, "")) for each in elements(part) if Name.Figure == each.S]
    assert alts == ["A chart of rents", "The author's own", "", "A map of Norbury"]


def test_a_new_alternate_text_needs_no_new_body_and_a_rebuild_knows_what_became_of_the_tags(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 1, ["Figure"])
    make_pdf(tmp_path / "b.pdf", 1)
    items = [("Business", [Report(file="a.pdf"), Report(file="b.pdf")])]
    contents = make_contents(tmp_path, items)
    out, first = assemble(tmp_path, contents)
    verify_pack(out, contents, first, SilentProgress())
    before = out.read_bytes()
    _, again = assemble(tmp_path, contents)
    assert again.is_rebuilt
    assert out.read_bytes() == before
    assert again.tags == first.tags
    assert [tags.fate for tags in first.tags] == [TagsFate.KEPT, TagsFate.WRAPPED]
    assert [tags.figures for tags in first.tags] == [1, 0]
    items = [("Business", [Report(file="a.pdf", alt_texts=("A chart",)), Report(file="b.pdf")])]
    out, described = assemble(tmp_path, make_contents(tmp_path, items))
    assert described.is_rebuilt
    with opened(out) as pdf:
        assert [str(each.Alt) for each in elements(item_parts(pdf)[0]) if Name.Figure == each.S] == ["A chart"]


def test_an_item_and_a_report_in_another_language_say_so(tmp_path: Path) -> None:
    def welsh(pdf: Pdf) -> None:
        pdf.Root.Lang = String("cy")

    make_tagged(tmp_path / "a.pdf", 1, edit=welsh)
    make_tagged(tmp_path / "b.pdf", 1)
    contents = make_contents(tmp_path, [("Cofnodion", [Report(file="a.pdf"), Report(file="b.pdf")])])
    item = replace(contents.meeting.items[0], language="cy")
    out, _ = assemble(tmp_path, replace(contents, meeting=replace(contents.meeting, items=(item,))))
    with opened(out) as pdf:
        part = item_parts(pdf)[0]
        assert str(part.Lang) == "cy"
        assert all(Name.Lang not in kid for kid in part.K)
    out, _ = assemble(tmp_path, contents)
    with opened(out) as pdf:
        part = item_parts(pdf)[0]
        assert Name.Lang not in part
        assert [str(kid.get(Name.Lang, "")) for kid in part.K if Name.Part == kid.S] == ["cy", ""]


def claims(pack: Path) -> bool:
    with pikepdf.open(pack) as pdf:
        return b"pdfuaid" in pdf.Root.Metadata.read_bytes()


def test_only_a_pack_that_passes_and_holds_no_wrapped_report_claims_to_be_pdf_ua(tmp_path: Path) -> None:
    clean = make_pack(tmp_path, [("Minutes", [])], name="clean.pdf")
    assert claims(clean)
    assert claims(make_pack(tmp_path, [("Papers", [Report(file="clean.pdf")])]))
    make_pdf(tmp_path / "untagged.pdf", 1)
    assert not claims(make_pack(tmp_path, [("Papers", [Report(file="clean.pdf"), Report(file="untagged.pdf")])]))
    make_tagged(tmp_path / "unfit.pdf", 1)  # its font is not in the file
    assert not claims(make_pack(tmp_path, [("Papers", [Report(file="unfit.pdf")])]))


def test_cells_of_any_type_name_the_headers_of_their_own_report(tmp_path: Path) -> None:
    def head(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.RoleMap = Dictionary(Cell=Name.TD)
        heading, cell, paragraph = list(root.K.K)
        heading.ID = String("head")
        cell.A = Dictionary(O=Name.Table, Headers=Array([String("head"), String("nowhere")]))
        paragraph.A = Array([Dictionary(O=Name.Table, Headers=Array([String("nowhere")])), 0])

    for name in ("a", "b"):
        make_tagged(tmp_path / f"{name}.pdf", 1, ["TH", "Cell", "P"], head)
    with opened(make_pack(tmp_path, [("Business", [Report(file="a.pdf"), Report(file="b.pdf")])])) as pdf:
        reports = [part for part in item_parts(pdf)[0].K if Name.Part == part.S]
        for report, name in zip(reports, ("head", "head-2"), strict=True):
            heading, cell, paragraph = [each for each in elements(report) if str(each.S) in ("/TH", "/Cell", "/P")]
            assert str(heading.ID) == name
            assert [str(header) for header in cell.A.Headers] == [name]
            assert len(paragraph.A[0].Headers) == 0
