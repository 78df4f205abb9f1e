"""An outside body's answer to the consultation: its own letterhead, questions in bold, no footer but a number."""

# ruff: noqa: RUF001  (apostrophes and rules as they are printed)

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable

from .paper import Look, make
from .prose import read_text, set_prose
from .tagged import Words

LOOK = Look(
    "Response to the consultation on selective licensing", "Renters’ Advice Norbury", accent="#6b2d5c", size=12,
    margins=(30 * mm, 30 * mm, 24 * mm, 26 * mm), number="{page}/3", number_at="right",
)  # fmt: skip


def draw(folder: Path) -> None:
    """Write `consultation-response.pdf`."""
    story: list[Flowable] = [
        Words("Renters’ Advice Norbury", LOOK.style("title", fontSize=24, leading=28, spaceAfter=2)),
        Words("14 Union Street, Norbury · 01632 960188 · advice@renters.example", LOOK.style("small")),
        HRFlowable("100%", 2.5, color=LOOK.colour, spaceBefore=6, spaceAfter=14),
        *set_prose(LOOK, read_text("consultation_response"), filled=False),
    ]
    make(folder / "consultation-response.pdf", LOOK, story)
