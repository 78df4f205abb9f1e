"""The text of a report is read page by page, once, and kept with the file."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reportlab.pdfgen.canvas import Canvas
from reports.made_papers import paper
from reports.made_pdfs import changed_pdf, drawn_pdf

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM
from agendabuilder.reports.readings import report_text
from agendabuilder.reports.readings.report_text import ReportText, read_report_text


def test_each_page_has_its_lines(tmp_path: Path, cache: ReportCache) -> None:
    path = paper(tmp_path / "a.pdf", ("Repairs", "The boathouse leaks."), ("Costs",))
    assert read_report_text(path, cache).pages == ("Repairs\nThe boathouse leaks.", "Costs")


def test_a_page_with_nothing_on_it_is_named_and_one_with_a_line_is_not(tmp_path: Path, cache: ReportCache) -> None:
    path = paper(tmp_path / "a.pdf", ("Repairs",), (), ("Costs",))
    assert read_report_text(path, cache).bare == (2,)
    drawing = drawn_pdf(tmp_path / "b.pdf", lambda canvas: canvas.rect(100, 100, 50, 50))
    assert read_report_text(drawing, cache).bare == ()


@pytest.mark.parametrize(("angle", "sideways"), [(0, ()), (90, (1,)), (270, (1,)), (180, ())])
def test_words_that_lie_on_their_side_are_noticed(
    tmp_path: Path, cache: ReportCache, angle: int, sideways: tuple[int, ...]
) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        canvas.drawString(0, 0, "A table of what was spent in each of the wards")

    path = drawn_pdf(tmp_path / "a.pdf", draw)
    assert read_report_text(path, cache).sideways == sideways


def test_what_was_read_is_not_read_again(tmp_path: Path, cache: ReportCache) -> None:
    path = paper(tmp_path / "a.pdf", ("Repairs",))
    read_report_text(path, cache)
    note = next((cache.folder / "read").iterdir())
    fingerprint, what, _ = note.name.split(".")
    cache.keep_read(what, fingerprint, ReportText(("As it was kept",)))
    assert read_report_text(path, cache).pages == ("As it was kept",)


def test_a_damaged_note_in_the_cache_is_read_again(tmp_path: Path, cache: ReportCache) -> None:
    path = paper(tmp_path / "a.pdf", ("Repairs",))
    first = read_report_text(path, cache)
    for note in (cache.folder / "read").iterdir():
        note.write_text(note.read_text("utf-8").replace("Repairs", "Despair"), "utf-8")
    assert read_report_text(path, cache) == first


def test_a_file_that_is_no_pdf_has_no_pages(tmp_path: Path, cache: ReportCache) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"not a PDF")
    assert read_report_text(path, cache) == ReportText()


def test_what_is_read_of_a_copy_is_kept_beside_that_copy(cache: ReportCache) -> None:
    """So nothing of a file that was opened with a password stays when its copy goes."""
    private = ReportCache(cache.folder / "opened" / "session")
    copy = paper(private.clean_place("abc"), ("A secret",))
    read_report_text(copy, cache)
    assert not (cache.folder / "read").exists()
    assert list((private.folder / "read").iterdir())


def box(canvas: Canvas) -> None:
    canvas.rect(70, 695, 120, 16, stroke=0, fill=1)


def say(canvas: Canvas, words: str = "The tenant is Ada Lister") -> None:
    canvas.drawString(72, 700, words)


def hidden_after(canvas: Canvas) -> None:
    say(canvas)
    box(canvas)


def hidden_before(canvas: Canvas) -> None:
    box(canvas)
    say(canvas)


def white_on_black(canvas: Canvas) -> None:
    box(canvas)
    canvas.setFillGray(1)
    say(canvas)


def marked_yellow(canvas: Canvas) -> None:
    say(canvas)
    canvas.setFillColorRGB(1, 1, 0.2)
    box(canvas)


def underlined(canvas: Canvas) -> None:
    say(canvas)
    canvas.rect(70, 697, 120, 1, stroke=0, fill=1)


def triangle(canvas: Canvas) -> None:
    say(canvas)
    path = canvas.beginPath()
    path.moveTo(70, 695)
    path.lineTo(190, 695)
    path.lineTo(130, 720)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


@pytest.mark.parametrize(
    ("draw", "covered"),
    [
        (hidden_after, (1,)),
        (hidden_before, (1,)),
        (white_on_black, ()),
        (marked_yellow, ()),
        (underlined, ()),
        (triangle, ()),
        (box, ()),
    ],
)
def test_words_under_a_black_box_are_noticed(
    tmp_path: Path, cache: ReportCache, draw: Callable[[Canvas], None], covered: tuple[int, ...]
) -> None:
    assert read_report_text(drawn_pdf(tmp_path / "a.pdf", draw), cache).covered == covered


def test_comments_are_counted_by_page_and_redactions_that_were_not_carried_out_are_named(
    tmp_path: Path, cache: ReportCache
) -> None:
    def annotate(pdf: pikepdf.Pdf) -> None:
        for page, kinds in enumerate((("Text", "Highlight", "Link"), ("Redact", "Stamp"))):
            pdf.pages[page].obj.Annots = Array(
                [Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([9, 9, 99, 99])) for kind in kinds]
            )

    text = read_report_text(changed_pdf(tmp_path / "a.pdf", annotate), cache)
    assert (text.comments, text.unredacted) == ((1, 1), (2,))


def _piled_up(canvas: Canvas, pieces: int) -> None:
    text = canvas.beginText(50, 800)
    text.setFont("Helvetica", 4)
    for place in range(pieces):
        text.setTextOrigin(50 + place % 400, 800 - place // 400 % 7 * 100)
        text.textOut("word")
    canvas.drawText(text)


def test_a_page_of_endless_words_is_passed_over_and_the_others_are_read(tmp_path: Path, cache: ReportCache) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 720, "The boathouse leaks.")
        canvas.showPage()
        _piled_up(canvas, 30_000)
        canvas.showPage()
        canvas.drawString(72, 720, "The bandstand does not.")

    path = drawn_pdf(tmp_path / "a.pdf", draw)
    begun = time.monotonic()
    text = read_report_text(path, cache)
    assert time.monotonic() - begun < 2  # to read them takes ten
    assert text.pages == ("The boathouse leaks.", "", "The bandstand does not.")
    assert text.bare == ()


def test_words_that_are_endless_within_a_form_are_passed_over_too(tmp_path: Path, cache: ReportCache) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("pile")
        _piled_up(canvas, 12_000)
        canvas.endForm()
        canvas.doForm("pile")

    assert read_report_text(drawn_pdf(tmp_path / "a.pdf", draw), cache).pages == ("",)


def test_a_page_whose_drawing_is_too_long_is_not_read(tmp_path: Path, cache: ReportCache) -> None:
    def lengthen(pdf: pikepdf.Pdf) -> None:
        chance = random.Random(1)
        line = b"".join(b"%d %d l\n" % (chance.randrange(600), chance.randrange(800)) for _ in range(100_000))
        pdf.pages[0].contents_add(b"0 0 m " + line * 9 + b"S")

    path = changed_pdf(tmp_path / "a.pdf", lengthen)
    first, second = read_report_text(path, cache).pages
    assert not first
    assert second


def test_the_lock_is_let_go_of_between_the_pages_so_that_the_preview_gets_its_turn(
    tmp_path: Path, cache: ReportCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Counted:
        turns = 0

        def __enter__(self) -> None:
            self.turns += 1
            PDFIUM.acquire()

        def __exit__(self, *_: object) -> None:
            PDFIUM.release()

    counted = Counted()
    monkeypatch.setattr(report_text, "PDFIUM", counted)
    read_report_text(paper(tmp_path / "a.pdf", *(("Repairs",) for _ in range(9))), cache)
    assert counted.turns > 3 * 9
