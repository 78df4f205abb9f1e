"""Charts of the sample's papers, in the paper's own faces and a palette that also tells apart in grey.

A chart knows what it says in words, which becomes its alternate text: every name with its figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.graphics import renderPDF
from reportlab.graphics.charts.axes import XCategoryAxis, YCategoryAxis
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color, HexColor, white
from reportlab.platypus import Flowable

from agendabuilder.pack.front import tags

from .paper import FACE, GREY, INK, PALE, SEMIBOLD
from .tagged import SampleCanvas

PALETTE = tuple(HexColor(code) for code in ("#17506b", "#d98b2b", "#7fa9b8", "#8c3b4a", "#b9c0c4", "#556b2f"))
Series = Sequence[Sequence[float]]


@dataclass(slots=True)
class Chart:
    """A drawing with what it shows. `form` is how its figures are printed; `title` and `keys` are empty at first."""

    drawing: Drawing
    kind: str
    names: Sequence[str]
    series: Series
    form: str
    title: str = ""
    keys: Sequence[str] = ()

    @property
    def words(self) -> str:
        """The alternate text."""
        lines = []
        for number, line in enumerate(self.series):
            said = "; ".join(f"{name} {self.form % value}" for name, value in zip(self.names, line, strict=True))
            lines.append(f"{self.keys[number]}: {said}." if number < len(self.keys) else f"{said}.")
        return " ".join([f"{self.kind}. {self.title}." if self.title else f"{self.kind}.", *lines])


def bars(
    names: Sequence[str], series: Series, size: tuple[float, float], *, top: float, step: float, form: str = "%d",
    stacked: bool = False, colours: Sequence[Color] = PALETTE, labels: bool = True,
) -> Chart:  # fmt: skip
    """Upright bars; several series stand side by side, or upon each other."""
    chart = VerticalBarChart()
    _axes(chart, chart.valueAxis, chart.categoryAxis, names, top, step, form)
    chart.data = [tuple(line) for line in series]
    chart.categoryAxis.style = "stacked" if stacked else "parallel"
    chart.groupSpacing, chart.barSpacing = 8, 1
    _paint(chart, len(series), colours)
    if labels:
        chart.barLabelFormat, chart.barLabels.nudge = form, 7
        chart.barLabels.fontName, chart.barLabels.fontSize, chart.barLabels.fillColor = FACE, 8, INK
    return Chart(_drawn(chart, size, left=34, bottom=24), "Column chart", names, series, form)


def lying_bars(
    names: Sequence[str], series: Series, size: tuple[float, float], *, top: float, step: float, form: str = "%d",
    left: float = 110, colours: Sequence[Color] = PALETTE,
) -> Chart:  # fmt: skip
    """Bars from left to right, for long names; `left` is the room for them. The first name stands on top."""
    chart = HorizontalBarChart()
    _axes(chart, chart.valueAxis, chart.categoryAxis, list(reversed(names)), top, step, form)
    chart.data = [tuple(reversed(line)) for line in reversed(series)]
    chart.groupSpacing = 6
    _paint(chart, len(series), colours[len(series) - 1 :: -1])
    chart.barLabelFormat, chart.barLabels.nudge, chart.barLabels.boxAnchor = form, 4, "w"
    chart.barLabels.fontName, chart.barLabels.fontSize, chart.barLabels.fillColor = FACE, 8.5, INK
    return Chart(_drawn(chart, size, left=left, bottom=20), "Bar chart", names, series, form)


def lines(
    names: Sequence[str], series: Series, size: tuple[float, float], *, low: float, top: float, step: float,
    form: str = "%d", colours: Sequence[Color] = PALETTE,
) -> Chart:  # fmt: skip
    """Lines over time."""
    chart = HorizontalLineChart()
    _axes(chart, chart.valueAxis, chart.categoryAxis, names, top, step, form)
    chart.valueAxis.valueMin = low
    chart.data = [tuple(line) for line in series]
    chart.joinedLines = 1
    for number in range(len(series)):
        chart.lines[number].strokeColor, chart.lines[number].strokeWidth = colours[number], 2
    return Chart(_drawn(chart, size, left=34, bottom=24), "Line chart", names, series, form)


def pie(names: Sequence[str], shares: Sequence[float], size: tuple[float, float]) -> Chart:
    """A pie with its key at the right."""
    drawing, chart = Drawing(*size), Pie()
    chart.x, chart.y, chart.width, chart.height = 6, 6, size[1] - 12, size[1] - 12
    chart.data, chart.labels, chart.startAngle = list(shares), None, 90
    chart.slices.strokeColor, chart.slices.strokeWidth = white, 1
    for number in range(len(shares)):
        chart.slices[number].fillColor = PALETTE[number]
    drawing.add(chart)
    step = min(18, (size[1] - 10) / len(names))
    for number, (name, share) in enumerate(zip(names, shares, strict=True)):
        level = size[1] / 2 + (len(names) / 2 - number - 0.75) * step
        drawing.add(Rect(size[1] + 14, level, 9, 9, fillColor=PALETTE[number], strokeColor=None))
        words = f"{name}  {share:g}%"
        drawing.add(String(size[1] + 29, level + 1, words, fontName=FACE, fontSize=9.5, fillColor=INK))
    return Chart(drawing, "Pie chart", names, (shares,), "%g%%")


def key(names: Sequence[str], width: float, colours: Sequence[Color] = PALETTE) -> Drawing:
    """A line of coloured squares with the names of the series."""
    drawing, place = Drawing(width, 14), 34.0
    for name, colour in zip(names, colours, strict=False):
        drawing.add(Rect(place, 3, 8, 8, fillColor=colour, strokeColor=None))
        drawing.add(String(place + 12, 4, name, fontName=FACE, fontSize=9, fillColor=INK))
        place += 34 + len(name) * 4.6
    return drawing


def headed(chart: Chart, words: str, keys: Sequence[str] = ()) -> Chart:
    """The chart with its title above it; `keys` are the names of its series."""
    drawing = chart.drawing
    drawing.add(String(0, drawing.height + 4, words, fontName=SEMIBOLD, fontSize=10, fillColor=INK))
    drawing.height += 18
    chart.title, chart.keys = words, keys
    return chart


def draw_chart(canvas: SampleCanvas, parent: tags.Element, chart: Chart, x: float, y: float, scale: float = 1) -> None:
    """Draw it as a figure under `parent`. `x` and `y` are its lower left corner on the page."""
    drawing = chart.drawing
    area = (x, y, x + drawing.width * scale, y + drawing.height * scale)
    canvas.claim(figure(parent, chart.words, canvas.getPageNumber() - 1, area).leaf())
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, scale)
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.restoreState()
    canvas.release()


def figure(parent: tags.Element, alt: str, page: int, area: tags.Rect) -> tags.Element:
    """A figure's element under `parent`; `page` counts from 0."""
    element = parent.add("Figure", Placement="Block")
    element.alt = alt
    element.areas.append((page, area))
    return element


class Figure(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A chart between paragraphs, with its key below it."""

    def __init__(self, chart: Chart, colours: Sequence[Color] = PALETTE) -> None:
        super().__init__()
        self._drawings = [chart.drawing]
        if chart.keys:
            self._drawings.append(key(chart.keys, chart.drawing.width, colours))
        self.width, self.height = chart.drawing.width, sum(drawing.height for drawing in self._drawings)
        self.hung = tags.Element("Figure", attributes={"Placement": "Block"}, alt=chart.words)
        self._leaf = self.hung.leaf()

    def draw(self) -> None:
        """Draw it where the canvas stands."""
        left, bottom = self.canv.absolutePosition(0, 0)
        place = (left, bottom, left + self.width, bottom + self.height)
        self.hung.areas.append((self.canv.getPageNumber() - 1, place))
        self.canv.claim(self._leaf)
        level = self.height
        for drawing in self._drawings:
            level -= drawing.height
            renderPDF.draw(drawing, self.canv, 0, level)
        self.canv.release()


def _axes(
    chart: Any, values: Any, categories: XCategoryAxis | YCategoryAxis, names: Sequence[str], top: float, step: float,
    form: str,
) -> None:  # fmt: skip
    values.valueMin, values.valueMax, values.valueStep, values.labelTextFormat = 0, top, step, form
    values.strokeColor, values.visibleGrid, values.gridStrokeColor, values.gridStrokeWidth = None, 1, PALE, 0.4
    categories.categoryNames, categories.strokeColor, categories.visibleTicks = list(names), GREY, 0
    for labels in (values.labels, categories.labels):
        labels.fontName, labels.fontSize, labels.fillColor = FACE, 8.5, GREY
    chart.strokeColor = None


def _paint(chart: Any, count: int, colours: Sequence[Color]) -> None:
    for number in range(count):
        chart.bars[number].fillColor, chart.bars[number].strokeColor = colours[number], None


def _drawn(chart: Any, size: tuple[float, float], *, left: float, bottom: float) -> Drawing:
    drawing = Drawing(*size)
    chart.x, chart.y, chart.width, chart.height = left, bottom, size[0] - left - 14, size[1] - bottom - 12
    drawing.add(chart)
    return drawing
