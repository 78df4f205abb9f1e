"""Wraps a report that has no structure of its own: each page is one paragraph, a scanned page a figure.

Left bare in a tagged pack, its pages would be passed over by readers that follow the tags.
"""

from collections.abc import Iterable

from pikepdf import Array, Dictionary, Name, Page, String

from agendabuilder.pack.tagging.body_tags import BodyTags, hang
from agendabuilder.reports.pdf.page_box import page_box

SCANNED_PAGE = "Scanned page, holds no text"


def wrapping_role(is_picture: bool) -> str:
    """The type of the element around a page's content, which is marked content with the MCID 0."""
    return "Figure" if is_picture else "P"


def wrap_pages(tags: BodyTags, pages: Iterable[tuple[Page, bool]]) -> Dictionary:
    """A part with an element for each page whose content is one marked content; each comes with `is_picture`."""
    part = tags.new_element("Part")
    for page, is_picture in pages:
        element = tags.new_element(wrapping_role(is_picture))
        if is_picture:
            _describe_scan(element, page, tags.language.say(SCANNED_PAGE))
        element.K.append(Dictionary(Type=Name.MCR, Pg=page.obj, MCID=0))
        hang(element, part)
        page.obj.StructParents = tags.add_parent(tags.pdf.make_indirect(Array([element])))
    return part


def _describe_scan(element: Dictionary, page: Page, words: str) -> None:
    box = page_box(page)
    element.Alt = String(words)
    area = Array([round(side, 2) for side in (box.left, box.bottom, box.right, box.top)])
    element.A = Dictionary(O=Name.Layout, BBox=area, Placement=Name.Block)
