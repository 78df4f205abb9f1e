"""Scans as an office's machine makes them: pictures of pages of words, and nothing else in the PDF."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from agendabuilder.paths import resources
from agendabuilder.reports.own_pages.mapped_font import register_font
from agendabuilder.reports.pdf.pdfium_lock import PDFIUM

LETTER = (
    "Norbury Tenants Association",
    "12 January 2027",
    "Dear Councillors,",
    "The lift in Beacon House has been out of order since November.",
    "Forty families carry their shopping up eleven floors every day.",
    "We ask the committee to have it repaired before the summer.",
)
LLYTHYR = (
    "Cymdeithas Tenantiaid y Dref",
    "Annwyl Gynghorwyr,",
    "Nid yw'r lifft yn gweithio ers mis Tachwedd.",
    "Mae'r dŵr yn llifo i lawr y grisiau pan mae'n bwrw glaw.",
    "Gofynnwn i'r pwyllgor drwsio'r tŷ cyn yr haf.",
)
TABLE = (("Ward", "Homes", "Repairs"), ("Abbey", "412", "87"), ("Harbour", "365", "154"), ("Moorside", "290", "61"))

_FONT = "SourceSans3-Regular"
_TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
"""Clockwise degrees as Pillow's, which go the other way."""


def page_picture(lines: Sequence[str] = LETTER, rows: Sequence[Sequence[str]] = (), dpi: int = 150) -> Image.Image:
    """A grey picture of an A4 page with these lines, and a ruled table below them."""
    drawn = BytesIO()
    canvas = Canvas(drawn, pagesize=A4, invariant=True)
    register_font(_FONT, resources() / "fonts" / f"{_FONT}.ttf")
    canvas.setFont(_FONT, 14)
    for place, line in enumerate(lines):
        canvas.drawString(72, 740 - 26 * place, line)
    top = 700 - 26 * len(lines)
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            canvas.rect(72 + 140 * across, top - 28 * down, 140, 28)
            canvas.drawString(80 + 140 * across, top + 9 - 28 * down, cell)
    canvas.save()
    with PDFIUM:
        document = pypdfium2.PdfDocument(drawn.getvalue())
        picture = document[0].render(scale=dpi / 72).to_pil().convert("L")
        document.close()
    return picture


def turned(picture: Image.Image, turn: int) -> Image.Image:
    """A picture as it comes from a sheet that lay turned clockwise by `turn` degrees on the glass."""
    return picture.transpose(_TURNS[turn]) if turn else picture


def scan(path: Path, *pictures: Image.Image) -> Path:
    """A PDF whose pages are these pictures, each as large as its sheet of A4."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), invariant=True)
    for picture in pictures:
        size = A4 if picture.height >= picture.width else (A4[1], A4[0])
        canvas.setPageSize(size)
        canvas.drawImage(ImageReader(picture), 0, 0, *size)
        canvas.showPage()
    canvas.save()
    return path


def tag_pages(pdf: pikepdf.Pdf, *pages: int, role: Name = Name.Document, **root: Any) -> Dictionary:
    """Tags with one figure for each of these pages (from 0), all below an element of this role."""
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=role, K=Array()))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=top, **root))
    top.P, numbers = tree, Array()
    for index in pages:
        page = pdf.pages[index]
        figure = pdf.make_indirect(Dictionary(S=Name.Figure, P=top, Pg=page.obj, K=0, Alt=String(f"page {index + 1}")))
        top.K.append(figure)
        page.obj.StructParents = index
        page.contents_add(b"/Figure <</MCID 0>> BDC", prepend=True)
        page.contents_add(b"EMC")
        numbers.extend([index, Array([figure])])
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    pdf.Root.StructTreeRoot = tree
    return tree
