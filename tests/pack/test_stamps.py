"""Every page is stamped where its reader looks for it, whatever the file does with its pages."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, product
from pathlib import Path

import pypdfium2
import pytest
from pack.pack_making import (
    HOUSING,
    attached,
    exempt,
    make_pack,
    make_pdf,
    with_content,
    with_page_keys,
)
from pikepdf import Array, Dictionary, Name, Pdf
from pypdf import PdfReader

from agendabuilder.domain.item import Report
from agendabuilder.domain.presentation import Corner, StampStyle

MM = 72 / 25.4
A5, A4, A3, LETTER = (420, 595), (595, 842), (842, 1191), (612, 792)


def seen(pack: Path, sheet: int, words: str, unit: float = 1.0) -> tuple[float, float, float, float, float, float]:
    """Where the reader sees words, in points: left, bottom, right, top of the words, and the page's width and height.

    PDFium is the judge; it does not know UserUnit. Fails unless the words stand upright.
    """
    document = pypdfium2.PdfDocument(pack)
    try:
        page = document[sheet - 1]
        text = page.get_textpage()
        found = text.search(words).get_next()
        assert found, f"{words!r} is not on page {sheet}"
        width, height = page.get_size()
        boxes = [text.get_charbox(index) for index in range(found[0], found[0] + found[1])]
        turn = page.get_rotation()
        left, bottom, right, top = page.get_cropbox()
        turned = [_turned(box, turn, (left, bottom, right, top)) for box in boxes]
    finally:
        document.close()
    assert all(one[0] < next_one[0] + 1 for one, next_one in pairwise(turned)), "reads backwards"
    letters = [box for box in turned if box[2] > box[0]]
    x0, y0 = min(box[0] for box in letters), min(box[1] for box in letters)
    x1, y1 = max(box[2] for box in letters), max(box[3] for box in letters)
    return x0 * unit, y0 * unit, x1 * unit, y1 * unit, width * unit, height * unit


def _turned(box: tuple[float, ...], turn: int, crop: tuple[float, ...]) -> tuple[float, float, float, float]:
    """A box in the page's coordinates as the reader of the turned page sees it."""
    left, bottom, right, top = crop
    corners = [(box[0], box[1]), (box[2], box[3])]
    views = {
        0: lambda x, y: (x - left, y - bottom),
        90: lambda x, y: (y - bottom, right - x),
        180: lambda x, y: (right - x, top - y),
        270: lambda x, y: (top - y, x - left),
    }
    (xa, ya), (xb, yb) = (views[turn](x, y) for x, y in corners)
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def at_home(place: tuple[float, ...], scale: float = 1.0) -> bool:
    """Whether words stand 20 mm from the right and 12 mm from the bottom, in 9.5 points; a little lower on a poster."""
    _, bottom, right, top, width, _ = place
    lower = 3 * scale if scale == 1 else 5 * MM * scale
    beside, above = abs(width - right - 20 * MM * scale), 12 * MM * scale - bottom
    return beside < 1.5 * scale and -3 < above < lower and 5 * scale < top - bottom < 11 * scale


def frames() -> Iterator[tuple[int, bool, float, tuple[int, int]]]:
    yield from product((0, 90, 180, 270), (False, True), (1.0, 2.0), (A5, A4, A3, LETTER))


def test_the_stamp_is_at_home_for_every_turn_crop_unit_and_size(tmp_path: Path) -> None:
    sheet = 3
    cases, reports = [], []
    for number, (turn, cropped, unit, size) in enumerate(frames()):
        keys = {"/Rotate": turn, "/UserUnit": unit}
        if cropped:
            keys["/MediaBox"] = Array([-30, 40, size[0] + 70, size[1] + 140])
            keys["/CropBox"] = Array([0, 80, size[0], size[1] + 80])
        make_pdf(tmp_path / f"r{number}.pdf", 1, with_page_keys(keys), size)
        reports.append(Report(file=f"r{number}.pdf"))
        short = min(size) * unit
        cases.append((sheet, turn, unit, short / 842 if short > 860 else 1.0))
        sheet += 2
    pack = make_pack(tmp_path, [("All", reports)])
    for sheet, turn, unit, scale in cases:
        place = seen(pack, sheet, f"Page {sheet}", unit)
        assert at_home(place, scale), (sheet, turn, unit, scale, place)


OPEN = {
    "a state that is not closed": b"q 3 0 0 3 100 100 cm\n",
    "two states that are not closed": b"q 2 0 0 2 0 0 cm q 0 1 -1 0 300 0 cm\n",
    "a state closed that was never opened": b"Q 3 0 0 3 50 50 cm\n",
    "closed too often, then left open": b"Q Q q 3 0 0 3 50 50 cm\n",
    "a coordinate system of its own": b"0.1 0 0 0.1 0 0 cm\n",
    "a text object that is not closed": b"BT /F1 9 Tf 400 400 Td\n",
    "marked content that is not closed": b"/Span <</MCID 0>> BDC /P BMC\n",
    "a clip": b"0 0 10 10 re W n\n",
    "white ink and rendering mode 3": b"1 g 1 G 3 Tr\n",
    "what only looks like an operator": b"q (Q Q Q) Tj [(Q)] TJ % Q Q\n <51> Tj Q\n",
    "strings within strings": b"q (a (b (c) Q) \\( Q) Tj 4 0 0 4 0 0 cm\n",
    "a string that is not closed": b"q 2 0 0 2 0 0 cm BT /F1 9 Tf (cut off",
    "an array that is not closed": b"q 2 0 0 2 0 0 cm [ /oops",
    "a dictionary that is not closed": b"q 2 0 0 2 0 0 cm << /oops",
    "a picture that is not closed": b"q 2 0 0 2 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x",
    "a comment without an end": b"q 2 0 0 2 0 0 cm % oops",
    "an inline image": b"BI /W 1 /H 3 /BPC 8 /CS /G ID Q Q EI\n",
}


@pytest.mark.parametrize("content", OPEN.values(), ids=OPEN.keys())
def test_content_that_leaves_its_state_open_does_not_move_the_stamp(tmp_path: Path, content: bytes) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(content)

    make_pdf(tmp_path / "a.pdf", 1, edit)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))])
    assert at_home(seen(pack, 3, "Page 3"))
    assert seen(pack, 3, "Agenda Item 1")[3] > 842 - 14 * MM


def dark_pixels(pack: Path, sheet: int, area: tuple[float, float, float, float]) -> int:
    """How many dark pixels the reader sees in an area, in points."""
    document = pypdfium2.PdfDocument(pack)
    try:
        page = document[sheet - 1]
        _, height = page.get_size()
        picture = page.render(scale=1).to_pil().convert("L")
        box = (area[0], height - area[3], area[2], height - area[1])
        return sum(picture.crop(tuple(round(edge) for edge in box)).histogram()[:100])
    finally:
        document.close()


def footer(text: bytes, x: float, y: float) -> bytes:
    return b"BT /F1 10 Tf %f %f Td (%b) Tj ET\n" % (x, y, text)


def test_the_stamp_gives_way_to_the_reports_own_footer(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1, with_content(footer(b"Confidential draft 12", 460, 34)))
    _, bottom, right, top, *_ = seen(make_pack(tmp_path, [("One", attached("a.pdf"))]), 3, "Page 3")
    assert top < 32 or bottom > 44 or right < 458
    assert abs(bottom - 34) < 30 or right > 350


def test_where_the_whole_margin_is_printed_on_the_stamp_stands_on_a_plate(tmp_path: Path) -> None:
    stripes = b"".join(b"%d 0 1 80 re f\n" % x for x in range(0, 595, 5))
    make_pdf(tmp_path / "a.pdf", 1, with_content(stripes))
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))])
    place = seen(pack, 3, "Page 3")
    assert at_home(place)
    assert dark_pixels(pack, 3, (place[0] - 1.5, place[1] + 1, place[0] - 0.5, place[3] - 1)) == 0


def test_the_stamp_can_be_read_on_a_dark_page(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1, with_content(b"0.1 g 0 0 595 842 re f 0 g\n"))
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))])
    left, bottom, right, top, *_ = seen(pack, 3, "Page 3")
    assert dark_pixels(pack, 3, (left, bottom, right, top)) < 0.6 * (right - left) * (top - bottom)


def test_only_the_first_page_of_an_items_papers_names_the_item(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    make_pdf(tmp_path / "b.pdf", 2)
    pack = make_pack(tmp_path, [("Apologies", []), ("Two", attached("a.pdf", "b.pdf"))])
    texts = [page.extract_text() for page in PdfReader(pack).pages]
    assert ["Agenda Item 2" in text for text in texts] == [False, False, True, False, False, False]


def test_front_pages_are_stamped_and_blank_pages_are_not(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1)
    pages = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))])).pages
    stamped = [f"Page {sheet}" in page.extract_text() for sheet, page in enumerate(pages, start=1)]
    assert stamped == [True, False, True, False]


@pytest.mark.parametrize("corner", Corner)
def test_the_stamps_of_one_page_never_cover_each_other(tmp_path: Path, corner: Corner) -> None:
    make_pdf(tmp_path / "a.pdf", 1, size=A5)
    make_pdf(tmp_path / "b.pdf", 1, size=(250, 300))
    meeting = replace(HOUSING, stamp=StampStyle(corner=corner))
    pack = make_pack(tmp_path, [("One", [exempt("a.pdf", 3)]), ("Two", [exempt("b.pdf", 1, 2)])], meeting, draft=True)
    for sheet, number in ((3, 1), (5, 2)):
        ground = "Exempt: paragraph"
        places = [seen(pack, sheet, words) for words in (f"Page {sheet}", f"Agenda Item {number}", ground, "DRAFT")]
        for one, other in product(places, places):
            apart = one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
            assert one is other or apart, (sheet, one, other)


def test_each_restricted_page_says_why_and_no_other_does(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    make_pdf(tmp_path / "b.pdf", 2)
    pack = make_pack(tmp_path, [("Open", attached("a.pdf")), ("Closed", [exempt("b.pdf", 3)])])
    wording = "Members only: not for publication. Exempt: paragraph 3"
    texts = [page.extract_text() for page in PdfReader(pack).pages]
    assert [wording in text for text in texts] == [False, False, False, False, True, True]


def test_every_page_of_a_draft_says_so(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))], draft=True)
    assert ["DRAFT" in page.extract_text() for page in PdfReader(pack).pages] == [True, False, True, True]


def test_stamps_may_be_in_welsh(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1)
    meeting = replace(HOUSING, stamp=StampStyle(page="Tŷ'r cyngor, tudalen {page}", item="Eitem (ŵ) {number}"))
    text = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))], meeting)).pages[2].extract_text()
    assert "Tŷ'r cyngor, tudalen 3" in text
    assert "Eitem (ŵ) 1" in text


def test_a_stamp_weighs_less_than_a_kilobyte_a_page(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 101)
    make_pdf(tmp_path / "b.pdf", 1)
    meeting = replace(HOUSING, blank_pages=False)
    small = make_pack(tmp_path, [("One", attached("b.pdf"))], meeting).stat().st_size
    large = make_pack(tmp_path, [("One", attached("a.pdf"))], meeting, name="large.pdf").stat().st_size
    assert (large - small) / 100 < 1024 + (tmp_path / "a.pdf").stat().st_size / 101


def test_pages_that_share_their_resources_are_each_stamped(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        shared = pdf.make_indirect(pdf.pages[0].obj.Resources)
        pdf.Root.Pages.Resources = shared
        for page in pdf.pages:
            del page.obj.Resources

    make_pdf(tmp_path / "a.pdf", 3, edit)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))])
    for sheet in (3, 4, 5):
        assert at_home(seen(pack, sheet, f"Page {sheet}"))


def test_a_font_of_the_reports_own_keeps_its_name(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        courier = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier)
        pdf.pages[0].obj.Resources.Font.PackStamp = courier

    make_pdf(tmp_path / "a.pdf", 1, edit)
    page = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))])).pages[2]
    assert page["/Resources"]["/Font"]["/PackStamp"]["/BaseFont"] == "/Courier"
    assert "Page 3" in page.extract_text()
