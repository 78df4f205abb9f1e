"""The reading order is what a screen reader says, in the pack itself: elements, first words, pages, pictures."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest
from making import make_folder
from pack.tagged_making import make_tagged
from pikepdf import Array, Dictionary, Name, Pdf, String

from agendabuilder import paths
from agendabuilder.app import jobs
from agendabuilder.app.made_packs import BuildOrder, PackPreview
from agendabuilder.domain.alternate_texts import write_alt_text
from agendabuilder.domain.edits import change_report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.tagging.read_element import ReadElement
from agendabuilder.pack.tagging.reading_order import read_reading_order
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.store.meeting_folder import MeetingFolder

ROLES = ("H1", "P", "Figure")


def made(tmp_path: Path, pages: int = 2) -> MeetingFolder:
    """A meeting whose second item has a tagged report with a picture on each page, and a plain one."""
    folder = make_folder(
        tmp_path / "m",
        [
            {"title": "Apologies"},
            {"title": "Roofs", "reports": [{"id": "x", "title": "Slates", "file": "x.pdf"}, ("plain", 1)]},
        ],
    )
    make_tagged(folder / "x.pdf", pages, ROLES, place_first_picture)
    return MeetingFolder(folder)


def place_first_picture(pdf: Pdf) -> None:
    """The first picture says where it lies; the last one, of a file with three pages, has a text of its own."""
    figures = [kid for kid in pdf.Root.StructTreeRoot.K.K if Name.Figure == kid.S]
    figures[0].A = Dictionary(O=Name.Layout, BBox=Array([100, 500, 300, 700]))
    if len(figures) == 3:
        figures[2].Alt = String("A slate roof")


def preview(folder: MeetingFolder, meeting: Meeting) -> PackPreview:
    return jobs.preview(SilentProgress(), meeting, folder.path, paths.cache(), date(2027, 1, 4), BuildOrder())


def elements(shown: PackPreview, report_id: str, most: int = 500) -> list[ReadElement]:
    sheets = [page.sheet for page in shown.plan.pages if page.report_id == report_id]
    return list(read_reading_order(shown.file, sheets, most).elements)


def test_a_tagged_report_is_read_element_by_element(tmp_path: Path) -> None:
    folder = made(tmp_path)
    shown = preview(folder, folder.load())
    first = shown.plan.reports["x"].sheet
    read = elements(shown, "x")
    assert [(each.role, each.words) for each in read[:2]] == [("Part", "Item 2: Roofs"), ("Part", "Slates")]
    assert [(each.role, each.words, each.sheet - first) for each in read if each.role in ROLES] == [
        ("H1", "X1 H1", 0),
        ("P", "X1 P", 0),
        ("Figure", "X1 Figure", 0),
        ("H1", "X2 H1", 1),
        ("P", "X2 P", 1),
        ("Figure", "X2 Figure", 1),
    ]
    assert [each.lacks_alt for each in read if each.role == "Figure"] == [True, True]
    assert "Back to the agenda" in next(each.words for each in read if each.role == "Link")


def test_only_what_is_asked_for_is_read(tmp_path: Path) -> None:
    folder = made(tmp_path)
    shown = preview(folder, folder.load())
    assert not any(each.role in ("H1", "Figure") for each in elements(shown, "plain"))
    front = read_reading_order(shown.file, range(1, shown.plan.front_pages + 1)).elements
    assert "Housing Committee" in [each.words for each in front if each.role == "H1"]
    assert {"TH", "TD"} <= {each.role for each in front}
    assert not any("X1" in each.words for each in front)


def test_what_is_too_much_to_look_through_is_counted(tmp_path: Path) -> None:
    folder = made(tmp_path, 20)
    shown = preview(folder, folder.load())
    whole, part = elements(shown, "x"), elements(shown, "x", 10)
    assert part[-1].left_out == len(whole) - len(part) + 1
    assert part[:-1] == whole[: len(part) - 1]


def test_reading_can_be_called_off(tmp_path: Path) -> None:
    class Impatient(SilentProgress):
        def advance(self, _: int = 1) -> None:
            raise Cancelled

    folder = made(tmp_path, 20)
    shown = preview(folder, folder.load())
    with pytest.raises(Cancelled):
        read_reading_order(shown.file, [page.sheet for page in shown.plan.pages], progress=Impatient())


def test_a_pack_that_is_gone_has_no_order(tmp_path: Path) -> None:
    assert read_reading_order(tmp_path / "gone.pdf", [1]).elements == ()


def test_the_pictures_to_describe_are_found_with_their_places(tmp_path: Path) -> None:
    folder = made(tmp_path, 3)
    meeting = folder.load()
    found = jobs.pictures_to_describe(SilentProgress(), meeting, folder.path, paths.cache(), "x")
    assert [picture.page for picture in found] == [1, 2]
    assert [picture.place for picture in found] == [(100, 500, 300, 700), None]
    assert (
        jobs.pictures_to_describe(SilentProgress(), meeting, folder.path, paths.cache(), meeting.items[1].reports[1].id)
        == ()
    )
    chosen = change_report(meeting, "x", pages="2-3")
    found = jobs.pictures_to_describe(SilentProgress(), chosen, folder.path, paths.cache(), "x")
    assert [picture.page for picture in found] == [1]


def test_a_turned_page_shows_its_pictures_where_the_reader_sees_them(tmp_path: Path) -> None:
    folder = made(tmp_path)
    turned = change_report(folder.load(), "x", turn=90)
    found = jobs.pictures_to_describe(SilentProgress(), turned, folder.path, paths.cache(), "x")
    with pikepdf.open(folder.path / "x.pdf") as pdf:
        width = float(pdf.pages[0].mediabox[2])
    assert found[0].place == (500, width - 300, 700, width - 100)


def test_an_alternate_text_goes_to_its_picture_in_the_pack(tmp_path: Path) -> None:
    folder = made(tmp_path)
    meeting = write_alt_text(folder.load(), "x", 1, "A cracked slate")
    figures = [each for each in elements(preview(folder, meeting), "x") if each.role == "Figure"]
    assert [(each.alt, each.lacks_alt) for each in figures] == [("", True), ("A cracked slate", False)]
    assert write_alt_text(meeting, "x", 1, "") == folder.load()


def test_an_alternate_text_stays_with_its_picture_when_another_page_is_chosen_first(tmp_path: Path) -> None:
    folder = made(tmp_path, 3)
    meeting = write_alt_text(change_report(folder.load(), "x", pages="2-3"), "x", 0, "A cracked slate")
    figures = [each for each in elements(preview(folder, meeting), "x") if each.role == "Figure"]
    assert [each.alt for each in figures] == ["A cracked slate", "A slate roof"]
