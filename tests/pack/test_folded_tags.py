"""Elements that travel folded from pack to pack say what their authors said, and lead where they led."""

from pathlib import Path

import pikepdf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pack.pack_making import HOUSING, assemble, make_contents, make_pack, make_pdf
from pack.tagged_making import add_element, elements, item_parts, make_tagged, words_of
from pikepdf import Array, Dictionary, Name, Pdf, String

from agendabuilder.domain.item import Report
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.pack.tagging.folded_tags import fold_tags
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.progress import SilentProgress

BUSINESS = [("Business", [Report(file="a.pdf")])]


def alternate_texts(pack: Path) -> list[str]:
    """Those of the elements of a pack whose structure hangs together."""
    with pikepdf.open(pack) as pdf:
        assert structure_faults(pdf) == ()
        return [str(each.Alt) for each in elements(item_parts(pdf)[0]) if Name.Alt in each]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1), min_size=1, max_size=3))
@example(["see object 12 0 R and /P 3 0 R", "100 %d (sic) %", "\\(12 0 R\\)"])
@example(["\0 1 0 R \0", "/AgendaBuilderKidsHere", "/AgendaBuilderLeavesHere"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_an_author_says_of_a_picture_is_what_the_pack_says(tmp_path: Path, texts: list[str]) -> None:
    def describe(pdf: Pdf) -> None:
        for element, text in zip(pdf.Root.StructTreeRoot.K.K, texts, strict=True):
            element.Alt = String(text)

    wanted = [text for text in texts if text.strip()]
    make_tagged(tmp_path / "a.pdf", 1, ["Figure"] * len(texts), describe)
    said = alternate_texts(make_pack(tmp_path, BUSINESS))
    assert [text for text in said if text.strip()] == wanted


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1).filter(str.strip))
@example("see 12 0 R (100 %d) \\")
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_clerk_says_of_a_picture_is_what_the_pack_says(tmp_path: Path, text: str) -> None:
    make_tagged(tmp_path / "a.pdf", 1, ["P", "Figure"])
    report = Report(file="a.pdf", alt_texts=(text,))
    assert alternate_texts(make_pack(tmp_path, [("Business", [report])])) == [text]


def test_a_heading_with_words_like_ours_does_not_take_the_place_of_elements(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 1, ["H1", "P"])
    report = Report(file="a.pdf", title="/AgendaBuilderKidsHere")
    with pikepdf.open(make_pack(tmp_path, [("/AgendaBuilderLeavesHere", [report])])) as pdf:
        assert structure_faults(pdf) == ()
        assert words_of(item_parts(pdf)[0])[:2] == ["A1 H1", "A1 P"]


def test_a_rebuild_that_moves_a_report_leads_to_the_same_words(tmp_path: Path) -> None:
    for name in ("a", "b"):
        make_tagged(tmp_path / f"{name}.pdf", 3, ["H1", "Figure", "P"])
    make_pdf(tmp_path / "c.pdf", 1)

    def build(*names: str) -> list[list[str]]:
        items = [(name, [Report(file=f"{name}.pdf")]) for name in names]
        contents = make_contents(tmp_path, items)
        out, assembled = assemble(tmp_path, contents)
        verify_pack(out, contents, assembled, SilentProgress())
        with pikepdf.open(out) as pdf:
            assert structure_faults(pdf) == ()
            return [words_of(part) for part in item_parts(pdf)]

    first, second = build("a", "b")
    assert build("c", "b", "a")[1:] == [second, first]
    assert build("b", "a", "b") == [second, first, second]


def test_nothing_of_our_own_notes_is_in_a_pack(tmp_path: Path) -> None:
    make_tagged(tmp_path / "a.pdf", 2, ["H1", "Note"])
    with pikepdf.open(make_pack(tmp_path, BUSINESS, HOUSING)) as pdf:
        assert not [key for key in pdf.Root if "AgendaBuilder" in key]
        text = b"".join(each.unparse(resolved=True) for each in pdf.objects if isinstance(each, Array | Dictionary))
    assert b"Here" not in text


def test_an_element_that_hangs_nowhere_is_not_led_to() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page().obj
        part = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Part, K=Array()))
        lost = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, K=Array()))
        paragraph = add_element(pdf, part, "P", page, 0)
        paragraph.P = lost
        folded = fold_tags(pdf, part, [pdf.make_indirect(Array([paragraph]))], [(b"one", paragraph)], [])
        assert (folded.count, [other.objgen for other in folded.others]) == (2, [page.objgen])
        assert folded.named == [(b"one", 0)]
        texts = folded.unfold(70, [50, 60])
    assert texts[0] == b"<< /K [ 0 ] /P 50 0 R /Pg 60 0 R /S /P /Type /StructElem >>"
    assert texts[1:] == [b"[ 70 0 R ]", b"70 0 R", b"71 0 R"]
