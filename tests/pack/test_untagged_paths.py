"""Lines and shades that no tag names become artifacts; nothing else of the page is touched, and it looks the same."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pack.pack_making import assemble, make_contents
from pack.tagged_making import item_parts, make_tagged, words_of
from pikepdf import Dictionary, Name, Pdf

from agendabuilder.domain.item import Report
from agendabuilder.pack.content.untagged_paths import with_paths_marked
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.pack.tagging.report_tags import Mend
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.progress import SilentProgress


@pytest.mark.parametrize(
    ("content", "marked"),
    [
        (b"0 0 9 9 re f", b"/Artifact BMC 0 0 9 9 re f EMC"),
        (b"q 1 w 0 0 m 9 9 l S Q", b"q 1 w /Artifact BMC 0 0 m 9 9 l S EMC Q"),
        (b"/P <</A 0>> BDC (a) Tj EMC 0 0 9 9 re f*", b"/P <</A 0>> BDC (a) Tj EMC /Artifact BMC 0 0 9 9 re f* EMC"),
        (b"0 0 9 9 re f 1 g 5 5 9 9 re B", b"/Artifact BMC 0 0 9 9 re f 1 g 5 5 9 9 re B EMC"),
        (b"0 0 9 9 re f q 5 5 9 9 re f Q", b"/Artifact BMC 0 0 9 9 re f EMC q /Artifact BMC 5 5 9 9 re f EMC Q"),
        (b"q /Shade sh Q", b"q /Artifact BMC /Shade sh EMC Q"),
        (b"[3 1] 0 d % dashed\n0 0 m 9 9 l s", b"[3 1] 0 d /Artifact BMC % dashed\n0 0 m 9 9 l s EMC"),
        (b"0 0 9 9 re 1 0 0 rg f", b"/Artifact BMC 0 0 9 9 re 1 0 0 rg f EMC"),
        (b"/Artifact BMC 0 0 9 9 re EMC f", b"/Artifact BMC 0 0 9 9 re EMC /Artifact BMC f EMC"),
    ],
)  # fmt: skip
def test_a_path_outside_of_all_marks_becomes_an_artifact(content: bytes, marked: bytes) -> None:
    assert with_paths_marked(content).split() == marked.split()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"BT /F1 9 Tf (untagged words f) Tj ET",
        b"q 9 0 0 9 0 0 cm /Picture Do Q",
        b"0 0 9 9 re W n /f gs",
        b"/P <</MCID 0>> BDC 0 0 9 9 re f EMC",
        b"/P BMC /Span BMC (a) Tj EMC 0 0 9 9 re f EMC",
        b"/OC /Layer BDC 0 0 9 9 re f EMC",
        b"BT <f> Tj <</A <F>>> ET",
        b"0 0 9 9 re f BI /W 1 /H 1 /BPC 8 /CS /G ID f EI",
        b"EMC 0 0 9 9 re f",
        b"0 0 9 9 re f (a string that does not end",
        b"0 0 9 9 re f (three (brackets (deep) are) not) Tj followed",
    ],
)
def test_text_pictures_and_what_has_a_mark_or_cannot_be_read_for_sure_stay_as_they_are(content: bytes) -> None:
    assert with_paths_marked(content) is content


TOKENS = [
    "q", "Q", "EMC", "/P BMC", "/P <</A (q f)>> BDC", "/OC /L BDC", "(f) Tj", "<f> Tj", "/f gs", "% f\n", "1 0 0 rg",
    "0 0 9 9 re", "0 0 m 9 9 l", "h", "W n", "n", "f", "B*", "S", "/S sh", "BT", "ET", "/Im Do", "odd", "2 w",
]  # fmt: skip
PAINTING = frozenset(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh"])


def parsed(content: bytes) -> list[tuple[str, str]]:
    with pikepdf.new() as pdf:
        found = pikepdf.parse_content_stream(pdf.make_stream(content))
        return [(str(each.operator), str([str(part) for part in each.operands])) for each in found]


def without_artifacts(content: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The operators without the artifacts and what ends them."""
    kept, is_ours = list[tuple[str, str]](), list[bool]()
    for operator, operands in content:
        if operator in ("BMC", "BDC"):
            is_ours.append("/Artifact" in operands)
        ended = is_ours.pop() if operator == "EMC" and is_ours else False
        if not ended and "/Artifact" not in operands:
            kept.append((operator, operands))
    return kept


def bare_paths(content: list[tuple[str, str]]) -> int:
    """How many painting operators stand outside of marks and text."""
    depth, in_text, count = 0, False, 0
    for operator, _ in content:
        depth += (operator in ("BMC", "BDC")) - (operator == "EMC")
        in_text = operator == "BT" or (in_text and operator != "ET")
        count += operator in PAINTING and not depth and not in_text
    return count


@given(st.lists(st.sampled_from(TOKENS), max_size=25), st.sampled_from([" ", "\n", "\r\n"]))
def test_nothing_is_changed_but_that_no_path_is_left_without_a_mark(tokens: list[str], space: str) -> None:
    content = space.join(tokens).encode()
    before, after = parsed(content), parsed(with_paths_marked(content))
    assert without_artifacts(after) == before
    depths = [0]
    for operator, _ in before:
        depths.append(depths[-1] + (operator in ("BMC", "BDC")) - (operator == "EMC"))
    if min(depths) == 0:
        assert bare_paths(after) == 0


@given(st.binary(max_size=200))
def test_any_bytes_are_taken_without_complaint(content: bytes) -> None:
    with_paths_marked(content)


def test_content_with_very_many_brackets_takes_no_time() -> None:
    with_paths_marked(b"0 0 9 9 re f " + b"(" * 300_000)


def ruled(pdf: Pdf) -> None:
    """Lines under the words of page 1, one of them in a drawing of its own; page 2 has none."""
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"0 0 30 30 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 30, 30])
    page.Resources.XObject = Dictionary(Fm=form)
    page.Contents = pdf.make_stream(
        page.Contents.read_bytes() + b"\n0.5 0 0 RG 4 w 100 690 m 300 690 l S q 0 1 0 rg 100 500 99 99 re f Q /Fm Do"
    )


def test_a_tagged_reports_lines_are_marked_and_it_is_told_for_how_many_pages(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, edit=ruled)
    contents = make_contents(tmp_path, [("Business", [Report(file="a.pdf")])])
    out, assembled = assemble(tmp_path, contents)
    verify_pack(out, contents, assembled, SilentProgress())
    assert assembled.tags[0].mends == ((Mend.PATHS_SET_ASIDE, 1),)
    with pikepdf.open(out) as pdf:
        assert structure_faults(pdf) == ()
        assert words_of(item_parts(pdf)[0].K[0]) == ["A1 H1", "A1 P", "A2 H1", "A2 P"]
        said = pdf.pages[2].Contents[1].read_bytes()
        assert said.count(b"/Artifact BMC") == 2
        assert said.endswith(b"/Fm Do")
    assert drawn(out, 2, 60) == drawn(tmp_path / "a.pdf", 0, 60)


def drawn(file: Path, page: int, border: int) -> bytes:
    """A page as it is seen, in points, without its borders, where stamps are."""
    with pypdfium2.PdfDocument(file) as document:
        picture = document[page].render(scale=1).to_pil()
    return picture.crop((border, border, picture.width - border, picture.height - border)).tobytes()


def test_a_report_without_tags_keeps_its_lines_within_its_one_paragraph(tmp_path: Path) -> None:
    def untag(pdf: Pdf) -> None:
        ruled(pdf)
        del pdf.Root.StructTreeRoot

    make_tagged(tmp_path / "a.pdf", 1, edit=untag)
    out, assembled = assemble(tmp_path, make_contents(tmp_path, [("Business", [Report(file="a.pdf")])]))
    assert assembled.tags[0].mends == ()
    with pikepdf.open(out) as pdf:
        assert b"/Artifact BMC" not in pdf.pages[2].Contents[1].read_bytes()
