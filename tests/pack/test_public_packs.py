"""The public pack: the members' page numbers, and one page in place of each report that is not for publication."""

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Page, Pdf, String
from pypdf import PdfReader

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.pagination import PageKind, PlannedPage, plan_of_pages
from agendabuilder.domain.presentation import AgendaTable, RangeForm, Wording
from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.assemble import AssembledPack
from agendabuilder.pack.front.front_matter import PackMarks
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress
from tests.pack.pack_making import HOUSING, all_bytes, make_pdf
from tests.pack.public_making import lay_out, public_pack, with_ids, write


def three_reports(folder: Path, middle: int = 15) -> Meeting:
    """A meeting whose second report of three is exempt."""
    make_pdf(folder / "a.pdf", 2)
    make_pdf(folder / "b.pdf", middle)
    make_pdf(folder / "c.pdf", 3)
    secret = Report(file="b.pdf", title="Bids of Ash Ltd", access=Access.EXEMPT, paragraphs=(3,), public_title="Bids")
    items = [
        Item(title="Minutes", reports=(Report(file="a.pdf", title="Minutes"),)),
        Item(title="Lettings contract", reports=(secret,)),
        Item(title="Budget", reports=(Report(file="c.pdf", title="Budget"),)),
    ]
    return with_ids(HOUSING, items)


def texts(pack: Path) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(pack).pages]


def test_one_page_says_which_pages_are_not_for_publication_and_why(tmp_path: Path) -> None:
    pages = texts(public_pack(tmp_path, three_reports(tmp_path)))
    notice = pages[4]
    assert "Pages 5 - 20 are not for publication Bids Exempt: paragraph 3" in notice
    assert "Page 5" in notice
    assert "Agenda Item 2" in notice
    assert "Ash Ltd" not in " ".join(pages)
    assert "members" not in notice.lower()


def test_page_21_is_page_21_for_everybody(tmp_path: Path) -> None:
    meeting = three_reports(tmp_path)
    public = public_pack(tmp_path, meeting)
    members = write(tmp_path, lay_out(tmp_path, meeting, Audience.MEMBERS), "members.pdf")
    assert PdfReader(public).page_labels == ["1", "2", "3", "4", "5", "20", "21", "22", "23", "24"]
    for pack in (public, members):
        reader = PdfReader(pack)
        page = reader.pages[reader.page_labels.index("21")].extract_text()
        assert "C1" in page
        assert "Page 21" in page


def test_the_agenda_prints_the_range_that_members_see_and_leads_to_the_notice(tmp_path: Path) -> None:
    contents = lay_out(tmp_path, three_reports(tmp_path), Audience.PUBLIC)
    assert "5 - 20" in texts(write(tmp_path, contents))[0]


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (RangeForm.BRACKETED, "Pages 5 - 20 are not for publication"),
        (RangeForm.HYPHEN, "Pages 5-20 are not for publication"),
    ],
)
def test_the_range_has_the_form_of_the_agendas_ranges(tmp_path: Path, form: RangeForm, words: str) -> None:
    meeting = replace(three_reports(tmp_path), table=AgendaTable(ranges=form))
    assert words in texts(public_pack(tmp_path, meeting))[4]


def test_a_report_of_one_page_is_named_in_the_singular(tmp_path: Path) -> None:
    meeting = replace(three_reports(tmp_path, middle=1), blank_pages=False)
    assert "Page 4 is not for publication" in texts(public_pack(tmp_path, meeting))[3]


def test_the_bodys_own_wording_is_printed_with_its_accents(tmp_path: Path) -> None:
    wording = Wording(withheld_pages="Nid yw tudalennau {pages} i’w cyhoeddi: tŷ")  # noqa: RUF001
    pages = texts(public_pack(tmp_path, replace(three_reports(tmp_path), wording=wording)))
    assert "Nid yw tudalennau 5 - 20 i’w cyhoeddi: tŷ" in pages[4]  # noqa: RUF001


def test_a_withheld_report_has_a_bookmark_to_the_page_in_its_place(tmp_path: Path) -> None:
    reader = PdfReader(public_pack(tmp_path, three_reports(tmp_path)))
    titles = {}
    for entry in [each for part in reader.outline for each in (part if isinstance(part, list) else [part])]:
        titles[entry.title] = reader.get_destination_page_number(entry)
    assert titles["Bids"] == 4
    assert titles["Budget"] == 6


def test_a_pack_may_begin_with_a_withheld_report_and_hold_nothing_else(tmp_path: Path) -> None:
    make_pdf(tmp_path / "b.pdf", 4)
    secret = Report(file="b.pdf", access=Access.CONFIDENTIAL)
    pack = public_pack(tmp_path, with_ids(replace(HOUSING, blank_pages=False), [Item(title="Bids", reports=(secret,))]))
    pages = texts(pack)
    assert len(pages) == 2
    assert "Pages 2 - 5 are not for publication Report not for publication Confidential" in pages[1]
    assert [round(float(side)) for side in PdfReader(pack).pages[1].mediabox] == [0, 0, 595, 842]


def test_the_page_in_place_has_the_size_and_turn_of_the_page_before_it(tmp_path: Path) -> None:
    meeting = replace(three_reports(tmp_path), blank_pages=False)

    def turn(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.Rotate = 90

    make_pdf(tmp_path / "a.pdf", 2, turn, size=(842, 1191))
    pack = public_pack(tmp_path, meeting)
    page = PdfReader(pack).pages[3]
    assert (page.rotation, page.mediabox.width, page.mediabox.height) == (90, 842, 1191)
    assert "Pages 4 - 18 are not for publication" in texts(pack)[3]


def test_a_page_that_stands_for_others_is_one_paragraph_for_screen_readers(tmp_path: Path) -> None:
    with pikepdf.open(public_pack(tmp_path, three_reports(tmp_path))) as pdf:
        page = pdf.pages[4]
        entries = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        assert entries[int(page.obj.StructParents)][0].S == Name.P
        assert page.Contents[1].read_bytes().count(b"/MCID 0") == 1


def test_withdrawn_pages_and_pages_with_letters_are_proven_like_others(tmp_path: Path) -> None:
    make_pdf(tmp_path / "a.pdf", 3)
    meeting = with_ids(HOUSING, [Item(title="Budget", reports=(Report(file="a.pdf"),))])
    item, report = "item-1", "1-0"
    pages = [
        PlannedPage(0, "1", PageKind.FRONT),
        PlannedPage(0, "2", PageKind.BLANK),
        PlannedPage(0, "3", PageKind.REPORT, item, report, 1),
        PlannedPage(0, "3a", PageKind.REPORT, item, report, 2),
        PlannedPage(0, "3b", PageKind.REPORT, item, report, 3),
        PlannedPage(0, "4", PageKind.WITHDRAWN, item, report),
        PlannedPage(0, "5", PageKind.WITHDRAWN, "item-gone", "9-0", through="8"),
    ]
    pack = write(tmp_path, lay_out(tmp_path, meeting, Audience.MEMBERS, plan_of_pages(pages, 1)))
    assert PdfReader(pack).page_labels == ["1", "2", "3", "3a", "3b", "4", "5"]
    shown = texts(pack)
    assert "A2" in shown[3]
    assert "Page 3a" in shown[3]
    assert "Page 4 is withdrawn" in shown[5]
    assert "Pages 5 - 8 are withdrawn" in shown[6]
    assert "Agenda Item" not in shown[6]


def test_a_page_that_names_other_pages_than_planned_is_refused(tmp_path: Path) -> None:
    contents = lay_out(tmp_path, three_reports(tmp_path), Audience.PUBLIC)
    changed = replace(contents.plan.pages[4], through="19")
    other = replace(contents, plan=plan_of_pages((*contents.plan.pages[:4], changed, *contents.plan.pages[5:]), 1))
    pack = write(tmp_path, other)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        drawn = Page(pdf.pages[4].obj).obj.Contents[1]
        drawn.write(drawn.read_bytes().replace(b"5 - 19", b"5 - 18"))
        pdf.save()
    with pytest.raises(PackNotProvenError, match="does not say"):
        verify_pack(pack, other, AssembledPack((0,) * 5, True, lambda: None), SilentProgress())


def commented(pdf: Pdf) -> None:
    """Comments, a stamp with a remark, a script, an attached file, properties of a picture."""
    page = pdf.pages[0].obj
    notes = [("Text", "Is this true?"), ("Highlight", "Check this"), ("FreeText", "Ask Ann"), ("Stamp", "Sent by Bob")]
    page.Annots = Array(
        [
            pdf.make_indirect(
                Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([9, 9, 99, 99]), Contents=String(said))
            )
            for kind, said in notes
        ]
    )
    picture = pdf.make_stream(bytes(12), Type=Name.XObject, Subtype=Name.Image, Width=2, Height=2)
    picture.update(Dictionary(ColorSpace=Name.DeviceRGB, BitsPerComponent=8))
    picture.Metadata = pdf.make_stream(b"<x>Taken at home by Cara</x>", Type=Name.Metadata, Subtype=Name.XML)
    page.Resources.XObject = Dictionary(Im=picture)
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('Run')"))
    pdf.attachments["figures.csv"] = b"Dora,1,2"
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Author=String("Written by Eve")))


HIDDEN = (b"Is this true?", b"Check this", b"Ask Ann", b"Sent by Bob")
ALWAYS_OUT = (b"Cara", b"app.alert", b"Dora", b"Eve")


def meeting_with_comments(folder: Path) -> Meeting:
    make_pdf(folder / "a.pdf", 2, commented)
    return with_ids(HOUSING, [Item(title="Minutes", reports=(Report(file="a.pdf"),))])


def test_comments_in_reports_are_for_members_only_unless_the_meeting_says_otherwise(tmp_path: Path) -> None:
    meeting = meeting_with_comments(tmp_path)
    public = all_bytes(public_pack(tmp_path, meeting))
    assert not any(words in public for words in (*HIDDEN, *ALWAYS_OUT))
    assert b"/Stamp" in public
    kept = all_bytes(public_pack(tmp_path, replace(meeting, public_keeps_comments=True), "kept.pdf"))
    members = all_bytes(write(tmp_path, lay_out(tmp_path, meeting, Audience.MEMBERS), "members.pdf"))
    for pack in (kept, members):
        assert all(words in pack for words in HIDDEN)
        assert not any(words in pack for words in ALWAYS_OUT)


def test_mark_up_that_covers_words_stays_so_that_nothing_comes_into_sight(tmp_path: Path) -> None:
    def cover(pdf: Pdf) -> None:
        boxes = [([0, 0, 0], "Hidden here"), ([1, 1, 0], "Look here"), ([0, 0, 0, 1], "And here")]
        pdf.pages[0].obj.Annots = Array(
            [
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Square, Rect=Array([9, 9, 99, 99]), IC=Array(ink), Contents=say
                )
                for ink, say in boxes
            ]
        )

    make_pdf(tmp_path / "a.pdf", 1, cover)
    pack = public_pack(tmp_path, with_ids(HOUSING, [Item(title="Minutes", reports=(Report(file="a.pdf"),))]))
    squares = [each.get_object() for each in PdfReader(pack).pages[2]["/Annots"]]
    assert [list(each["/IC"]) for each in squares if each["/Subtype"] == "/Square"] == [[0, 0, 0], [0, 0, 0, 1]]
    assert b"here" not in all_bytes(pack)


def test_while_there_is_one_pack_for_everybody_its_reports_stay_as_they_are(tmp_path: Path) -> None:
    contents = lay_out(tmp_path, meeting_with_comments(tmp_path), Audience.MEMBERS)
    pack = all_bytes(write(tmp_path, replace(contents, audience=None)))
    assert any(words in pack for words in HIDDEN)


def copy_for(folder: Path, reader: str, meeting: Meeting | None = None) -> Path:
    marks = PackMarks(members_only=True, reader=reader)
    contents = lay_out(folder, meeting or three_reports(folder), Audience.MEMBERS, marks=marks)
    return write(folder, contents, f"copy-{len(reader)}.pdf")


def test_a_members_copy_carries_the_members_name_across_every_page(tmp_path: Path) -> None:
    def turn(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.Rotate = 90

    meeting = three_reports(tmp_path)
    make_pdf(tmp_path / "a.pdf", 2, turn, size=(842, 1191))
    pages = texts(copy_for(tmp_path, "Siân Ŵyn-Jones", meeting))
    assert len(pages) == 24
    assert all("Siân Ŵyn-Jones" in page for page in pages)


def test_a_members_name_costs_little_and_changes_no_other_page_content(tmp_path: Path) -> None:
    plain, named = copy_for(tmp_path, ""), copy_for(tmp_path, "Ann Ash")
    assert named.stat().st_size - plain.stat().st_size < 20_000 + 24 * 100
    assert "Ann Ash" not in " ".join(texts(plain))
    for before, after in zip(PdfReader(plain).pages, PdfReader(named).pages, strict=True):
        assert b"/Subtype/Watermark" in after["/Contents"].get_object()[-1].get_object().get_data()
        assert before.mediabox == after.mediabox


def test_a_page_without_the_members_name_is_refused(tmp_path: Path) -> None:
    contents = lay_out(tmp_path, three_reports(tmp_path), Audience.MEMBERS, marks=PackMarks(reader="Ann Ash"))
    pack = write(tmp_path, contents)
    with pikepdf.open(pack, allow_overwriting_input=True) as pdf:
        pdf.pages[3].obj.Contents[-1] = pdf.make_stream(b"q Q")
        pdf.save()
    with pytest.raises(PackNotProvenError, match="Ann Ash"):
        verify_pack(pack, contents, AssembledPack((0,) * 20, True, lambda: None), SilentProgress())
