"""Small reports with every trap that assembly knows, and packs made of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Page, Pdf, String
from pypdf import PdfReader

from agendabuilder.domain.audience import restrictions
from agendabuilder.domain.item import Access, Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers
from agendabuilder.domain.pagination import PageRules, Paper, plan_pack
from agendabuilder.pack.assemble import AssembledPack, assemble_pack
from agendabuilder.pack.front.front_matter import PackMarks, draw_front_matter
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports

Edit = Callable[[Pdf], None]
Items = Sequence[tuple[str, Sequence[Report]]]

HOUSING = Meeting(organisation="Norbury Council", committee="Housing Committee", date=date(2027, 3, 4))


def make_pdf(path: Path, pages: int, edit: Edit | None = None, size: tuple[float, float] = (595, 842)) -> Path:
    """A report named "x.pdf" whose pages say X1, X2 … in their middle; `edit` does the rest to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with pikepdf.new() as pdf:
        font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
        for number in range(1, pages + 1):
            words = f"BT /F1 24 Tf {size[0] / 2} {size[1] / 2} Td ({path.stem[0].upper()}{number}) Tj ET"
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, *size]),
                Resources=Dictionary(Font=Dictionary(F1=font)),
                Contents=pdf.make_stream(words.encode()),
            )
            pdf.pages.append(Page(pdf.make_indirect(page)))
        if edit:
            edit(pdf)
        pdf.save(path)
    return path


def make_contents(folder: Path, items: Items, meeting: Meeting = HOUSING, draft: bool = False) -> PackContents:
    """Everything for a pack of these items; each is a title and its reports, whose files lie in the folder."""
    named = [
        Item(
            id=f"item-{at}",
            title=title,
            reports=tuple(replace(report, id=f"{at}-{n}") for n, report in enumerate(reports)),
        )
        for at, (title, reports) in enumerate(items, start=1)
    ]
    meeting = replace(meeting, items=tuple(named))
    ready = prepare_reports(meeting, folder, ReportCache(folder / "cache"), SilentProgress())
    assert len(ready.by_id) == sum(report.is_attached for _, report in meeting.all_reports()), ready.findings
    papers = [Paper(item.id, report.id, len(ready.by_id[report.id].chosen)) for item, report in meeting.all_reports()]
    marks = PackMarks(draft=draft, members_only=bool(restrictions(meeting)))
    front = draw_front_matter(meeting, None, folder, marks)
    plan = plan_pack(front.pages, papers, PageRules(meeting.count_front, meeting.blank_pages, meeting.first_page))
    return PackContents(
        meeting,
        plan,
        draw_front_matter(meeting, plan, folder, marks),
        ready.by_id,
        item_numbers(meeting.items, meeting.numbering),
        marks,
        restrictions(meeting),
    )


def assemble(folder: Path, contents: PackContents, name: str = "pack.pdf") -> tuple[Path, AssembledPack]:
    """The pack, written and not proven."""
    out = folder / name
    return out, assemble_pack(contents, out, folder / "cache", SilentProgress())


def make_pack(
    folder: Path, items: Items, meeting: Meeting = HOUSING, draft: bool = False, name: str = "pack.pdf"
) -> Path:
    """The finished pack, proven."""
    contents = make_contents(folder, items, meeting, draft)
    out, assembled = assemble(folder, contents, name)
    verify_pack(out, contents, assembled, SilentProgress())
    return out


def attached(*names: str) -> list[Report]:
    """Untitled reports with these files."""
    return [Report(file=name) for name in names]


def page_map(pack: Path) -> str:
    """The pack as a picture made of letters: F for the front matter, _ for a blank page, A1 for a report's page."""
    return " ".join(_letter(page.extract_text()) for page in PdfReader(pack).pages)


def _letter(text: str) -> str:
    if "intentionally left blank" in text:
        return "_"
    words = [word for word in text.split() if len(word) <= 3 and word[:1].isupper() and word[1:].isdigit()]
    return words[0] if words else "F"


def link_to(page: Page, target: object, key: str = "/Dest") -> None:
    """A link on a page: a destination, the name of one, or (with the key /A) an action."""
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([100, 600, 200, 620]), Border=Array([0, 0, 0]))
    link[key] = target
    page.obj.Annots = Array([*page.obj.get(Name.Annots, Array()), link])


def links_of(pack: Path, sheet: int) -> list[int]:
    """The sheets (from 1) that the links of a page lead to, as pypdf reads them; the way back is not among them."""
    reader = PdfReader(pack)
    sheets = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages, start=1)}
    found = []
    for reference in reader.pages[sheet - 1].get("/Annots", []):
        link = reference.get_object()
        if link.get("/Subtype") == "/Link" and not str(link.get("/Contents", "")).startswith("Back to"):
            target = link["/Dest"] if "/Dest" in link else link["/A"].get("/D")
            found.append(sheets.get(target[0].idnum, 0) if target else 0)
    return found


def all_bytes(pack: Path) -> bytes:
    """Everything that is written in a pack, unpacked."""
    unpacked = BytesIO()
    with pikepdf.open(pack) as pdf:
        pdf.save(
            unpacked,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return unpacked.getvalue()


def exempt(name: str, *paragraphs: int) -> Report:
    """A report that is not for the public."""
    return Report(file=name, access=Access.EXEMPT, paragraphs=paragraphs)


def add_field(pdf: Pdf, index: int, name: str, value: str) -> None:
    """A filled text field on a page (from 0)."""
    page = pdf.pages[index].obj
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String(name), V=String(value), P=page,
            Rect=Array([100, 700, 300, 720]), DA=String("/Helv 10 Tf 0 g"), F=4,
        )
    )  # fmt: skip
    page.Annots = Array([*page.get(Name.Annots, Array()), field])
    if Name.AcroForm not in pdf.Root:
        pdf.Root.AcroForm = Dictionary(Fields=Array(), DA=String("/Helv 10 Tf 0 g"))
    pdf.Root.AcroForm.Fields.append(field)


def with_content(content: bytes) -> Edit:
    """Put this content before the first page's own."""

    def edit(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = Array([pdf.make_stream(content), page.Contents])

    return edit


def with_page_keys(keys: Mapping[str, object]) -> Edit:
    """Set these keys on every page."""

    def edit(pdf: Pdf) -> None:
        for page in pdf.pages:
            for key, value in keys.items():
                page.obj[key] = value

    return edit
