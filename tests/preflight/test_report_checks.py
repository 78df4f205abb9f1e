"""What the checks say of real files: covers beside the meeting, drafts, private data, pages, people, Office files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pikepdf import String
from reportlab.pdfgen.canvas import Canvas
from reports.made_office import slides_file, word_file
from reports.made_papers import COVER, element, paper, tagged_pdf
from reports.made_pdfs import drawn_pdf, text_pdf

from agendabuilder.app.sample import copy_sample
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contributor
from agendabuilder.preflight.report_checks import check_reports
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office import libreoffice
from agendabuilder.reports.prepare import prepare_reports

NORBURY = Meeting(organisation="Norbury Council", committee="Housing Committee", date=date(2027, 3, 4))
TITLE = "Repairs to council homes"
REPAIRS = Item("1", TITLE)

Check = Callable[..., list[Finding]]


@pytest.fixture(autouse=True)
def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(libreoffice.VARIABLE, "")


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """The findings on files as the reports of one item of Norbury's meeting."""

    def run(
        *files: Path, item: Item = REPAIRS, meeting: Meeting = NORBURY, report: Any = None, **known: Any
    ) -> list[Finding]:
        reports = tuple(Report(f"r{place}", file=file.name, **(report or {})) for place, file in enumerate(files))
        meeting = replace(meeting, items=(replace(item, reports=reports),))
        cache = ReportCache(tmp_path / "cache")
        prepared = prepare_reports(meeting, tmp_path, cache, SilentProgress())
        assert len(prepared.by_id) == len(files)
        first = check_reports(meeting, prepared.by_id, tmp_path, cache, **known)
        assert check_reports(meeting, prepared.by_id, tmp_path, cache, **known) == first
        return list(first)

    return run


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def cover_with(tmp_path: Path, before: str, after: str, name: str = "repairs.pdf") -> Path:
    """A report of two pages whose cover is sound but for one line."""
    lines = tuple(line.replace(before, after) for line in COVER)
    assert lines != COVER or before == after
    return paper(tmp_path / name, lines, ("3 What was done", "Much."))


def test_a_sound_report_has_nothing_to_mend(tmp_path: Path, check: Check) -> None:
    assert check(cover_with(tmp_path, "", "")) == []


def test_a_cover_of_another_meeting_is_noticed_by_its_date(tmp_path: Path, check: Check) -> None:
    findings = check(cover_with(tmp_path, "Thursday 4 March 2027", "Thursday 14 January 2027"))
    assert [(each.code, each.severity) for each in findings] == [("cover-date", Severity.WARNING)]
    assert "“Thursday 14 January 2027” on its cover (page 1)" in findings[0].sentence
    assert findings[0].report_id == "r0"
    assert "“repairs.pdf”" in findings[0].for_author


def test_a_day_shortly_before_the_meeting_may_be_when_it_was_written(tmp_path: Path, check: Check) -> None:
    findings = check(cover_with(tmp_path, "Thursday 4 March 2027", "22 February 2027"))
    assert [each.severity for each in findings] == [Severity.NOTE]


@pytest.mark.parametrize("named", ["Cabinet", "Housing Select Cabinet", "Planning Committee", "Council"])
def test_a_cover_for_another_body_is_noticed(tmp_path: Path, check: Check, named: str) -> None:
    assert codes(check(cover_with(tmp_path, "Housing Committee", named))) == ["cover-committee"]


@pytest.mark.parametrize(
    "named",
    [
        "the Housing Committee", "Norbury Council Housing Committee", "Housing Comittee", "HC Members",
        "Members of the Committee", "HOUSING COMMITTEE", "Cabinet - 2 March 2027; Housing Committee - 4 March 2027",
        "Housing Committee (Repairs)", "Housing Committee - 4 March 2027",
    ],
)  # fmt: skip
def test_a_short_or_longer_form_of_the_bodys_name_is_its_name(tmp_path: Path, check: Check, named: str) -> None:
    assert codes(check(cover_with(tmp_path, "Housing Committee", named))) == []


def test_another_title_than_the_agendas_is_noticed(tmp_path: Path, check: Check) -> None:
    findings = check(cover_with(tmp_path, "Repairs to council homes in winter", "Parking fees at the harbour"))
    assert [(each.code, each.severity) for each in findings] == [("cover-title", Severity.WARNING)]


@pytest.mark.parametrize(
    "title", ["Council homes: repairs", "Winter repairs to the homes of the council, 2027", "Repairs"]
)
def test_a_title_in_other_words_is_the_same(tmp_path: Path, check: Check, title: str) -> None:
    assert check(cover_with(tmp_path, "Repairs to council homes in winter", title)) == []


def test_a_title_with_another_year_is_noticed(tmp_path: Path, check: Check) -> None:
    path = cover_with(tmp_path, "in winter", "in 2025/26")
    assert codes(check(path, item=Item("1", f"{TITLE} in 2026/27"))) == ["cover-title"]


def test_a_report_without_recommendation_and_background_papers_is_told_in_one_note(
    tmp_path: Path, check: Check
) -> None:
    path = paper(tmp_path / "repairs.pdf", COVER[:6], ("We mended much.",))
    findings = check(path)
    assert codes(findings) == ["cover-gaps"]
    assert "makes no recommendation and has no list of background papers" in findings[0].sentence


def test_a_weekday_that_the_calendar_does_not_have_is_noticed(tmp_path: Path, check: Check) -> None:
    findings = check(paper(tmp_path / "a.pdf", ("It opens on Friday 4 March 2027.",)))
    assert codes(findings) == ["report-weekday"]
    assert "4 March 2027 is a Thursday" in findings[0].sentence


def test_a_draft_is_noticed(tmp_path: Path, check: Check) -> None:
    assert codes(check(paper(tmp_path / "a.pdf", ("DRAFT", "Repairs")))) == ["report-draft"]


def test_private_data_is_named_by_page_and_never_printed(tmp_path: Path, check: Check) -> None:
    path = paper(tmp_path / "a.pdf", ("Claim",), ("Her number is AB 12 34 56 C.",))
    findings = check(path)
    assert [(each.code, each.severity) for each in findings] == [("report-private-data", Severity.WARNING)]
    assert "page 2" in findings[0].sentence
    assert "34 56" not in f"{findings[0].sentence}{findings[0].advice}{findings[0].for_author}"


def test_private_data_in_an_exempt_report_and_on_pages_left_out_is_no_matter(tmp_path: Path, check: Check) -> None:
    path = paper(tmp_path / "a.pdf", ("Claim",), ("Her number is AB 12 34 56 C.",))
    assert check(path, item=Item("1", TITLE, access=Access.EXEMPT, paragraphs=(1,))) == []
    assert check(path, report={"pages": "1"}) == []


def test_words_under_a_black_box_are_no_redaction(tmp_path: Path, check: Check) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "The tenant is Ada Lister")
        canvas.rect(70, 695, 120, 16, stroke=0, fill=1)

    findings = check(drawn_pdf(tmp_path / "a.pdf", draw))
    assert [(each.code, each.severity) for each in findings] == [("report-redaction", Severity.WARNING)]
    assert "Ada" not in str(findings[0])


def test_page_numbers_of_the_report_are_translated_for_members(tmp_path: Path, check: Check) -> None:
    path = paper(tmp_path / "a.pdf", ("The costs (see page 2) rise.",), ("As on page 1.",))
    findings = check(path, first_pages={"r0": 45})
    assert codes(findings) == ["report-page-numbers"]
    assert "2 references to its own pages (“page 2” on page 1, “page 1” on page 2)" in findings[0].sentence
    assert "page 45 of the pack, so add 44" in findings[0].advice


def test_an_empty_page_is_named(tmp_path: Path, check: Check) -> None:
    findings = check(paper(tmp_path / "a.pdf", ("Repairs",), ()))
    assert codes(findings) == ["report-bare-pages"]
    assert "an empty page: page 2" in findings[0].sentence


def test_the_same_file_twice_is_noticed_unless_other_pages_are_chosen(tmp_path: Path, check: Check) -> None:
    one = text_pdf(tmp_path / "a.pdf")
    other = tmp_path / "b.pdf"
    other.write_bytes(one.read_bytes())
    assert codes(check(one, other)) == ["report-twice"]


def test_comments_and_hidden_slides_are_noticed(tmp_path: Path, check: Check) -> None:
    path = word_file(tmp_path / "report.docx")
    document = docx.Document(str(path))
    document.add_comment(document.paragraphs[1].runs, "Is that so?", author="P. Member")
    document.save(path)
    findings = check(path, slides_file(tmp_path / "slides.pptx"))
    assert {"report-comments", "report-slides"} <= set(codes(findings))
    slides = next(each for each in findings if each.code == "report-slides")
    assert "hidden slide 2" in slides.sentence


def test_cells_of_a_sheet_that_show_an_error_are_named(tmp_path: Path, check: Check) -> None:
    book = openpyxl.Workbook()
    for row in range(1, 21):
        book.active.cell(row, 1, "#REF!")
    book.save(tmp_path / "sheet.xlsx")
    (found,) = (each for each in check(tmp_path / "sheet.xlsx") if each.code == "report-cell-errors")
    assert "has cells that show an error: #REF! in A1 of “Sheet”, #REF! in A2 of “Sheet”" in found.sentence
    assert found.for_author.endswith("please mend them and resend it.")


def test_a_tagged_report_with_gaps_is_told_once_with_what_to_ask(tmp_path: Path, check: Check) -> None:
    findings = check(tagged_pdf(tmp_path / "a.pdf", element("Figure", page=2)))
    assert codes(findings) == ["report-access"]
    assert "1 picture has no alternate text (page 2)" in findings[0].sentence
    assert "write alternate texts (page 2)" in findings[0].for_author


def test_pictures_that_the_clerk_has_described_lack_nothing(tmp_path: Path, check: Check) -> None:
    path = tagged_pdf(tmp_path / "a.pdf", element("Figure", page=1), element("Figure", page=2), Lang=String("en-GB"))
    assert codes(check(path, report={"alt_texts": ("A boat", "")})) == ["report-access"]
    assert codes(check(path, report={"alt_texts": ("A boat", "A house")})) == []


PERSON = Contributor("Rhodri Llewelyn", "Director of Housing")


@pytest.mark.parametrize(
    ("contributor", "found"),
    [
        (PERSON, []),
        (replace(PERSON, role="Interim Director of Housing and Repairs"), []),
        (replace(PERSON, role=""), []),
        (replace(PERSON, role="Head of Finance"), ["cover-person"]),
        (replace(PERSON, name="Rhodri Llewellyn"), ["cover-person"]),
        (replace(PERSON, name="Mr Rhodri Llewelyn"), []),
        (replace(PERSON, name="Rhodri Llewellyn", role="Tenant"), []),
        (Contributor("Rosa Lund", "Director of Housing"), []),
        (Contributor("All members"), []),
    ],
)
def test_one_person_under_two_titles_or_spellings_is_noticed(
    tmp_path: Path, check: Check, contributor: Contributor, found: list[str]
) -> None:
    path = cover_with(tmp_path, "", "")
    assert codes(check(path, item=Item("1", TITLE, contributors=(contributor,)))) == found


def test_the_sample_meeting_has_nothing_to_warn_of(tmp_path: Path) -> None:
    folder = copy_sample(tmp_path / "sample")
    meeting, cache = folder.load(), ReportCache(tmp_path / "cache")
    prepared = prepare_reports(meeting, folder.path, cache, SilentProgress())
    findings = check_reports(meeting, prepared.by_id, folder.path, cache)
    assert [each.sentence for each in findings if each.severity is not Severity.NOTE] == []
    assert "report-page-numbers" in codes(list(findings))
