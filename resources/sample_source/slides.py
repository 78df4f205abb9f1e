"""The presentation on licensing: ten slides of 16:9, large words on colour, a page number in a round."""

from pathlib import Path

from reportlab.lib.colors import HexColor, white
from reportlab.lib.styles import ParagraphStyle

from agendabuilder.pack.front.tags import Element

from .charts import Chart, bars, draw_chart, lying_bars, pie
from .finish import finish
from .paper import BOLD, FACE, INK, SEMIBOLD
from .prose import read_text
from .tagged import SampleCanvas, Words

_PAGE = (960, 540)
_NIGHT, _WARM, _SAND = HexColor("#24324f"), HexColor("#c8553d"), HexColor("#f6efe4")
_COLOURS = (_NIGHT, _WARM, HexColor("#8da0c4"))
_LEFT = 60
_LARGER = 1.6  # charts are drawn for paper; a slide is read from further away


def draw(folder: Path) -> None:
    """Write `licensing-slides.pdf`."""
    file, document = folder / "licensing-slides.pdf", Element("Part")
    canvas = SampleCanvas(str(file), pagesize=_PAGE, invariant=1, initialFontName=FACE, lang="en-GB")
    canvas.setTitle("Licensing of private renting in Harbour and Millgate")
    canvas.setAuthor("Siobhán Ní Dhomhnaill, Private Sector Housing Manager")
    charts = _charts()
    for number, text in enumerate(read_text("slides").strip().split("\n@page\n"), 1):
        title, *points = text.strip().split("\n\n")
        canvas.begin_page()
        canvas.bookmarkPage(f"slide-{number}")
        canvas.addOutlineEntry(title, f"slide-{number}")
        if number == 1:
            _opening(canvas, document.add("Sect"), title, points)
        else:
            _slide(canvas, document.add("Sect"), number, title, points, charts)
        canvas.showPage()
    canvas.save()
    finish(file, document)


def _charts() -> dict[str, Chart]:
    wards = ("Harbour", "Millgate", "Rest of the district")
    hazards = bars(wards, ((24, 19, 9),), (290, 205), top=30, step=10, form="%d%%", colours=_COLOURS)
    answers = lying_bars(
        ("Tenants", "Residents", "Landlords and agents", "Organisations"), ((83, 71, 27, 78),), (290, 190), top=100,
        step=25, form="%d%%", left=100, colours=_COLOURS,
    )  # fmt: skip
    fee = pie(("Inspections", "Applications", "Enforcement", "Advice and training"), (46, 27, 19, 8), (290, 130))
    hazards.title = "Homes with a serious hazard"
    answers.title = "Share of those who are in favour, by group"
    fee.title = "What the fee pays for"
    return {"hazards": hazards, "answers": answers, "fee": fee}


def _opening(canvas: SampleCanvas, part: Element, title: str, lines: list[str]) -> None:
    canvas.setFillColor(_NIGHT)
    canvas.rect(0, 0, *_PAGE, stroke=0, fill=1)
    canvas.setFillColor(_WARM)
    for step, height in enumerate((70, 110, 90, 140, 100, 125, 80)):
        left = 560 + step * 57
        roof = canvas.beginPath()
        roof.moveTo(left, 0)
        for x, y in ((left, height), (left + 24, height + 34), (left + 48, height), (left + 48, 0)):
            roof.lineTo(x, y)
        canvas.drawPath(roof, stroke=0, fill=1)
    _words(canvas, part.add("H1"), title, _LEFT, 440, 700, BOLD, 46, white)
    for row, line in enumerate(lines):
        _words(canvas, part.add("P"), line, _LEFT, 250 - row * 34, 620, FACE, 22, _SAND)


def _slide(
    canvas: SampleCanvas, part: Element, number: int, title: str, points: list[str], charts: dict[str, Chart]
) -> None:
    canvas.setFillColor(_SAND)
    canvas.rect(0, 0, 24, _PAGE[1], stroke=0, fill=1)
    _words(canvas, part.add("H2"), title, _LEFT, 500, 840, BOLD, 34, _NIGHT)
    chart = next((point[1:] for point in points if point.startswith("@")), "")
    level, width = 425.0, 370 if chart else 820
    for point in points:
        if point.startswith("@"):
            continue
        if point.startswith("!"):
            level = _words(canvas, part.add("P"), point[1:].strip(), _LEFT, level, width, BOLD, 60, _WARM) - 12
        else:
            level = _words(canvas, part.add("P"), point, _LEFT, level, width, FACE, 22 if chart else 27, INK) - 20
    if chart:
        draw_chart(canvas, part, charts[chart], 455, 425 - charts[chart].drawing.height * _LARGER, _LARGER)
    canvas.setFillColor(_NIGHT)
    canvas.circle(916, 36, 18, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(SEMIBOLD, 14)
    canvas.drawCentredString(916, 31, str(number))


def _words(
    canvas: SampleCanvas, element: Element, text: str, left: float, top: float, width: float, face: str, size: float,
    colour: HexColor,
) -> float:  # fmt: skip
    """Draw a paragraph from `top` downwards; gives the level below it."""
    style = ParagraphStyle("slide", fontName=face, fontSize=size, leading=size * 1.25, textColor=colour,
                           bulletFontName=face)  # fmt: skip
    paragraph = Words(" ".join(text.split()), style, element=element)
    _, height = paragraph.wrap(width, 500)
    paragraph.drawOn(canvas, left, top - height)
    return top - float(height)
