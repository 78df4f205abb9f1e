"""The review group's report: a cover in colour, a contents list with links, chapters, references that lead to them."""

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, PageBreak, Spacer, TableStyle

from agendabuilder.pack.front.tags import Element

from .charts import Figure, bars, headed, lying_bars
from .contents import Contents
from .paper import FACE, SEMIBOLD, Look, make
from .prose import read_text, set_prose
from .tagged import SampleCanvas, Words

LOOK = Look(
    "Keys in the drawer: report of the review group on empty council homes", "Review group on empty council homes",
    accent="#8a3324", size=13.5, margins=(34 * mm, 30 * mm, 28 * mm, 28 * mm), foot="Keys in the drawer",
    number_at="right", number="Page {page}",
)  # fmt: skip
STEPS = ("Keys back to inspection", "Asbestos and gas checks", "Waiting for a crew", "Works", "Viewing and signing")
DAYS = ((6, 9, 21, 24, 14), (2, 4, 5, 20, 7))
QUARTERS = ("2025 Q1", "Q2", "Q3", "Q4", "2026 Q1", "Q2", "Q3", "Q4")


def draw(folder: Path) -> None:
    """Write `empty-homes-review.pdf`."""
    steps = lying_bars(STEPS, DAYS, (LOOK.width, 200), top=30, step=5, left=125)
    empty = bars(QUARTERS, ((141, 148, 153, 159, 150, 142, 131, 124),), (LOOK.width, 170), top=180, step=30)
    parts: dict[str, list[Flowable]] = {
        "steps": [Figure(headed(steps, "Working days at each step", ("2026", "What we think possible")))],
        "empty": [Figure(headed(empty, "Council homes that stood empty at the end of each quarter"))],
    }
    contents = Contents()
    contents.tableStyle = TableStyle([("FONTNAME", (0, 0), (-1, -1), FACE), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])
    contents.levelStyles = [LOOK.style(spaceBefore=5, fontName=SEMIBOLD), LOOK.style("small", leftIndent=14)]
    story: list[Flowable] = [Spacer(1, 1), PageBreak(), Words("Contents", LOOK.style("title"), role="H2"), contents]
    make(folder / "empty-homes-review.pdf", LOOK, [*story, *set_prose(LOOK, read_text("empty_homes_review"), parts)],
         cover=_cover)  # fmt: skip


def _cover(canvas: SampleCanvas, look: Look, part: Element) -> None:
    width, height = look.page
    canvas.setFillColor(look.colour)
    canvas.rect(0, 0, width, height, stroke=0, fill=1)
    canvas.setFillGray(1)
    canvas.circle(width * 0.5, height * 0.34, 58, stroke=0, fill=1)
    canvas.rect(width * 0.5 - 9, height * 0.34 - 190, 18, 150, stroke=0, fill=1)
    canvas.rect(width * 0.5 + 5, height * 0.34 - 190, 44, 16, stroke=0, fill=1)
    canvas.rect(width * 0.5 + 5, height * 0.34 - 155, 32, 16, stroke=0, fill=1)
    canvas.setFillColor(look.colour)
    canvas.circle(width * 0.5, height * 0.34 + 8, 32, stroke=0, fill=1)
    canvas.setFillGray(1)
    left = look.margins[0]
    canvas.say(part.add("H1"), left, height - 60 * mm, "Keys in the drawer", "SampleBold", 44)
    reason = part.add("P")
    for row, words in enumerate(("Why council homes stand empty, ", "and what would fill them sooner")):
        canvas.say(reason, left, height - 75 * mm - row * 24, words, FACE, 18)
    for row, words in enumerate((
        "Report of a review group of the Housing and Communities Select Committee", "Norbury Council, February 2027",
    )):  # fmt: skip
        canvas.say(part.add("P"), left, height - 102 * mm - row * 17, words, FACE, 12)
