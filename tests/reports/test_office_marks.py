"""Comments, notes, hidden slides and hidden sheets of Office files are found."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pptx
import pytest
from openpyxl.comments import Comment
from reports.made_office import sheet_file, slides_file, word_file

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office.office_marks import office_marks
from agendabuilder.reports.readings.marks import NO_MARKS, OfficeMarks


def marks(path: Path, cache: ReportCache) -> OfficeMarks:
    return office_marks(path, cache.fingerprint(path), cache)


def test_comments_of_a_word_file_are_counted(tmp_path: Path, cache: ReportCache) -> None:
    path = word_file(tmp_path / "report.docx")
    document = docx.Document(str(path))
    for text in ("Is that so?", "Ask finance."):
        document.add_comment(document.paragraphs[1].runs, text, author="P. Member")
    document.save(path)
    assert marks(path, cache).comments == 2


@pytest.mark.parametrize("no", ["0", "false"])
def test_hidden_slides_and_speaker_notes_are_named_by_their_numbers(
    tmp_path: Path, cache: ReportCache, no: str
) -> None:
    path = slides_file(tmp_path / "slides.pptx")
    deck = pptx.Presentation(str(path))
    deck.slides[1].element.set("show", no)
    deck.slides[0].notes_slide.notes_text_frame.text = "Do not mention the boathouse."
    deck.slides[2].notes_slide.notes_text_frame.text = "  "
    deck.save(path)
    assert marks(path, cache) == OfficeMarks(hidden_slides=(2,), slides_with_notes=(1,))


def test_hidden_sheets_are_named(tmp_path: Path, cache: ReportCache) -> None:
    path = sheet_file(tmp_path / "sheet.xlsx")
    book = openpyxl.load_workbook(path)
    book.create_sheet("Salaries").sheet_state = "veryHidden"
    book.save(path)
    assert marks(path, cache).hidden_sheets == ("Workings", "Salaries")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a bundle", b"plain words"])
def test_a_file_that_cannot_be_looked_into_has_no_marks(tmp_path: Path, cache: ReportCache, content: bytes) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(content)
    assert marks(path, cache) == NO_MARKS


def test_a_file_whose_text_unpacks_without_end_is_not_looked_into(tmp_path: Path, cache: ReportCache) -> None:
    path = sheet_file(tmp_path / "sheet.xlsx")
    book = openpyxl.load_workbook(path)
    book.create_sheet("Old").sheet_state = "hidden"
    book.save(path)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 60_000_000)
    assert marks(path, cache) == NO_MARKS


def test_comments_of_sheets_and_slides_are_counted_a_thread_once(tmp_path: Path, cache: ReportCache) -> None:
    path = sheet_file(tmp_path / "sheet.xlsx")
    book = openpyxl.load_workbook(path)
    book.active["A1"].comment = Comment("Ask finance.", "P. Member")
    book.active["B2"].comment = Comment("[Threaded comment]", "P. Member")
    book.save(path)
    with ZipFile(path, "a") as archive:
        archive.writestr(
            "xl/threadedComments/threadedComment1.xml", "<ThreadedComments><threadedComment/></ThreadedComments>"
        )
    assert marks(path, cache).comments == 2
    slides = slides_file(tmp_path / "slides.pptx")
    with ZipFile(slides, "a") as archive:
        archive.writestr("ppt/comments/comment1.xml", "<cmLst><cm/><cm/><cm/></cmLst>")
    assert marks(slides, cache).comments == 3


def test_cells_that_show_an_error_are_named_with_their_sheets(tmp_path: Path, cache: ReportCache) -> None:
    book = openpyxl.Workbook()
    book.active.title = "Budget"
    book.active["B7"], book.active["B8"], book.active["B9"] = "#REF!", "#DIV/0!", "No. #REF!"
    book.create_sheet("Old")["A1"] = "#N/A"
    book["Old"].sheet_state = "hidden"
    book.save(tmp_path / "sheet.xlsx")
    assert marks(tmp_path / "sheet.xlsx", cache).errors == ("#REF! in B7 of “Budget”", "#DIV/0! in B8 of “Budget”")
