"""The action log: what members asked for, who owes it, what came of it; a landscape table of two pages."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from .paper import Look, make
from .prose import read_text, set_prose
from .tagged import Words

LOOK = Look(
    "Action log", "Democratic Services", accent="#5a2a4b", size=11, page=landscape(A4),
    margins=(16 * mm, 16 * mm, 16 * mm, 18 * mm), foot="Action log, as at 22 February 2027", number="Page {page} of 2",
    number_at="right",
)  # fmt: skip


def draw(folder: Path) -> None:
    """Write `action-log.pdf`."""
    head = Words("Actions from earlier meetings", LOOK.style("title", fontSize=18))
    story = [head, *set_prose(LOOK, read_text("action_log"), filled=False, stripes=True, air=6.5)]
    make(folder / "action-log.pdf", LOOK, story)
