"""What does not keep a file out of the pack is told, and what may not travel in a pack is taken out of it."""

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.utils import ImageReader
from reports.made_pdfs import (
    add_attached_file,
    add_filled_signature,
    add_link,
    add_script,
    changed_pdf,
    drawn_pdf,
    text_pdf,
)

from agendabuilder.domain.finding import Severity
from agendabuilder.reports.intake.remarks import remarks
from agendabuilder.reports.prepared import Trait


def codes(prepared):
    return {finding.code for finding in remarks(prepared, "Item 7 “Budget”: ", "the file “budget.pdf”", "i", "r")}


@pytest.mark.parametrize("strength", [2, 3, 4, 6])
def test_restrictions_are_lifted_and_told(tmp_path, prepare, strength):
    old = {"aes": False, "metadata": False} if strength < 4 else {}
    lock = pikepdf.Encryption(user="", owner="boss", R=strength, **old)
    path = changed_pdf(tmp_path / "budget.pdf", lambda _: None, encryption=lock)
    prepared = prepare(path)
    assert prepared.traits == (Trait.RESTRICTED,)
    assert prepared.path != path
    with pikepdf.open(prepared.path) as clean:
        assert not clean.is_encrypted
        assert len(clean.pages) == 2


def test_a_damaged_table_of_contents_of_the_file_is_repaired_and_told(tmp_path, prepare):
    path = text_pdf(tmp_path / "budget.pdf", pages=3)
    path.write_bytes(path.read_bytes().replace(b"startxref", b"startxxxx"))
    prepared = prepare(path)
    assert Trait.REPAIRED in prepared.traits
    assert "report-repaired" in codes(prepared)
    with pikepdf.open(prepared.path) as clean:
        assert len(clean.pages) == 3
        assert not clean.get_warnings()


def test_junk_before_the_pdf_does_no_harm(tmp_path, prepare):
    path = text_pdf(tmp_path / "budget.pdf")
    path.write_bytes(b"HTTP/1.1 200 OK\r\n\r\n" + path.read_bytes())
    assert prepare(path).source_pages == 2


def test_a_signature_is_told(tmp_path, prepare):
    path = changed_pdf(tmp_path / "budget.pdf", add_filled_signature)
    prepared = prepare(path)
    assert prepared.traits == (Trait.SIGNED,)
    assert prepared.path == path
    assert "report-signed" in codes(prepared)


def test_an_empty_signature_field_is_no_signature(tmp_path, prepare):
    def add_empty_field(pdf):
        field = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Sign here")))
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    assert prepare(changed_pdf(tmp_path / "budget.pdf", add_empty_field)).traits == ()


def _script_on_a_page(pdf):
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("x()")))


def _script_of_the_document(pdf):
    script = Dictionary(S=Name.JavaScript, JS=String("x()"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))


def _link_to_a_program(pdf):
    add_link(pdf, Dictionary(S=Name.Launch, F=String("calc.exe")))


def _script_after_a_link(pdf):
    following = Dictionary(S=Name.JavaScript, JS=String("x()"))
    add_link(pdf, Dictionary(S=Name.URI, URI=String("https://example.org"), Next=following))


def _script_of_a_field(pdf):
    field = Dictionary(FT=Name.Tx, T=String("Sum"), AA=Dictionary(C=Dictionary(S=Name.JavaScript, JS=String("x()"))))
    pdf.Root.AcroForm = Dictionary(Fields=Array([pdf.make_indirect(field)]))


@pytest.mark.parametrize(
    "add",
    [
        add_script,
        _script_on_a_page,
        _script_of_the_document,
        _link_to_a_program,
        _script_after_a_link,
        _script_of_a_field,
    ],
)
def test_scripts_and_commands_are_taken_out_and_told(tmp_path, prepare, add):
    prepared = prepare(changed_pdf(tmp_path / "budget.pdf", add))
    assert Trait.ACTIONS in prepared.traits
    with pikepdf.open(prepared.path) as clean:
        clean.save(tmp_path / "plain.pdf", qdf=True)
    plain = (tmp_path / "plain.pdf").read_bytes()
    assert not any(word in plain for word in (b"JavaScript", b"/Launch", b"calc.exe", b"/AA"))


def test_links_stay_when_a_script_goes(tmp_path, prepare):
    def add_both(pdf):
        add_script(pdf)
        add_link(pdf, Dictionary(S=Name.URI, URI=String("https://example.org/report")))
        add_link(pdf, Dictionary(S=Name.Launch, F=String("calc.exe")))

    with pikepdf.open(prepare(changed_pdf(tmp_path / "budget.pdf", add_both)).path) as clean:
        web, program = clean.pages[0].obj.Annots
        assert str(web.A.URI) == "https://example.org/report"
        assert "/A" not in program


def test_links_alone_are_no_reason_for_a_copy(tmp_path, prepare):
    path = changed_pdf(
        tmp_path / "budget.pdf",
        lambda pdf: add_link(pdf, Dictionary(S=Name.URI, URI=String("https://example.org"))),
    )
    prepared = prepare(path)
    assert (prepared.path, prepared.traits) == (path, ())


def test_files_attached_inside_are_told(tmp_path, prepare):
    prepared = prepare(changed_pdf(tmp_path / "budget.pdf", add_attached_file))
    assert prepared.traits == (Trait.ATTACHMENTS,)
    assert "report-attachments" in codes(prepared)


def test_a_file_pinned_to_a_page_is_taken_off_it(tmp_path, prepare):
    def pin_file(pdf):
        file = Dictionary(Type=Name.Filespec, F=String("a.csv"), EF=Dictionary(F=pdf.make_stream(b"top secret")))
        pin = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]), FS=file)
        note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(pin), pdf.make_indirect(note)])

    prepared = prepare(changed_pdf(tmp_path / "budget.pdf", pin_file))
    assert prepared.traits == (Trait.ATTACHMENTS,)
    with pikepdf.open(prepared.path) as clean:
        assert [str(note.Subtype) for note in clean.pages[0].obj.Annots] == ["/Text"]
    assert b"top secret" not in prepared.path.read_bytes()


def test_hidden_layers_are_told(tmp_path, prepare):
    def add_hidden_layer(pdf):
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Comments")))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))

    assert prepare(changed_pdf(tmp_path / "plan.pdf", add_hidden_layer)).traits == (Trait.HIDDEN_LAYERS,)


def test_a_scan_without_text_is_told_and_counts_its_pages(tmp_path, prepare):
    picture = ImageReader(Image.new("L", (60, 80), 200))

    def draw_scan(canvas):
        canvas.drawImage(picture, 0, 0, 595, 842)

    prepared = prepare(drawn_pdf(tmp_path / "scan.pdf", draw_scan))
    assert [page.is_picture for page in prepared.pages] == [True]
    (finding,) = remarks(prepared, "Item 7: ", "the file “scan.pdf”", "i", "r")
    assert finding.severity is Severity.NOTE
    assert finding.sentence == "Item 7: the file “scan.pdf” has 1 page of pictures without text, such as a scan."


def test_a_scan_with_recognised_text_is_no_picture(tmp_path, prepare):
    picture = ImageReader(Image.new("L", (60, 80), 200))

    def draw_scan_with_text(canvas):
        canvas.drawImage(picture, 0, 0, 595, 842)
        words = canvas.beginText(100, 500)
        words.setTextRenderMode(3)
        words.textLine("recognised")
        canvas.drawText(words)

    assert not prepare(drawn_pdf(tmp_path / "scan.pdf", draw_scan_with_text)).pages[0].is_picture


def test_an_untagged_report_is_told_and_a_tagged_one_is_not(tmp_path, prepare):
    def tag(pdf):
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("cy-GB")

    assert codes(prepare(text_pdf(tmp_path / "plain.pdf"))) == {"report-not-tagged"}
    tagged = prepare(changed_pdf(tmp_path / "tagged.pdf", tag))
    assert (tagged.tagged, tagged.language, codes(tagged)) == (True, "cy-GB", set())


def test_a_sound_file_is_used_as_it_is(tmp_path, prepare, cache):
    path = text_pdf(tmp_path / "budget.pdf")
    prepared = prepare(path)
    assert prepared.path == path
    assert prepared.traits == ()
    assert not (cache.folder / "clean").exists()


def test_looping_and_broken_forms_are_walked_once(tmp_path, prepare):
    def add_loop(pdf):
        field = pdf.make_indirect(Dictionary(T=String("a")))
        field.Kids = Array([field, 7, Name.X])
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))
        pdf.pages[0].obj.Annots = Array([5, Dictionary(A=3)])
        pdf.pages[1].obj.Annots = Name.Broken

    assert prepare(changed_pdf(tmp_path / "budget.pdf", add_loop)).source_pages == 2
