"""Invented meetings for the tests of the front matter, and a small pack around it."""

from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pikepdf
from PIL import Image
from pypdf import PdfReader

from agendabuilder.domain.item import Access, Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting, Notice, Placement, PreMeeting
from agendabuilder.domain.pagination import PackPlan, PageRules, Paper, plan_pack
from agendabuilder.domain.people import Contact, Contributor, Member
from agendabuilder.domain.presentation import Logo, Look, MembershipForm, RoleForm, TextSize, Wording
from agendabuilder.pack.front.front_matter import FrontMatter, PackMarks, draw_front_matter
from agendabuilder.pack.front.tags import item_address, report_address
from agendabuilder.pack.tagging.structure import attach_structure

NOTICE = Notice("n1", "webcasting", "Filming", "This meeting is filmed. Ask on {contact.phone}.", Placement.BEFORE)
MEETING = Meeting(
    organisation="Norbury Council",
    committee="Housing Committee",
    date=date(2027, 3, 4),
    start=time(14, 0),
    venue="Council Chamber, Civic Centre",
    members=(Member("A Okafor", "Chairman"), Member("B Lindqvist", "Vice-Chairman"), Member("C Adeyemi")),
    contact=Contact("Ceri Aldous", "Clerk", "01632 960 114", "democracy@norbury.example"),
    published=date(2027, 2, 24),
    items=(
        Item("i1", "Apologies for absence"),
        Item(
            "i2",
            "Minutes",
            "To confirm the minutes of **14 January 2027**.",
            reports=(Report("r2", "Minutes", "m.pdf"),),
        ),
        Item(
            "i3",
            "Repairs backlog",
            "To consider:\n\n- progress\n- the [plan](https://norbury.example/plan)",
            start=time(14, 5),
            minutes=20,
            contributors=(Contributor("R Penhaligon", "Head of Repairs"),),
            reports=(Report("r3", "Report", "a.pdf"), Report("r4", "Appendix A", "b.pdf")),
        ),
        Item("i4", "Damp and mould", reports=(Report("r5", to_follow=ToFollow("R Penhaligon", date(2027, 2, 26))),)),
        Item("i5", "Chairman's update", reports=(Report("r6", verbal=True),)),
    ),
    notices=(NOTICE,),
)
QUESTIONS = "\n\n".join(
    f"**Resident {name}**\n\n"
    + "\n".join(f"{number}. " + "Why has the work not begun yet? " * 12 for number in (1, 2, 3))
    for name in range(8)
)
LONG_MEETING = replace(
    MEETING,
    items=tuple(
        Item(
            f"l{number}",
            f"Business number {number}",
            QUESTIONS if number == 6 else "To consider the plan and to agree what is asked of it. " * (number % 4),
            reports=(Report(f"lr{number}", "Report", "r.pdf"),) if number % 2 else (),
        )
        for number in range(1, 41)
    ),
)


def make_logo(folder: Path) -> Logo:
    """A picture file in the folder."""
    Image.new("RGBA", (300, 200), (122, 31, 92, 255)).save(folder / "logo.png")
    return Logo("logo.png", "The arms of Norbury")


def variants(folder: Path) -> dict[str, Meeting]:
    """Meetings that differ in every setting which draws something else."""
    exempt = Item(
        "x1", "Purchase of land", access=Access.EXEMPT, paragraphs=(1, 3), reports=(Report("x", "R", "x.pdf"),)
    )
    nested = Item("s1", "Applications", items=(Item("s2", "14 Mill Lane", items=(Item("s3", "Access"),)),))
    members = (*MEETING.members, Member("P Quigg", "", "Diocese of Norbury", co_opted=True))
    columns = replace(MEETING.front_sheet, membership=MembershipForm.TWO_COLUMNS, roles=RoleForm.INITIALS)
    return {
        "plain": MEETING,
        "nothing at all": Meeting(),
        "long": LONG_MEETING,
        "logo": replace(MEETING, look=Look(logo=make_logo(folder))),
        "columns": replace(MEETING, members=members, front_sheet=columns),
        "pre-meeting": replace(MEETING, pre_meeting=PreMeeting(time(13, 30), "Members only", "To agree *questions*.")),
        "exempt": replace(MEETING, items=(*MEETING.items, exempt), wording=Wording(exempt_part="Part B")),
        "sub-items": replace(MEETING, items=(nested,)),
        "large print": replace(MEETING, look=Look(text_size=TextSize.EXTRA_LARGE, capital_titles=True)),
        "report titles": replace(MEETING, table=replace(MEETING.table, show_report_titles=True, show_minutes=True)),
        "bare table": replace(
            MEETING, table=replace(MEETING.table, show_numbers=False, show_times=False, show_pages=False)
        ),
        "last page": replace(MEETING, notices=(replace(NOTICE, placement=Placement.LAST_PAGE),)),
        "welsh": replace(MEETING, committee="Pwyllgor Tŷ a Dŵr ✓ ☐", look=Look(language="cy")),
    }


def plan_for(meeting: Meeting, front_pages: int) -> PackPlan:
    """A plan in which every attached report has three pages."""
    papers = [Paper(item.id, report.id, 3) for item, report in meeting.all_reports() if report.is_attached]
    return plan_pack(front_pages, papers, PageRules())


def drawn(meeting: Meeting, folder: Path, marks: PackMarks | None = None) -> FrontMatter:
    """The front matter as it is on the last pass."""
    first = draw_front_matter(meeting, None, folder, marks)
    return draw_front_matter(meeting, plan_for(meeting, first.pages), folder, marks)


def text_of(front: FrontMatter) -> str:
    """All text as an independent reader finds it, with single spaces."""
    pages = PdfReader(BytesIO(front.pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def page_texts(front: FrontMatter) -> list[str]:
    """The text of each page, line by line."""
    return [page.extract_text() for page in PdfReader(BytesIO(front.pdf)).pages]


def small_pack(meeting: Meeting, front: FrontMatter, out: Path, without: tuple[str, ...] = ()) -> Path:
    """The front matter followed by one empty page for each report, tagged and with its metadata."""
    with pikepdf.open(BytesIO(front.pdf)) as pdf:
        front_pages = list(pdf.pages)
        targets: dict[str, pikepdf.Page] = {}
        for item, report in meeting.all_reports():
            if report.is_attached:
                page = pdf.add_blank_page(page_size=(595, 842))
                targets.setdefault(item_address(item.id), page)
                targets[report_address(report.id)] = page
        for address in without:
            del targets[address]
        attach_structure(pdf, front, front_pages, [], targets, meeting.look.language)
        with pdf.open_metadata() as metadata:
            metadata["dc:title"] = meeting.title
            metadata["pdfuaid:part"] = "1"
        pdf.save(out, min_version="1.7", deterministic_id=True)
    return out
