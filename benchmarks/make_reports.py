"""Realistic, richly tagged reports for the benchmark, drawn by the project itself.

Each page carries some seventy structure elements, as a word processor writes them: headings, paragraphs with
their spans, tables down to the cell, figures, links; each word is set at its own place. As LibreOffice
writes them, all pages of a report have one resource dictionary; as Word does, each page has its own. The same
seeds give the same bytes on every machine.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from agendabuilder import paths

WORDS = (  # noqa: SIM905 (a list of words is easier to read as a text)
    "the board council report service repairs backlog tenants officers budget quarter programme review housing "
    "members contract cost saving risk target delivery month year plan survey response case average number homes "
    "estate ward committee asked noted progress since last meeting and of to in for with was were will be has a an on"
).split()
MARGIN = 60.0


@dataclass
class Element:
    """One structure element on its way to the tree: a type, its marked content on one page, its children."""

    kind: str
    page: int
    ids: list[int] = field(default_factory=list)
    children: list["Element"] = field(default_factory=list)


class TaggedPage:
    """Draws one page and counts its marked content."""

    def __init__(self, canvas: Canvas, number: int, chance: random.Random) -> None:
        self.canvas, self.number, self.chance = canvas, number, chance
        self.next_id = 0
        self.elements: list[Element] = []
        self.y = canvas._pagesize[1] - MARGIN

    def words(self, count: int) -> str:
        """So many words, the first with a capital."""
        return " ".join(self.chance.choices(WORDS, k=count)).capitalize()

    def mark(self, kind: str, parent: Element | None, text: str, x: float, size: float, font: str) -> Element:
        """Draw a line of text as marked content of a new element."""
        element = Element(kind, self.number, [self.next_id])
        (parent.children if parent else self.elements).append(element)
        self.canvas._code.append(f"/{kind} <</MCID {self.next_id}>> BDC")
        self._run(text, x, size, font)
        self.canvas._code.append("EMC")
        self.next_id += 1
        return element

    def _run(self, text: str, x: float, size: float, font: str) -> None:
        """A line of text with each word set at its own place, as word processors write it."""
        line = self.canvas.beginText(x, self.y)
        line.setFont(font, size)
        for word in text.split():
            line.setTextOrigin(x, self.y)
            line.textOut(word + " ")
            x += pdfmetrics.stringWidth(word + " ", font, size)
        self.canvas.drawText(line)

    def heading(self, text: str, level: int) -> None:
        """A heading, bold."""
        self.y -= 10
        self.mark(f"H{level}", None, text, MARGIN, 17 - 2 * level, "Bold")
        self.y -= 20

    def paragraph(self, lines: int) -> None:
        """A paragraph of so many lines, each a span of its own."""
        parent = Element("P", self.number)
        self.elements.append(parent)
        for _ in range(lines):
            self.mark("Span", parent, self.words(13), MARGIN, 11, "Body")
            self.y -= 15
        self.y -= 6

    def table(self, rows: int, columns: int) -> None:
        """A ruled table with a head row."""
        table = Element("Table", self.number)
        self.elements.append(table)
        width = (self.canvas._pagesize[0] - 2 * MARGIN) / columns
        for row in range(rows):
            line = Element("TR", self.number)
            table.children.append(line)
            for column in range(columns):
                text = self.words(2) if row == 0 or column == 0 else f"{self.chance.randint(1, 99999):,}"
                kind = "TH" if row == 0 else "TD"
                self.mark(kind, line, text, MARGIN + column * width, 10, "Bold" if row == 0 else "Body")
            self.canvas._code.append("/Artifact BMC")
            self.canvas.line(MARGIN, self.y - 4, self.canvas._pagesize[0] - MARGIN, self.y - 4)
            self.canvas._code.append("EMC")
            self.y -= 17
        self.y -= 10

    def picture(self, picture: ImageReader) -> None:
        """A chart or photograph with its own element."""
        self.y -= 120
        self.elements.append(Element("Figure", self.number, [self.next_id]))
        self.canvas._code.append(f"/Figure <</MCID {self.next_id}>> BDC")
        self.canvas.drawImage(picture, MARGIN, self.y, 200, 110)
        self.canvas._code.append("EMC")
        self.next_id += 1
        self.y -= 20


def draw_report(path: Path, pages: int, seed: int, writer: str) -> None:
    """Write one tagged report of so many pages."""
    rl_config.invariant = 1
    _register_fonts()
    chance = random.Random(seed)
    canvas = Canvas(str(path), pagesize=A4, pageCompression=1)
    canvas.setTitle(f"Report {seed}")
    logo, elements = _photograph(chance, 120), []
    for number in range(pages):
        wide = number % 17 == 16
        canvas.setPageSize(landscape(A4) if wide else A4)
        page = TaggedPage(canvas, number, chance)
        _fill(page, number, pages, logo)
        elements.append(page.elements)
        canvas.showPage()
    canvas.save()
    _write_tree(path, elements, share_resources=writer == "libreoffice")


def _fill(page: TaggedPage, number: int, pages: int, logo: ImageReader) -> None:
    canvas = page.canvas
    if number % 4 == 0:
        page.heading(page.words(5), 1)
        canvas.bookmarkPage(f"part{number}")
        canvas.addOutlineEntry(f"{number + 1}. {page.words(4)}", f"part{number}", level=0)
    page.heading(page.words(4), 2)
    if number % 6 == 0:
        page.picture(logo)
    if number % 10 == 5:
        page.picture(_photograph(page.chance, 480))
    page.paragraph(5)
    page.table(8 if canvas._pagesize[1] > 700 else 5, 5)
    while page.y > 190:
        page.paragraph(4)
    target = f"part{4 * page.chance.randrange((pages + 3) // 4)}"
    canvas.linkRect("A part of this report", target, (MARGIN, page.y, MARGIN + 200, page.y + 12), thickness=0)
    canvas.linkURL("https://example.org/council", (MARGIN + 220, page.y, MARGIN + 400, page.y + 12))
    canvas.setFont("Body", 9)
    canvas._code.append("/Artifact BMC")
    canvas.drawCentredString(canvas._pagesize[0] / 2, 40, f"{number + 1} of {pages}")
    canvas._code.append("EMC")


def _photograph(chance: random.Random, width: int) -> ImageReader:
    """A picture with enough noise to weigh what a photograph weighs."""
    small = Image.frombytes("RGB", (width // 4, width // 6), chance.randbytes((width // 4) * (width // 6) * 3))
    data = BytesIO()
    small.resize((width, width * 2 // 3)).save(data, "JPEG", quality=80)
    data.seek(0)
    return ImageReader(data)


def _register_fonts() -> None:
    fonts = paths.resources() / "fonts"
    pdfmetrics.registerFont(TTFont("Body", str(fonts / "SourceSans3-Regular.ttf")))
    pdfmetrics.registerFont(TTFont("Bold", str(fonts / "SourceSans3-Semibold.ttf")))
    rl_config.canvas_basefontname = "Body"


def _write_tree(path: Path, pages: list[list[Element]], share_resources: bool) -> None:
    """Add the structure tree, one object an element, as word processors do."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
        kids, numbers = [], Array()
        for number, (page, elements) in enumerate(zip(pdf.pages, pages, strict=True)):
            page.obj.StructParents = number
            by_id: dict[int, pikepdf.Object] = {}
            kids += [_write_element(pdf, element, document, page.obj, by_id) for element in elements]
            numbers.extend([number, pdf.make_indirect(Array([by_id[index] for index in sorted(by_id)]))])
        document.K = Array(kids)
        root.K = document
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
        pdf.Root.StructTreeRoot = root
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Lang = String("en-GB")
        if share_resources:
            _share_resources(pdf)
        pdf.save(path, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)


def _write_element(
    pdf: pikepdf.Pdf, element: Element, parent: pikepdf.Object, page: pikepdf.Object, by_id: dict[int, pikepdf.Object]
) -> pikepdf.Object:
    written = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.kind}"), P=parent, Pg=page))
    kids = [_write_element(pdf, child, written, page, by_id) for child in element.children]
    written.K = Array([*element.ids, *kids])
    for index in element.ids:
        by_id[index] = written
    return written


def _share_resources(pdf: pikepdf.Pdf) -> None:
    """One resource dictionary for all pages, as LibreOffice writes it; Word gives each page its own."""
    shared = pdf.make_indirect(Dictionary(Font=Dictionary(), XObject=Dictionary()))
    for page in pdf.pages:
        for kind in ("/Font", "/XObject"):
            for name, entry in (page.obj.Resources.get(kind) or {}).items():
                shared[kind][name] = entry
        page.obj.Resources = shared


def make_reports(folder: Path, pages: int, writer: str = "libreoffice", each: int = 50) -> Iterator[Path]:
    """Write reports of `each` pages until there are so many `pages`; those that stand already are kept.

    `writer` is "libreoffice" or "word" (see above).
    """
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, pages // each + 1):
        path = folder / f"{writer}-{number:03}.pdf"
        if not path.exists():
            draw_report(path, each, number, writer)
        yield path


if __name__ == "__main__":
    print(*make_reports(Path(sys.argv[1]), int(sys.argv[2])), sep="\n")
