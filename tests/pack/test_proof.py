"""A pack that is not what was planned is never let through, whatever is wrong with it."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pack.pack_making import assemble, attached, make_contents, make_pdf
from pikepdf import Array, Dictionary, Name, Pdf

from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress


def lose_a_page(pdf: Pdf) -> None:
    del pdf.pages[3]


def swap_two_pages(pdf: Pdf) -> None:
    one, other = pdf.pages[2].obj, pdf.pages[3].obj
    middles = one.Contents[1], other.Contents[1]
    one.Contents[1], other.Contents[1] = middles[1], middles[0]


def swap_whole_pages(pdf: Pdf) -> None:
    page = pdf.pages[3]
    pdf.pages.insert(2, page)
    del pdf.pages[4]


def number_wrongly(pdf: Pdf) -> None:
    pdf.Root.PageLabels.Nums[1].St = 7


def stamp_wrongly(pdf: Pdf) -> None:
    stamps = pdf.pages[3].obj.Contents[-1]
    stamps.write(stamps.read_bytes().replace(b"(Page 4)", b"(Page 5)"))


def stamp_a_blank_page(pdf: Pdf) -> None:
    blank = pdf.pages[5].obj.Contents
    blank.write(blank.read_bytes() + b" BT (Page 6) Tj ET")


def turn_a_page(pdf: Pdf) -> None:
    pdf.pages[3].obj.Rotate = 90


def shrink_a_page(pdf: Pdf) -> None:
    pdf.pages[3].obj.MediaBox = Array([0, 0, 300, 400])


def send_a_bookmark_elsewhere(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Next.Dest = Array([pdf.pages[0].obj, Name.Fit])


def lose_a_bookmark(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Next.Next = pdf.Root.Outlines.First.Next.Next.get(Name.Next, Dictionary())


def send_the_agenda_elsewhere(pdf: Pdf) -> None:
    pdf.pages[0].obj.Annots[0].Dest = Array([pdf.pages[4].obj, Name.Fit])


def lose_the_way_back(pdf: Pdf) -> None:
    del pdf.pages[2].obj.Annots


def empty_a_page(pdf: Pdf) -> None:
    pdf.pages[3].obj.Contents[1].write(b"")


def claim_a_later_version(pdf: Pdf) -> None:
    pdf.Root.Version = Name("/2.0")


FAULTS: list[tuple[Callable[[Pdf], None], str]] = [
    (lose_a_page, "7 pages instead of 8"),
    (swap_two_pages, "Page 3 is not page 1 of “a.pdf”"),
    (swap_whole_pages, "Page 3 is stamped “Page 4”"),
    (number_wrongly, "would call page 1 “7”"),
    (stamp_wrongly, "Page 4 is stamped “Page 5” instead of “Page 4”"),
    (stamp_a_blank_page, "Page 6 is stamped"),
    (turn_a_page, "Page 4 has another size or turn than in “a.pdf”"),
    (shrink_a_page, "Page 4 has another size or turn"),
    (send_a_bookmark_elsewhere, "The bookmark “1 One”"),
    (lose_a_bookmark, "The bookmark “2 Two”"),
    (send_the_agenda_elsewhere, "does not lead to the papers of item 1 “One”"),
    (lose_the_way_back, "Page 3 has no link back"),
    (empty_a_page, "Page 4 is not page 2 of “a.pdf”"),
    (claim_a_later_version, "The finished pack is PDF 2.0 instead of 1.7"),
]


@pytest.mark.parametrize(("fault", "sentence"), FAULTS, ids=[fault.__name__ for fault, _ in FAULTS])
def test_a_wrong_pack_is_refused_with_a_sentence(tmp_path: Path, fault: Callable[[Pdf], None], sentence: str) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    make_pdf(tmp_path / "b.pdf", 2)
    contents = make_contents(tmp_path, [("One", attached("a.pdf")), ("Two", attached("b.pdf"))])
    pack, assembled = assemble(tmp_path, contents)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        fault(pdf)
        pdf.save(pack)
    with pytest.raises(PackNotProvenError) as refused:
        verify_pack(pack, contents, assembled, SilentProgress())
    assert sentence in refused.value.title
    assert "untouched" in refused.value.advice


@pytest.mark.parametrize("rest", [b"", b"%PDF-1.7\nnot a pack"])
def test_half_a_pack_is_refused(tmp_path: Path, rest: bytes) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    contents = make_contents(tmp_path, [("One", attached("a.pdf"))])
    pack, assembled = assemble(tmp_path, contents)
    pack.write_bytes(rest)
    with pytest.raises(PackNotProvenError):
        verify_pack(pack, contents, assembled, SilentProgress())


def test_a_report_that_vanishes_during_the_build_is_named(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    contents = make_contents(tmp_path, [("One", attached("a.pdf"))])
    (tmp_path / "a.pdf").unlink()
    with pytest.raises(PackNotProvenError, match=r"a\.pdf"):
        assemble(tmp_path, contents)


def test_a_report_that_lost_pages_during_the_build_is_named(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    contents = make_contents(tmp_path, [("One", attached("a.pdf"))])
    make_pdf(tmp_path / "a.pdf", 2)
    with pytest.raises(PackNotProvenError, match=r"a\.pdf"):
        assemble(tmp_path, contents)
