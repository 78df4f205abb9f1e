"""What a report prints in its margins is found where the reader sees it, so that no stamp covers it."""

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name
from reports.made_pdfs import changed_pdf, drawn_pdf, text_pdf

from agendabuilder.reports.margin_ink import MARGIN, UNKNOWN_INK
from agendabuilder.reports.pdf.margin_scan import look_at_pages
from agendabuilder.reports.pdf.page_box import page_box

CORNER = (480, 20, 560, 32)
"""Where a stamp stands at the bottom right of an A4 page, in points."""


def ink_of(prepare, path):
    return prepare(path).pages[0].ink


def test_an_empty_margin_is_free(tmp_path, prepare):
    ink = ink_of(prepare, text_pdf(tmp_path / "budget.pdf"))
    assert not ink.is_busy(*CORNER)
    assert not ink.is_dark(*CORNER)
    assert not ink.is_busy(40, 800, 560, 830)


def test_a_page_number_of_the_report_is_found_and_the_place_beside_it_is_free(tmp_path, prepare):
    ink = ink_of(prepare, drawn_pdf(tmp_path / "a.pdf", lambda canvas: canvas.drawString(500, 22, "17")))
    assert ink.is_busy(*CORNER)
    assert not ink.is_busy(300, 20, 490, 32)
    assert not ink.is_busy(480, 36, 560, 48)
    assert not ink.is_busy(480, 6, 560, 18)


def test_small_pale_print_and_thin_rules_are_found(tmp_path, prepare):
    def draw(canvas):
        canvas.setFont("Helvetica", 6)
        canvas.setFillGray(0.6)
        canvas.drawString(500, 24, "version 2")
        canvas.setLineWidth(0.25)
        canvas.line(40, 800, 300, 800)

    ink = ink_of(prepare, drawn_pdf(tmp_path / "a.pdf", draw))
    assert ink.is_busy(*CORNER)
    assert ink.is_busy(40, 796, 60, 804)


@pytest.mark.parametrize(("grey", "dark"), [(0.95, False), (0.5, True), (0.0, True)])
def test_an_even_background_is_free_but_a_dark_one_needs_a_plate(tmp_path, prepare, grey, dark):
    def draw(canvas):
        canvas.setFillGray(grey)
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)

    ink = ink_of(prepare, drawn_pdf(tmp_path / "slide.pdf", draw))
    assert not ink.is_busy(*CORNER)
    assert ink.is_dark(*CORNER) is dark


def test_the_edge_of_a_dark_band_is_print(tmp_path, prepare):
    def draw(canvas):
        canvas.setFillGray(0.2)
        canvas.rect(0, 0, 595, 26, stroke=0, fill=1)

    assert ink_of(prepare, drawn_pdf(tmp_path / "slide.pdf", draw)).is_busy(*CORNER)


def add_annotation(pdf, drawing, **keys):
    appearance = pdf.make_stream(drawing, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 80, 12]))
    rect = Array([480, 20, 560, 32])
    note = pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=rect, AP=Dictionary(N=appearance), F=4, **keys))
    pdf.pages[0].obj.Annots = Array([note])
    return note


def add_field(pdf, drawing):
    field = add_annotation(pdf, drawing, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("Name"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def test_what_is_filled_into_a_form_is_print_too(tmp_path, prepare):
    path = changed_pdf(tmp_path / "form.pdf", lambda pdf: add_field(pdf, b"0 g 2 2 60 8 re f"))
    assert ink_of(prepare, path).is_busy(*CORNER)


def test_an_empty_field_is_free(tmp_path, prepare):
    assert not ink_of(prepare, changed_pdf(tmp_path / "form.pdf", lambda pdf: add_field(pdf, b""))).is_busy(*CORNER)


def test_a_rubber_stamp_is_print_too(tmp_path, prepare):
    def add_rubber_stamp(pdf):
        add_annotation(pdf, b"0 g 2 2 60 8 re f", Subtype=Name.Stamp)

    assert ink_of(prepare, changed_pdf(tmp_path / "a.pdf", add_rubber_stamp)).is_busy(*CORNER)


def test_the_middle_of_the_page_counts_as_taken(tmp_path, prepare):
    ink = ink_of(prepare, text_pdf(tmp_path / "a.pdf"))
    assert ink.is_busy(100, 400, 120, 410)
    assert ink.is_busy(100, MARGIN - 4, 120, MARGIN + 8)


def test_where_nothing_is_known_everything_counts_as_taken_and_dark():
    assert UNKNOWN_INK.is_busy(*CORNER)
    assert UNKNOWN_INK.is_dark(*CORNER)


def test_a_page_with_endless_drawing_is_not_drawn(tmp_path, prepare):
    def fill(pdf):
        pdf.pages[0].obj.Contents = pdf.make_stream(b"10 10 m 99 99 l S\n" * 3_000_000)

    prepared = prepare(changed_pdf(tmp_path / "map.pdf", fill))
    assert prepared.pages[0].ink == UNKNOWN_INK
    assert prepared.pages[1].ink != UNKNOWN_INK


def test_a_page_with_a_gigantic_picture_is_not_drawn(tmp_path, prepare):
    def add_picture(pdf):
        picture = pdf.make_stream(
            b"", Subtype=Name.Image, Width=60_000, Height=60_000, BitsPerComponent=1, ColorSpace=Name.DeviceGray
        )
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=picture))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"595 0 0 842 0 0 cm /Im Do")

    assert prepare(changed_pdf(tmp_path / "map.pdf", add_picture)).pages[0].ink == UNKNOWN_INK


@pytest.mark.parametrize("height", [20, 60, 90, 143, 145])
def test_a_strip_of_paper_has_margins_as_far_as_it_goes(tmp_path, prepare, height):
    path = drawn_pdf(tmp_path / "slip.pdf", lambda canvas: canvas.drawString(10, 5, "slip"), size=(300, height))
    ink = ink_of(prepare, path)
    assert ink.is_busy(8, 4, 30, 10)
    assert not ink.is_busy(100, 4, 290, 16)
    assert not ink.is_busy(8, height - 3, 290, height)


@given(
    turn=st.sampled_from([0, 90, 180, 270]),
    corner=st.tuples(st.integers(-300, 300), st.integers(-300, 300)),
    size=st.tuples(st.integers(160, 900), st.integers(160, 900)),
    unit=st.sampled_from([1, 2, 0.5]),
    place=st.tuples(st.floats(0.1, 0.9), st.floats(0.1, 0.9), st.booleans()),
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_print_is_found_where_the_reader_of_a_turned_cropped_page_sees_it(tmp_path, turn, corner, size, unit, place):
    """A black square is put at a place of the reader's page; its edges are found there and nowhere else."""
    path = tmp_path / "turned.pdf"
    left, bottom = corner
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(100, 100))
    page = pdf.pages[0]
    page.obj.MediaBox = Array([left - 50, bottom - 50, left + size[0] + 50, bottom + size[1] + 50])
    page.obj.CropBox = Array([left, bottom, left + size[0], bottom + size[1]])
    page.obj.Rotate = turn
    page.obj.UserUnit = unit
    box = page_box(page)
    reach = min(MARGIN, box.height) - 12
    x = place[0] * (box.width - 12)
    y = place[1] * (reach - 12) if place[2] else box.height - 12 - place[1] * (reach - 12)
    across, up = x / unit, y / unit
    side = 12 / unit
    width, height = size
    at = {
        0: (left + across, bottom + up),
        90: (left + width - up - side, bottom + across),
        180: (left + width - across - side, bottom + height - up - side),
        270: (left + up, bottom + height - across - side),
    }[turn]
    page.obj.Contents = pdf.make_stream(f"0 g {at[0]} {at[1]} {side} {side} re f".encode())
    pdf.save(path)
    ((ink, _),) = look_at_pages(path, [box], ())
    assert ink.is_busy(x, y, x + 12, y + 12)
    assert ink.is_dark(x + 5, y + 5, x + 7, y + 7)
    for strip in (0, box.height - 10):
        if strip + 10 < y - 8 or strip > y + 20:
            assert not ink.is_busy(0, strip, box.width, strip + 10)
    if x > 40:
        assert not ink.is_busy(0, y, x - 10, y + 12)
    if x + 12 < box.width - 40:
        assert not ink.is_busy(x + 22, y, box.width, y + 12)
