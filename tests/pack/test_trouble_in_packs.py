"""Reports that are trouble, in a pack: it is proven, and each page shows what it showed before, but for the stamps."""

from dataclasses import replace

import pikepdf
import pytest
from pack.pack_making import assemble, attached, link_to, links_of, make_contents, make_pdf
from pages_alike import differences
from pikepdf import Array, Dictionary, Name, String
from pypdf import PdfReader

from agendabuilder.domain.item import Report
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.terms import Terms


def proven(folder, *reports):
    """The pack of these reports as one item: its file, after its pages were compared with theirs."""
    contents = make_contents(folder, [("Trouble", reports)])
    pack, assembled = assemble(folder, contents)
    verify_pack(pack, contents, assembled, SilentProgress())
    assert [each for each in differences(pack, contents) if each.share > 0.0001] == []
    return pack


def open_state(pdf):
    """Saved states left open, a shift, a clip, a colour and see-through ink, all left on."""
    page = pdf.pages[0].obj
    page.Resources.ExtGState = Dictionary(Thin=Dictionary(ca=0.3, CA=0.3, BM=Name.Multiply))
    before = page.Contents.read_bytes()
    mess = b" q q 1 0 0 rg 0.5 0 0 0.5 80 90 cm 0 0 300 300 re W n /Thin gs 3 Tr 0 0 200 200 re f /P <</MCID 0>> BDC BT"
    page.Contents = pdf.make_stream(before + mess)


def too_many_restores(pdf):
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" Q Q Q 100 100 50 50 re f")


def inherited(pdf):
    """Everything comes down the page tree."""
    page = pdf.pages[0].obj
    pdf.Root.Pages.Resources, pdf.Root.Pages.MediaBox = page.Resources, Array([0, 0, 842, 595])
    pdf.Root.Pages.Rotate = 90
    for each in pdf.pages:
        del each.obj.Resources
        del each.obj.MediaBox


def without_resources(pdf):
    del pdf.pages[0].obj.Resources


def with_missing_parts(pdf):
    """Fonts and pictures that are named and not there."""
    page = pdf.pages[0].obj
    page.Resources = Dictionary()
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Gone Do /GoneToo gs 20 300 90 90 re f")


def see_through(pdf):
    """A group that is blended as a whole, over a page that is a group itself."""
    page = pdf.pages[0].obj
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)
    form = pdf.make_stream(
        b"1 0 0 rg 0 0 200 200 re f 0 0 1 rg 100 100 200 200 re f", Type=Name.XObject, Subtype=Name.Form,
        BBox=Array([0, 0, 300, 300]), Group=group,
    )  # fmt: skip
    page.Group = group
    page.Resources.XObject = Dictionary(Fx=form)
    page.Resources.ExtGState = Dictionary(Half=Dictionary(ca=0.5, BM=Name.Multiply))
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" q /Half gs 1 0 0 1 150 300 cm /Fx Do Q")


def odd_appearances(pdf):
    """A note with an appearance of no size, one turned by its matrix, one hidden, one without any."""

    def note(rect, **parts):
        return pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Stamp, F=4, Rect=Array(rect), **parts))

    def drawn(box, matrix):
        return pdf.make_stream(
            b"0 1 0 rg 0 0 50 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array(box), Matrix=Array(matrix)
        )

    plain = [1, 0, 0, 1, 0, 0]
    hidden = note([300, 500, 400, 540], AP=Dictionary(N=drawn([0, 0, 50, 20], plain)))
    hidden.F = 2
    pdf.pages[0].obj.Annots = Array([
        note([50, 500, 150, 540], AP=Dictionary(N=drawn([0, 0, 0, 0], plain))),
        note([50, 600, 150, 640], AP=Dictionary(N=drawn([0, 0, 50, 20], [0, 1, -1, 0, 0, 0]))),
        hidden,
        note([300, 600, 400, 640]),
        note([400, 640, 300, 600], AP=Dictionary(N=Dictionary(On=drawn([0, 0, 50, 20], plain)), AS=Name.On)),
    ])  # fmt: skip


def hidden_layer(pdf):
    """A layer that is off, with a black block on it."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft"))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    page = pdf.pages[0].obj
    page.Resources.Properties = Dictionary(Hidden=layer)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /OC /Hidden BDC 0 300 400 200 re f EMC")


def odd_turns(pdf):
    for page, turn in zip(pdf.pages, (-90, 450, 180, 45), strict=True):
        page.obj.Rotate = turn


def units(pdf):
    for page, unit in zip(pdf.pages, (2, 0.5, 10, -1), strict=True):
        page.obj.UserUnit = unit


def crops(pdf):
    for page, crop in zip(pdf.pages, ((100, 100, 500, 700), (-50, -50, 2000, 400), (500, 700, 100, 100), (0, 0, 0, 0)),
                          strict=True):  # fmt: skip
        page.obj.CropBox = Array(crop)
        page.obj.MediaBox = Array([-20, -30, 575, 812])


def a_page_twice(pdf):
    pdf.pages.append(pdf.pages[0])


def loops(pdf):
    """Bookmarks and form fields that lead back to themselves."""
    mark = pdf.make_indirect(Dictionary(Title=String("Round"), Dest=Array([pdf.pages[0].obj, Name.Fit])))
    mark.Next = mark.First = mark
    pdf.Root.Outlines = Dictionary(First=mark, Last=mark)
    field = pdf.make_indirect(Dictionary(T=String("a"), FT=Name.Tx))
    field.Kids = Array([field])
    pdf.Root.AcroForm = Dictionary(Fields=Array([field]))


def deep(pdf):
    """Four hundred forms, each within the one before, and as many arrays."""
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"20 300 90 90 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 900]))
    nested = Array([1])
    for _ in range(400):
        nested = Array([nested])
        form = pdf.make_stream(
            b"/Fx Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 600, 900]),
            Resources=Dictionary(XObject=Dictionary(Fx=form)),
        )  # fmt: skip
    page.Resources.XObject = Dictionary(Fx=form)
    page.PieceInfo = Dictionary(Deep=nested)
    page.Contents = pdf.make_stream(page.Contents.read_bytes() + b" /Fx Do")


@pytest.mark.parametrize(
    "trouble",
    [
        open_state, too_many_restores, inherited, without_resources, with_missing_parts, see_through, odd_appearances,
        hidden_layer, odd_turns, units, crops, a_page_twice, loops, deep,
    ],
)  # fmt: skip
def test_each_page_shows_what_it_showed_before(tmp_path, trouble):
    make_pdf(tmp_path / "trouble.pdf", 4, trouble)
    make_pdf(tmp_path / "sound.pdf", 1)
    proven(tmp_path, *attached("trouble.pdf", "sound.pdf"))


def test_a_page_that_shows_anything_else_would_be_noticed(tmp_path):
    make_pdf(tmp_path / "ash.pdf", 2)
    make_pdf(tmp_path / "birch.pdf", 2)
    contents = make_contents(tmp_path, [("Trees", attached("ash.pdf"))])
    pack, _ = assemble(tmp_path, contents)
    ((report_id, ready),) = contents.prepared.items()
    other = replace(contents, prepared={report_id: replace(ready, path=tmp_path / "birch.pdf")})
    assert all(each.share > 0.0001 for each in differences(pack, other))


@pytest.mark.parametrize("turn", [0, 90])
@pytest.mark.parametrize("size", [(842, 1191), (1191, 842), (612, 792), (420, 595), (14400, 14400), (3, 14400)])
def test_pages_of_every_size_turned_and_fitted_are_proven_too(tmp_path, size, turn):
    make_pdf(tmp_path / "plan.pdf", 2, see_through, size)
    reports = [Report(file="plan.pdf", turn=turn, fit_to_a4=fit) for fit in (False, True)]
    pack = PdfReader(proven(tmp_path, *reports))
    fitted = [
        page for page in pack.pages if abs(float(page.mediabox.width) * float(page.mediabox.height) - 501_200) < 99
    ]
    assert len(fitted) >= 2 + 1


def test_three_reports_with_the_same_names_of_fields_and_of_places_keep_their_own(tmp_path):
    def furnish(pdf, value):
        appearance = pdf.make_stream(
            f"BT /F1 12 Tf 5 5 Td ({value}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form,
            BBox=Array([0, 0, 200, 20]), Resources=pdf.pages[0].obj.Resources,
        )  # fmt: skip
        field = pdf.make_indirect(Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Name"), V=String(value), F=4,
            Rect=Array([100, 400, 300, 420]), AP=Dictionary(N=appearance), DA=String("/F1 12 Tf"),
        ))  # fmt: skip
        pdf.pages[0].obj.Annots = Array([field])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]), DR=pdf.pages[0].obj.Resources)
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array(["costs", Array([pdf.pages[1].obj, Name.Fit])])))
        link_to(pdf.pages[0], String("costs"))

    names = ["ash.pdf", "birch.pdf", "cedar.pdf"]
    for name in names:
        make_pdf(tmp_path / name, 2, lambda pdf, name=name: furnish(pdf, name.removesuffix(".pdf")))
    pack = proven(tmp_path, *attached(*names))
    reader = PdfReader(pack)
    fields = reader.get_fields() or {}
    assert sorted(str(field.get("/V")) for field in fields.values()) == ["ash", "birch", "cedar"]
    own = {at: links_of(pack, at) for at in range(3, len(reader.pages) + 1)}
    assert [leads for leads in own.values() if leads] == [[at + 1] for at, leads in own.items() if leads]
    assert sum(map(bool, own.values())) == 3


def test_a_locked_report_leaves_no_body_behind(tmp_path):
    make_pdf(tmp_path / "plain.pdf", 2)
    with pikepdf.open(tmp_path / "plain.pdf") as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="secret", owner="boss"))
    contents = make_contents(tmp_path, [("Pay", attached("plain.pdf"))])
    report = next(iter(contents.prepared))
    locked = prepare_report(
        tmp_path / "locked.pdf",
        Report(file="locked.pdf"),
        ReportCache(tmp_path / "cache"),
        Terms(passwords=("secret",)),
    )
    contents = replace(contents, prepared={report: locked})
    pack, assembled = assemble(tmp_path, contents)
    verify_pack(pack, contents, assembled, SilentProgress())
    assert list((tmp_path / "cache" / "bodies").iterdir()) == []
