"""The repairs dashboard: three landscape pages of tiles and charts; its page number stands at the bottom right."""

from pathlib import Path

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4, landscape

from agendabuilder.pack.front.tags import Element

from .charts import Chart, bars, draw_chart, headed, lines, lying_bars
from .finish import finish
from .paper import BOLD, FACE, GREY, INK, SEMIBOLD
from .tagged import SampleCanvas

_PAGE = landscape(A4)
_DARK, _TILE, _GOOD, _POOR = HexColor("#22304a"), HexColor("#eef1f6"), HexColor("#2c6b3f"), HexColor("#9c2f2f")
_MONTHS = ("Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan")
_ESTATES = ("Fairmead", "Ropewalk", "Castle House, Quay Point", "Harbour", "Millgate", "Villages")
_HALF, _WIDE = (375.0, 150.0), (770.0, 170.0)
Tile = tuple[str, str, str, bool]

_TILES: tuple[tuple[Tile, ...], ...] = (
    (("Reports of damp or mould", "175", "most of any month this winter", False),
     ("Emergencies safe in 24 hours", "6 of 6", "25 of 26 this winter", True),
     ("Investigated in 10 days", "94 %", "December: 88 %", True),
     ("Made safe in 5 days", "89 %", "December: 85 %", True)),
    (("Reports per 100 homes", "8.5", "Fairmead 15.0, villages 4.3", False),
     ("Reported twice in a year", "31", "last winter: 44", True),
     ("No answer at the door", "44", "since April 2026", False),
     ("Households moved out", "11", "17 nights on average", True)),
    (("Repairs asked for", "2,304", "January 2026: 2,187", False),
     ("Finished in time", "92 %", "target 92 %", True),
     ("Crews at work", "38", "two posts are vacant", False),
     ("Satisfied after the last visit", "72 %", "223 of 311 who were rung", True)),
)  # fmt: skip
_TITLES = ("Damp and mould: January 2027", "Damp and mould by estate: October to January", "All repairs: January 2027")


def draw(folder: Path) -> None:
    """Write `repairs-dashboard.pdf`."""
    file, document = folder / "repairs-dashboard.pdf", Element("Part")
    canvas = SampleCanvas(str(file), pagesize=_PAGE, invariant=1, initialFontName=FACE, lang="en-GB")
    canvas.setTitle("Repairs dashboard, January 2027")
    canvas.setAuthor("Housing Performance")
    for number, title in enumerate(_TITLES, 1):
        canvas.begin_page()
        canvas.bookmarkPage(title)
        canvas.addOutlineEntry(title, title)
        part = document.add("Sect")
        _frame(canvas, part, title, number)
        tiles = part.add("L", ListNumbering="None")
        for place, tile in enumerate(_TILES[number - 1]):
            _tile(canvas, tiles.add("LI").add("LBody"), 36 + place * 195, 415, tile)
        for x, y, chart in _charts(number):
            draw_chart(canvas, part, chart, x, y)
        canvas.showPage()
    canvas.save()
    finish(file, document)


def _charts(page: int) -> tuple[tuple[float, float, Chart], ...]:
    if page == 1:
        reports = bars(_MONTHS, ((96, 81, 52, 38, 31, 27, 25, 49, 104, 151, 148, 175),), _WIDE, top=200, step=50)
        kept = lines(_MONTHS[-4:], ((93, 94, 88, 94), (86, 89, 85, 89)), _HALF, low=80, top=100, step=5, form="%d%%")
        days = bars(_MONTHS[-4:], ((7.1, 7.4, 8.8, 6.9),), _HALF, top=12, step=3, form="%.1f")
        return (
            (36, 215, headed(reports, "Reports of damp or mould, month by month")),
            (
                36,
                45,
                headed(kept, "Limits kept: investigated (dark) and made safe (light)", ("Investigated", "Made safe")),
            ),
            (430, 45, headed(days, "Working days to an investigation, on average")),
        )
    if page == 2:
        reports = lying_bars(_ESTATES, ((168, 131, 22, 97, 84, 76),), (375, 320), top=200, step=50, left=125)
        safe = lying_bars(_ESTATES, ((81, 84, 92, 92, 93, 94),), (375, 320), top=100, step=20, form="%d%%", left=125)
        return (36, 50, headed(reports, "Reports")), (430, 50, headed(safe, "Made safe in time"))
    asked = lines(_MONTHS, ((2010, 1930, 1788, 1705, 1690, 1640, 1602, 1711, 1905, 2144, 2165, 2304),), _WIDE, low=1400,
                  top=2400, step=200)  # fmt: skip
    late = bars(_MONTHS[-6:], ((351, 330, 318, 296, 243, 251),), _HALF, top=400, step=100)
    trades = ("Plumbing", "Carpentry", "Electrical", "Roofs", "Plaster")
    first = lying_bars(trades, ((5, 9, 6, 24, 13),), _HALF, top=30, step=10, left=80)
    return (
        (36, 215, headed(asked, "Repairs asked for, month by month")),
        (36, 45, headed(late, "Open for more than 60 days")),
        (430, 45, headed(first, "Working days to the first visit, by trade")),
    )


def _frame(canvas: SampleCanvas, part: Element, title: str, number: int) -> None:
    canvas.setFillColor(_DARK)
    canvas.rect(0, _PAGE[1] - 66, _PAGE[0], 66, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.say(part.add("H1"), 36, _PAGE[1] - 43, title, BOLD, 22)
    canvas.setFont(FACE, 11)
    canvas.drawRightString(_PAGE[0] - 36, _PAGE[1] - 41, "Norbury Council, Housing Performance")
    canvas.setFillColor(GREY)
    canvas.setFont(FACE, 9)
    canvas.drawString(36, 22, "Figures as at 31 January 2027, drawn on 9 February 2027")
    canvas.drawRightString(_PAGE[0] - 36, 22, f"Dashboard {number}/3")


def _tile(canvas: SampleCanvas, part: Element, x: float, y: float, tile: Tile) -> None:
    name, figure, remark, good = tile
    canvas.setFillColor(_TILE)
    canvas.roundRect(x, y, 183, 98, 6, stroke=0, fill=1)
    colour = _GOOD if good else _POOR
    canvas.setFillColor(colour)
    canvas.rect(x, y + 12, 4, 74, stroke=0, fill=1)
    for words, level, face, size, ink in (
        (name, 75, SEMIBOLD, 11, INK), (figure, 34, BOLD, 32, colour), (remark, 15, FACE, 10, GREY),
    ):  # fmt: skip
        canvas.setFillColor(ink)
        canvas.say(part.add("P"), x + 16, y + level, words, face, size)
