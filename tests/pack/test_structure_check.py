"""The structure check sees what validators of PDF/UA do not: an index that leads to another page's words."""

from pathlib import Path

import page as page_validation
import pikepdf
import pytest
from pack.pack_making import make_pack
from pack.tagged_making import Change, add_element, elements, make_tagged, web_link
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from agendabuilder.domain.item import Report
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.pack.tagging.structure_check_names import id_faults
from agendabuilder.pack.tagging.structure_check_tree import walk_tree
from agendabuilder.pack.tagging.structure_fault import Fault
from agendabuilder.progress import Cancelled, SilentProgress


def kinds(path: Path, with_content: bool = True) -> set[Fault]:
    with pikepdf.open(path) as pdf:
        return {fault.kind for fault in structure_faults(pdf, with_content)}


def changed(path: Path, change: Change) -> Path:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save()
    return path


def nums(pdf: Pdf) -> Object:
    return pdf.Root.StructTreeRoot.ParentTree.Nums


def first(pdf: Pdf, role: str) -> Dictionary:
    return next(each for each in elements(pdf.Root.StructTreeRoot) if Name(f"/{role}") == each.S)


def swap_entries(pdf: Pdf) -> None:
    entries = nums(pdf)
    entries[1], entries[3] = entries[3], entries[1]


def share_number(pdf: Pdf) -> None:
    pdf.pages[1].obj.StructParents = 0


def lose_number(pdf: Pdf) -> None:
    del pdf.pages[0].obj.StructParents


def orphan_mark(pdf: Pdf) -> None:
    heading = first(pdf, "H1")
    heading.K = Array()


def mislead_link(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].StructParent = 0


def claim_twice(pdf: Pdf) -> None:
    add_element(pdf, pdf.Root.StructTreeRoot.K, "P", pdf.pages[0].obj, 0)


def stray_link(pdf: Pdf) -> None:
    pdf.pages[1].obj.Annots = Array([web_link(pdf)])


def two_places(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K.append(first(pdf, "H1"))


def wrong_parent(pdf: Pdf) -> None:
    first(pdf, "P").P = first(pdf, "H1")


def ghost_mark(pdf: Pdf) -> None:
    first(pdf, "H1").K.append(9)


def unknown_type(pdf: Pdf) -> None:
    first(pdf, "H1").S = Name("/Headline")


def remapped_type(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(H1=Name.P)


def open_mark(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Artifact BMC")


def number_twice(pdf: Pdf) -> None:
    nums(pdf).extend([0, nums(pdf)[1]])


def ghost_note(pdf: Pdf) -> None:
    first(pdf, "Link").K.append(Dictionary(Type=Name.OBJR, Pg=pdf.pages[0].obj, Obj=web_link(pdf)))


def unlisted_id(pdf: Pdf) -> None:
    first(pdf, "H1").ID = String("a")


def unknown_header(pdf: Pdf) -> None:
    first(pdf, "H1").A = Dictionary(O=Name.Table, Headers=Array([String("nowhere")]))


def page_gone(pdf: Pdf) -> None:
    del pdf.pages[1]


def odd_number(pdf: Pdf) -> None:
    first(pdf, "P").K = Array([Dictionary(Type=Name.MCR, MCID=Name.One)])


def odd_element(pdf: Pdf) -> None:
    first(pdf, "P").MCID = 1


def odd_mark(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes().replace(b"MCID 1", b"MCID /One"))


def odd_page(pdf: Pdf) -> None:
    first(pdf, "P").Pg = 7


def broken_content(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    odd = pdf.make_stream(b"no such thing")
    odd.write(b"no such thing", filter=Name.FlateDecode)
    page.Contents = Array([page.Contents, odd])


def content_that_breaks_off(pdf: Pdf) -> None:
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /P <</MCID 7>> BDC BI /W 9 ID")


def hidden_note(pdf: Pdf) -> None:
    link = web_link(pdf)
    link.F, link.StructParent = 2, 0
    pdf.pages[1].obj.Annots = Array([link])


def tagged(folder: Path) -> Path:
    def add_link(pdf: Pdf) -> None:
        page, link = pdf.pages[0].obj, web_link(pdf)
        page.Annots = Array([link])
        element = add_element(pdf, pdf.Root.StructTreeRoot.K, "Link")
        element.K.append(Dictionary(Type=Name.OBJR, Pg=page, Obj=link))
        link.StructParent = 2
        nums(pdf).extend([2, element])

    return make_tagged(folder / "a.pdf", 2, edit=add_link)


def test_a_structure_that_hangs_together_has_no_faults(tmp_path: Path) -> None:
    assert kinds(tagged(tmp_path)) == set()


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (share_number, Fault.KEY_TWICE),
        (lose_number, Fault.KEY_MISSING),
        (swap_entries, Fault.KEY_WRONG),
        (mislead_link, Fault.KEY_WRONG),
        (orphan_mark, Fault.MARK_ORPHANED),
        (claim_twice, Fault.MARK_TWICE),
        (stray_link, Fault.NOTE_ORPHANED),
        (two_places, Fault.ELEMENT_TWICE),
        (wrong_parent, Fault.WRONG_PARENT),
        (ghost_mark, Fault.MARK_MISSING),
        (unknown_type, Fault.UNKNOWN_TYPE),
        (remapped_type, Fault.TYPE_REMAPPED),
        (open_mark, Fault.MARKS_UNBALANCED),
        (number_twice, Fault.KEY_TWICE),
        (ghost_note, Fault.NOTE_ELSEWHERE),
        (unlisted_id, Fault.ID_WRONG),
        (unknown_header, Fault.ID_WRONG),
        (page_gone, Fault.MARK_ELSEWHERE),
        (odd_number, Fault.MARK_ODD),
        (odd_element, Fault.MARK_ODD),
        (odd_mark, Fault.MARK_ODD),
        (odd_page, Fault.MARK_ELSEWHERE),
        (broken_content, Fault.CONTENT_UNREADABLE),
        (content_that_breaks_off, Fault.MARKS_UNBALANCED),
        (hidden_note, Fault.KEY_WRONG),
    ],
)
def test_each_fault_is_found_and_called_by_its_name(tmp_path: Path, change: Change, kind: Fault) -> None:
    assert kind in kinds(changed(tagged(tmp_path), change))


@pytest.mark.parametrize("change", [share_number, lose_number, swap_entries, mislead_link, claim_twice, stray_link])
def test_the_tree_alone_shows_most_faults_without_reading_any_page(tmp_path: Path, change: Change) -> None:
    assert kinds(changed(tagged(tmp_path), change), with_content=False)


def test_a_file_that_says_it_is_tagged_and_is_not_is_a_fault(tmp_path: Path) -> None:
    def untag(pdf: Pdf) -> None:
        del pdf.Root.StructTreeRoot

    assert kinds(changed(tagged(tmp_path), untag)) == {Fault.NO_TREE}


@pytest.fixture(scope="module")
def clean_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack that passes every rule, with a pack as its report: headings, a table, lists and links."""
    folder = tmp_path_factory.mktemp("clean")
    agenda = make_pack(folder, [("Minutes", []), ("Budget", [])], name="before.pdf")
    assert agenda.exists()
    return make_pack(folder, [("Papers", [Report(file="before.pdf", title="The agenda before")])])


def drop_alt(pdf: Pdf) -> None:
    first(pdf, "P").S = Name.Figure


def drop_scope(pdf: Pdf) -> None:
    for each in elements(pdf.Root.StructTreeRoot):
        if Name.TH == each.S:
            del each.A


def drop_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def drop_claim(pdf: Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfuaid", b"pdfuaxx"))


def hide_title(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def drop_tabs(pdf: Pdf) -> None:
    for page in pdf.pages:
        if Name.Tabs in page.obj:
            del page.obj.Tabs


def drop_description(pdf: Pdf) -> None:
    link = next(note for page in pdf.pages for note in page.obj.get(Name.Annots, Array()))
    del link.Contents


def add_content(words: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents.append(pdf.make_stream(words))

    return change


def skip_heading(pdf: Pdf) -> None:
    for each in elements(pdf.Root.StructTreeRoot):
        if Name.H2 == each.S:
            each.S = Name.H4


def fonts(pdf: Pdf) -> list[Object]:
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get(Name.Type) == Name.Font]


def drop_font_file(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if Name.FontDescriptor in font:
            del font.FontDescriptor.FontFile2


def drop_letters(pdf: Pdf) -> None:
    for font in fonts(pdf):
        if Name.ToUnicode in font:
            del font.ToUnicode


def test_a_clean_pack_passes_and_claims_to_be_pdf_ua(clean_pack: Path) -> None:
    assert page_validation.validate_pdf(str(clean_pack), profile="ua1").is_compliant
    assert kinds(clean_pack) == set()


@pytest.mark.parametrize(
    "change",
    [
        drop_alt, drop_scope, drop_language, drop_claim, hide_title, drop_tabs, drop_description,
        add_content(b" 0 0 10 10 re f "), add_content(b" /P <</MCID 0>> BDC /Artifact BMC 0 0 9 9 re f EMC EMC "),
        skip_heading, remapped_type, unknown_type, drop_font_file, drop_letters,
    ],
)  # fmt: skip
def test_the_fourteen_breaches_of_the_rules_are_caught_by_the_validator(
    clean_pack: Path, tmp_path: Path, change: Change
) -> None:
    with pikepdf.open(clean_pack) as pdf:
        change(pdf)
        pdf.save(tmp_path / "changed.pdf")
    assert not page_validation.validate_pdf(str(tmp_path / "changed.pdf"), profile="ua1").is_compliant


def number_of(pdf: Pdf, sheet: int) -> int:
    return int(pdf.pages[sheet].obj.StructParents)


def share_number_in_pack(pdf: Pdf) -> None:
    pdf.pages[1].obj.StructParents = number_of(pdf, 2)


def swap_in_pack(pdf: Pdf) -> None:
    one, other = pdf.pages[0].obj, pdf.pages[2].obj
    one.StructParents, other.StructParents = other.StructParents, one.StructParents


def mislead_in_pack(pdf: Pdf) -> None:
    notes = [note for page in pdf.pages for note in page.obj.get(Name.Annots, Array())]
    notes[0].StructParent, notes[1].StructParent = notes[1].StructParent, notes[0].StructParent


@pytest.mark.parametrize(
    "change",
    [share_number_in_pack, lose_number, swap_in_pack, mislead_in_pack, add_content(b"/P <</MCID 900>> BDC EMC")],
)
def test_the_five_that_no_validator_sees_are_caught_by_the_structure_check(
    clean_pack: Path, tmp_path: Path, change: Change
) -> None:
    with pikepdf.open(clean_pack) as pdf:
        change(pdf)
        pdf.save(tmp_path / "changed.pdf")
    assert kinds(tmp_path / "changed.pdf")


def test_following_a_large_tree_can_be_stopped_on_the_way(tmp_path: Path) -> None:
    class Impatient(SilentProgress):
        def advance(self, _: int = 1) -> None:
            raise Cancelled

    def add_elements(pdf: Pdf) -> None:
        for _ in range(600):
            add_element(pdf, pdf.Root.StructTreeRoot.K, "Div")

    with pikepdf.open(make_tagged(tmp_path / "a.pdf", 1, edit=add_elements)) as pdf:
        root = pdf.Root.StructTreeRoot
        tree = walk_tree(pdf, root, SilentProgress())
        assert len(tree.elements) > 600
        with pytest.raises(Cancelled):
            walk_tree(pdf, root, Impatient())
        with pytest.raises(Cancelled):
            list(id_faults(root, tree, Impatient()))
