"""The budget paper: tables of figures, a pie of where each pound goes, its own page number in the middle."""

# ruff: noqa: RUF001  (apostrophes and rules as they are printed)

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from .charts import Figure, headed, lines, pie
from .paper import Look, make
from .prose import read_text, set_prose
from .tagged import Words

LOOK = Look(
    "Housing Revenue Account budget 2027/28", "Priyanka Sengupta, Head of Finance", accent="#1f5b45", size=12,
    margins=(22 * mm, 22 * mm, 24 * mm, 24 * mm), number="– {page} –", number_at="centre",
)  # fmt: skip
POUND = (("Repairs and maintenance", 31), ("Managing homes and tenancies", 27), ("Interest on loans", 17),
         ("Renewing homes", 16), ("Cleaning, lighting, lifts", 7), ("Rents not collected", 2))  # fmt: skip
YEARS = ("2023/24", "2024/25", "2025/26", "2026/27", "2027/28")
RENTS = ((87.96, 94.74, 97.30, 104.61, 108.90), (83.10, 89.51, 91.92, 96.10, 99.70))


def draw(folder: Path) -> None:
    """Write `hra-budget-2027-28.pdf`."""
    width = LOOK.width
    rents = lines(YEARS, RENTS, (width, 150), low=75, top=115, step=10, form="£%d")
    pound = pie([name for name, _ in POUND], [pence for _, pence in POUND], (width, 130))
    parts: dict[str, list[Flowable]] = {
        "pound": [Figure(headed(pound, "Where each pound of rent goes"))],
        "rents": [Figure(headed(rents, "Average weekly rent", ("All homes", "Sheltered homes")))],
    }
    title = Words("Housing Revenue Account budget 2027/28", LOOK.style("title", fontSize=20))
    text = set_prose(LOOK, read_text("hra_budget"), parts, filled=False)
    make(folder / "hra-budget-2027-28.pdf", LOOK, [title, *text])
