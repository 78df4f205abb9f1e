"""Charts of the sample's papers, in the paper's own faces and a palette that also tells apart in grey."""

from collections.abc import Sequence
from typing import Any

from reportlab.graphics.charts.axes import XCategoryAxis, YCategoryAxis
from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.charts.piecharts import Pie
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color, HexColor, white

from .paper import FACE, GREY, INK, PALE, SEMIBOLD

PALETTE = tuple(HexColor(code) for code in ("#17506b", "#d98b2b", "#7fa9b8", "#8c3b4a", "#b9c0c4", "#556b2f"))
Series = Sequence[Sequence[float]]


def bars(
    names: Sequence[str], series: Series, size: tuple[float, float], *, top: float, step: float, form: str = "%d",
    stacked: bool = False, colours: Sequence[Color] = PALETTE, labels: bool = True,
) -> Drawing:  # fmt: skip
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
    return _drawn(chart, size, left=34, bottom=24)


def lying_bars(
    names: Sequence[str], series: Series, size: tuple[float, float], *, top: float, step: float, form: str = "%d",
    left: float = 110, colours: Sequence[Color] = PALETTE,
) -> Drawing:  # fmt: skip
    """Bars from left to right, for long names; `left` is the room for them. The first name stands on top."""
    chart = HorizontalBarChart()
    _axes(chart, chart.valueAxis, chart.categoryAxis, list(reversed(names)), top, step, form)
    chart.data = [tuple(reversed(line)) for line in reversed(series)]
    chart.groupSpacing = 6
    _paint(chart, len(series), colours[len(series) - 1 :: -1])
    chart.barLabelFormat, chart.barLabels.nudge, chart.barLabels.boxAnchor = form, 4, "w"
    chart.barLabels.fontName, chart.barLabels.fontSize, chart.barLabels.fillColor = FACE, 8.5, INK
    return _drawn(chart, size, left=left, bottom=20)


def lines(
    names: Sequence[str], series: Series, size: tuple[float, float], *, low: float, top: float, step: float,
    form: str = "%d", colours: Sequence[Color] = PALETTE,
) -> Drawing:  # fmt: skip
    """Lines over time."""
    chart = HorizontalLineChart()
    _axes(chart, chart.valueAxis, chart.categoryAxis, names, top, step, form)
    chart.valueAxis.valueMin = low
    chart.data = [tuple(line) for line in series]
    chart.joinedLines = 1
    for number in range(len(series)):
        chart.lines[number].strokeColor, chart.lines[number].strokeWidth = colours[number], 2
    return _drawn(chart, size, left=34, bottom=24)


def pie(names: Sequence[str], shares: Sequence[float], size: tuple[float, float]) -> Drawing:
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
    return drawing


def key(names: Sequence[str], width: float, colours: Sequence[Color] = PALETTE) -> Drawing:
    """A line of coloured squares with the names of the series."""
    drawing, place = Drawing(width, 14), 34.0
    for name, colour in zip(names, colours, strict=False):
        drawing.add(Rect(place, 3, 8, 8, fillColor=colour, strokeColor=None))
        drawing.add(String(place + 12, 4, name, fontName=FACE, fontSize=9, fillColor=INK))
        place += 34 + len(name) * 4.6
    return drawing


def headed(drawing: Drawing, words: str) -> Drawing:
    """The chart with its title above it."""
    drawing.add(String(0, drawing.height + 4, words, fontName=SEMIBOLD, fontSize=10, fillColor=INK))
    drawing.height += 18
    return drawing


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
