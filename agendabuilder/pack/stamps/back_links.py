"""The way back: on each report's first page, a stamp that leads to the item's row on the agenda."""

from pikepdf import Array, Dictionary, Name, Page, Pdf, String

from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.domain.worded import language_of
from agendabuilder.pack.outline import destination
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.page_stamps import opens_item, stamps_of
from agendabuilder.pack.stamps.stamp import frame_of, place_stamps
from agendabuilder.pack.stamps.stamp_font import StampFont

_PRINTED = 4

BackLink = tuple[Page, Dictionary]
"""A link with the page that it stands on."""


def add_back_links(pdf: Pdf, contents: PackContents, font: StampFont) -> list[BackLink]:
    """Make a link of the item stamp on an item's first page, and of the page stamp on its other reports' first.

    Returns each link with its page, for whoever writes the tags.
    """
    links: list[BackLink] = []
    for planned in contents.plan.pages:
        row = contents.front.rows.get(planned.item_id)
        if row is None or not _is_first(planned, contents):
            continue
        page = pdf.pages[planned.sheet - 1]
        ready = contents.prepared.get(planned.report_id)
        ink = ready.pages[0].ink if ready else None
        frame = frame_of(page)
        placed = place_stamps(stamps_of(planned, contents), frame, ink, font)
        has_item_stamp = opens_item(planned, contents) and bool(contents.numbers.get(planned.item_id))
        place = placed[1 if has_item_stamp else 0][1]
        aim = destination(pdf.pages[row.page - 1].obj, ("XYZ", None, row.rect[3], None))
        link = _add_link(pdf, page, frame.in_file(place.rect), aim, _wording(contents, planned.item_id))
        links.append((page, link))
    return links


def _is_first(page: PlannedPage, contents: PackContents) -> bool:
    """Whether it is a report's first page, or the one that says that the report is not for publication."""
    place = contents.plan.reports.get(page.report_id)
    return place is not None and place.sheet == page.sheet


def _wording(contents: PackContents, item_id: str) -> str:
    number = contents.numbers.get(item_id, "")
    item = next(item for item in contents.meeting.all_items() if item.id == item_id)
    language = language_of(item.language or contents.meeting.look.language)
    called = " ".join(part for part in (number, item.title) if part)
    return language.say("Back to the agenda: {item}", item=called)


def _add_link(pdf: Pdf, page: Page, rect: tuple[float, ...], aim: Array, wording: str) -> Dictionary:
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 4) for value in rect]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(wording),
            Dest=aim,
        )
    )
    others = page.obj.get(Name.Annots)
    page.obj.Annots = Array([*(others if isinstance(others, Array) else ()), link])
    return link
