"""What a PDF offers to people who cannot see it: tags, alternate texts, headings, tables, language, title, fonts."""

from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reports.made_papers import element, tagged_pdf
from reports.made_pdfs import changed_pdf, text_pdf

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.readings.accessibility_facts import accessibility_facts
from agendabuilder.reports.readings.tag_walk import SkippedHeading, TagFacts


def tags(path: Path, cache: ReportCache) -> TagFacts:
    found = accessibility_facts(path, cache).tags
    assert found is not None
    return found


def test_an_untagged_file_has_no_tags(tmp_path: Path, cache: ReportCache) -> None:
    assert accessibility_facts(text_pdf(tmp_path / "a.pdf"), cache).tags is None


def test_pictures_without_alternate_text_are_named_by_their_pages(tmp_path: Path, cache: ReportCache) -> None:
    path = tagged_pdf(
        tmp_path / "a.pdf",
        element("Figure", page=1, alt="The boathouse in snow"),
        element("Figure", page=2),
        element("P", element("Picture", page=1, alt="  ")),
        roles={"/Picture": Name.Figure},
    )
    found = tags(path, cache)
    assert (found.figures, found.without_alt) == (3, (2, 1))


def test_a_heading_that_leaves_out_a_level_is_named(tmp_path: Path, cache: ReportCache) -> None:
    path = tagged_pdf(tmp_path / "a.pdf", *(element(role, page=2) for role in ("H1", "H2", "H4", "H2", "H3", "H1")))
    found = tags(path, cache)
    assert (found.headings, found.skipped) == (6, (SkippedHeading(2, 4, 2),))


def table(*rows: tuple[str, ...]) -> Dictionary:
    return element("Table", element("TBody", *(element("TR", *map(element, row)) for row in rows)), page=1)


def test_a_table_without_header_cells_is_named_and_a_layout_of_one_row_is_not(
    tmp_path: Path, cache: ReportCache
) -> None:
    bare, headed, layout = table(("TD", "TD"), ("TD", "TD")), table(("TH", "TH"), ("TD", "TD")), table(("TD", "TD"))
    found = tags(tagged_pdf(tmp_path / "a.pdf", layout, bare, headed), cache)
    assert (found.tables, found.without_headers) == (3, (1,))


def test_a_tree_that_runs_in_a_circle_ends(tmp_path: Path, cache: ReportCache) -> None:
    path = tagged_pdf(tmp_path / "a.pdf", element("Sect", element("P")))

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.StructTreeRoot.K.K[0].K.append(pdf.Root.StructTreeRoot.K)
        pdf.save(path)
    assert tags(path, cache).elements == 3


@pytest.mark.parametrize("below", [None, String("words"), 3, Array([1, Name.Odd, Array()])])
def test_a_tree_of_wrong_kinds_is_an_empty_tree(tmp_path: Path, cache: ReportCache, below: object) -> None:
    def tag(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        if below is not None:
            pdf.Root.StructTreeRoot.K = below

    assert tags(changed_pdf(tmp_path / "a.pdf", tag), cache) == TagFacts()


def test_language_and_title_are_as_the_file_has_them(tmp_path: Path, cache: ReportCache) -> None:
    def name(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = String("cy")
        pdf.docinfo["/Title"] = "Atgyweirio"

    facts = accessibility_facts(changed_pdf(tmp_path / "a.pdf", name), cache)
    assert (facts.language, facts.title) == ("cy", "Atgyweirio")


def font(**keys: object) -> Dictionary:
    return Dictionary(Type=Name.Font, **keys)


@pytest.mark.parametrize(
    ("used", "missing", "mute"),
    [
        (font(Subtype=Name.Type1, BaseFont=Name("/Helvetica-Bold")), (), ()),
        (font(Subtype=Name.TrueType, BaseFont=Name("/ArialMT")), ("ArialMT",), ()),
        (font(Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Arial"), FontDescriptor=Dictionary()), ("Arial",), ()),
        (font(Subtype=Name.TrueType, BaseFont=Name.Arial, FontDescriptor=Dictionary(FontFile2=String(""))), (), ()),
        (font(Subtype=Name.Type3, ToUnicode=String("")), (), ()),
        (font(Subtype=Name.Type3, BaseFont=Name.Odd), (), ("Odd",)),
        (
            font(
                Subtype=Name.Type0,
                BaseFont=Name.Kanji,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([Dictionary(FontDescriptor=Dictionary(FontFile2=String("")))]),
            ),
            (),
            ("Kanji",),
        ),
    ],
)
def test_fonts_that_are_missing_or_cannot_be_read_aloud_are_named(
    tmp_path: Path, cache: ReportCache, used: Dictionary, missing: tuple[str, ...], mute: tuple[str, ...]
) -> None:
    def put(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F1=used))

    facts = accessibility_facts(changed_pdf(tmp_path / "a.pdf", put), cache)
    assert (facts.fonts_missing, facts.fonts_mute) == (missing, mute)


def test_the_name_of_a_font_can_be_written_whatever_bytes_it_has(tmp_path: Path, cache: ReportCache) -> None:
    def name_it(pdf: pikepdf.Pdf) -> None:
        odd = pikepdf.Object.parse(b"<</Type /Font /Subtype /TrueType /BaseFont /#CB#CE#CC#E5>>")
        pdf.pages[0].Resources.Font = Dictionary(F1=odd)

    (missing,) = accessibility_facts(changed_pdf(tmp_path / "a.pdf", name_it), cache).fonts_missing
    assert missing.encode("utf-8")


def test_fonts_that_come_down_the_page_tree_count(tmp_path: Path, cache: ReportCache) -> None:
    def hand_down(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Pages.Resources = Dictionary(Font=Dictionary(F1=font(Subtype=Name.TrueType, BaseFont=Name.Garamond)))
        for page in pdf.pages:
            del page.obj.Resources

    assert accessibility_facts(changed_pdf(tmp_path / "a.pdf", hand_down), cache).fonts_missing == ("Garamond",)
