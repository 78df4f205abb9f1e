"""A finished pack is looked through from cover to cover: whatever qpdf would complain of is met, and on which page."""

import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pack.pack_making import attached, make_pack, make_pdf
from pikepdf import Array, Dictionary, Name, Pdf

from agendabuilder.pack.proof.finished_file import FileFaults, find_file_faults
from agendabuilder.pack.tagging.structure_fault import Fault
from agendabuilder.progress import Cancelled, SilentProgress

A_REPORT_PAGE = 4


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pack")
    make_pdf(folder / "a.pdf", 3)
    make_pdf(folder / "b.pdf", 2)
    return make_pack(folder, [("One", attached("a.pdf")), ("Two", attached("b.pdf"))])


def look(path: Path) -> FileFaults:
    return find_file_faults(path, SilentProgress())


def changed(pack: Path, change: Callable[[Pdf], None], to: Path) -> Path:
    with pikepdf.open(pack) as pdf:
        change(pdf)
        pdf.save(to, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return to


def test_a_whole_pack_has_no_fault_and_shows_its_numbers(pack: Path) -> None:
    assert look(pack) == FileFaults(labels=("1", "2", "3", "4", "5", "6", "7", "8"))


def cut_short(data: bytes) -> bytes:
    return data[:-200]


def lose_the_index(data: bytes) -> bytes:
    return data[: data.rindex(b"startxref")] + b"startxref\n12\n%%EOF\n"


@pytest.mark.parametrize("fault", [cut_short, lose_the_index])
def test_a_file_whose_index_is_broken_is_damaged_as_a_whole(
    pack: Path, tmp_path: Path, fault: Callable[[bytes], bytes]
) -> None:
    broken = tmp_path / "pack.pdf"
    broken.write_bytes(fault(pack.read_bytes()))
    assert {each.sheet for each in look(broken).damage} == {0}


def own_content(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[A_REPORT_PAGE - 1].obj.Contents[1]


def half_a_stream(pdf: Pdf) -> None:
    packed = zlib.compress(b"0 0 m 9 9 l S\n" * 400 + bytes(range(256)) * 9)
    own_content(pdf).write(packed[: len(packed) // 2], filter=Name.FlateDecode)


def nonsense(pdf: Pdf) -> None:
    content = own_content(pdf)
    content.write(content.read_bytes() + b" <41 ( is not closed")


def a_picture_without_end(pdf: Pdf) -> None:
    content = own_content(pdf)
    content.write(content.read_bytes() + b" BI /W 3 ID xxxx")


def no_content_at_all(pdf: Pdf) -> None:
    pdf.pages[A_REPORT_PAGE - 1].obj.Contents = Dictionary(A=1)


def half_a_picture(pdf: Pdf) -> None:
    picture = pdf.make_stream(zlib.compress(bytes(range(256)) * 40)[:90])
    picture.Subtype, picture.Filter = Name.Image, Name.FlateDecode
    pdf.pages[A_REPORT_PAGE - 1].obj.Resources.XObject = Dictionary(Im=picture)


DAMAGED_CONTENT = [half_a_stream, nonsense, a_picture_without_end, no_content_at_all]
DAMAGE = [*DAMAGED_CONTENT, half_a_picture]


@pytest.mark.parametrize("fault", DAMAGE)
def test_damage_is_met_on_its_page(pack: Path, tmp_path: Path, fault: Callable[[Pdf], None]) -> None:
    found = look(changed(pack, fault, tmp_path / "pack.pdf"))
    assert {each.sheet for each in found.damage} == {A_REPORT_PAGE}


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
@pytest.mark.parametrize("fault", [None, *DAMAGED_CONTENT])  # old versions let half a picture pass
def test_qpdf_itself_says_the_same(pack: Path, tmp_path: Path, fault: Callable[[Pdf], None] | None) -> None:
    file = changed(pack, fault, tmp_path / "pack.pdf") if fault else pack
    verdict = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False).returncode
    assert (verdict == 0) == (fault is None)


def test_a_font_that_is_in_no_page_of_the_file_is_missed_once(pack: Path, tmp_path: Path) -> None:
    def lose_fonts(pdf: Pdf) -> None:
        for each in pdf.objects:
            if isinstance(each, Dictionary) and "/FontFile2" in each:
                del each["/FontFile2"]

    found = look(changed(pack, lose_fonts, tmp_path / "pack.pdf"))
    assert {font.sheet for font in found.fonts} == {1}
    assert {font.words.split("-")[0] for font in found.fonts} == {"SourceSans3"}


def test_fonts_are_looked_for_in_drawings_and_in_what_annotations_show(pack: Path, tmp_path: Path) -> None:
    def use_fonts(pdf: Pdf) -> None:
        page = pdf.pages[A_REPORT_PAGE - 1].obj
        for name in ("Garamond", "Bodoni"):
            font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name(f"/ABCDEF+{name}"))
            drawing = pdf.make_stream(b"")
            drawing.Subtype, drawing.Resources = Name.Form, Dictionary(Font=Dictionary(F=font))
            if name == "Garamond":
                page.Resources.XObject = Dictionary(Fm=drawing)
            else:
                note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, AP=Dictionary(N=drawing), P=page)
                page.Annots = Array([pdf.make_indirect(note)])

    found = look(changed(pack, use_fonts, tmp_path / "pack.pdf"))
    assert {(font.sheet, font.words) for font in found.fonts} == {(4, "Garamond"), (4, "Bodoni")}


def test_the_structure_is_looked_at_too_and_beside_damage(pack: Path, tmp_path: Path) -> None:
    def mislead(pdf: Pdf) -> None:
        pdf.pages[A_REPORT_PAGE - 1].obj.StructParents = pdf.pages[A_REPORT_PAGE].obj.StructParents

    def mislead_and_damage(pdf: Pdf) -> None:
        mislead(pdf)
        nonsense(pdf)

    for change in (mislead, mislead_and_damage):
        found = look(changed(pack, change, tmp_path / "pack.pdf"))
        assert Fault.KEY_TWICE in {fault.kind for fault in found.structure}


def test_a_picture_in_the_coding_of_a_fax_is_left_alone(pack: Path, tmp_path: Path) -> None:
    def add_fax(pdf: Pdf) -> None:
        fax = pdf.make_stream(b"\x00\x01\x02")
        fax.Subtype, fax.Filter = Name.Image, Array([Name.FlateDecode, Name.JBIG2Decode])
        pdf.pages[A_REPORT_PAGE - 1].obj.Resources.XObject = Dictionary(Im=fax)

    assert look(changed(pack, add_fax, tmp_path / "pack.pdf")).damage == ()


@pytest.mark.parametrize(("megabytes", "is_told"), [(50, True), (150, False)])
def test_a_picture_that_would_fill_the_memory_is_not_unpacked(
    pack: Path, tmp_path: Path, megabytes: int, is_told: bool
) -> None:
    def add_picture(pdf: Pdf) -> None:
        packed = zlib.compress(bytes(megabytes * 1_000_000), 1)
        picture = pdf.make_stream(packed[: len(packed) * 2 // 3])
        picture.Subtype, picture.Filter = Name.Image, Name.FlateDecode
        pdf.pages[A_REPORT_PAGE - 1].obj.Resources.XObject = Dictionary(Im=picture)

    assert bool(look(changed(pack, add_picture, tmp_path / "pack.pdf")).damage) == is_told


def test_it_can_be_stopped_at_every_page(pack: Path) -> None:
    class Stopping(SilentProgress):
        steps_left = 3

        def advance(self, steps: int = 1) -> None:
            self.steps_left -= steps
            if not self.steps_left:
                raise Cancelled

    with pytest.raises(Cancelled):
        find_file_faults(pack, Stopping())
