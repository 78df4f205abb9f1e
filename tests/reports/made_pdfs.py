"""The PDFs that these tests are about, each made here: sound ones with ReportLab, odd ones by changing those."""

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Change = Callable[[pikepdf.Pdf], None]


def text_pdf(path: Path, pages: int = 2, size: tuple[float, float] = A4) -> Path:
    """A sound PDF with a line of text in the middle of every page and margins left empty."""
    canvas = Canvas(str(path), pagesize=size, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(size[0] / 4, size[1] / 2, f"Paragraph {number} of the report")
        canvas.showPage()
    canvas.save()
    return path


def changed_pdf(path: Path, change: Change, pages: int = 2, **saving: Any) -> Path:
    """The same, after `change` has been made to it."""
    sound = BytesIO(text_pdf(path, pages).read_bytes())
    with pikepdf.open(sound) as pdf:
        change(pdf)
        pdf.save(path, **saving)
    return path


def drawn_pdf(path: Path, draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> Path:
    """One page that `draw` draws."""
    canvas = Canvas(str(path), pagesize=size, invariant=True)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return path


def add_script(pdf: pikepdf.Pdf) -> None:
    """A script that runs when the file is opened."""
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def add_attached_file(pdf: pikepdf.Pdf) -> None:
    """Another file inside the PDF, as a list entry."""
    pdf.attachments["figures.csv"] = b"1,2,3"


def add_filled_signature(pdf: pikepdf.Pdf) -> None:
    """A signature field that has been filled in."""
    value = pdf.make_indirect(Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=String("00")))
    signature = pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Signature1"), V=value))
    pdf.Root.AcroForm = Dictionary(SigFlags=3, Fields=Array([signature]))


def add_link(pdf: pikepdf.Pdf, action: Dictionary) -> None:
    """A link on page 1."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([50, 400, 200, 420]), A=action)
    pdf.pages[0].obj.Annots = Array([*pdf.pages[0].obj.get("/Annots", Array()), pdf.make_indirect(link)])


def outline(pdf: pikepdf.Pdf, *marks: Dictionary) -> None:
    """Bookmarks one after another on the top level, each the dictionary of one."""
    nodes = [pdf.make_indirect(mark) for mark in marks]
    for node, following in pairwise(nodes):
        node.Next = following
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=nodes[0], Last=nodes[-1]))
