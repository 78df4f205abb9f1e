"""The clerk's wishes for a report's pages: turned, or fitted to A4, whatever hangs on them."""

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from reportlab.lib.pagesizes import A3, A4, A5, landscape, letter
from reports.made_pdfs import add_link, changed_pdf, drawn_pdf, outline, text_pdf
from reports.seen import inked_box

from agendabuilder.domain.item import Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report, prepare_reports

UPRIGHT, WIDE = (595.28, 841.89), (841.89, 595.28)


def frame(canvas, size, inset=0.1):
    """A black frame, so many parts of the page from its edges."""
    width, height = size
    canvas.setFillGray(0)
    canvas.rect(width * inset, height * inset, width * (1 - 2 * inset), height * (1 - 2 * inset), fill=1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_all_pages_are_turned_clockwise_and_the_file_is_left_as_it_is(tmp_path, prepare, turn):
    path = text_pdf(tmp_path / "plan.pdf")
    before = path.read_bytes()
    ready = prepare(path, turn=turn)
    assert [page.rotation for page in ready.pages] == [turn, turn]
    assert (ready.pages[0].width > ready.pages[0].height) == (turn != 180)
    assert ready.layout == f"turned by {turn}°"
    assert path.read_bytes() == before


def test_a_page_that_is_turned_already_is_turned_further(tmp_path, prepare):
    def turn(pdf):
        pdf.pages[0].obj.Rotate = 450
        pdf.pages[1].obj.Rotate = -90

    path = changed_pdf(tmp_path / "plan.pdf", turn)
    assert [page.rotation for page in prepare(path, turn=90).pages] == [180, 0]


@pytest.mark.parametrize(
    ("size", "fitted"),
    [(A3, UPRIGHT), (landscape(A3), WIDE), (letter, UPRIGHT), (A5, UPRIGHT), ((14400, 7200), WIDE), (A4, UPRIGHT)],
)
def test_pages_of_any_size_become_a4_with_all_their_print(tmp_path, prepare, size, fitted):
    path = drawn_pdf(tmp_path / "plan.pdf", lambda canvas: frame(canvas, size), size)
    ready = prepare(path, fit_to_a4=True)
    (page,) = ready.pages
    assert (page.width, page.height) == pytest.approx(fitted, abs=0.1)
    left, bottom, right, top = inked_box(ready.path)
    assert left == pytest.approx(fitted[0] - right, abs=2.5)
    assert bottom == pytest.approx(fitted[1] - top, abs=2.5)
    assert (right - left) / (top - bottom) == pytest.approx(size[0] / size[1], rel=0.03)


def test_a4_stays_as_it_is_to_the_byte_of_its_content(tmp_path, prepare):
    path = text_pdf(tmp_path / "budget.pdf", pages=1)
    with pikepdf.open(path) as before, pikepdf.open(prepare(path, fit_to_a4=True).path) as after:
        assert before.pages[0].Contents.read_bytes() == after.pages[0].Contents.read_bytes()


def test_a_receipt_is_not_blown_up_beyond_what_a5_would_be(tmp_path, prepare):
    path = drawn_pdf(tmp_path / "receipt.pdf", lambda canvas: frame(canvas, (100, 200), inset=0), (100, 200))
    left, bottom, right, top = inked_box(prepare(path, fit_to_a4=True).path)
    assert (right - left, top - bottom) == (pytest.approx(141, abs=3), pytest.approx(283, abs=3))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    turned=st.sampled_from([0, 90, 180, 270, -90]),
    wished=st.sampled_from([0, 90, 180, 270]),
    corner=st.tuples(st.integers(-300, 300), st.integers(-300, 300)),
    size=st.tuples(st.integers(60, 2000), st.integers(60, 2000)),
    unit=st.sampled_from([1, 2, 0.5]),
)
def test_print_is_in_the_same_part_of_the_page_after_as_before(tmp_path, turned, wished, corner, size, unit):
    """A block near the lower left corner of the sheet, seen through any crop, turn and unit."""

    def odd(pdf):
        page = pdf.pages[0].obj
        page.MediaBox = Array([corner[0] - 50, corner[1] - 50, corner[0] + size[0] + 50, corner[1] + size[1] + 50])
        page.CropBox = Array([*corner, corner[0] + size[0], corner[1] + size[1]])
        page.Rotate, page.UserUnit = turned, unit
        block = f"{corner[0] + size[0] / 10} {corner[1] + size[1] / 10} {size[0] / 2} {size[1] / 4} re f"
        outside = f"{corner[0] - 40} {corner[1] - 40} 30 30 re f Q Q"
        page.Contents = pdf.make_stream(f"{block} {outside}".encode())

    path = changed_pdf(tmp_path / "plan.pdf", odd, pages=1)
    cache = ReportCache(tmp_path / "kept")
    plain = prepare_report(path, Report(file="plan.pdf", turn=wished), cache)
    fitted = prepare_report(path, Report(file="plan.pdf", turn=wished, fit_to_a4=True), cache)
    (before,), (after,) = plain.pages, fitted.pages
    assert after.rotation == before.rotation == (turned + wished) % 360
    room = UPRIGHT if before.width <= before.height else WIDE
    scale = min(2**0.5, (room[0] - 24) / before.width, (room[1] - 24) / before.height)
    if max(abs(min(before.width, before.height) - 595.28), abs(max(before.width, before.height) - 841.89)) <= 3:
        scale = 1
    seen, was = inked_box(fitted.path), inked_box(plain.path, unit)
    for place, (whole, side) in enumerate([(after.width, before.width), (after.height, before.height)] * 2):
        assert seen[place] == pytest.approx((whole - side * scale) / 2 + was[place] * scale, abs=6 * max(scale, 1))


def test_links_comments_and_ways_into_the_page_move_with_it(tmp_path, prepare):
    def furnish(pdf):
        first, second = pdf.pages[0].obj, pdf.pages[1].obj
        first.MediaBox = second.MediaBox = Array([0, 0, A3[0], A3[1]])
        add_link(pdf, Dictionary(S=Name.GoTo, D=Array([second, Name.XYZ, 100, 1000, None])))
        note = Dictionary(
            Type=Name.Annot, Subtype=Name.Ink, Rect=Array([100, 100, 300, 300]),
            InkList=Array([Array([100, 100, 300, 300])]), BS=Dictionary(W=4),
        )  # fmt: skip
        first.Annots.append(pdf.make_indirect(note))
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(["costs", Array([second, Name.FitH, 1000])])))
        outline(pdf, Dictionary(Title="Costs", Dest=Array([second, Name.FitR, 0, 0, A3[0], A3[1]])))

    ready = prepare(changed_pdf(tmp_path / "plan.pdf", furnish), fit_to_a4=True)
    scale = (UPRIGHT[0] - 24) / A3[0]
    up = (UPRIGHT[1] - A3[1] * scale) / 2
    with pikepdf.open(ready.path) as pdf:
        link, ink = pdf.pages[0].Annots
        assert list(map(float, link.Rect)) == pytest.approx(
            [50 * scale + 12, 400 * scale + up, 200 * scale + 12, 420 * scale + up], abs=0.01
        )
        assert float(link.A.D[3]) == pytest.approx(1000 * scale + up, abs=0.01)
        assert list(map(float, ink.InkList[0])) == list(map(float, ink.Rect))
        assert float(ink.BS.W) == pytest.approx(4 * scale, abs=0.01)
        assert float(pdf.Root.Names.Dests.Names[1][2]) == pytest.approx(1000 * scale + up, abs=0.01)
    (bookmark,) = ready.bookmarks
    assert bookmark.view[1:] == pytest.approx((12, up, UPRIGHT[0] - 12, UPRIGHT[1] - up), abs=0.1)


def test_a_patterned_area_keeps_its_pattern(tmp_path, prepare):
    """Half the tile is black: at half the size there are twice as many stripes to the inch, in their old places."""

    def stripe(pdf):
        tile = pdf.make_stream(
            b"0 0 200 100 re f", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
            BBox=Array([0, 0, 200, 200]), XStep=200, YStep=200, Resources=Dictionary(),
        )  # fmt: skip
        page = pdf.pages[0].obj
        page.MediaBox = Array([0, 0, 2000, 2000])
        page.Resources = Dictionary(Pattern=Dictionary(Stripes=tile))
        page.Contents = pdf.make_stream(b"/Pattern cs /Stripes scn 0 0 2000 100 re f")

    ready = prepare(changed_pdf(tmp_path / "plan.pdf", stripe, pages=1), fit_to_a4=True)
    scale = (UPRIGHT[0] - 24) / 2000
    _, bottom, _, top = inked_box(ready.path)
    assert top - bottom == pytest.approx(100 * scale, abs=3)


def test_the_same_file_stands_beside_itself_in_both_ways(tmp_path, prepare):
    path = drawn_pdf(tmp_path / "plan.pdf", lambda canvas: frame(canvas, A3), A3)
    plain, fitted = prepare(path), prepare(path, fit_to_a4=True)
    assert plain.fingerprint == fitted.fingerprint
    assert (plain.path, plain.layout) != (fitted.path, fitted.layout)
    assert fitted.summary.endswith("fitted to A4")
    assert prepare(path, fit_to_a4=True) == fitted


def test_fitting_is_suggested_for_what_is_not_a4_until_it_is_done(tmp_path, cache):
    drawn_pdf(tmp_path / "plan.pdf", lambda canvas: frame(canvas, A3), A3)

    def found(**wishes):
        from agendabuilder.domain.item import Item

        meeting = Meeting(items=(Item(id="1", title="Park", reports=(Report(id="r", file="plan.pdf", **wishes),)),))
        findings = prepare_reports(meeting, tmp_path, cache, SilentProgress()).findings
        return [each.sentence for each in findings if each.code == "report-not-a4"]

    (sentence,) = found()
    assert "pages that are not A4, such as one of 297 by 420 mm (A3)" in sentence
    assert found(fit_to_a4=True) == []


@pytest.mark.parametrize("is_shared", [False, True])
def test_a_link_that_stands_right_in_its_page_leads_to_the_same_words_as_before(tmp_path, prepare, is_shared):
    def join(pdf):
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
        link.Dest = Array([pdf.pages[1].obj, Name.XYZ, 0, 700, None])
        pdf.pages[0].obj.Annots = pdf.make_indirect(Array([link])) if is_shared else Array([link])
        for page in pdf.pages:
            page.MediaBox = Array([0, 0, 800, 1100])

    report = prepare(changed_pdf(tmp_path / "plan.pdf", join), fit_to_a4=True)
    with pikepdf.open(report.path) as pdf:
        link = pdf.pages[0].Annots[0]
        scale = float(link.Rect[2] - link.Rect[0]) / 9
        assert float(link.Dest[3]) == pytest.approx(float(link.Rect[1]) + 700 * scale, abs=0.01)
