"""Reports whose tags are written in odd ways are read out in the pack as their authors meant them."""

from pathlib import Path

import pikepdf
import pytest
from pack.pack_making import add_field, assemble, link_to, make_contents, make_pack
from pack.tagged_making import (
    Change,
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
from agendabuilder.pack.tagging.report_tags import Mend
from agendabuilder.pack.tagging.structure_check import structure_faults


def pack_of(folder: Path, pages: str = "") -> Pdf:
    """A pack of the report "a.pdf", whose structure hangs together."""
    pdf = pikepdf.open(make_pack(folder, [("Business", [Report(file="a.pdf", pages=pages)])]))
    assert structure_faults(pdf) == ()
    return pdf


def announced(pdf: Pdf) -> list[tuple[str, int, str]]:
    """The annotations that elements of the report announce: type of element, page of the report, where it leads."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=-1)}
    found = []
    for element in elements(item_parts(pdf)[0]):
        for kid in element.get(Name.K, Array()):
            if isinstance(kid, Dictionary) and Name.Obj in kid:
                address = str(kid.Obj.get(Name.A, Dictionary()).get(Name.URI, ""))
                found.append((str(element.S)[1:], pages[kid.Pg.objgen], address))
    return [each for each in found if each[2]]


def on_two_pages(pdf: Pdf) -> Object:
    link = web_link(pdf, "https://norbury.example/both")
    link.P = pdf.pages[0].obj
    for page in pdf.pages:
        page.obj.Annots = Array([link])
    return link


def announced_once(pdf: Pdf) -> None:
    add_announced(pdf, 0, on_two_pages(pdf))


def announced_for_the_second(pdf: Pdf) -> None:
    link = on_two_pages(pdf)
    add_announced(pdf, 1, link)
    link.P = pdf.pages[1].obj


def one_list_for_both(pdf: Pdf) -> None:
    link = on_two_pages(pdf)
    shared = pdf.make_indirect(Array([link]))
    for page in pdf.pages:
        page.obj.Annots = shared
    add_announced(pdf, 0, link)


@pytest.mark.parametrize(
    "change", [on_two_pages, announced_once, announced_for_the_second, one_list_for_both], ids=lambda c: c.__name__
)
@pytest.mark.parametrize("is_tagged", [True, False])
def test_a_link_that_is_on_two_pages_is_announced_on_each(tmp_path: Path, change: Change, is_tagged: bool) -> None:
    def edit(pdf: Pdf) -> None:
        change(pdf)
        if not is_tagged:
            del pdf.Root.StructTreeRoot

    make_tagged(tmp_path / "a.pdf", 2, edit=edit)
    with pack_of(tmp_path) as pdf:
        assert sorted(page for _, page, _ in announced(pdf)) == [1, 2]
        links = [
            next(note for note in page.Annots if Name.URI in note.get(Name.A, {})) for page in list(pdf.pages)[2:4]
        ]
        assert links[0].objgen != links[1].objgen
        assert links[1].P.objgen == pdf.pages[3].obj.objgen


def test_a_link_that_is_listed_twice_on_one_page_is_announced_once(tmp_path: Path) -> None:
    def twice(pdf: Pdf) -> None:
        add_announced(pdf, 0, web_link(pdf))
        pdf.pages[0].obj.Annots.append(pdf.pages[0].obj.Annots[0])

    make_tagged(tmp_path / "a.pdf", 1, edit=twice)
    with pack_of(tmp_path) as pdf:
        assert announced(pdf) == [("Link", 1, "https://norbury.example/plan")]


def test_a_field_that_is_on_two_pages_is_announced_on_each(tmp_path: Path) -> None:
    def both(pdf: Pdf) -> None:
        add_field(pdf, 0, "name", "Ann")
        pdf.pages[1].obj.Annots = Array([pdf.pages[0].obj.Annots[0]])

    make_tagged(tmp_path / "a.pdf", 2, edit=both)
    with pack_of(tmp_path) as pdf:
        assert roles_under(item_parts(pdf)[0]).count("Form") == 2


def test_a_page_that_is_in_the_pack_twice_has_links_of_its_own(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=on_two_pages)
    with pack_of(tmp_path, pages="1, 2, 1") as pdf:
        assert sorted(page for _, page, _ in announced(pdf)) == [1, 2, 3]


def test_gaps_in_a_pages_list_of_links_do_not_shift_them(tmp_path: Path) -> None:
    def gap(pdf: Pdf) -> None:
        for address in ("one", "two"):
            add_announced(pdf, 0, web_link(pdf, address), "Link" if address == "one" else "Reference")
        pdf.pages[0].obj.Annots = Array([None, *pdf.pages[0].obj.Annots])

    make_tagged(tmp_path / "a.pdf", 1, edit=gap)
    with pack_of(tmp_path) as pdf:
        assert announced(pdf) == [("Link", 1, "one"), ("Reference", 1, "two")]


def test_a_hidden_link_that_says_that_it_has_tags_does_not_lead_to_anothers(tmp_path: Path) -> None:
    def hide(pdf: Pdf) -> None:
        link_to(pdf.pages[0], Array([pdf.pages[0].obj, Name.Fit]))
        pdf.pages[0].obj.Annots[0].update(Dictionary(F=2, StructParent=0))

    make_tagged(tmp_path / "a.pdf", 1, edit=hide)
    with pack_of(tmp_path) as pdf:
        assert Name.StructParent not in pdf.pages[2].Annots[0]


def mark_in_the_element(pdf: Pdf) -> None:
    heading = pdf.Root.StructTreeRoot.K.K[0]
    heading.MCID = 0
    del heading.K


def mark_in_the_element_that_has_kids(pdf: Pdf) -> None:
    heading = pdf.Root.StructTreeRoot.K.K[0]
    heading.MCID = 0
    heading.K = Array()
    span = add_element(pdf, heading, "Span", pdf.pages[0].obj, 2)
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b"/Span <</MCID 2>> BDC BT /F1 9 Tf (more) Tj ET EMC")
    pdf.Root.StructTreeRoot.ParentTree.Nums[1].append(span)


def element_written_in_its_parent(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K[0] = Dictionary(S=Name.H1, Pg=pdf.pages[0].obj, MCID=0, P=document)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (mark_in_the_element, ["A1 H1", "A1 P"]),
        (mark_in_the_element_that_has_kids, ["A1 H1", "more", "A1 P"]),
        (element_written_in_its_parent, ["A1 H1", "A1 P"]),
    ],
)
def test_an_element_that_says_itself_which_mark_it_is_keeps_its_words(
    tmp_path: Path, change: Change, words: list[str]
) -> None:
    make_tagged(tmp_path / "a.pdf", 1, edit=change)
    with pack_of(tmp_path) as pdf:
        part = item_parts(pdf)[0].K[0]
        assert roles_under(part)[:1] == ["H1"]
        assert words_of(part) == words


def test_an_element_that_says_itself_which_link_it_is_announces_it(tmp_path: Path) -> None:
    def merge(pdf: Pdf) -> None:
        element = add_announced(pdf, 0, web_link(pdf))
        element.Obj, element.Pg = element.K[0].Obj, pdf.pages[0].obj
        del element.K

    make_tagged(tmp_path / "a.pdf", 1, edit=merge)
    with pack_of(tmp_path) as pdf:
        assert announced(pdf) == [("Link", 1, "https://norbury.example/plan")]


def test_a_mark_with_a_type_of_an_element_stays_a_mark(tmp_path: Path) -> None:
    def confuse(pdf: Pdf) -> None:
        heading = pdf.Root.StructTreeRoot.K.K[0]
        heading.K = Array([Dictionary(Type=Name.MCR, S=Name.Span, Pg=pdf.pages[0].obj, MCID=0)])

    make_tagged(tmp_path / "a.pdf", 1, edit=confuse)
    with pack_of(tmp_path) as pdf:
        part = item_parts(pdf)[0].K[0]
        assert roles_under(part)[:2] == ["H1", "P"]
        assert words_of(part) == ["A1 H1", "A1 P"]


def test_links_that_are_objects_of_their_own_and_those_that_are_not_are_not_mixed_up(tmp_path: Path) -> None:
    def mix(pdf: Pdf) -> None:
        element = add_announced(pdf, 0, web_link(pdf, "one"))
        add_announced(pdf, 0, web_link(pdf, "two"))
        other = pdf.Root.StructTreeRoot.K.K[-1]
        element.K = Array([pdf.make_indirect(element.K[0]), other.K[0], pdf.make_indirect(Dictionary(MCID=Name.odd))])
        del pdf.Root.StructTreeRoot.K.K[-1]

    make_tagged(tmp_path / "a.pdf", 1, edit=mix)
    with pack_of(tmp_path) as pdf:
        assert announced(pdf) == [("Link", 1, "one"), ("Link", 1, "two")]


def claim_more(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].K.append(9)


def claim_more_elsewhere(pdf: Pdf) -> None:
    kid = Dictionary(Type=Name.MCR, Pg=pdf.pages[1].obj, MCID=7)
    pdf.Root.StructTreeRoot.K.K[0].K.append(kid)


def claim_nothing_but_more(pdf: Pdf) -> None:
    row = add_element(pdf, pdf.Root.StructTreeRoot.K, "TR")
    add_element(pdf, row, "TD", pdf.pages[0].obj).K = 30


def claim_in_an_endless_string(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" ((/P <</MCID 2>> BDC EMC")
    add_element(pdf, pdf.Root.StructTreeRoot.K, "P", page, 2)


def write_it_oddly(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"/MCID 0", b"/M#43ID %odd\n 0"))


@pytest.mark.parametrize(
    ("change", "more"),
    [
        (claim_more, []),
        (claim_more_elsewhere, []),
        (claim_nothing_but_more, ["TR", "TD"]),
        (claim_in_an_endless_string, ["P"]),
        (write_it_oddly, []),
    ],
)
def test_a_claim_to_words_that_are_not_there_goes_and_its_element_stays(
    tmp_path: Path, change: Change, more: list[str]
) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=change)
    with pack_of(tmp_path) as pdf:
        part = item_parts(pdf)[0].K[0]
        assert roles_under(part) == ["H1", "P", "H1", "P", *more]
        assert words_of(part) == ["A1 H1", "A1 P", "A2 H1", "A2 P"]


def name_words_twice(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /P <</MCID 0>> BDC BT (more) Tj ET EMC")


def name_words_by_a_list_twice(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(Again=Dictionary(MCID=0))
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /P /Again BDC BT (more) Tj ET EMC")


def number_words_oddly(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /P <</MCID -3>> BDC BT (more) Tj ET EMC")


def draw_words_that_nothing_names(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"/P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC", Type=Name.XObject, Subtype=Name.Form)
    page.Resources.XObject = Dictionary(Fm=form)
    add_element(pdf, pdf.Root.StructTreeRoot.K, "P", page).K.append(Dictionary(Type=Name.MCR, Stm=form, MCID=0))


@pytest.mark.parametrize(
    "change", [name_words_twice, name_words_by_a_list_twice, number_words_oddly, draw_words_that_nothing_names]
)
def test_words_that_cannot_be_told_apart_have_their_report_read_page_by_page(tmp_path: Path, change: Change) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=change)
    with pack_of(tmp_path) as pdf:
        assert roles_under(item_parts(pdf)[0].K[0]) == ["P", "P"]


def table_over_two_pages(pdf: Pdf) -> None:
    """A header cell on page 1, and on page 2 two cells that share what they say of it; one names another, too."""
    table = add_element(pdf, pdf.Root.StructTreeRoot.K, "Table")
    shared = pdf.make_indirect(Dictionary(O=Name.Table, Headers=Array([String("th"), String("th-2"), String("lost")])))
    head, other, *cells = list(pdf.Root.StructTreeRoot.K.K)[:4]
    for cell in (head, other, *cells):
        cell.P = add_element(pdf, table, "TR")
        cell.P.K.append(cell)
        cell.S = Name.TD
    head.S, head.ID, other.S, other.ID = Name.TH, String("th"), Name.TH, String("th-2")
    for cell in cells:
        cell.A = shared
    pdf.Root.StructTreeRoot.K.K = Array([table])


def headers_in(pdf: Pdf) -> list[list[str]]:
    cells = [each for part in item_parts(pdf) for each in elements(part) if Name.A in each]
    return [[str(header) for header in cell.A.Headers] for cell in cells]


def test_cells_name_those_of_their_headers_that_are_in_the_pack(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=table_over_two_pages)
    with pack_of(tmp_path) as pdf:
        assert headers_in(pdf) == [["th", "th-2"], ["th", "th-2"]]
    with pack_of(tmp_path, pages="2") as pdf:
        assert headers_in(pdf) == [[], []]


def test_a_header_that_no_cell_is_called_by_is_not_named(tmp_path: Path) -> None:
    def name_it(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[1].A = Dictionary(O=Name.Table, Headers=Array([String("lost")]))

    make_tagged(tmp_path / "a.pdf", 1, ["P", "TD"], edit=name_it)
    with pack_of(tmp_path) as pdf:
        assert headers_in(pdf) == [[]]


def test_cells_of_the_same_report_once_more_name_their_own_headers(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=table_over_two_pages)
    reports = [Report(file="a.pdf"), Report(file="a.pdf", title="Again")]
    with pikepdf.open(make_pack(tmp_path, [("Business", reports)])) as pdf:
        assert structure_faults(pdf) == ()
        assert headers_in(pdf)[2:] == [["th-3", "th-2-2"], ["th-3", "th-2-2"]]


@pytest.mark.parametrize(
    "odd", [Dictionary(URI=1), Dictionary(Type=Name.Font, S=Name.P), Dictionary(S=Name.URI), Dictionary(F1=1)]
)
def test_something_else_among_the_tags_has_the_report_read_page_by_page(tmp_path: Path, odd: Object) -> None:
    def misplace(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K.append(odd)

    make_tagged(tmp_path / "a.pdf", 1, edit=misplace)
    with pack_of(tmp_path) as pdf:
        assert roles_under(item_parts(pdf)[0].K[0]) == ["P"]


def test_footnotes_have_an_identifier_that_no_other_element_has(tmp_path: Path) -> None:
    def name_one(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K.K[1].ID = String("note-2")

    make_tagged(tmp_path / "a.pdf", 1, ["Note", "P", "FENote"], edit=name_one)
    reports = [Report(file="a.pdf"), Report(file="a.pdf", title="Again")]
    contents = make_contents(tmp_path, [("Business", reports)])
    out, assembled = assemble(tmp_path, contents)
    assert dict(assembled.tags[0].mends)[Mend.NOTE_NAMED] == 2
    with pikepdf.open(out) as pdf:
        assert structure_faults(pdf) == ()
        named = [str(each.ID) for part in item_parts(pdf) for each in elements(part) if Name.ID in each]
    assert len(named) == len(set(named)) == 6


def test_a_link_that_is_listed_twice_stays_on_its_own_page_when_the_report_is_in_the_pack_again(tmp_path: Path) -> None:
    def twice(pdf: Pdf) -> None:
        link = web_link(pdf)
        pdf.pages[0].obj.Annots = Array([link, link])

    make_tagged(tmp_path / "a.pdf", 1, edit=twice)
    make_tagged(tmp_path / "b.pdf", 1)
    reports = [Report(file="a.pdf"), Report(file="a.pdf", title="Again")]
    for more in ([], [Report(file="b.pdf")]):
        with pikepdf.open(make_pack(tmp_path, [("Business", [*reports, *more])])) as pdf:
            assert structure_faults(pdf) == ()
            pages = (list(page.obj.get(Name.Annots, Array())) for page in pdf.pages)
            links = [note.objgen for notes in pages for note in notes if Name.A in note]
            assert len(links) == len(set(links)) == 2


@pytest.mark.parametrize("what", ["a page", "an element", "a list of elements", "a word"])
def test_a_class_that_is_something_else_is_no_class(tmp_path: Path, what: str) -> None:
    def misname(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        heading, paragraph = root.K.K
        heading.ID, heading.C, paragraph.C = String("h"), Name("/cls"), Name("/bold")
        odd = {"a page": pdf.pages[0].obj, "an element": heading, "a list of elements": Array([heading])}
        root.ClassMap = Dictionary({"/cls": odd.get(what, Name.Word), "/bold": Dictionary(O=Name.Layout)})

    make_tagged(tmp_path / "a.pdf", 1, edit=misname)
    with pack_of(tmp_path) as pdf:
        assert roles_under(item_parts(pdf)[0].K[0]) == ["H1", "P"]
        assert list(pdf.Root.StructTreeRoot.ClassMap.keys()) == ["/bold"]


def test_a_report_that_takes_a_page_for_its_classes_has_none(tmp_path: Path) -> None:
    def misname(pdf: Pdf) -> None:
        root = pdf.Root.StructTreeRoot
        root.ClassMap, root.K.K[0].C = pdf.pages[0].obj, Name("/Contents")

    make_tagged(tmp_path / "a.pdf", 1, edit=misname)
    with pack_of(tmp_path) as pdf:
        assert roles_under(item_parts(pdf)[0].K[0]) == ["H1", "P"]
        assert not any(Name.C in each for each in elements(pdf.Root.StructTreeRoot))
