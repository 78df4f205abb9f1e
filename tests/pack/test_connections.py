"""Stamp, page label, agenda, link and bookmark all say the same number."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
from pack.pack_making import HOUSING, attached, make_pack, make_pdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf
from pypdf import PdfReader

from agendabuilder.domain.item import Report
from agendabuilder.domain.presentation import Look


def labels(pack: Path) -> list[str]:
    return PdfReader(pack).page_labels


def outline(pack: Path) -> list[tuple[int, str, int | None]]:
    """The bookmarks as depth, title and the sheet (from 1) they lead to."""
    reader = PdfReader(pack)

    def walk(entries: list, depth: int) -> list[tuple[int, str, int | None]]:
        found = []
        for entry in entries:
            if isinstance(entry, list):
                found += walk(entry, depth + 1)
            else:
                page = reader.get_destination_page_number(entry)
                found.append((depth, entry.title, None if page is None else page + 1))
        return found

    return walk(reader.outline, 0)


def with_bookmarks(pdf: Pdf) -> None:
    with pdf.open_outline() as bookmarks:
        chapter = OutlineItem("Chapter", 0)
        chapter.children.append(OutlineItem("Section", 1, "XYZ", left=0, top=500))
        bookmarks.root.append(chapter)


def test_labels_are_what_is_printed(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    assert labels(make_pack(tmp_path, [("One", attached("a.pdf"))])) == ["1", "2", "3", "4"]


def test_front_pages_that_are_not_counted_have_roman_numbers(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))], replace(HOUSING, count_front=False))
    assert labels(pack) == ["i", "ii", "1", "2"]
    texts = [page.extract_text() for page in PdfReader(pack).pages]
    assert "Page i" in texts[0]
    assert "Page 1" in texts[2]


def test_numbers_may_run_on_from_an_earlier_pack(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2)
    pack = make_pack(tmp_path, [("One", attached("a.pdf"))], replace(HOUSING, first_page=145))
    assert labels(pack) == ["145", "146", "147", "148"]


def test_bookmarks_name_items_reports_and_the_reports_own(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2, with_bookmarks)
    make_pdf(tmp_path / "b.pdf", 2, with_bookmarks)
    make_pdf(tmp_path / "c.pdf", 2, with_bookmarks)
    reports = [Report(title="Budget", file="b.pdf"), Report(file="c.pdf")]
    pack = make_pack(tmp_path, [("Minutes", attached("a.pdf")), ("Apologies", []), ("Finance", reports)])
    assert outline(pack) == [
        (0, "Agenda", 1),
        (0, "1 Minutes", 3),
        (1, "Chapter", 3),
        (2, "Section", 4),
        (0, "2 Apologies", 1),
        (0, "3 Finance", 5),
        (1, "Budget", 5),
        (2, "Chapter", 5),
        (3, "Section", 6),
        (1, "c.pdf", 7),
        (2, "Chapter", 7),
        (3, "Section", 8),
    ]


def test_items_stand_open_and_reports_are_closed(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 2, with_bookmarks)
    pack = make_pack(tmp_path, [("Finance", [Report(title="Budget", file="a.pdf")])])
    with pikepdf.open(pack) as pdf:
        root = pdf.Root.Outlines
        item = root.First.Next
        assert (root.Count, item.Count, item.First.Count) == (3, 1, -1)
        assert pdf.Root.PageMode == Name.UseOutlines


def agenda_links(pack: Path) -> list[int]:
    reader = PdfReader(pack)
    sheets = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, start=1)}
    links = [reference.get_object() for reference in reader.pages[0].get("/Annots", [])]
    return [sheets[link["/Dest"][0].idnum] for link in links if "/Dest" in link]


def test_the_agenda_leads_to_each_items_papers_and_they_lead_back(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf", "c.pdf"):
        make_pdf(tmp_path / name, 2)
    pack = make_pack(tmp_path, [("One", attached("a.pdf", "b.pdf")), ("Two", attached("c.pdf"))])
    assert agenda_links(pack) == [3, 7]
    reader = PdfReader(pack)
    for sheet, words in ((3, "1 One"), (5, "1 One"), (7, "2 Two")):
        (link,) = [reference.get_object() for reference in reader.pages[sheet - 1]["/Annots"]]
        assert link["/Contents"] == f"Back to the agenda: {words}"
        assert link["/Dest"][0].idnum == reader.pages[0].indirect_reference.idnum
    assert all("/Annots" not in reader.pages[sheet - 1] for sheet in (4, 6, 8))


def test_the_way_back_is_over_the_stamp_on_a_turned_page(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = 90

    make_pdf(tmp_path / "a.pdf", 1, edit)
    page = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))])).pages[2]
    left, bottom, right, top = (float(edge) for edge in page["/Annots"][0].get_object()["/Rect"])
    # the top right for the reader of a page turned by 90 degrees is the top right corner of the sheet's left edge
    assert right < 60
    assert top > 842 - 70
    assert top - bottom > right - left


def test_title_language_and_dates_are_the_meetings(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 1)
    meeting = replace(HOUSING, look=Look(language="cy-GB"), published=date(2027, 2, 24))
    reader = PdfReader(make_pack(tmp_path, [("One", attached("a.pdf"))], meeting))
    assert reader.metadata.title == "Norbury Council Housing Committee: agenda, 4 Mawrth 2027"
    assert reader.metadata.author == "Norbury Council"
    assert str(reader.metadata["/CreationDate"]) == "D:20270224000000Z"
    assert reader.xmp_metadata.dc_title["x-default"] == reader.metadata.title
    assert reader.root_object["/Lang"] == "cy-GB"
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712 (pypdf's own boolean)


def test_nothing_of_a_reports_metadata_is_in_the_pack(tmp_path: Path) -> None:
    def edit(pdf: Pdf) -> None:
        pdf.docinfo.Author = "A Secretive"
        pdf.pages[0].obj.Metadata = pdf.make_stream(b"<x>A Secretive</x>", Type=Name.Metadata)
        pdf.pages[0].obj.PieceInfo = Dictionary(App=Dictionary(Private=Array(["A Secretive"])))

    make_pdf(tmp_path / "a.pdf", 1, edit)
    from pack.pack_making import all_bytes

    assert b"Secretive" not in all_bytes(make_pack(tmp_path, [("One", attached("a.pdf"))]))
