"""What is hidden in an Office file does not come into the pack by the converter that comes with the program."""

from io import BytesIO

import docx
import openpyxl
import pptx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from hypothesis import given
from hypothesis import strategies as st
from lxml.etree import fromstring
from openpyxl.utils import get_column_letter
from reports.made_office import file_with_pictures, sheet_file, slides_file, word_file

from agendabuilder.reports.office.hidden_cells import empty_hidden_cells
from agendabuilder.reports.office.office_seen import as_seen
from agendabuilder.reports.office.office_words import text_of_pdf


def words_of(report):
    return text_of_pdf(report.path).split()


def test_hidden_text_stays_hidden_whether_by_itself_or_by_its_style(tmp_path, prepare):
    document = docx.Document()
    paragraph = document.add_paragraph("Seen ")
    paragraph.add_run("dismissals ").font.hidden = True
    paragraph.add_run("throughout")
    for kind in (WD_STYLE_TYPE.PARAGRAPH, WD_STYLE_TYPE.CHARACTER):
        document.styles.add_style(f"Private {kind}", kind).font.hidden = True
    based = document.styles.add_style("Based", WD_STYLE_TYPE.PARAGRAPH)
    based.base_style = document.styles[f"Private {WD_STYLE_TYPE.PARAGRAPH}"]
    shown = document.add_paragraph("salaries ", style="Based").add_run("shown")
    shown.font.hidden = False
    document.add_paragraph().add_run("redundancies", style=f"Private {WD_STYLE_TYPE.CHARACTER}")
    document.sections[0].footer.paragraphs[0].add_run("footnoted").font.hidden = True
    document.save(tmp_path / "a.docx")
    ready = prepare(tmp_path / "a.docx")
    assert words_of(ready) == ["Seen", "throughout", "shown"]
    assert ready.origin.lost == ()


def test_shapes_that_were_switched_off_stay_off(tmp_path, prepare):
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Plans"
    box = slide.shapes.add_textbox(0, 0, 3_000_000, 500_000)
    box.text_frame.text = "Dismissals"
    box._element.nvSpPr.cNvPr.set("hidden", "1")
    deck.save(tmp_path / "a.pptx")
    assert words_of(prepare(tmp_path / "a.pptx")) == ["Plans"]


def test_a_picture_that_was_switched_off_in_a_text_is_neither_shown_nor_missed(tmp_path, prepare):
    document = docx.Document(str(file_with_pictures(tmp_path / "a.docx", "red", "blue")))
    document.inline_shapes[0]._inline.docPr.set("hidden", "1")
    document.save(tmp_path / "a.docx")
    report = prepare(tmp_path / "a.docx")
    assert report.origin.lost_pictures == 0
    assert len(docx.Document(BytesIO(as_seen((tmp_path / "a.docx").read_bytes(), "docx"))).inline_shapes) == 1


def test_hidden_rows_and_columns_stay_hidden(tmp_path, prepare):
    book = openpyxl.Workbook()
    for row in range(1, 5):
        book.active.append([f"{letter}{row}" for letter in ("Ash", "Beech", "Cedar", "Dogwood")])
    book.active.row_dimensions[2].hidden = True
    book.active.column_dimensions["B"].hidden = True
    book.active.column_dimensions.group("D", "D", hidden=True)
    book.save(tmp_path / "a.xlsx")
    report = prepare(tmp_path / "a.xlsx")
    assert words_of(report) == ["Ash1", "Cedar1", "Ash3", "Cedar3", "Ash4", "Cedar4"]
    assert report.origin.lost == ()


def test_rows_and_columns_made_so_narrow_that_nothing_shows_are_hidden_too():
    sheet = fromstring(
        '<worksheet><cols><col min="2" max="3" width="0"/></cols><sheetData>'
        "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row>"
        '<row ht="0"><c r="A2"><v>5</v></c></row><row ht="12.5"><c r="D3"><v>6</v></c></row></sheetData></worksheet>'
    )
    assert empty_hidden_cells(sheet, {})
    assert [value.text for value in sheet.iter("v")] == ["1", "4", "6"]


def test_what_a_format_makes_invisible_is_not_shown(tmp_path, prepare):
    book = openpyxl.Workbook()
    formats = {"Nothing": ";;;", "Words": ";;", "Zero": "0;-0;;@", "Pounds": '"£"#,##0;;'}
    for row, (word, form) in enumerate(formats.items(), start=1):
        for column, value in ((1, word), (2, 4000 + row)):
            book.active.cell(row, column, value).number_format = form
    book.save(tmp_path / "a.xlsx")
    assert words_of(prepare(tmp_path / "a.xlsx")) == ["Words", "Zero", "4003", "Pounds", "£4,004"]


@pytest.mark.parametrize(("ending", "make"), [("docx", word_file), ("pptx", slides_file), ("xlsx", sheet_file)])
def test_a_file_that_hides_nothing_is_converted_as_it_is(tmp_path, ending, make):
    content = make(tmp_path / f"a.{ending}").read_bytes()
    assert as_seen(content, ending) is content


def test_a_hidden_mark_that_is_switched_off_again_hides_nothing(tmp_path):
    document = docx.Document()
    run = document.add_paragraph().add_run("Seen")
    run.font.hidden = False
    document.save(tmp_path / "a.docx")
    assert as_seen((tmp_path / "a.docx").read_bytes(), "docx") == (tmp_path / "a.docx").read_bytes()


def test_text_around_what_was_hidden_stays_as_it_was(tmp_path):
    document = docx.Document()
    paragraph = document.add_paragraph()
    for words, is_hidden in (("One ", False), ("two", True), (" ", False), ("three", False)):
        paragraph.add_run(words).font.hidden = is_hidden or None
    paragraph._p.append(OxmlElement("w:bookmarkEnd"))
    document.save(tmp_path / "a.docx")
    seen = docx.Document(BytesIO(as_seen((tmp_path / "a.docx").read_bytes(), "docx")))
    assert [each.text for each in seen.paragraphs] == ["One  three"]


@given(st.sets(st.integers(1, 6)), st.sets(st.integers(1, 30)))
def test_whatever_is_hidden_is_empty_and_whatever_is_not_stays(rows, columns):
    book = openpyxl.Workbook()
    for row in range(1, 7):
        book.active.append([f"{row}-{column}" for column in range(1, 31)])
    for row in rows:
        book.active.row_dimensions[row].hidden = True
    for column in columns:
        book.active.column_dimensions[get_column_letter(column)].hidden = True
    out = BytesIO()
    book.save(out)
    seen = openpyxl.load_workbook(BytesIO(as_seen(out.getvalue(), "xlsx"))).active
    left = {(row, column) for row in range(1, 7) for column in range(1, 31) if seen.cell(row, column).value}
    assert left == {(row, column) for row in range(1, 7) for column in range(1, 31)} - {
        (row, column) for row in range(1, 7) for column in range(1, 31) if row in rows or column in columns
    }
