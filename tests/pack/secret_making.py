"""Exempt reports with a secret in every place of a PDF that can hold one."""

from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

SENTENCE = "Quillback Holdings offered seven million for the harbour freehold"
BESIDE = "Quillback Holdings bid, second round"
PICTURE = bytes(range(256)) * 12


def exempt_report(path: Path, pages: int, marker: str) -> Path:
    """A report whose pages, properties, bookmarks, comments, fields, layers, tags and files all say `marker`."""
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(f"{marker} layer")))
        picture = pdf.make_stream(PICTURE + marker.encode(), Type=Name.XObject, Subtype=Name.Image)
        picture.update(Dictionary(Width=32, Height=32, ColorSpace=Name.DeviceRGB, BitsPerComponent=8))
        for number in range(1, pages + 1):
            pdf.add_blank_page(page_size=(595, 842))
            page = pdf.pages[-1].obj
            page.Resources = Dictionary(
                Font=Dictionary(F1=font), XObject=Dictionary(Im1=picture), Properties=Dictionary(L1=layer)
            )
            page.Contents = pdf.make_stream(
                f"BT /F1 12 Tf 50 500 Td ({marker} said on page {number}) Tj ET "
                f"/OC /L1 BDC BT /F1 12 Tf 50 400 Td ({marker} hidden in a layer) Tj ET EMC "
                f"BT /F1 12 Tf 5000 400 Td ({marker} beside the page) Tj ET q 9 0 0 9 9 9 cm /Im1 Do Q".encode()
            )
            page.Annots = Array([_comment(pdf, marker), _field(pdf, marker)])
        _document(pdf, marker, layer)
        pdf.save(path)
    return path


def _comment(pdf: Pdf, marker: str) -> Dictionary:
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Text, Rect=Array([50, 700, 70, 720]), T=String(f"{marker} author"),
            Contents=String(f"{marker} remark"),
        )
    )  # fmt: skip


def _field(pdf: Pdf, marker: str) -> Dictionary:
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(f"{marker}{len(pdf.pages)}"), F=4,
            V=String(f"{marker} value"), Rect=Array([100, 700, 300, 720]), DA=String("/Helv 10 Tf 0 g"),
        )
    )  # fmt: skip
    if Name.AcroForm not in pdf.Root:
        pdf.Root.AcroForm = Dictionary(Fields=Array(), DA=String("/Helv 10 Tf 0 g"))
    pdf.Root.AcroForm.Fields.append(field)
    return field


def _document(pdf: Pdf, marker: str, layer: Dictionary) -> None:
    """What belongs to the whole file."""
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer])))
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Title=String(f"{marker} title"), Author=String(f"{marker} writer")))
    pdf.attachments[f"{marker}.csv"] = marker.encode()
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(f"{marker} heading", 0))
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    figure = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name.Figure, P=root, Pg=pdf.pages[0].obj, Alt=String(f"{marker} picture"))
    )
    root.K = Array([figure])
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
