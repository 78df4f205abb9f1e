"""Reports with words and tags, made for the tests of the checks that read reports."""

from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reports.made_pdfs import changed_pdf

COVER = (
    "Report to: Housing Committee",
    "Date: Thursday 4 March 2027",
    "Title: Repairs to council homes in winter",
    "Author: Rhodri Llewelyn, Director of Housing",
    "Cabinet Member: Cllr Nilufar Bandara, Cabinet Member for Housing",
    "Wards affected: All",
    "1 Recommendations",
    "That the Committee notes the report.",
    "2 Background papers",
    "None.",
)
"""The lines of a sound cover for Norbury's Housing Committee of 4 March 2027."""


def paper(path: Path, *pages: tuple[str, ...]) -> Path:
    """A PDF with these lines on its pages."""
    path.parent.mkdir(parents=True, exist_ok=True)
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(72, 760 - 18 * place, line)
        canvas.showPage()
    canvas.save()
    return path


def tagged_pdf(path: Path, *elements: Dictionary, roles: dict[str, Name] | None = None, **root: Any) -> Path:
    """A PDF of two pages whose tag tree has these elements below its Document."""

    def tag(pdf: pikepdf.Pdf) -> None:
        document = Dictionary(S=Name.Document, K=Array([_placed(element, pdf) for element in elements]))
        pdf.Root.StructTreeRoot = pdf.make_indirect(
            Dictionary(Type=Name.StructTreeRoot, K=pdf.make_indirect(document), RoleMap=Dictionary(roles or {}))
        )
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        for key, value in root.items():
            pdf.Root[f"/{key}"] = value

    return changed_pdf(path, tag)


def element(role: str, *below: Dictionary, page: int = 0, alt: str = "") -> Dictionary:
    """An element of a tag tree; `page` (from 1) is where it says that it stands."""
    made = Dictionary(S=Name(f"/{role}"), K=Array(below))
    if page:
        made.Placed = page
    if alt:
        made.Alt = String(alt)
    return made


def _placed(made: Dictionary, pdf: pikepdf.Pdf) -> Dictionary:
    """The element with its page in place of the page's number, and so those below it."""
    if "/Placed" in made:
        made.Pg = pdf.pages[int(made.Placed) - 1].obj
        del made.Placed
    made.K = Array([_placed(each, pdf) for each in made.K])
    return pdf.make_indirect(made)
