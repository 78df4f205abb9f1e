"""What a draft conversion loses or draws otherwise is told: numbers, parts of the file, words on top of words."""

from dataclasses import replace
from datetime import date, datetime
from zipfile import ZipFile

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.chart import BarChart, Reference
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from reports.made_office import slides_file, word_file
from reports.made_pdfs import drawn_pdf, text_pdf

from agendabuilder.reports.intake.remarks import remarks
from agendabuilder.reports.office import embedded
from agendabuilder.reports.office.cell_text import cell_text, money_sign
from agendabuilder.reports.office.office_parts import drawn_otherwise
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.office.sheet_numbers import lost_numbers, shown_cells
from agendabuilder.reports.pdf.overprint import overprinted_pages
from agendabuilder.reports.prepared import Origin

DAY = date(2027, 7, 4)
BOX = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:rect style="width:99pt;height:50pt"><v:textbox>'
    "<w:txbxContent><w:p><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
)
WATERMARK = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
)


def told_of(report):
    """What the clerk reads of it, by code."""
    return {found.code: found.sentence for found in remarks(report, "", "the file", "", "")}


def numbered(paragraph, kind):
    """The paragraph with a number of its kind, as Word writes it ("SEQ Figure")."""
    for name in ("begin", kind, "separate", "end"):
        run = paragraph.add_run()._r
        if name == kind:
            run.append(parse_xml(f"<w:instrText {nsdecls('w')}> {kind} </w:instrText>"))
        else:
            run.append(parse_xml(f'<w:fldChar {nsdecls("w")} w:fldCharType="{name}"/>'))


def with_list_in_table(document):
    document.add_table(1, 1).cell(0, 0).add_paragraph("First", style="List Number")


def with_table_in_table(document):
    document.add_table(1, 1).cell(0, 0).add_table(1, 1)


def with_turned_words(document):
    cell = document.add_table(1, 1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:textDirection {nsdecls("w")} w:val="btLr"/>'))


def with_box(document):
    document.add_paragraph("Beside")._p.append(parse_xml(BOX))


def with_watermark(document):
    document.sections[0].header.paragraphs[0]._p.append(parse_xml(WATERMARK))


def with_formula(document):
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    document.add_paragraph("The area is ")._p.append(parse_xml(f"<m:oMath {math}><m:r><m:t>r</m:t></m:r></m:oMath>"))


def with_linked_picture(document):
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    document.part.rels.get_or_add_ext_rel(kind, "https://ashmere.example/map.png")


@pytest.mark.parametrize(
    ("add", "words"),
    [
        (with_list_in_table, "the numbers and points of lists in tables"),
        (with_table_in_table, "tables inside tables"),
        (with_turned_words, "words that run up or down in tables"),
        (with_box, "a text box or drawn shape"),
        (with_watermark, "a watermark"),
        (with_formula, "formulas within lines of text"),
        (with_linked_picture, "a picture that is not in the file"),
        (
            lambda document: numbered(document.add_paragraph("Figure "), "SEQ Figure"),
            "the numbers of figures and tables",
        ),
    ],
)
def test_a_part_of_a_word_file_that_is_drawn_otherwise_is_named(tmp_path, prepare, add, words):
    document = docx.Document()
    document.add_paragraph("Repairs")
    add(document)
    document.save(tmp_path / "a.docx")
    assert words in told_of(prepare(tmp_path / "a.docx"))["report-parts-redrawn"]


def test_a_plain_file_has_no_such_parts(tmp_path, prepare):
    for report in (prepare(word_file(tmp_path / "a.docx")), prepare(slides_file(tmp_path / "a.pptx"))):
        assert not {"report-parts-redrawn", "report-words-overprinted", "report-words-lost"} & set(told_of(report))


def test_charts_of_slides_and_sheets_are_named(tmp_path):
    data = CategoryChartData()
    data.categories = ["May", "June"]
    data.add_series("Spent", (3, 4))
    deck = pptx.Presentation()
    for place in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[6])
        slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 3_000_000, 2_000_000, data)
        slide.element.set("show", str(1 - place))
    deck.save(tmp_path / "a.pptx")
    assert drawn_otherwise(tmp_path / "a.pptx", "pptx") == ["a chart"]
    book = openpyxl.Workbook()
    book.active.append([3])
    for place in ("C1", "C20"):
        chart = BarChart()
        chart.add_data(Reference(book.active, min_col=1, min_row=1))
        book.active.add_chart(chart, place)
    book.save(tmp_path / "a.xlsx")
    assert drawn_otherwise(tmp_path / "a.xlsx", "xlsx") == ["2 charts"]


def test_objects_of_other_programs_and_small_charts_in_cells_are_named(tmp_path):
    sheet = "<worksheet><oleObjects><oleObject/><Fallback><oleObject/></Fallback></oleObjects><sparkline/></worksheet>"
    with ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    found = drawn_otherwise(tmp_path / "a.xlsx", "xlsx")
    assert found == ["an object of another program", "small charts inside cells"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("=1+1", "formulas whose results are not kept in the file"),
        (4, ""),
    ],
)
def test_formulas_without_results_are_named(tmp_path, value, words):
    book = openpyxl.Workbook()
    book.active["A1"] = value
    book.save(tmp_path / "a.xlsx")
    found = drawn_otherwise(tmp_path / "a.xlsx", "xlsx")
    assert found[0].startswith(words) if words else found == []


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (1234.5, "General", "1234.5"), (12.0, "General", "12"), (1 / 3, "General", ""), (True, "General", ""),
        (1234.5, "0", "1235"), (-1234.567, "#,##0.00", "1,234.57"), (1234567, "#,##0,", "1,235"),
        (0.125, "0%", "13%"), (0.1234, "0.0%", "12.3%"), (7, "000", "007"), (12345678, "0.00E+00", "1.23E+07"),
        (-5, '#,##0;[Red](#,##0.00)', "5.00"), (0, '#,##0;-#,##0;"nil"', ""), (0, "#,###", ""),
        (1234.5, '"£"#,##0.00', "1,234.50"), (1234.5, "[$£-809]#,##0.00", "1,234.50"), (5, '0" and "0', ""),
        (-99.5, '_-"£"* #,##0.00_-;-"£"* #,##0.00_-', "99.50"), (5, "[>3]0.0;0", ""), (0.5, "# ?/?", ""),
        (DAY, "dd/mm/yyyy", "04/07/2027"), (DAY, "ddd d mmmm yy", "Sun4July27"), (DAY, "mm-dd-yy", ""),
        (datetime(2027, 7, 4, 9, 30), "d mmm", ""), (datetime(2027, 7, 4, 9, 30), "h:mm", ""), ("Words", "0", ""),
    ],
)  # fmt: skip
def test_what_a_cell_shows_is_known_where_there_is_no_doubt(value, form, shown):
    assert cell_text(value, form) == shown


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3))
def test_a_number_with_places_is_never_off_by_more_than_half_of_the_last(value, places):
    form = "#,##0" + ("." + "0" * places if places else "")
    shown = cell_text(float(value), form)
    assert abs(float(shown.replace(",", "")) - abs(float(value))) <= 0.5001 * 10**-places
    assert len(shown.partition(".")[2]) == places


@pytest.mark.parametrize(
    ("value", "form", "shown"),
    [
        (datetime(2027, 7, 4), "mm-dd-yy", "04/07/2027"),
        (datetime(2027, 7, 4, 9, 30), "m/d/yy h:mm", "04/07/2027 09:30"),
        (datetime(2027, 7, 4), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "04 July 2027"),
        (datetime(2027, 7, 4, 15, 5), "[$-F400]h:mm:ss\\ AM/PM", "15:05:00"),
        (datetime(2027, 7, 4), "m/d/yyyy", "7/4/2027"),
    ],
)
def test_days_and_times_stand_in_a_draft_as_on_a_pc_in_britain(tmp_path, prepare, value, form, shown):
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"] = value, 1234.567
    book.active["A1"].number_format, book.active["B1"].number_format = form, "0.000"
    book.active.column_dimensions["A"].width = 30
    book.save(tmp_path / "a.xlsx")
    assert text_of_pdf(prepare(tmp_path / "a.xlsx").path).split() == [*shown.split(), "1234.567"]


@pytest.mark.parametrize(("form", "sign"), [("[$£-809]0", "£"), ('"£"0', "£"), ("[$-809]d mmm", ""), ("€ 0", "€")])
def test_the_sign_of_money_is_known(form, sign):
    assert money_sign(form) == sign


def test_a_number_that_does_not_show_as_in_the_sheet_is_told(tmp_path, prepare):
    book = openpyxl.Workbook()
    for place, (value, form) in enumerate(((1234.5, "[$£-809]#,##0.00"), (7, "000"), (250, "0")), start=1):
        book.active.cell(place, 1, value).number_format = form
    book.active["B1"] = 123456789
    book.active["B1"].number_format = "#,##0.00"
    book.active.column_dimensions["B"].width = 5
    book.save(tmp_path / "a.xlsx")
    report = prepare(tmp_path / "a.xlsx")
    assert set(report.origin.lost) == {"007", "123,456,789.00"}
    assert "£1,234.50" in text_of_pdf(report.path)
    assert "“007”" in told_of(report)["report-words-lost"]
    assert lost_numbers(shown_cells(tmp_path / "a.xlsx"), "£1,234.50 007 250 123,456,789.00") == []
    assert lost_numbers(shown_cells(tmp_path / "a.xlsx"), "1,234.50 007 250 123,456,789.00") == ["£"]


def test_words_on_top_of_words_are_noticed_and_a_plain_page_is_not(tmp_path):
    def pile(canvas):
        for place, month in enumerate(("March", "April", "May", "June")):
            canvas.drawString(72, 700 - 2 * place, f"In {month} the bandstand is closed")

    assert overprinted_pages(drawn_pdf(tmp_path / "a.pdf", pile), 2) == [1]
    assert overprinted_pages(text_pdf(tmp_path / "b.pdf"), 2) == []


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        ((4,), "page 4"),
        ((3, 5, 6), "pages 3, 5 and 6"),
        (tuple(range(1, 11)), "pages 1, 2, 3, 4, 5, 6, 7, 8 and 2 more"),
    ],
)
def test_the_pages_with_words_on_top_of_words_are_told(tmp_path, prepare, pages, said):
    report = replace(prepare(word_file(tmp_path / "a.docx")), origin=Origin("Word", overprinted=pages))
    sentence = told_of(report)["report-words-overprinted"]
    assert sentence == f"The file has words printed over other words in the pack, on its {said}."


def test_a_draft_that_could_not_be_compared_with_its_file_says_so(tmp_path, prepare, monkeypatch):
    def without_notes(_function, arguments, _limits, _go_on):
        text_pdf(tmp_path / "made.pdf").replace(arguments[2])

    monkeypatch.setattr(embedded, "run_function", without_notes)
    assert "everything" in told_of(prepare(word_file(tmp_path / "a.docx")))["report-parts-redrawn"]
