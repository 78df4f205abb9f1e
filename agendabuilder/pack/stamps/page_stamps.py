"""Which stamps each page of the plan carries; what is printed here is what the proof expects to read."""

from agendabuilder.domain.audience import ground_text
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.presentation import Corner
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.stamp import Stamp
from agendabuilder.pack.stamps.stamp_place import is_top

_OPPOSITE_SIDE = {
    Corner.BOTTOM_RIGHT: Corner.BOTTOM_LEFT,
    Corner.BOTTOM_CENTRE: Corner.BOTTOM_LEFT,
    Corner.BOTTOM_LEFT: Corner.BOTTOM_RIGHT,
    Corner.TOP_RIGHT: Corner.TOP_LEFT,
    Corner.TOP_CENTRE: Corner.TOP_LEFT,
    Corner.TOP_LEFT: Corner.TOP_RIGHT,
}


def stamps_of(page: PlannedPage, contents: PackContents) -> list[Stamp]:
    """The stamps of one page, in the order in which they choose their places. A blank page has none.

    The item stamp and the marking stand on the edge where the page stamp is not, DRAFT beside the page stamp.
    """
    if page.kind is PageKind.BLANK:
        return []
    style, wording = contents.meeting.stamp, contents.meeting.wording
    texts = [(style.page.replace("{page}", page.label), style.corner)]
    on_top = is_top(style.corner)
    if opens_item(page, contents):
        number = contents.numbers.get(page.item_id, "")
        item = style.item.replace("{number}", number) if number else ""
        texts.append((item, Corner.BOTTOM_RIGHT if on_top else Corner.TOP_RIGHT))
    texts.append((_marking(page, contents), Corner.BOTTOM_LEFT if on_top else Corner.TOP_LEFT))
    texts.append((wording.draft if contents.marks.draft else "", _OPPOSITE_SIDE[style.corner]))
    return [Stamp(text, corner, style.size) for text, corner in texts if text]


def opens_item(page: PlannedPage, contents: PackContents) -> bool:
    """Whether a page is the first of its item's papers, or stands in the place of that."""
    places = contents.plan.items.get(page.item_id)
    return places is not None and places[0].sheet == page.sheet


def _marking(page: PlannedPage, contents: PackContents) -> str:
    """Why a page is not for publication; empty for a page that everybody may read."""
    restriction = contents.restrictions.get(page.report_id) if page.kind is PageKind.REPORT else None
    meeting = contents.meeting
    return f"{meeting.wording.members_only}. {ground_text(restriction, meeting)}" if restriction else ""
