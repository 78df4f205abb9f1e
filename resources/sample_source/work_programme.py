# ruff: noqa: RUF001  (apostrophes and rules as they are printed)
"""The committee's work programme: a landscape table of two pages, as a scrutiny officer keeps it."""

from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm

from .paper import Look, make
from .tables import table
from .tagged import Words

LOOK = Look(
    "Select Committee work programme 2026/27 and 2027/28", "Democratic Services", accent="#3f4f24", size=11.5,
    page=landscape(A4), margins=(18 * mm, 18 * mm, 16 * mm, 20 * mm), foot="Work programme, as at 19 February 2027",
)  # fmt: skip

ROWS = (
    ("Date", "Topic", "Description and purpose", "Lead officer", "Contributors"),
    ("Thursday 4 March 2027", "Damp, mould and repairs", "To examine how the repairs service met its time limits over "
     "the winter, and to hear from tenants.", "Rhodri Llewelyn", "Cabinet Member for Housing; Fairmead Tenants’ "
     "Association"),
    ("", "Selective licensing of private renting", "To comment on the scheme for Harbour and Millgate wards before "
     "Cabinet decides in April.", "Siobhán Ní Dhomhnaill", "Norbury Landlords’ Forum; Renters’ Advice Norbury"),
    ("", "Empty council homes: review group", "To agree the report of the review group and to send it to Cabinet.",
     "Oluwaṣeun Adébáyọ̀", "Cllr Małgorzata Wiśniewska, chair of the review group"),
    ("Thursday 22 April 2027", "Homelessness and temporary accommodation", "Half-yearly report: families in bed and "
     "breakfast, the cost to the Council, and the new leasing scheme.", "Agnieszka Żółkiewska",
     "Cabinet Member for Communities; St Brannoc’s Night Shelter"),
    ("", "Voluntary sector grants", "To review the first year of three-year grants, and what the groups have achieved "
     "with them.", "Tom Arkwright", "Norbury Voluntary Action"),
    ("Thursday 17 June 2027", "Appointment of vice-chairman", "For the municipal year 2027/28.", "Nia Prydderch", "–"),
    ("", "Neighbourhood policing and anti-social behaviour", "Yearly meeting as the crime and disorder committee under "
     "section 19 of the Police and Justice Act 2006.", "Farhana Chaudhurī", "District commander; Community Safety "
     "Partnership"),
    ("", "Fire safety in high buildings", "Progress of works at Castle House and Quay Point, and the residents’ "
     "engagement strategies.", "Rhodri Llewelyn", "Fire and rescue service"),
    ("Thursday 16 September 2027", "Tenants’ satisfaction", "Results of the 2026/27 survey against the twelve measures "
     "that must be published.", "Oluwaṣeun Adébáyọ̀", "Tenants’ Voice panel"),
    ("", "Leisure centres: contract", "To examine the case for a new operator from April 2028.", "Tom Arkwright",
     "Cabinet Member for Leisure; present operator"),
    ("Thursday 4 November 2027", "Budget proposals 2028/29", "Housing Revenue Account and Communities: pressures, "
     "savings and growth.", "Priyanka Sengupta", "Section 151 officer; Cabinet Member for Resources"),
    ("", "Damp and mould: one year on", "To see whether what was recommended in March 2027 has been done.",
     "Rhodri Llewelyn", "Fairmead Tenants’ Association"),
    ("To be arranged", "Library opening hours", "Raised by the Youth Council. Waiting for the results of the trial of "
     "self-service evenings at Millgate.", "Tom Arkwright", "Youth Council"),
    ("", "Allotments: waiting lists", "Public question of 14 January 2027. Briefing note first; an item only if "
     "members ask for one.", "Farhana Chaudhurī", "Allotment associations"),
)  # fmt: skip

INTRODUCTION = (
    "Chairman: Cllr Gwenllian Prys-Jones. Scrutiny officer: Nia Prydderch, 01632 960147. Members who wish to propose a "
    "topic are asked for one page: what the matter is, whom it touches, and what the Committee could change."
)


def _dated(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    """The rows with the date in each, so that none needs the one above it to be understood."""
    dated: list[tuple[str, ...]] = []
    for row in rows:
        dated.append((row[0] or dated[-1][0], *row[1:]))
    return dated


def draw(folder: Path) -> None:
    """Write `work-programme.pdf`."""
    story = [
        Words("Housing and Communities Select Committee: work programme", LOOK.style("title", fontSize=18)),
        Words(INTRODUCTION, LOOK.style()),
        table(LOOK, _dated(ROWS), (15, 22, 42, 18, 26), air=6.5),
    ]
    make(folder / "work-programme.pdf", LOOK, story)
