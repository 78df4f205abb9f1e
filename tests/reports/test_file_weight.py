"""A large report is weighed, and what makes it large is told."""

import os
from pathlib import Path

import pikepdf
from reports.made_pdfs import changed_pdf, text_pdf

from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.readings.file_weight import LARGE, file_weight


def test_a_report_of_usual_size_is_not_weighed(tmp_path: Path, cache: ReportCache) -> None:
    assert file_weight(text_pdf(tmp_path / "a.pdf"), cache) is None


def test_pictures_fonts_and_files_inside_are_weighed_apart(tmp_path: Path, cache: ReportCache) -> None:
    def fill(pdf: pikepdf.Pdf) -> None:
        for size, side in ((3_000_000, 900), (5_000_000, 4000)):
            picture = pdf.make_stream(os.urandom(size), Subtype=pikepdf.Name.Image, Width=side, Height=side // 2)
            pdf.pages[0].obj[f"/X{side}"] = picture
        font = pdf.make_stream(os.urandom(2_000_000))
        pdf.Root.Kept = pdf.make_indirect(pikepdf.Dictionary(FontName=pikepdf.Name.Sans, FontFile2=font))
        pdf.attachments["figures.bin"] = os.urandom(1_000_000)

    weight = file_weight(changed_pdf(tmp_path / "a.pdf", fill), cache)
    assert weight is not None
    assert weight.total > LARGE
    assert (weight.picture_count, weight.largest_picture[:2]) == (2, (4000, 2000))
    sizes = (weight.pictures, weight.fonts, weight.files_inside)
    assert [round(size / 1_000_000) for size in sizes] == [8, 2, 1]
