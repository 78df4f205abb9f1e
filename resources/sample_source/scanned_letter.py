"""A letter as it came through a scanner: slightly turned, with grain and shadow, as pictures without any text.

The grain comes from a seeded source, so the scan is the same each time.
"""

# ruff: noqa: RUF001  (apostrophes as they are printed)

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from random import Random
from textwrap import wrap

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from .paper import FACE, FONTS
from .prose import read_text

_SIZE = (1240, 1754)  # A4 at 150 dots an inch
_LEFT, _LINE, _COLUMNS = 150, 37, 86


def draw(folder: Path) -> None:
    """Write `letter-fairmead-scan.pdf`."""
    file = folder / "letter-fairmead-scan.pdf"
    canvas = Canvas(str(file), pagesize=A4, invariant=1, initialFontName=FACE, lang="en-GB")
    canvas.setTitle("Letter from the Fairmead Tenants’ Association")
    for number, text in enumerate(read_text("letter").split("\n@page\n")):
        picture = _scanned(_typed(text, first=number == 0), seed=number)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.showPage()
    canvas.save()


def _typed(text: str, *, first: bool) -> Image.Image:
    page = Image.new("L", _SIZE, 250)
    pen = ImageDraw.Draw(page)
    level = 150
    if first:
        pen.text((_LEFT, 110), "Fairmead Tenants’ Association", font=_font("SourceSans3-Bold", 46), fill=40)
        pen.text((_LEFT, 168), "The Hut, Larch Walk, Norbury", font=_font("SourceSans3-It", 28), fill=60)
        pen.line((_LEFT, 222, _SIZE[0] - _LEFT, 222), fill=60, width=3)
        level = 290
    for paragraph in text.strip().split("\n\n"):
        level = _signature(pen, level) if paragraph == "~" else _paragraph(pen, paragraph, level)
    return page


def _paragraph(pen: ImageDraw.ImageDraw, paragraph: str, level: int) -> int:
    font = _font("DejaVuSans", 22)
    lines: Sequence[str] = paragraph.split("\n") if "  " in paragraph else wrap(" ".join(paragraph.split()), _COLUMNS)
    for line in lines:
        pen.text((_LEFT, level), line.strip(), font=font, fill=45)
        level += _LINE
    return level + 20


def _signature(pen: ImageDraw.ImageDraw, level: int) -> int:
    """A name in a hasty hand; returns where the typed one goes."""
    turns = (
        (0, 40), (18, -25), (30, 38), (52, -30), (60, 30), (84, 6), (96, 30), (118, 2), (128, 28), (190, 12), (330, 20),
    )  # fmt: skip
    points = [(_LEFT + 10 + x, level + 30 + y) for x, y in turns]
    pen.line(points, fill=70, width=4, joint="curve")
    return level + 110


def _scanned(page: Image.Image, seed: int) -> BytesIO:
    chance = Random(seed)
    turned = page.rotate((1.1, -0.7)[seed % 2], Image.Resampling.BICUBIC, fillcolor=236)
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


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / f"{name}.ttf"), size)
