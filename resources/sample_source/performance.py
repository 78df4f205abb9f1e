"""The landlord's performance report: charts and tables in turn, its own page number at the bottom right."""

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from .charts import Figure, bars, headed, lines, lying_bars, pie
from .paper import Look, make
from .prose import read_text, set_prose
from .tagged import Words

LOOK = Look(
    "Performance report, October to December 2026", "Housing Performance", accent="#0f5c5c", size=12,
    margins=(20 * mm, 20 * mm, 20 * mm, 24 * mm), foot="Norbury Council, Housing Performance", number="page {page}",
    number_at="right", foot_rule=True,
)  # fmt: skip
QUARTERS = ("Q4 25", "Q1 26", "Q2 26", "Q3 26")
ASKED = ("Overall", "Repairs in the last year", "Time of the last repair", "Home well kept", "Home safe",
         "Listens and acts", "Keeps me informed", "Treats me fairly", "Complaints handled")  # fmt: skip
SATISFIED = ((71, 73, 68, 70, 77, 60, 69, 78, 35), (67, 70, 63, 67, 75, 55, 66, 76, 31))


def draw(folder: Path) -> None:
    """Write `performance-q3.pdf`."""
    width = LOOK.width
    low = (width, 185)
    repairs = lines(QUARTERS, ((88, 87, 90, 91), (79, 80, 83, 85)), low, low=70, top=100, step=10, form="%d%%")
    kinds = pie(("Plumbing", "Doors and windows", "Electrical", "Damp and mould", "Roofs and gutters", "Other"),
                (27, 21, 17, 12, 9, 14), (width, 140))  # fmt: skip
    satisfied = lying_bars(ASKED, SATISFIED, (width, 290), top=100, step=20, form="%d", left=130)
    arrears = lines(("Dec 24", "Jun 25", "Dec 25", "Jun 26", "Dec 26"), ((3.6, 3.4, 3.2, 3.1, 2.9),), low, low=2,
                    top=4, step=0.5, form="%.1f%%")  # fmt: skip
    complaints = bars(QUARTERS, ((96, 88, 91, 84), (17, 15, 18, 12)), low, top=120, step=30)
    parts: dict[str, list[Flowable]] = {
        "repairs": [Figure(headed(repairs, "Repairs finished in time and at the first visit",
                                  ("In time", "At the first visit")))],
        "kinds": [Figure(headed(kinds, "What the repairs were"))],
        "satisfied": [Figure(headed(satisfied, "Tenants who are satisfied, per cent", ("2026", "2025")))],
        "arrears": [Figure(headed(arrears, "Rent arrears of present tenants"))],
        "complaints": [Figure(headed(complaints, "Complaints received", ("Stage 1", "Stage 2")))],
    }  # fmt: skip
    title = Words(LOOK.title, LOOK.style("title", fontSize=20))
    story = [title, *set_prose(LOOK, read_text("performance"), parts, stripes=True)]
    make(folder / "performance-q3.pdf", LOOK, story)
