"""Files that are meant to do harm, or were made by a program that did: the door neither hangs nor bursts.

The two largest are made and read only when AGENDABUILDER_SLOW_TESTS is set.
"""

import os
import time
import tracemalloc
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reports.made_pdfs import changed_pdf, drawn_pdf, text_pdf

from agendabuilder.reports.pdf.heavy_pages import heavy_pages

WHEN_ASKED = pytest.mark.skipif("AGENDABUILDER_SLOW_TESTS" not in os.environ, reason="makes large files")


def test_a_file_with_an_object_that_does_not_end_is_repaired_and_told(tmp_path, prepare):
    path = text_pdf(tmp_path / "budget.pdf")
    path.write_bytes(path.read_bytes().replace(b"endobj", b"", 1))
    report = prepare(path)
    assert report.source_pages == 2
    assert "repaired" in report.traits


@pytest.mark.parametrize("side", [14_400, 3.5])
def test_the_largest_and_the_smallest_pages_that_viewers_show_are_taken(tmp_path, prepare, side):
    report = prepare(drawn_pdf(tmp_path / "plan.pdf", lambda canvas: canvas.rect(0, 0, 1, 1), (side, side)))
    assert report.pages[0].width == pytest.approx(side, abs=0.01)


def test_a_page_tree_that_loops_is_refused(tmp_path, refusal):
    def loop(pdf):
        pdf.Root.Pages.Kids.append(pdf.Root.Pages)
        pdf.Root.Pages.Parent = pdf.Root.Pages

    path = changed_pdf(tmp_path / "loop.pdf", lambda _: None)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        loop(pdf)
        pdf.save(path)
    assert refusal(path).code == "report-damaged"


def test_a_page_tree_of_eighty_levels_is_walked(tmp_path, prepare):
    def deepen(pdf):
        node = pdf.Root.Pages
        for _ in range(80):
            node = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([node]), Count=2))
            node.Kids[0].Parent = node
        pdf.Root.Pages = node

    assert prepare(changed_pdf(tmp_path / "deep.pdf", deepen)).source_pages == 2


def test_brackets_without_end_are_refused_and_crash_nothing(tmp_path, refusal):
    path = text_pdf(tmp_path / "deep.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Type /Catalog", b"/Deep " + b"[" * 50_000 + b" /Type /Catalog"))
    assert refusal(path).code == "report-damaged"


def packed_zeros(megabytes, times=1):
    """So many megabytes of spaces, packed once or several times over."""
    packer = zlib.compressobj(9)
    content = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()
    for _ in range(times - 1):
        content = zlib.compress(content, 9)
    return content


@pytest.mark.parametrize("times", [1, 2])
def test_a_small_file_that_unpacks_without_end_is_refused_quickly(tmp_path, refusal, times):
    def arm(pdf):
        bomb = pdf.make_stream(b"")
        bomb.write(packed_zeros(200, times), filter=Array([Name.FlateDecode] * times), decode_parms=None)
        pdf.pages[1].obj.Contents = bomb

    path = changed_pdf(tmp_path / "bomb.pdf", arm, compress_streams=False)
    assert path.stat().st_size < 400_000
    begun = time.monotonic()
    tracemalloc.start()
    refused = refusal(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.code == "report-page-endless"
    assert (
        refused.title
        == "Page 2 of the file “bomb.pdf” unpacks to more than viewers can show (70 megabytes of drawing)."
    )
    assert most < 60_000_000
    assert time.monotonic() - begun < 20


def test_contents_as_long_as_a_real_map_are_taken(tmp_path, prepare):
    def draw(pdf):
        pdf.pages[0].obj.Contents = pdf.make_stream(b"0 0 m 100 100 l S\n" * 300_000)

    assert prepare(changed_pdf(tmp_path / "map.pdf", draw)).source_pages == 2


def test_everything_that_may_not_travel_is_gone_from_the_copy(tmp_path, prepare):
    """Scripts on every level, programs that are started, forms that are sent, files and films inside."""

    def arm(pdf):
        script = Dictionary(S=Name.JavaScript, JS=String("app.launchURL('https://a.example')"))
        launch = Dictionary(S=Name.Launch, F=String("calc.exe"))
        first = pdf.pages[0].obj
        first.AA = Dictionary(O=script)
        pdf.Root.AA, pdf.Root.OpenAction = Dictionary(WC=script), launch
        pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=launch)
        chained = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 20, 20]),
            A=Dictionary(S=Name.GoTo, D=Array([first, Name.Fit]), Next=script),
        )  # fmt: skip
        field = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Btn, T=String("Send"), Rect=Array([20, 20, 90, 40]),
            A=Dictionary(S=Name.SubmitForm, F=String("https://a.example")), AA=Dictionary(K=script),
        ))  # fmt: skip
        first.Annots = Array([link, chained, field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.attachments["pay.xlsx"] = b"secret figures"

    report = prepare(changed_pdf(tmp_path / "form.pdf", arm))
    assert {"actions", "attachments"} <= set(report.traits)
    with pikepdf.open(report.path) as pdf:
        pdf.save(tmp_path / "plain.pdf", compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all,
                 object_stream_mode=pikepdf.ObjectStreamMode.disable)  # fmt: skip
    left = (tmp_path / "plain.pdf").read_bytes()
    wanted_gone = (b"JavaScript", b"launchURL", b"Launch", b"calc.exe", b"SubmitForm", b"secret figures", b"pay.xlsx")
    assert [word for word in wanted_gone if word in left] == []


@WHEN_ASKED
def test_five_thousand_pages_are_taken(tmp_path, prepare):
    begun = time.monotonic()
    assert prepare(text_pdf(tmp_path / "long.pdf", pages=5000)).source_pages == 5000
    assert time.monotonic() - begun < 120


@WHEN_ASKED
def test_five_hundred_megabytes_are_taken(tmp_path, prepare):
    def burden(pdf):
        pixels = pdf.make_stream(
            bytes(500_000_000), Type=Name.XObject, Subtype=Name.Image, Width=25_000, Height=20_000,
            ColorSpace=Name.DeviceGray, BitsPerComponent=8,
        )  # fmt: skip
        pdf.pages[0].obj.Resources.XObject = Dictionary(Im=pixels)
        pdf.pages[0].obj.Contents = pdf.make_stream(b"q 500 0 0 400 50 200 cm /Im Do Q")

    path = changed_pdf(tmp_path / "scan.pdf", burden, compress_streams=False)
    begun = time.monotonic()
    assert prepare(path).source_pages == 2
    assert time.monotonic() - begun < 60


def test_a_long_drawing_that_comes_down_the_page_tree_is_as_heavy_as_one_on_the_page(tmp_path):
    def hand_down(pdf):
        drawing = pdf.make_stream(zlib.compress(b"0 0 m 9 9 l S\n" * 4_000_000))
        drawing.Type, drawing.Subtype, drawing.Filter = Name.XObject, Name.Form, Name.FlateDecode
        pdf.Root.Pages.Resources = Dictionary(XObject=Dictionary(Plan=drawing))
        del pdf.pages[1].obj.Resources

    with pikepdf.open(changed_pdf(tmp_path / "plan.pdf", hand_down, compress_streams=False)) as pdf:
        assert heavy_pages(pdf) == {1}
