"""Office files on a PC without Office: modern ones become drafts that are looked through, others say what to do."""

import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from reports.made_office import PARAGRAPHS, file_with_pictures, old_file, sheet_file, slides_file, word_file
from reports.made_pdfs import text_pdf

from agendabuilder.domain.finding import Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.conversion import Unshown
from agendabuilder.reports.intake.remarks import remarks
from agendabuilder.reports.office import embedded
from agendabuilder.reports.office.office_pictures import lost_pictures
from agendabuilder.reports.office.office_words import lost_words, text_of_pdf
from agendabuilder.reports.prepare import prepare_report, prepare_reports
from agendabuilder.reports.prepared import Origin
from agendabuilder.reports.refused import ReportRefused
from agendabuilder.reports.terms import Limits, Terms
from agendabuilder.reports.told import told


@pytest.mark.parametrize(
    ("name", "make", "kind", "words"),
    [
        ("repairs.docx", word_file, "Word", ("Repairs", "bandstand", "£4,200", "Ashmere", "open spaces")),
        ("talk.pptx", slides_file, "Slides", ("Where we are", "Details of where we go")),
        ("budget.xlsx", sheet_file, "Spreadsheet", ("Boathouse", "Budget")),
    ],
)
def test_a_modern_office_file_becomes_a_draft_with_all_its_words(tmp_path, prepare, name, make, kind, words):
    report = prepare(make(tmp_path / name))
    assert report.summary.startswith(f"{kind} · draft conversion, look it through · ")
    assert report.tagged
    text = text_of_pdf(report.path)
    assert [word for word in words if word not in text] == []
    assert report.origin.lost == ()


def test_the_clerk_is_asked_to_look_a_draft_through(tmp_path, cache):
    word_file(tmp_path / "repairs.docx")
    meeting = Meeting(items=(Item(id="i", title="Repairs", reports=(Report(id="r", file="repairs.docx"),)),))
    ready = prepare_reports(meeting, tmp_path, cache, SilentProgress())
    (draft,) = (finding for finding in ready.findings if finding.code == "report-draft-conversion")
    assert draft.severity is Severity.WARNING
    assert draft.sentence.startswith("Item 1 “Repairs”: the file “repairs.docx” (Word) was made into pages by a draft")
    assert "Look through its 1 page" in draft.advice


def test_words_that_a_pdf_lacks_are_found_whatever_they_are_in(tmp_path):
    full, poor = word_file(tmp_path / "full.docx"), word_file(tmp_path / "poor.docx", PARAGRAPHS[0])
    out = tmp_path / "poor.pdf"
    embedded.convert_here(str(poor), "docx", str(out), str(tmp_path / "told.json"))
    assert told(tmp_path / "told.json") == Unshown()
    lost = lost_words(full, "docx", out)
    assert {"officers", "september", "boathouse"} <= set(lost)
    assert "committee" not in lost


@pytest.mark.parametrize("ending", ["docx", "pptx", "xlsx"])
def test_a_picture_that_a_pdf_lacks_is_missed_and_one_that_it_has_is_not(tmp_path, ending):
    path, out = tmp_path / f"a.{ending}", tmp_path / "a.pdf"
    file_with_pictures(path, "red", "blue")
    embedded.convert_here(str(path), ending, str(out), str(tmp_path / "told.json"))
    assert lost_pictures(path, out) == 0
    file_with_pictures(path, "red", "blue", "red", "green")
    assert lost_pictures(path, out) == 1


def test_the_picture_of_an_embedded_object_counts_too(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.writestr("ppt/media/image1.emf", "a table")
        archive.writestr(
            "ppt/drawings/vmlDrawing1.vml",
            '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
            '<v:shape><v:imagedata o:relid="rId1"/></v:shape></xml>',
        )
        archive.writestr(
            "ppt/drawings/_rels/vmlDrawing1.vml.rels",
            '<Relationships><Relationship Id="rId1" Target="../media/image1.emf"/></Relationships>',
        )
    assert lost_pictures(tmp_path / "a.pptx", text_pdf(tmp_path / "a.pdf")) == 1


def test_lost_pictures_are_told_to_the_clerk(tmp_path, prepare):
    report = replace(prepare(word_file(tmp_path / "a.docx")), origin=Origin("Word", lost_pictures=2))
    told = [remark.sentence for remark in remarks(report, "", "the file “a.docx”", "", "")]
    assert "The file “a.docx” has 2 pictures more than its pages in the pack show." in told


def test_a_word_that_says_of_itself_that_it_is_not_hidden_is_missed_when_it_is_lost(tmp_path):
    document = docx.Document()
    document.add_paragraph("The ").add_run("bandstand").font.hidden = False
    document.save(tmp_path / "a.docx")
    assert lost_words(tmp_path / "a.docx", "docx", text_pdf(tmp_path / "a.pdf")) == ["bandstand"]


def test_hidden_slides_and_sheets_are_neither_shown_nor_missed(tmp_path, prepare):
    slides, sheets = prepare(slides_file(tmp_path / "talk.pptx")), prepare(sheet_file(tmp_path / "budget.xlsx"))
    assert "Hidden" not in text_of_pdf(slides.path)
    assert slides.origin.lost == sheets.origin.lost == ()


@pytest.mark.parametrize(
    ("name", "stream"),
    [("letter.doc", "WordDocument"), ("talk.ppt", "PowerPoint Document"), ("figures.xls", "Workbook")],
)
def test_an_old_office_file_says_which_program_is_needed(tmp_path, refusal, name, stream):
    refused = refusal(old_file(tmp_path / name, stream))
    assert refused.code == "report-needs-converter"
    assert "LibreOffice" in refused.advice


def test_open_documents_and_rich_text_need_libreoffice_whatever_their_names(tmp_path, refusal):
    (tmp_path / "a.docx").write_bytes(rb"{\rtf1 Hello}")
    with zipfile.ZipFile(tmp_path / "b.docx", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    codes = {refusal(tmp_path / name).code for name in ("a.docx", "b.docx")}
    assert codes == {"report-needs-converter"}


def test_a_locked_open_document_is_refused(tmp_path, refusal):
    with zipfile.ZipFile(tmp_path / "pay.odt", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert refusal(tmp_path / "pay.odt").code == "report-locked-office"


@pytest.mark.parametrize("damaged", ["mimetype", "META-INF/manifest.xml"])
def test_an_open_document_whose_list_of_parts_is_damaged_is_refused(tmp_path, refusal, damaged):
    path = tmp_path / "minutes.odt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("mimetype", "META-INF/manifest.xml"):
            archive.writestr(name, "application/vnd.oasis.opendocument.text" * 9)
    content = bytearray(path.read_bytes())
    start = content.index(damaged.encode()) + len(damaged)
    content[start : start + 9] = b"\xff" * 9
    path.write_bytes(content)
    assert refusal(path).code == "report-needs-converter"


def test_a_damaged_office_file_is_refused_and_not_tried_again_at_once(tmp_path, cache, refusal, monkeypatch):
    whole = word_file(tmp_path / "whole.docx").read_bytes()
    (tmp_path / "half.docx").write_bytes(whole[: len(whole) // 2])
    refused = refusal(tmp_path / "half.docx")
    assert refused.code == "report-not-converted"
    assert "comes with the program could not read it" in refused.title
    monkeypatch.setattr(embedded, "run_function", None)
    assert refusal(tmp_path / "half.docx").title == refused.title
    cache.clear()
    with pytest.raises(TypeError):
        refusal(tmp_path / "half.docx")


def test_an_unchanged_office_file_is_converted_once(tmp_path, prepare, monkeypatch):
    path = word_file(tmp_path / "repairs.docx")
    first = prepare(path)
    monkeypatch.setattr(embedded, "run_function", None)
    assert prepare(path) == first
    assert first.path.is_file()


def test_a_conversion_that_takes_too_long_is_ended(tmp_path, cache):
    path = word_file(tmp_path / "repairs.docx")
    with pytest.raises(ReportRefused) as caught:
        prepare_report(path, Report(file=path.name), cache, terms=Terms(Limits(seconds=0.01)))
    assert caught.value.code == "report-not-converted"
    assert "took more than 0 seconds" in caught.value.title


class Stopped:
    """A clerk who has seen enough."""

    def stage(self, title, steps): ...

    def advance(self, _steps=1):
        raise Cancelled


def test_a_conversion_can_be_stopped_and_leaves_nothing(tmp_path, cache):
    path = word_file(tmp_path / "repairs.docx")
    with pytest.raises(Cancelled):
        prepare_report(path, Report(file=path.name), cache, progress=Stopped())
    assert not list(cache.folder.rglob("*.pdf"))


@pytest.mark.parametrize(("mark", "code"), [("ins", "report-tracked-changes"), ("hyperlink", "")])
def test_tracked_changes_are_pointed_out(tmp_path, prepare, mark, code):
    document = docx.Document()
    paragraph = document.add_paragraph("The fee is five pounds")._p
    change = OxmlElement(f"w:{mark}")
    change.set(qn("w:id"), "1")
    change.append(paragraph.r_lst[0])
    paragraph.append(change)
    document.save(tmp_path / "fees.docx")
    found = {remark.code for remark in remarks(prepare(tmp_path / "fees.docx"), "", "the file", "", "")}
    assert found - {"report-draft-conversion", "report-words-lost", "report-not-a4"} == ({code} if code else set())


def test_what_a_report_is_stands_in_one_line(tmp_path, prepare):
    assert prepare(text_pdf(tmp_path / "a.pdf", pages=1)).summary == "PDF · 1 page"
    draft = prepare(word_file(tmp_path / "a.docx"))
    assert draft.summary == "Word · draft conversion, look it through · 1 page · tagged"


def test_a_pack_of_pdfs_loads_no_converter(tmp_path):
    work = """
import sys
from pathlib import Path
from reportlab.pdfgen.canvas import Canvas
from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
path = Path(sys.argv[1]) / "a.pdf"
canvas = Canvas(str(path))
canvas.showPage()
canvas.save()
prepare_report(path, Report(file="a.pdf"), ReportCache(path.parent / "kept"))
unwanted = {"docx", "pptx", "openpyxl", "office2pdf", "multiprocessing.context", "agendabuilder.reports.intake.convert"}
print(sorted(unwanted & set(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", work, tmp_path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_file_attached_twice_in_two_caches_gives_the_same_pages(tmp_path):
    path = word_file(tmp_path / "repairs.docx")
    twice = [prepare_report(path, Report(file=path.name), ReportCache(tmp_path / name)) for name in "ab"]
    assert twice[0].pages == twice[1].pages
