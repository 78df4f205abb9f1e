"""The plan of the licensing area on one landscape sheet of A3: streets, water, the boundary, a key, a scale bar."""

from math import atan2, degrees
from pathlib import Path

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from agendabuilder.pack.front.tags import Element

from .charts import figure
from .finish import finish
from .paper import BOLD, FACE, GREY, INK, ITALIC, SEMIBOLD
from .tagged import SampleCanvas

_PAGE = landscape(A3)
_PANEL, _TOP = 315 * mm, 262 * mm
_SEA, _LAND, _PARK, _ROAD = HexColor("#cfe3ec"), HexColor("#f4f1ea"), HexColor("#d7e3c5"), HexColor("#ffffff")
_HARBOUR, _MILLGATE, _EDGE = HexColor("#f0c9a8"), HexColor("#f4e0a6"), HexColor("#a33b1f")
_MAP = (15 * mm, 32 * mm, 305 * mm, 270 * mm)
_MAP_IN_WORDS = (
    "Map of the area, with north at the top. Norbury Roads, the open water, is in the south. Harbour lies along the "
    "shore: Quay Road, Ferry Steps, Tar Lane, and Ropewalk Street, which crosses it from west to east. Millgate "
    "adjoins it in the north: Hemp Street, Castle Street, Mill Leat Row and, at the northern end, Union Street. "
    "Millgate Road leads through both from south to north; Station Road is in the east. One boundary runs around both. "
    "The Castle Street triangle, just north of where they meet, is left out. Jubilee Park lies outside in the east, "
    "the station in the north-east."
)
Points = tuple[tuple[float, float], ...]

# Millimetres from the map's lower left corner; the map is 290 by 238.
_COAST: Points = (
    (0, 62), (34, 56), (60, 66), (88, 50), (120, 58), (150, 40), (182, 46), (214, 28), (252, 34), (290, 20),
)  # fmt: skip
_HARBOUR_AREA: Points = (
    (60, 72), (88, 56), (120, 64), (150, 46), (182, 52), (190, 108), (142, 132), (112, 118), (70, 128),
)  # fmt: skip
_MILLGATE_AREA: Points = ((70, 128), (112, 118), (142, 132), (190, 108), (206, 150), (180, 202), (118, 206), (84, 178))
_LEFT_OUT: Points = ((112, 118), (142, 132), (136, 150), (108, 140))
_PARK_AREA: Points = ((206, 150), (246, 140), (262, 182), (222, 204), (190, 190))
# A road's name, width in millimetres, its points, and which of its stretches bears the name.
_ROADS: tuple[tuple[str, float, Points, int], ...] = (
    ("Ropewalk Street", 4, ((0, 96), (70, 100), (142, 92), (230, 86), (290, 92)), 0),
    ("Millgate Road", 4, ((96, 56), (104, 120), (122, 170), (128, 238)), 2),
    ("Quay Road", 3, ((40, 74), (90, 68), (150, 62), (184, 66), (240, 50), (290, 46)), 4),
    ("Castle Street", 2.4, ((104, 132), (140, 142), (200, 132)), 1),
    ("Tar Lane", 2.4, ((150, 62), (156, 92), (160, 138)), 1),
    ("Hemp Street", 2.4, ((78, 100), (80, 128), (92, 176)), 1),
    ("Mill Leat Row", 2.4, ((120, 164), (160, 172), (196, 168)), 0),
    ("Union Street", 2.4, ((126, 192), (160, 190), (190, 178)), 0),
    ("Station Road", 3.4, ((190, 88), (200, 150), (182, 200), (176, 238)), 2),
    ("Ferry Steps", 2.4, ((126, 64), (130, 94)), 0),
)  # fmt: skip


def draw(folder: Path) -> None:
    """Write `licensing-plan-a3.pdf`."""
    file, document = folder / "licensing-plan-a3.pdf", Element("Part")
    canvas = SampleCanvas(str(file), pagesize=_PAGE, invariant=1, initialFontName=FACE, lang="en-GB")
    canvas.setTitle("Selective licensing 2027: plan of the area")
    canvas.setAuthor("Norbury Council, Maps and Addresses")
    canvas.begin_page()
    heading = document.add("Sect")
    canvas.claim(figure(document, _MAP_IN_WORDS, 0, _MAP).leaf())
    canvas.saveState()
    canvas.translate(15 * mm, 32 * mm)
    canvas.clipPath(_path(canvas, ((0, 0), (290, 0), (290, 238), (0, 238))), stroke=0)
    _map(canvas)
    canvas.restoreState()
    canvas.release()
    canvas.setStrokeColor(INK)
    canvas.rect(15 * mm, 32 * mm, 290 * mm, 238 * mm)
    _title(canvas, heading)
    _key(canvas, document)
    canvas.setFillColor(GREY)
    words = "Drawing SL/2027/01, revision C, 12 February 2027. An invented place: not to be used for anything."
    canvas.say(document.add("P"), 15 * mm, 20 * mm, words, FACE, 9)
    canvas.drawRightString(_PAGE[0] - 15 * mm, 12 * mm, "Sheet 1 of 1")
    canvas.showPage()
    canvas.save()
    finish(file, document)


def _map(canvas: Canvas) -> None:
    _area(canvas, ((0, 0), (290, 0), (290, 238), (0, 238)), _LAND)
    _area(canvas, ((0, 0), *_COAST, (290, 0)), _SEA)
    _area(canvas, _PARK_AREA, _PARK)
    _area(canvas, _HARBOUR_AREA, _HARBOUR)
    _area(canvas, _MILLGATE_AREA, _MILLGATE)
    _area(canvas, _LEFT_OUT, _LAND)
    for _, width, points, _ in _ROADS:
        _line(canvas, points, HexColor("#b9b2a6"), width + 0.7)
    for _, width, points, _ in _ROADS:
        _line(canvas, points, _ROAD, width)
    boundary = (*_HARBOUR_AREA[:6], *_MILLGATE_AREA[4:], _HARBOUR_AREA[8], _HARBOUR_AREA[0])
    _line(canvas, boundary, _EDGE, 1.1)
    _line(canvas, (*_LEFT_OUT, _LEFT_OUT[0]), _EDGE, 0.6, dashed=True)
    for name, width, points, stretch in _ROADS:
        _road_name(canvas, name, width, points[stretch], points[stretch + 1])
    _name(canvas, "HARBOUR", 66, 84, BOLD, 18, _EDGE)
    _name(canvas, "MILLGATE", 138, 156, BOLD, 18, _EDGE)
    _name(canvas, "Norbury Roads", 150, 18, ITALIC, 18, HexColor("#3b6a80"))
    _name(canvas, "Jubilee Park", 214, 172, ITALIC, 12, HexColor("#4d6630"))
    _name(canvas, "Station", 204, 212, SEMIBOLD, 10, INK)


def _title(canvas: SampleCanvas, part: Element) -> None:
    canvas.setFillColor(INK)
    heading, below = part.add("H1"), part.add("P")
    for row, words in enumerate(("Selective licensing ", "of private renting")):
        canvas.say(heading, _PANEL, _TOP - row * 27, words, BOLD, 22)
    for row, words in enumerate(("Plan of the area as proposed ", "for 1 October 2027")):
        canvas.say(below, _PANEL, _TOP - 55 - row * 16, words, FACE, 12)


def _key(canvas: SampleCanvas, document: Element) -> None:
    level, points = _TOP - 115, document.add("L", ListNumbering="None")
    for colour, name, count in (
        (_HARBOUR, "Harbour", "1,690 homes let privately"), (_MILLGATE, "Millgate", "1,250 homes let privately"),
        (_LAND, "Castle Street triangle", "left out after consultation"), (_PARK, "Park", ""), (_SEA, "Water", ""),
    ):  # fmt: skip
        canvas.setFillColor(colour)
        canvas.setStrokeColor(GREY)
        canvas.rect(_PANEL, level, 26, 16, fill=1)
        canvas.setFillColor(INK)
        body = points.add("LI").add("LBody")
        canvas.say(body.add("P"), _PANEL + 36, level + (8 if count else 4), name, SEMIBOLD, 11)
        if count:
            canvas.say(body.add("P"), _PANEL + 36, level - 4, count, FACE, 10)
        level -= 34
    canvas.setStrokeColor(_EDGE)
    canvas.setLineWidth(3)
    canvas.line(_PANEL, level + 8, _PANEL + 26, level + 8)
    body = points.add("LI").add("LBody")
    canvas.say(body.add("P"), _PANEL + 36, level + 4, "Boundary of the scheme", SEMIBOLD, 11)
    _north(canvas, document, _PANEL + 40, level - 110)
    _scale(canvas, document, _PANEL, level - 190)


def _north(canvas: SampleCanvas, document: Element, x: float, y: float) -> None:
    canvas.setFillColor(INK)
    canvas.claim(figure(document, "North is at the top of the map.", 0, (x - 16, y, x + 16, y + 80)).leaf())
    arrow = canvas.beginPath()
    arrow.moveTo(x, y + 60)
    for dx, dy in ((16, 0), (0, 12), (-16, 0)):
        arrow.lineTo(x + dx, y + dy)
    arrow.close()
    canvas.drawPath(arrow, stroke=0, fill=1)
    canvas.setFont(BOLD, 16)
    canvas.drawCentredString(x, y + 66, "N")
    canvas.release()


def _scale(canvas: SampleCanvas, document: Element, x: float, y: float) -> None:
    canvas.setLineWidth(0.8)
    canvas.setStrokeColor(INK)
    alt = "Scale bar of 400 metres, which is 80 millimetres on the sheet."
    canvas.claim(figure(document, alt, 0, (x, y, x + 80 * mm, y + 22)).leaf())
    for step in range(4):
        canvas.setFillColor(white if step % 2 else INK)
        canvas.rect(x + step * 20 * mm, y, 20 * mm, 6, fill=1)
    canvas.setFillColor(INK)
    canvas.setFont(FACE, 10)
    for step in range(5):
        canvas.drawCentredString(x + step * 20 * mm, y + 11, str(step * 100))
    canvas.release()
    canvas.say(document.add("P"), x, y - 14, "metres, 1 to 5,000 on a sheet of A3", FACE, 10)


def _path(canvas: Canvas, points: Points, *, closed: bool = True) -> object:
    path = canvas.beginPath()
    path.moveTo(points[0][0] * mm, points[0][1] * mm)
    for x, y in points[1:]:
        path.lineTo(x * mm, y * mm)
    if closed:
        path.close()
    return path


def _area(canvas: Canvas, points: Points, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.drawPath(_path(canvas, points), stroke=0, fill=1)


def _line(canvas: Canvas, points: Points, colour: Color, width: float, *, dashed: bool = False) -> None:
    canvas.saveState()
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width * mm)
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    if dashed:
        canvas.setDash(6, 5)
    canvas.drawPath(_path(canvas, points, closed=False), fill=0)
    canvas.restoreState()


def _road_name(canvas: Canvas, words: str, width: float, start: tuple[float, float], end: tuple[float, float]) -> None:
    """Set the name along the stretch, just above the road."""
    canvas.saveState()
    canvas.translate((start[0] + end[0]) / 2 * mm, (start[1] + end[1]) / 2 * mm)
    turn = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    canvas.rotate(turn - 180 if turn > 95 else turn)
    canvas.setFillColor(INK)
    canvas.setFont(FACE, 10)
    canvas.drawCentredString(0, (width / 2 + 1.2) * mm, words)
    canvas.restoreState()


def _name(canvas: Canvas, words: str, x: float, y: float, face: str, size: float, colour: Color) -> None:
    canvas.setFillColor(colour)
    canvas.setFont(face, size)
    canvas.drawString(x * mm, y * mm, words)
