"""A report's own bookmarks lead to a page and a view, by whatever way they were written."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reports.made_pdfs import changed_pdf, outline, text_pdf

from agendabuilder.reports.prepared import Bookmark


def marks_of(tmp_path, prepare, *make, pages=4, **report):
    """The bookmarks of a report whose outline is made by functions from the PDF to a bookmark's dictionary."""
    path = changed_pdf(tmp_path / "report.pdf", lambda pdf: outline(pdf, *(one(pdf) for one in make)), pages=pages)
    return prepare(path, **report).bookmarks


def to_page(number, title="Part", *view):
    return lambda pdf: Dictionary(Title=String(title), Dest=Array([pdf.pages[number - 1].obj, *(view or (Name.Fit,))]))


def test_a_report_without_bookmarks(tmp_path, prepare):
    assert prepare(text_pdf(tmp_path / "report.pdf")).bookmarks == ()


def test_a_bookmark_keeps_its_page_and_its_view(tmp_path, prepare):
    marks = marks_of(
        tmp_path, prepare, to_page(3, "Costs", Name.XYZ, 72, 700.5, None), to_page(1, "Top", Name.FitH, 800)
    )
    assert marks == (
        Bookmark("Costs", 3, ("XYZ", 72.0, 700.5, None)),
        Bookmark("Top", 1, ("FitH", 800.0)),
    )


@pytest.mark.parametrize(
    ("view", "kept"),
    [
        ([Name.XYZ], ("XYZ", None, None, None)),
        ([Name.FitR, 1, 2, 3, 4], ("FitR", 1.0, 2.0, 3.0, 4.0)),
        ([Name.FitR, 1, 2], ("Fit",)),
        ([Name.Sideways, 5], ("Fit",)),
        ([Name.FitH, String("high")], ("FitH", None)),
        ([3], ("Fit",)),
    ],
)
def test_odd_views_become_proper_ones(tmp_path, prepare, view, kept):
    assert marks_of(tmp_path, prepare, to_page(1, "Part", *view))[0].view == kept


def _named_in_a_tree(pdf):
    place = Array([pdf.pages[1].obj, Name.Fit])
    leaf = pdf.make_indirect(Dictionary(Names=Array([String("costs"), Dictionary(D=place)]), Limits=Array(["c", "d"])))
    pdf.Root.Names = Dictionary(Dests=Dictionary(Kids=Array([leaf])))
    return Dictionary(Title=String("Part"), Dest=String("costs"))


def _named_in_the_old_way(pdf):
    pdf.Root.Dests = Dictionary({"/costs": Array([pdf.pages[1].obj, Name.Fit])})
    return Dictionary(Title=String("Part"), Dest=Name.costs)


def _by_an_action(pdf):
    action = Dictionary(S=Name.GoTo, D=Array([pdf.pages[1].obj, Name.Fit]))
    return Dictionary(Title=String("Part"), A=pdf.make_indirect(action))


def _by_the_page_s_place(_):
    return Dictionary(Title=String("Part"), Dest=Array([1, Name.Fit]))


@pytest.mark.parametrize("way", [_named_in_a_tree, _named_in_the_old_way, _by_an_action, _by_the_page_s_place])
def test_every_way_of_naming_a_page_leads_there(tmp_path, prepare, way):
    assert marks_of(tmp_path, prepare, way) == (Bookmark("Part", 2, ("Fit",)),)


def test_web_addresses_stay_and_other_addresses_do_not(tmp_path, prepare):
    def to_address(address):
        return lambda _: Dictionary(Title=String("Site"), A=Dictionary(S=Name.URI, URI=String(address)))

    marks = marks_of(tmp_path, prepare, to_address("https://example.org/a"), to_address("file:///C:/private.doc"))
    assert marks == (Bookmark("Site", uri="https://example.org/a"),)


def test_a_heading_without_a_page_stays_for_what_is_under_it(tmp_path, prepare):
    def heading(pdf):
        child = pdf.make_indirect(to_page(2, "Costs")(pdf))
        return Dictionary(Title=String("Appendix"), First=child, Last=child)

    marks = marks_of(tmp_path, prepare, heading, lambda _: Dictionary(Title=String("Leads nowhere")))
    assert marks == (Bookmark("Appendix", children=(Bookmark("Costs", 2),)),)


def test_bookmarks_follow_a_choice_of_pages(tmp_path, prepare):
    make = [to_page(number, f"Part {number}") for number in (1, 2, 3, 4)]
    path = changed_pdf(tmp_path / "report.pdf", lambda pdf: outline(pdf, *(one(pdf) for one in make)), pages=4)
    marks = prepare(path, pages="4, 2, 4").bookmarks
    assert [(mark.title, mark.page) for mark in marks] == [("Part 2", 2), ("Part 4", 1)]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("  Costs\r\nand\tsavings ", "Costs and savings"),
        ("Adroddiad yr ŵyl", "Adroddiad yr ŵyl"),
        ("A\x00B", "A B"),
        ("", "Untitled"),
        ("x" * 1000, "x" * 300),
    ],
)
def test_titles_are_one_clean_line(tmp_path, prepare, title, shown):
    assert marks_of(tmp_path, prepare, to_page(1, title))[0].title == shown


def test_half_a_character_in_a_title_is_dropped(tmp_path, prepare):
    def broken_title(pdf):
        return Dictionary(Title=pikepdf.Object.parse(b"<FEFFD8000041>"), Dest=Array([pdf.pages[0].obj, Name.Fit]))

    marks_of(tmp_path, prepare, broken_title)[0].title.encode("utf-8")


def test_an_outline_that_loops_is_followed_once(tmp_path, prepare):
    def loop(pdf):
        first, second = (pdf.make_indirect(to_page(number, f"Part {number}")(pdf)) for number in (1, 2))
        first.Next, second.Next, second.First = second, first, first
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=first))

    marks = prepare(changed_pdf(tmp_path / "report.pdf", loop)).bookmarks
    assert [mark.title for mark in marks] == ["Part 1", "Part 2"]


def test_an_outline_of_a_thousand_levels_is_cut(tmp_path, prepare):
    def nest(pdf):
        node = None
        for _ in range(1000):
            mark = to_page(1)(pdf)
            if node is not None:
                mark.First = node
            node = pdf.make_indirect(mark)
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=node))

    (mark,) = prepare(changed_pdf(tmp_path / "report.pdf", nest)).bookmarks
    depth = 1
    while mark.children:
        (mark,), depth = mark.children, depth + 1
    assert depth == 24


def test_ten_thousand_bookmarks_are_cut(tmp_path, prepare):
    path = changed_pdf(tmp_path / "report.pdf", lambda pdf: outline(pdf, *(to_page(1)(pdf) for _ in range(10_000))))
    assert len(prepare(path).bookmarks) == 5000


@pytest.mark.parametrize(
    "broken",
    [
        lambda _: Dictionary(Dest=Array()),
        lambda _: Dictionary(Title=Name.No, Dest=7),
        lambda _: Dictionary(Title=String("A"), Dest=String("unknown")),
        lambda _: Dictionary(Title=String("A"), A=Array([1])),
        lambda _: Dictionary(Title=String("A"), Dest=Array([99, Name.Fit])),
        lambda _: Dictionary(Title=String("A"), Dest=Dictionary(D=Dictionary(D=1))),
    ],
)
def test_bookmarks_that_make_no_sense_are_left_out(tmp_path, prepare, broken):
    assert marks_of(tmp_path, prepare, broken) == ()
