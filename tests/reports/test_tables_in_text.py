"""Tables in plain text (CSV) become tables, without LibreOffice and with nothing guessed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reports.test_texts import words_of

from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_cells_stand_as_they_were_written_whatever_divides_them(tmp_path, prepare, mark):
    rows = [["Ward", "Spend", "Since"], ["North", "0012.50", "01/02/03"], ["South", "£80", "5"]]
    (tmp_path / "spend.csv").write_text("\n".join(mark.join(row) for row in rows), "utf-8")
    report = prepare(tmp_path / "spend.csv")
    assert words_of(report) == [cell for row in rows for cell in row]
    assert report.summary == "Spreadsheet · 1 page · tagged"
    assert report.origin.by == ""


def test_many_columns_lie_on_their_side(tmp_path, prepare):
    (tmp_path / "spend.csv").write_text(",".join("abcdefgh") + "\n" + ",".join("12345678"), "utf-8")
    (page,) = prepare(tmp_path / "spend.csv").pages
    assert page.width > page.height


@pytest.mark.parametrize(
    "text",
    [",".join(map(str, range(40))) + "\n" + ",".join(map(str, range(40))), "1,2,3\n" * 10_001, "\n\n", ",,\n"],
)
def test_what_does_not_fit_on_pages_is_refused(tmp_path, refusal, text):
    (tmp_path / "spend.csv").write_text(text, "utf-8")
    assert refusal(tmp_path / "spend.csv").code == "report-not-converted"


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.lists(st.from_regex(r"[a-z]{2,12}", fullmatch=True), min_size=3, max_size=3), min_size=2, max_size=60)
)
def test_every_cell_of_any_table_is_on_the_pages(tmp_path, rows):
    path = tmp_path / "any.csv"
    path.write_text("\n".join(",".join(row) for row in rows), "utf-8")
    report = prepare_report(path, Report(file=path.name), ReportCache(tmp_path / "kept"))
    assert set(words_of(report)) == {cell for row in rows for cell in row}


def test_apostrophes_stay_and_the_line_that_names_the_divider_goes(tmp_path, prepare):
    (tmp_path / "spend.csv").write_text("sep=;\r\nid;name;note\r\n1;'Til late;it's\r\n2;O'Brien;'x'\r\n", "utf-8")
    assert words_of(prepare(tmp_path / "spend.csv")) == (
        ["id", "name", "note", "1", "'Til", "late", "it's", "2", "O'Brien", "'x'"]
    )


def test_a_narrow_column_beside_many_wide_ones_keeps_room(tmp_path, prepare):
    row = ",".join(["7", *["a rather long cell that fills its column"] * 15])
    (tmp_path / "spend.csv").write_text(f"{row}\n{row}\n", "utf-8")
    assert words_of(prepare(tmp_path / "spend.csv")).count("7") == 2
