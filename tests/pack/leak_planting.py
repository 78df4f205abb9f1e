"""Leaks of every kind, each put into a finished pack by hand."""

from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from tests.pack.secret_making import BESIDE, SENTENCE

Edit = Callable[[Pdf], None]


def bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem(BESIDE, 0))


def properties(pdf: Pdf) -> None:
    pdf.trailer.Info.Subject = String(BESIDE)


def metadata(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(b"</rdf:Description>", f"<x>{BESIDE}</x></rdf:Description>".encode()))


def comment(pdf: Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String(BESIDE))
    pdf.pages[2].obj.Annots = Array([*pdf.pages[2].obj.get(Name.Annots, Array()), pdf.make_indirect(note)])


def attached_file(pdf: Pdf) -> None:
    pdf.attachments[f"{BESIDE} bid.pdf"] = b"1,2,3"


def field(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(
        Fields=Array([pdf.make_indirect(Dictionary(FT=Name.Tx, T=String("a"), V=String(BESIDE)))])
    )


def alternate_text(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.Alt = String(BESIDE)


def layer_name(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"{BESIDE} layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary())


def target(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(BESIDE), Array([pdf.pages[0].obj, Name.Fit])])))


def draw(pdf: Pdf, content: str) -> None:
    page = pdf.pages[2].obj
    page.Contents = Array([*page.Contents, pdf.make_stream(content.encode())])


def page_text(pdf: Pdf) -> None:
    draw(pdf, f"BT /F1 9 Tf 50 50 Td ({SENTENCE}) Tj ET")


def text_beside_the_page(pdf: Pdf) -> None:
    draw(pdf, f"BT /F1 9 Tf 5000 -50 Td ({SENTENCE}) Tj ET")


def invisible_text(pdf: Pdf) -> None:
    draw(pdf, f"BT 3 Tr /F1 9 Tf 50 50 Td ({SENTENCE}) Tj ET")


def text_in_a_hidden_layer(pdf: Pdf) -> None:
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("L")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
    pdf.pages[2].obj.Resources.Properties = Dictionary(L1=group)
    draw(pdf, f"/OC /L1 BDC BT /F1 9 Tf 50 50 Td ({SENTENCE}) Tj ET EMC")


def drawing_that_no_page_uses(pdf: Pdf) -> None:
    form = pdf.make_stream(f"BT ({BESIDE}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    pdf.Root.Spare = form


PLANTS = [
    (bookmark, "a bookmark"),
    (properties, "the document's properties"),
    (metadata, "the document's metadata"),
    (comment, "a comment or link"),
    (attached_file, "an attached file"),
    (field, "a form field"),
    (alternate_text, "an alternate text"),
    (layer_name, "the name of a layer"),
    (target, "the name of a link's target"),
    (page_text, "page 3"),
    (text_beside_the_page, "page 3"),
    (invisible_text, "page 3"),
    (text_in_a_hidden_layer, "page 3"),
    (drawing_that_no_page_uses, "the drawing of a page"),
]
