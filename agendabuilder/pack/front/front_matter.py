"""The front matter: front sheet, agenda and notices, drawn and tagged. This module is the door to all of it.

It is drawn twice for a pack: without ranges, to learn how many pages it takes, and with them. The columns
are as wide both times, so the number of pages normally stays.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from agendabuilder.domain.change_sheet import ChangeSheet
from agendabuilder.domain.meeting import Meeting, Placement
from agendabuilder.domain.pagination import PackPlan
from agendabuilder.domain.presentation import Block
from agendabuilder.pack.front.agenda_table import set_agenda
from agendabuilder.pack.front.change_pages import set_change_sheet
from agendabuilder.pack.front.composition import Composition, PackMarks
from agendabuilder.pack.front.flow import Band, Page, lay_out
from agendabuilder.pack.front.fonts import plain
from agendabuilder.pack.front.front_sheet import set_contact, set_head, set_pre_meeting, set_publication
from agendabuilder.pack.front.membership import set_members
from agendabuilder.pack.front.notices import set_notices
from agendabuilder.pack.front.paper import Paper
from agendabuilder.pack.front.row_place import RowPlace
from agendabuilder.pack.front.style import LEFT, RIGHT
from agendabuilder.pack.front.tags import Element

__all__ = ["FrontMatter", "PackMarks", "RowPlace", "draw_front_matter"]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The drawn front matter. `rows` is by item id; `structure` is written into the finished pack.

    The PDF itself has neither links nor tags yet: `agendabuilder.pack.tagging.structure` adds both.
    """

    pdf: bytes
    pages: int
    rows: Mapping[str, RowPlace]
    structure: Element


_BLOCKS: Mapping[Block, Callable[[Composition, Element], list[Band]]] = {
    Block.HEAD: set_head,
    Block.PRE_MEETING: set_pre_meeting,
    Block.MEMBERS: set_members,
    Block.NOTICES_BEFORE: lambda comp, part: set_notices(comp, part, Placement.BEFORE),
    Block.AGENDA: set_agenda,
    Block.NOTICES_AFTER: lambda comp, part: set_notices(comp, part, Placement.AFTER),
    Block.CONTACT: set_contact,
    Block.PUBLICATION: set_publication,
}


def draw_front_matter(
    meeting: Meeting,
    plan: PackPlan | None,
    folder: Path,
    marks: PackMarks | None = None,
    changes: ChangeSheet | None = None,
) -> FrontMatter:
    """Draw the front matter of a meeting, with the change sheet at its end where there is one.

    `plan` gives the page ranges; None leaves them out. `folder` is the meeting's folder, for the logo. The
    same input gives the same bytes. The bottom 18 mm of each page stay free for the page stamp.
    """
    part = Element("Part")
    comp = Composition(meeting, plan, folder, marks or PackMarks())
    bands = _set_blocks(comp, part)
    bands += set_notices(comp, part, Placement.LAST_PAGE)
    bands += set_change_sheet(comp, part, changes) if changes else []
    pages = lay_out(bands)
    pdf = Paper(plain(meeting.title), meeting.look.language).draw(pages)
    return FrontMatter(pdf, len(pages), _row_places(pages), part)


def _set_blocks(comp: Composition, part: Element) -> list[Band]:
    """The blocks in the order of the setting. The day of publication stays with the contact before it."""
    bands: list[Band] = []
    before: Block | None = None
    for block in comp.meeting.front_sheet.blocks:
        setting = _BLOCKS[block](comp, part)
        if setting and bands and (before, block) == (Block.CONTACT, Block.PUBLICATION):
            bands[-1] = replace(bands[-1], keep=True)
        bands += setting
        before = block
    return bands


def _row_places(pages: Iterable[Page]) -> Mapping[str, RowPlace]:
    places: dict[str, RowPlace] = {}
    for number, page in enumerate(pages, start=1):
        for placed in page:
            item_id, top = placed.band.row, placed.top
            if not item_id:
                continue
            place = places.setdefault(item_id, RowPlace(number, (LEFT, top, RIGHT, top)))
            if place.page == number:
                bottom = top - placed.band.height
                places[item_id] = RowPlace(number, (LEFT, bottom, RIGHT, place.rect[3]))
    return places
