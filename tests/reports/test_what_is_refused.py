"""A file that cannot go into the pack is refused in one sentence that names it, with what to do."""

import os
import subprocess
import sys
import zipfile

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from reports.made_pdfs import add_attached_file, changed_pdf, text_pdf

from agendabuilder.domain.item import Report
from agendabuilder.reports.prepare import report_path
from agendabuilder.reports.refused import ReportRefused


def test_a_missing_file(tmp_path, refusal):
    refused = refusal(tmp_path / "budget.pdf")
    assert refused.code == "report-missing"
    assert refused.title == "The file “budget.pdf” is not there."
    assert "to follow" in refused.advice


@pytest.mark.parametrize(
    ("name", "content", "code", "words"),
    [
        ("empty.pdf", b"", "report-empty", "is empty"),
        ("page.pdf", b"<!DOCTYPE html><html>Sign in</html>", "report-not-pdf", "not a PDF but a web page"),
        ("notes.pdf", b"Minutes of the last meeting\n", "report-not-pdf", "not a PDF but plain text"),
        ("plan.pdf", b"\x89PNG\r\n\x1a\n" + bytes(40), "report-not-pdf", "a picture of a kind"),
        ("letter.doc", b"\xd0\xcf\x11\xe0" + bytes(600), "report-needs-converter", "is a Word document"),
        ("figures.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "report-needs-converter", "is a spreadsheet"),
        ("noise.pdf", bytes(range(256)) * 20, "report-damaged", "damaged and could not be repaired"),
        ("stub.pdf", b"%PDF-1.7\n", "report-damaged", "damaged and could not be repaired"),
    ],
)
def test_a_file_that_is_no_pdf(tmp_path, refusal, name, content, code, words):
    (tmp_path / name).write_bytes(content)
    refused = refusal(tmp_path / name)
    assert refused.code == code
    assert f"The file “{name}” " in refused.title
    assert words in refused.title
    assert refused.advice


@pytest.mark.parametrize(
    ("part", "words"), [("word/document.xml", "a Word document"), ("ppt/slides.xml", "a slide presentation")]
)
def test_an_office_file_is_known_by_what_is_in_it_whatever_its_name(tmp_path, refusal, part, words):
    path = tmp_path / "report.pdf"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "<x/>")
    assert words in refusal(path).title


def test_a_folder_in_the_place_of_a_file(tmp_path, refusal):
    (tmp_path / "budget.pdf").mkdir()
    assert refusal(tmp_path / "budget.pdf").code == "report-unreadable"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a user whom permissions stop")
def test_a_file_that_may_not_be_read(tmp_path, refusal):
    path = text_pdf(tmp_path / "budget.pdf")
    path.chmod(0)
    assert refusal(path).code == "report-unreadable"


@pytest.mark.parametrize("strength", [2, 4, 6])
def test_a_file_that_needs_a_password(tmp_path, refusal, strength):
    lock = pikepdf.Encryption(user="secret", owner="boss", R=strength, **_plain_old(strength))
    refused = refusal(changed_pdf(tmp_path / "budget.pdf", lambda _: None, encryption=lock))
    assert refused.code == "report-password"
    assert refused.title == "The file “budget.pdf” needs a password to open."


def _plain_old(strength: int) -> dict[str, bool]:
    return {"aes": False, "metadata": False} if strength < 4 else {}


def test_a_file_protected_for_certain_readers(tmp_path, refusal):
    path = text_pdf(tmp_path / "budget.pdf")
    protection = b"trailer\n<< /Encrypt << /Filter /Adobe.PubSec /V 4 >>"
    path.write_bytes(path.read_bytes().replace(b"trailer\n<<", protection))
    refused = refusal(path)
    assert refused.code == "report-protected"
    assert "protected for certain readers" in refused.title


def test_a_file_without_pages(tmp_path, refusal):
    empty = pikepdf.new()
    empty.save(tmp_path / "budget.pdf")
    assert refusal(tmp_path / "budget.pdf").code == "report-no-pages"


@pytest.mark.parametrize("marked", [True, False])
def test_a_form_that_only_adobe_software_can_show(tmp_path, refusal, marked):
    def make_dynamic(pdf):
        pdf.Root.AcroForm = Dictionary(XFA=pdf.make_stream(b"<xdp/>"), Fields=Array())
        if marked:
            pdf.Root.NeedsRendering = True

    assert refusal(changed_pdf(tmp_path / "form.pdf", make_dynamic)).code == "report-form-only"


def test_a_portfolio(tmp_path, refusal):
    def make_portfolio(pdf):
        add_attached_file(pdf)
        pdf.Root.Collection = Dictionary(Type=Name.Collection)

    refused = refusal(changed_pdf(tmp_path / "papers.pdf", make_portfolio))
    assert refused.code == "report-portfolio"
    assert "one by one" in refused.advice


@pytest.mark.parametrize("box", [[0, 0, 0, 0], [0, 0, 595, 1], [0, 0, 20_000, 842]])
def test_a_page_of_a_size_that_no_viewer_shows(tmp_path, refusal, box):
    def resize(pdf):
        pdf.pages[1].obj.MediaBox = Array(box)

    refused = refusal(changed_pdf(tmp_path / "map.pdf", resize))
    assert refused.code == "report-page-size"
    assert "Page 2 of the file “map.pdf”" in refused.title


@pytest.mark.parametrize("left", [0.3, 0.5, 0.7])
def test_a_cut_off_file_with_pages_missing_or_emptied(tmp_path, refusal, left):
    plain = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}
    whole = changed_pdf(tmp_path / "whole.pdf", lambda _: None, pages=8, **plain).read_bytes()
    (tmp_path / "half.pdf").write_bytes(whole[: int(len(whole) * left)])
    refused = refusal(tmp_path / "half.pdf")
    assert refused.code == "report-pages-lost"
    assert "of its pages could not be read" in refused.title


@pytest.mark.parametrize("pages", ["3", "1-9", "0", "2-1", "first", "1;2"])
def test_a_choice_of_pages_that_the_file_does_not_have(tmp_path, refusal, pages):
    refused = refusal(text_pdf(tmp_path / "budget.pdf", pages=2), pages=pages)
    assert refused.code == "report-page-choice"
    assert f"“{pages}” of the file “budget.pdf”" in refused.title


def test_a_file_that_a_link_fetches_from_elsewhere(tmp_path):
    meeting, elsewhere = tmp_path / "meeting", tmp_path / "elsewhere"
    (meeting / "reports").mkdir(parents=True)
    elsewhere.mkdir()
    text_pdf(elsewhere / "private.pdf")
    (meeting / "reports" / "budget.pdf").symlink_to(elsewhere / "private.pdf")
    for file in ("reports/budget.pdf", "../elsewhere/private.pdf", str(elsewhere / "private.pdf")):
        with pytest.raises(ReportRefused) as caught:
            report_path(meeting, Report(file=file))
        assert caught.value.code == "report-outside-folder"


def test_a_link_that_goes_in_circles(tmp_path):
    (tmp_path / "budget.pdf").symlink_to(tmp_path / "budget.pdf")
    with pytest.raises(ReportRefused):
        report_path(tmp_path, Report(file="budget.pdf"))


def test_a_pdf_that_says_it_is_signed_but_lacks_its_catalogue(tmp_path, refusal):
    path = tmp_path / "budget.pdf"
    path.write_bytes(b"%PDF-1.4\n1 0 obj\n<< /Type /Sig >>\nendobj\ntrailer\n<< /Size 2 >>\n%%EOF\n")
    assert refusal(path).code == "report-damaged"


def test_the_name_is_the_clerk_s_own(tmp_path, refusal):
    path = tmp_path / "Adroddiad cyllideb ŵ ŷ.pdf"
    path.write_bytes(b"")
    assert path.name in refusal(path).title


def pdf_without_a_listed_page(path):
    content = text_pdf(path, pages=3).read_bytes()
    kids = content.index(b"/Kids [ ") + len(b"/Kids [ ")
    path.write_bytes(content[:kids] + b"9" + content[kids + 1 :])
    return path


def test_a_page_that_the_page_list_names_but_the_file_lacks(tmp_path, refusal):
    refused = refusal(pdf_without_a_listed_page(tmp_path / "budget.pdf"))
    assert refused.title == "The file “budget.pdf” is damaged: 1 of its pages could not be read."


def test_libraries_do_not_grumble_on_the_terminal(tmp_path):
    work = """
import sys
from pathlib import Path
from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import ReportRefused
try:
    prepare_report(Path(sys.argv[1]), Report(file="budget.pdf"), ReportCache(Path(sys.argv[2])))
except ReportRefused as refused:
    print(refused.code)
"""
    path = pdf_without_a_listed_page(tmp_path / "budget.pdf")
    command = [sys.executable, "-c", work, path, tmp_path / "kept"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    assert (told.stdout.strip(), told.stderr) == ("report-pages-lost", "")
