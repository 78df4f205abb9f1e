"""Ink on paper: draws the pages with ReportLab, every stroke either tagged or marked as an artifact.

Content is an artifact unless a leaf of the structure claims it. So nothing can be left untagged (ISO 14289-1,
7.1), and rules, panels and repeated head rows need no care of their own.
"""

from collections.abc import Iterable
from io import BytesIO
from itertools import groupby

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from agendabuilder.domain.contrast import Colour
from agendabuilder.pack.front.flow import Mark, Page, Panel, Picture, PlacedBand, Plate, Rule, Words
from agendabuilder.pack.front.fonts import Face, font_runs, load_face
from agendabuilder.pack.front.style import PAGE_HEIGHT, PAGE_WIDTH
from agendabuilder.pack.front.tags import Leaf
from agendabuilder.pack.front.typeset import line_width

_EDGE = 3.0  # points of accent at a panel's left
_PICTURE_DOTS = 300 / 72  # pixels for a point


class Paper:
    """The canvas of one front matter. The same pages give the same bytes."""

    def __init__(self, title: str, language: str) -> None:
        load_face(Face.REGULAR)
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=Face.REGULAR.value,
            lang=language,
        )
        self._canvas.setTitle(title)
        self._page = 0
        self._count = 0
        self._open: Leaf | None = None

    def draw(self, pages: Iterable[Page]) -> bytes:
        """Draw the pages, once; return the PDF."""
        for page in pages:
            self._draw_page(page)
        self._canvas.save()
        return self._file.getvalue()

    def _draw_page(self, page: Page) -> None:
        self._count, self._open = 0, None
        self._canvas._code.append("/Artifact BMC")
        for panel, run in groupby(page, key=lambda placed: placed.band.panel):
            if panel:
                self._draw_panel(panel, list(run))
        for placed in page:
            for mark in placed.band.marks:
                self._draw(mark, placed.top)
        self._canvas._code.append("EMC")
        self._canvas.showPage()
        self._page += 1

    def _claim(self, leaf: Leaf | None) -> None:
        """What is drawn from here on belongs to a leaf, or is an artifact."""
        if leaf is self._open:
            return
        self._open = leaf
        if leaf is None:
            self._canvas._code.append("EMC /Artifact BMC")
            return
        self._canvas._code.append(f"EMC /{leaf.role} <</MCID {self._count}>> BDC")
        leaf.marks.append((self._page, self._count))
        self._count += 1

    def _draw(self, mark: Mark, top: float) -> None:
        match mark:
            case Words():
                self._draw_words(mark, top - mark.baseline)
            case Rule():
                self._claim(None)
                self._stroke(mark.colour, mark.weight)
                self._canvas.line(mark.left, top - mark.drop, mark.right, top - mark.drop)
            case Plate():
                self._claim(None)
                self._stroke(mark.colour, 1.0)
                self._canvas.roundRect(mark.left, top - mark.height, mark.width, mark.height, 2.5)
            case Picture():
                self._draw_picture(mark, top)

    def _draw_words(self, words: Words, y: float) -> None:
        x = words.x
        for span in words.line:
            self._claim(span.leaf)
            if span.link is not None:
                size = span.type.size
                area = (x, y - 0.3 * size, x + line_width([span]), y + 0.85 * size)
                span.link.areas.append((self._page, area))
            self._canvas.setFillColorRGB(*span.type.colour)
            for face, run in font_runs(span.text, span.type.face):
                self._canvas.setFont(face.value, span.type.size)
                self._canvas.drawString(x, y, run)
                x += self._canvas.stringWidth(run, face.value, span.type.size)

    def _draw_picture(self, picture: Picture, top: float) -> None:
        self._claim(picture.figure.leaf())
        with Image.open(picture.file) as image:
            image.load()
            shown = image.convert("RGBA")
        shown.thumbnail((int(picture.width * _PICTURE_DOTS), int(picture.height * _PICTURE_DOTS)))
        left, bottom = picture.right - picture.width, top - picture.height
        picture.figure.areas.append((self._page, (left, bottom, picture.right, top)))
        self._canvas.drawImage(ImageReader(shown), left, bottom, picture.width, picture.height, mask="auto")

    def _draw_panel(self, panel: Panel, run: list[PlacedBand]) -> None:
        top = run[0].top + panel.pad
        bottom = run[-1].top - run[-1].band.height - panel.pad
        self._fill(panel.left, bottom, panel.right - panel.left, top - bottom, panel.ground)
        self._fill(panel.left, bottom, _EDGE, top - bottom, panel.edge)

    def _fill(self, x: float, y: float, width: float, height: float, colour: Colour) -> None:
        self._canvas.setFillColorRGB(*colour)
        self._canvas.rect(x, y, width, height, stroke=0, fill=1)

    def _stroke(self, colour: Colour, weight: float) -> None:
        self._canvas.setStrokeColorRGB(*colour)
        self._canvas.setLineWidth(weight)
