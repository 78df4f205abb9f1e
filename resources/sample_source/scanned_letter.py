"""A letter as it came through a scanner: slightly turned, with grain and shadow, and its recognised text behind it.

The picture is an artifact and the invisible words have the tags, so the letter can be searched and is read aloud. The
grain comes from a seeded source, so the scan is the same each time.
"""

# ruff: noqa: RUF001  (apostrophes as they are printed)

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from random import Random
from textwrap import wrap

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader

from agendabuilder.pack.front.tags import Element

from .finish import finish
from .paper import BOLD, FACE, FONTS, ITALIC, SIGNS
from .prose import read_text
from .tagged import SampleCanvas

_SIZE = (1240, 1754)  # A4 at 150 dots an inch
_POINT = A4[0] / _SIZE[0]
_LEFT, _LINE, _COLUMNS = 150, 37, 86
_TURNS = (1.1, -0.7)
_INVISIBLE = 3
_FILES = {BOLD: "SourceSans3-Bold", ITALIC: "SourceSans3-It", SIGNS: "DejaVuSans"}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as it was typed: its baseline in pixels from the top, its size in pixels, what it belongs to."""

    words: str
    level: int
    face: str
    size: int
    element: Element


@dataclass(slots=True)
class _Typewriter:
    """A page of the letter while it is typed; the lines are noted for the text behind the picture."""

    structure: Element
    level: int = 150
    lines: list[_Line] = field(default_factory=list)
    page: Image.Image = field(default_factory=lambda: Image.new("L", _SIZE, 250))

    def line(self, words: str, level: int, face: str, size: int, fill: int, element: Element) -> None:
        """Type a line; `level` is its upper edge."""
        font = ImageFont.truetype(str(FONTS / f"{_FILES[face]}.ttf"), size)
        ImageDraw.Draw(self.page).text((_LEFT, level), words, font=font, fill=fill)
        self.lines.append(_Line(words, level + font.getmetrics()[0], face, size, element))

    def head(self) -> None:
        """The association's name and address, above a rule."""
        self.line("Fairmead Tenants’ Association", 110, BOLD, 46, 40, self.structure.add("H1"))
        self.line("The Hut, Larch Walk, Norbury", 168, ITALIC, 28, 60, self.structure.add("P"))
        ImageDraw.Draw(self.page).line((_LEFT, 222, _SIZE[0] - _LEFT, 222), fill=60, width=3)
        self.level = 290

    def paragraph(self, text: str) -> None:
        """A paragraph; one whose lines end in two spaces keeps them as they are."""
        element = self._element(text)
        lines = text.split("\n") if "  " in text else wrap(" ".join(text.split()), _COLUMNS)
        for line in lines:
            self.line(line.strip(), self.level, SIGNS, 22, 45, element)
            self.level += _LINE
        self.level += 20

    def _element(self, text: str) -> Element:
        """What is asked for is a list."""
        if text[:2].strip("123") != ".":
            return self.structure.add("P")
        last = self.structure.kids[-1]
        if not isinstance(last, Element) or last.role != "L":
            last = self.structure.add("L", ListNumbering="Decimal")
        return last.add("LI").add("LBody")

    def signature(self) -> None:
        """A name in a hasty hand; the typed one goes below it."""
        turns = (
            (0, 40), (18, -25), (30, 38), (52, -30), (60, 30), (84, 6), (96, 30), (118, 2), (128, 28), (190, 12),
            (330, 20),
        )  # fmt: skip
        points = [(_LEFT + 10 + x, self.level + 30 + y) for x, y in turns]
        ImageDraw.Draw(self.page).line(points, fill=70, width=4, joint="curve")
        self.level += 110


def draw(folder: Path) -> None:
    """Write `letter-fairmead-scan.pdf`."""
    file, document = folder / "letter-fairmead-scan.pdf", Element("Part")
    canvas = SampleCanvas(str(file), pagesize=A4, invariant=1, initialFontName=FACE, lang="en-GB")
    canvas.setTitle("Letter from the Fairmead Tenants’ Association")
    canvas.setAuthor("Bernadette Achterberg, Fairmead Tenants’ Association")
    for number, text in enumerate(read_text("letter").split("\n@page\n")):
        typed = _typed(text, document, first=number == 0)
        canvas.begin_page()
        canvas.drawImage(ImageReader(_scanned(typed.page, seed=number)), 0, 0, *A4)
        _recognised(canvas, typed.lines, _TURNS[number % 2])
        canvas.showPage()
    canvas.save()
    finish(file, document)


def _typed(text: str, structure: Element, *, first: bool) -> _Typewriter:
    typed = _Typewriter(structure)
    if first:
        typed.head()
    for paragraph in text.strip().split("\n\n"):
        if paragraph == "~":
            typed.signature()
        else:
            typed.paragraph(paragraph)
    return typed


def _recognised(canvas: SampleCanvas, lines: list[_Line], turn: float) -> None:
    """Set the words where they are in the picture, which was turned about its middle, so that they can be marked."""
    width, height = A4
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(turn)
    canvas.translate(-width / 2, -height / 2)
    for line in lines:
        words = canvas.beginText(_LEFT * _POINT, height - line.level * _POINT)
        words.setTextRenderMode(_INVISIBLE)
        words.setFont(line.face, line.size * _POINT)
        words.textOut(f"{line.words} ")
        canvas.claim(line.element.leaf())
        canvas.drawText(words)
        canvas.release()
    canvas.restoreState()


def _scanned(page: Image.Image, seed: int) -> BytesIO:
    chance = Random(seed)
    turned = page.rotate(_TURNS[seed % 2], Image.Resampling.BICUBIC, fillcolor=236)
    grain = Image.frombytes("L", (620, 877), chance.randbytes(620 * 877)).filter(ImageFilter.GaussianBlur(0.9))
    grain = grain.resize(_SIZE, Image.Resampling.BILINEAR).point(lambda value: (value - 128) // 5 + 128)
    shade = Image.linear_gradient("L").rotate(90).resize(_SIZE).point(lambda value: 205 + min(50, value))
    page = ImageChops.add(ImageChops.multiply(turned.filter(ImageFilter.GaussianBlur(0.7)), shade), grain, offset=-128)
    pen = ImageDraw.Draw(page)
    for _ in range(60):
        x, y = chance.randrange(_SIZE[0]), chance.randrange(_SIZE[1])
        pen.ellipse((x, y, x + chance.randrange(1, 4), y + chance.randrange(1, 4)), fill=chance.randrange(90, 180))
    stream = BytesIO()
    page.save(stream, "JPEG", quality=38)
    stream.seek(0)
    return stream
