"""Scans with the real OCRmyPDF and Tesseract, from the attached picture to the pack; skipped where there are none."""

import os
import re
import shutil
import subprocess
import time
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from making import make_folder, make_report
from PIL import Image, ImageChops
from reports.made_pdfs import add_filled_signature
from reports.made_scans import LETTER, LLYTHYR, TABLE, page_picture, scan, tag_pages, turned

from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.recognise_text import can_recognise_text, recognise_report
from agendabuilder.domain.edits import change_report
from agendabuilder.errors import TextNotRecognisedError
from agendabuilder.pack.tagging.reading_order import read_reading_order
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM
from agendabuilder.reports.prepare import prepare_reports
from agendabuilder.reports.recognition import ocr
from agendabuilder.store.meeting_folder import MeetingFolder, open_folder

TODAY = date(2027, 2, 1)


def has_language(code: str) -> bool:
    """Whether Tesseract is there and has learnt a language."""
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return code in listed.stdout.split()


pytestmark = pytest.mark.skipif(
    not (can_recognise_text() and has_language("eng")), reason="OCRmyPDF and Tesseract are not installed"
)
in_welsh = pytest.mark.skipif(not has_language("cym"), reason="Tesseract has not learnt Welsh here")


def meeting_with(tmp_path: Path, name: str, **item: object) -> MeetingFolder:
    """A meeting whose only report is the file `name`, which is yet to be put there."""
    report = {"id": "letter", "title": "A letter", "file": f"reports/{name}"}
    return open_folder(make_folder(tmp_path / "m", [{"title": "Letters", "reports": [report], **item}]))


def recognised(folder: MeetingFolder, tmp_path: Path, passwords: tuple[str, ...] = ()) -> Path:
    made = recognise_report(folder, folder.load(), "letter", tmp_path / "cache", SilentProgress(), passwords)
    return folder.path / made


def words(path: Path, password: str | None = None) -> str:
    return " ".join(" ".join(pages_of_words(path, password)).split())


def pages_of_words(path: Path, password: str | None = None) -> list[str]:
    with PDFIUM, pypdfium2.PdfDocument(path, password=password) as document:
        return [page.get_textpage().get_text_range() for page in document]


def looks(path: Path, password: str | None = None) -> list[Image.Image]:
    with PDFIUM, pypdfium2.PdfDocument(path, password=password) as document:
        return [page.render(scale=0.5).to_pil().convert("L") for page in document]


def assert_same_look(one: Path, other: Path) -> None:
    for before, after in zip(looks(one), looks(other), strict=True):
        assert before.size == after.size
        assert ImageChops.difference(before, after).getextrema()[1] <= 8


def findings_of(folder: MeetingFolder, tmp_path: Path) -> list[str]:
    meeting = folder.load()
    prepared = prepare_reports(meeting, folder.path, ReportCache(tmp_path / "cache"), SilentProgress())
    return [finding.code for finding in prepared.findings]


def test_a_scanned_letter_is_read_and_its_pack_can_be_searched(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "letter.pdf")
    original = scan(folder.reports / "letter.pdf", page_picture(LETTER, TABLE), page_picture(LETTER[::-1]))
    add_typed_page(original)
    before = original.read_bytes()
    assert "report-scan" in findings_of(folder, tmp_path)
    copy = recognised(folder, tmp_path)
    assert original.read_bytes() == before
    assert_same_look(original, copy)
    folder.save(change_report(folder.load(), "letter", file=f"reports/{copy.name}"))
    assert "report-scan" not in findings_of(folder, tmp_path)
    pack = build_packs(folder, tmp_path / "cache", TODAY, SilentProgress())[0]
    said = words(pack.file)
    assert "Forty families carry their shopping up eleven floors every day." in said
    assert all(cell in said for cell in ("Harbour", "365", "154"))
    assert said.count("Typed, own page 1") == 1


def test_pages_that_lie_on_their_side_are_read_and_stay_as_they_lie(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "letter.pdf")
    pictures = (turned(page_picture(LETTER, TABLE), turn) for turn in (90, 180, 270, 270))
    original = scan(folder.reports / "letter.pdf", *pictures)
    with pikepdf.open(original, allow_overwriting_input=True) as pdf:
        pdf.pages[3].obj.Rotate = 90  # this one the file itself turns upright
        pdf.save()
    copy = recognised(folder, tmp_path)
    for page in pages_of_words(copy):
        assert {"Beacon", "November", "families", "committee", "Harbour"} <= set(re.findall(r"\w+", page))
    assert_same_look(original, copy)


def test_a_photograph_that_its_camera_marked_as_turned_is_read_upright(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "photo.jpg")
    marks = Image.Exif()
    marks[0x112] = 6  # "turn me clockwise by 90 degrees"
    folder.reports.mkdir()
    turned(page_picture(), 270).save(folder.reports / "photo.jpg", exif=marks, dpi=(150, 150))
    copy = recognised(folder, tmp_path)
    assert copy.name == "photo (text recognised).pdf"
    assert "out of order since November" in words(copy)
    assert looks(copy)[0].height > looks(copy)[0].width


@in_welsh
def test_welsh_is_read_with_its_own_letters(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "llythyr.pdf", language="cy")
    scan(folder.reports / "llythyr.pdf", page_picture(LLYTHYR))
    said = words(recognised(folder, tmp_path))
    assert "drwsio'r tŷ" in said.replace("’", "'")  # noqa: RUF001 (either apostrophe)
    assert "dŵr" in said


def test_the_mark_of_a_signature_stays_and_so_do_restrictions(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "signed.pdf")
    scan(folder.reports / "signed.pdf", page_picture())
    with pikepdf.open(folder.reports / "signed.pdf", allow_overwriting_input=True) as pdf:
        add_filled_signature(pdf)
        pdf.save()
    lock(folder.reports / "signed.pdf", "")
    copy = recognised(folder, tmp_path)
    assert "Forty families" in words(copy)
    with pikepdf.open(copy) as pdf:
        assert not pdf.allow.print_highres
    folder.save(change_report(folder.load(), "letter", file=f"reports/{copy.name}"))
    assert {"report-signed", "report-restricted"} <= set(findings_of(folder, tmp_path))


def test_the_text_of_a_tagged_scan_is_read_aloud_after_its_figure(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "tagged.pdf")
    scan(folder.reports / "tagged.pdf", page_picture())
    with pikepdf.open(folder.reports / "tagged.pdf", allow_overwriting_input=True) as pdf:
        tag_pages(pdf, 0)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.save()
    copy = recognised(folder, tmp_path)
    with pikepdf.open(copy) as pdf:
        assert [str(each.S) for each in pdf.Root.StructTreeRoot.K.K] == ["/Figure", "/P"]
    folder.save(change_report(folder.load(), "letter", file=f"reports/{copy.name}"))
    (pack,) = build_packs(folder, tmp_path / "cache", TODAY, SilentProgress())
    read = read_reading_order(pack.file, [3])
    said = [element.words for element in read.elements if element.role == "P"]
    assert any("Norbury Tenants Association" in words for words in said)


def test_a_locked_scan_is_read_with_its_password_and_its_copy_is_locked_as_well(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "locked.pdf")
    lock(scan(folder.reports / "locked.pdf", page_picture()), "Tŷ 7")
    copy = recognised(folder, tmp_path, ("other", "Tŷ 7"))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(copy)
    assert "Forty families" in words(copy, "Tŷ 7")
    assert no_work_left(tmp_path)


def test_a_locked_scan_without_its_password_says_what_to_do(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "locked.pdf")
    lock(scan(folder.reports / "locked.pdf", page_picture()), "Sesame")
    with pytest.raises(TextNotRecognisedError, match=r"needs a password to open.*Give the password"):
        recognised(folder, tmp_path)


def test_a_picture_without_words_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "grey.pdf")
    scan(folder.reports / "grey.pdf", Image.new("L", (600, 800), 128))
    with pytest.raises(TextNotRecognisedError, match="No words were found"):
        recognised(folder, tmp_path)
    assert [path.name for path in folder.reports.iterdir()] == ["grey.pdf"]
    assert no_work_left(tmp_path)


def test_stopping_ends_the_program_and_leaves_nothing(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "long.pdf")
    scan(folder.reports / "long.pdf", *[page_picture()] * 12)
    begun = time.monotonic()

    class Impatient(SilentProgress):
        def advance(self, _: int = 1) -> None:
            if any((tmp_path / "cache").glob("opened/*/*/ocrmypdf*")):  # it has begun
                raise Cancelled

    with pytest.raises(Cancelled):
        recognise_report(folder, folder.load(), "letter", tmp_path / "cache", Impatient())
    assert time.monotonic() - begun < 20
    assert no_work_left(tmp_path)
    assert [path.name for path in folder.reports.iterdir()] == ["long.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows knows Tesseract by its registry, not by the path")
def test_without_tesseract_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = meeting_with(tmp_path, "letter.pdf")
    scan(folder.reports / "letter.pdf", page_picture())
    monkeypatch.setenv(ocr.VARIABLE, str(ocr.find_ocr()))
    monkeypatch.setattr(ocr, "_folders", lambda: [only_these(tmp_path / "bin", "python3", "gs")])
    with pytest.raises(TextNotRecognisedError, match="Tesseract, which OCRmyPDF needs, is not installed"):
        recognised(folder, tmp_path)


@pytest.mark.skipif(has_language("gla"), reason="Tesseract has learnt Scottish Gaelic here")
def test_a_language_that_tesseract_has_not_learnt_is_named(tmp_path: Path) -> None:
    folder = meeting_with(tmp_path, "letter.pdf", language="gd")
    scan(folder.reports / "letter.pdf", page_picture())
    with pytest.raises(TextNotRecognisedError, match=r"Scottish Gaelic.*“gla\.traineddata”"):
        recognised(folder, tmp_path)


def add_typed_page(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        with pikepdf.open(make_report(path.parents[2] / "typed.pdf", 1, "Typed")) as typed:
            pdf.pages.append(typed.pages[0])
        pdf.save()


def lock(path: Path, password: str) -> Path:
    allowed = pikepdf.Permissions(print_highres=False)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(encryption=pikepdf.Encryption(user=password, owner="the owner's", allow=allowed))
    return path


def no_work_left(tmp_path: Path) -> bool:
    """Whether the work's own folder is gone; what was opened with a password stays until the program ends."""
    return not any((tmp_path / "cache" / "opened").glob("*/tmp*"))


def only_these(folder: Path, *programs: str) -> Path:
    folder.mkdir()
    for program in programs:
        if found := shutil.which(program):
            (folder / program).symlink_to(found)
    return folder
