"""The minutes of the meeting before: centred head, narrow measure, resolutions that stand out, a line to sign."""

from pathlib import Path

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, Spacer

from .paper import GREY, Look, make
from .prose import read_text, set_prose
from .tagged import Words

LOOK = Look(
    "Minutes of the Housing and Communities Select Committee, 14 January 2027", "Democratic Services",
    accent="#1d2226", size=11.5, margins=(32 * mm, 30 * mm, 26 * mm, 26 * mm),
)  # fmt: skip

HELD = (
    "Minutes of the meeting held on Thursday 14 January 2027 in the Council Chamber, Guildhall, Norbury, "
    "commencing at 2.00 pm and concluding at 4.25 pm"
)
PRESENT = (
    ("Members present", "Cllr G Prys-Jones (Chairman), Cllr J Okonkwo-Reid (Vice-Chairman), Cllr I Adeyẹmí, "
     "Cllr D Hartnoll, Cllr K Llewellyn-Shaw, Cllr S Rahmān, Cllr P Thistlewood, Cllr M Wiśniewska and "
     "Cllr L Fenwick (substitute)"),
    ("Co-opted members present", "Mrs E Pugh and Mr F Mac Giolla Bhríde"),
    ("Others in attendance", "Cllr N Bandyopādhyāy, Cabinet Member for Housing; R Llewelyn, Director of Housing; "
     "O Adébáyọ̀, Head of Repairs; S Ní Dhomhnaill, Private Sector Housing Manager; P Sengupta, Head of Finance; "
     "F Chaudhurī, Head of Communities; N Prydderch, Democratic Services"),
    ("Apologies", "Cllr T Ó Catháin and Cllr R Bakewell"),
)  # fmt: skip


def draw(folder: Path) -> None:
    """Write `minutes-2027-01-14.pdf`."""
    centred = {"alignment": 1, "fontSize": 15, "leading": 19}
    story: list[Flowable] = [
        Words("Norbury Council", LOOK.style("small", alignment=1)),
        Words("Housing and Communities Select Committee", LOOK.style("title", **centred)),
        Words(HELD, LOOK.style(alignment=1, spaceAfter=10)),
        HRFlowable("100%", 0.7, color=GREY, spaceAfter=10),
    ]
    for group, people in PRESENT:
        story += [Words(f"<b>{group}</b>", LOOK.style(spaceAfter=1), role="H2"), Words(people, LOOK.style())]
    story += set_prose(LOOK, read_text("minutes"))
    story += [Spacer(1, 16 * mm), HRFlowable("55%", 0.7, hAlign="LEFT", color=GREY)]
    story.append(Words("Chairman and date", LOOK.style()))
    make(folder / "minutes-2027-01-14.pdf", LOOK, story)
