"""The officer's report on damp and mould: a cover table, numbered paragraphs, its page number at the bottom right.

That is where the pack's own stamp stands by default, so the stamp has to find another place on these pages.
"""

# ruff: noqa: RUF001  (apostrophes and rules as they are printed)

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from .charts import Figure, bars, headed, lying_bars
from .paper import Look, make
from .prose import read_text, set_prose
from .tables import cover_table
from .tagged import Words

LOOK = Look(
    "Damp and mould in Council homes: winter 2026/27", "Rhodri Llewelyn, Director of Housing", accent="#0b4a6f",
    size=12, margins=(25 * mm, 23 * mm, 22 * mm, 24 * mm), foot="Housing and Communities Select Committee, "
    "4 March 2027", number="{page}", number_at="right", foot_rule=True,
)  # fmt: skip

COVER = (
    ("Report to", "Housing and Communities Select Committee"),
    ("Date", "Thursday 4 March 2027"),
    ("Title", "Damp and mould in Council homes: winter 2026/27"),
    ("Cabinet Member", "Cllr Nilufar Bandyopādhyāy, Cabinet Member for Housing"),
    ("Author and contact officer", "Rhodri Llewelyn, Director of Housing, 01632 960114"),
    ("Wards affected", "All; above all Fairmead and Ropewalk"),
    ("Recommendations", "That the Committee<br/>(a) comment on how the limits were kept, and on the measures in "
     "section 5;<br/>(b) support the training of two repairs inspectors as investigators;<br/>(c) ask for a report in "
     "November 2027, one year on."),
    ("Appendices", "A: Repairs dashboard, January 2027<br/>B: Letter from the Fairmead Tenants’ Association"),
)  # fmt: skip
MONTHS = ("October", "November", "December", "January")
KINDS = ((5, 6, 9, 6), (71, 104, 103, 125), (28, 41, 36, 44))
LIMITS = ("Emergency, 24 hours", "Investigated, 10 days", "Summary, 3 days", "Made safe, 5 days", "Works, 12 weeks")
KEPT = ((96.2, 92.1, 87.3, 87.2, 93.1), (90.9, 84.3, 71.6, 79.0, 88.5))


def draw(folder: Path) -> None:
    """Write `damp-and-mould-report.pdf`."""
    months = bars(MONTHS, KINDS, (LOOK.width, 165), top=140, step=20)
    limits = lying_bars(LIMITS, KEPT, (LOOK.width, 190), top=100, step=20, form="%.1f", left=112)
    parts: dict[str, list[Flowable]] = {
        "months": [Figure(headed(months, "Reports of damp and mould by month", ("Emergency", "Significant", "Minor")))],
        "limits": [Figure(headed(limits, "Limits that were kept, per cent of cases",
                                 ("Winter 2026/27", "Winter 2025/26")))],
    }  # fmt: skip
    story: list[Flowable] = [
        Words("Report to the Select Committee", LOOK.style("title", fontSize=20)),
        cover_table(LOOK, COVER),
        Spacer(1, 5 * mm),
        *set_prose(LOOK, read_text("repairs_report"), parts, numbered=True),
    ]
    make(folder / "damp-and-mould-report.pdf", LOOK, story)
