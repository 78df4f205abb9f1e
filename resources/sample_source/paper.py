"""What all the sample's papers share: faces, paragraph styles, page footers, bookmarks, tags.

Every font is embedded (ReportLab would otherwise name Helvetica on each page), and nothing depends on the clock,
so the same papers come out each time. What is no flowable with an element, such as a footer, is an artifact.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reportlab.graphics.shapes import STATE_DEFAULTS
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.fonts import addMapping
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, KeepTogether, PageTemplate, Paragraph

from agendabuilder.pack.front.tags import Element
from agendabuilder.reports.own_pages.mapped_font import MappedFont

from .finish import finish
from .tagged import SampleCanvas, forget

FONTS = Path(__file__).parent.parent / "fonts"
FACE, BOLD, SEMIBOLD, ITALIC, SIGNS = "Sample", "SampleBold", "SampleSemibold", "SampleItalic", "SampleSigns"
INK, GREY, PALE = HexColor("#1d2226"), HexColor("#565e64"), HexColor("#d5dade")
_FILES = {
    FACE: "SourceSans3-Regular", BOLD: "SourceSans3-Bold", SEMIBOLD: "SourceSans3-Semibold",
    ITALIC: "SourceSans3-It", "SampleBoldItalic": "SourceSans3-BoldIt", SIGNS: "DejaVuSans",
}  # fmt: skip


def load_fonts() -> None:
    """Give ReportLab the shipped faces, and their bold and italic for `<b>` and `<i>`."""
    if FACE in pdfmetrics.getRegisteredFontNames():
        return
    STATE_DEFAULTS["fontName"] = FACE  # a chart names its initial face, whether it is used or not
    for name, file in _FILES.items():
        pdfmetrics.registerFont(MappedFont(name, str(FONTS / f"{file}.ttf"), asciiReadable=False, shapable=False))
    for bold, italic, name in ((0, 0, FACE), (1, 0, BOLD), (0, 1, ITALIC), (1, 1, "SampleBoldItalic")):
        addMapping(FACE, bold, italic, name)
    for bold, italic in ((0, 0), (1, 0), (0, 1), (1, 1)):
        addMapping(SIGNS, bold, italic, SIGNS)


@dataclass(frozen=True, slots=True)
class Look:
    """How one paper is dressed. Sizes and margins in points; `margins` are left, right, top, bottom.

    `number_at` is where its own page number stands: left, centre or right of the foot.
    """

    title: str
    author: str
    accent: str = "#17324d"
    size: float = 11
    page: tuple[float, float] = A4
    margins: tuple[float, float, float, float] = (24 * mm, 24 * mm, 22 * mm, 24 * mm)
    foot: str = ""
    number: str = "{page}"
    number_at: str = "centre"
    foot_rule: bool = False

    @property
    def colour(self) -> Color:
        """The accent as ReportLab takes it."""
        return HexColor(self.accent)

    @property
    def width(self) -> float:
        """The width between the margins, in points."""
        return self.page[0] - self.margins[0] - self.margins[1]

    def style(self, name: str = "text", **changes: Any) -> ParagraphStyle:
        """A paragraph style of this paper: `text`, `small`, `title`, `heading`, `subheading`, `cell` or `head`."""
        size = self.size
        base: dict[str, Any] = {"fontName": FACE, "fontSize": size, "leading": size * 1.36, "textColor": INK}
        base |= {"bulletFontName": FACE, "bulletFontSize": size, "allowWidows": 0, "allowOrphans": 0}
        base |= {
            "text": {"spaceAfter": size * 0.62},
            "small": {"fontSize": size - 1.5, "leading": (size - 1.5) * 1.34, "textColor": GREY},
            "title": {"fontName": BOLD, "fontSize": size * 2, "leading": size * 2.3, "textColor": self.colour,
                      "spaceAfter": size * 0.8},
            "heading": {"fontName": BOLD, "fontSize": size * 1.35, "leading": size * 1.7, "textColor": self.colour,
                        "spaceBefore": size * 1.1, "spaceAfter": size * 0.5, "keepWithNext": 1},
            "subheading": {"fontName": SEMIBOLD, "fontSize": size * 1.08, "leading": size * 1.45,
                           "spaceBefore": size * 0.7, "spaceAfter": size * 0.3, "keepWithNext": 1},
            "cell": {"fontSize": size - 1.2, "leading": (size - 1.2) * 1.26},
            "head": {"fontName": SEMIBOLD, "fontSize": size - 1.2, "leading": (size - 1.2) * 1.26},
        }[name]  # fmt: skip
        return ParagraphStyle(name, **(base | changes))


class _Paper(BaseDocTemplate):  # type: ignore[misc]  # ReportLab has no types
    """A document that bookmarks its headings, `place-1` onwards, and tells a contents list where they are."""

    structure: Element
    places: dict[str, int]
    _outlined: bool

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        level = {"heading": 0, "subheading": 1}.get(getattr(getattr(flowable, "style", None), "name", ""))
        if level is None or not isinstance(flowable, Paragraph):
            return
        text = " ".join(flowable.getPlainText().split())
        key = f"place-{len(self.places) + 1}"
        self.places[key] = self.page
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(text, key, level if self._outlined else 0, closed=False)
        self._outlined = self._outlined or level == 0
        self.notify("TOCEntry", (level, text, self.page, key))

    def beforeDocument(self) -> None:  # noqa: N802 (ReportLab's name)
        self._outlined = False
        self.places = {}
        forget(self.structure)


Cover = Callable[[SampleCanvas, Look, Element], None]
"""Draws page 1 in place of its footer, and adds what is to be read there to the element, which is empty."""


def make(file: Path, look: Look, story: Sequence[Flowable], *, cover: Cover | None = None) -> None:
    """Set the story and write the paper, tagged."""
    structure = Element("Part")
    opening = structure.add("Sect")

    def begin(canvas: SampleCanvas, _: BaseDocTemplate) -> None:
        canvas.begin_page()
        if cover is not None and canvas.getPageNumber() == 1:
            opening.kids.clear()
            cover(canvas, look, opening)
        else:
            draw_foot(canvas, look)

    left, _, top, bottom = look.margins
    paper = _Paper(
        str(file), pagesize=look.page, title=look.title, author=look.author, creator="Norbury Council",
        lang="en-GB", invariant=1, initialFontName=FACE, pageCompression=1,
    )  # fmt: skip
    paper.structure = structure
    _hang(structure, story)
    frame = Frame(left, bottom, look.width, look.page[1] - top - bottom, 0, 0, 0, 0)
    paper.addPageTemplates(PageTemplate(frames=[frame], onPage=begin))
    paper.multiBuild(list(story), canvasmaker=SampleCanvas)
    finish(file, structure, paper.places)


def _hang(parent: Element, story: Iterable[Flowable]) -> None:
    """Hang the elements of flowables under one, in their order."""
    for flowable in story:
        if isinstance(flowable, KeepTogether):
            _hang(parent, flowable._content)
        elif (element := getattr(flowable, "hung", None)) is not None:
            parent.kids.append(element)


def draw_foot(canvas: SampleCanvas, look: Look) -> None:
    """The paper's own footer: its words at the left, its own page number where the look puts it."""
    left, right, _, bottom = look.margins
    level = bottom * 0.5
    canvas.saveState()
    canvas.setFont(FACE, 9)
    canvas.setFillColor(GREY)
    if look.foot_rule:
        canvas.setStrokeColor(PALE)
        canvas.line(left, level + 12, look.page[0] - right, level + 12)
    canvas.drawString(left, level, look.foot)
    number = look.number.format(page=canvas.getPageNumber())
    if look.number_at == "right":
        canvas.drawRightString(look.page[0] - right, level, number)
    elif look.number_at == "centre":
        canvas.drawCentredString(look.page[0] / 2, level, number)
    canvas.restoreState()
