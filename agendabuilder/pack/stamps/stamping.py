"""Stamps the pages of a pack, and inserts those that come from no report."""

from collections.abc import Iterator

from pikepdf import Page

from agendabuilder.domain.audience import ground_text
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.pack.content.page_content import PageContent, read_content
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.blank_page import make_blank_page
from agendabuilder.pack.stamps.notice_page import A4_PORTRAIT, NOTICES, make_notice_page, notice_texts
from agendabuilder.pack.stamps.page_stamps import stamps_of
from agendabuilder.pack.stamps.stamp import Stamper, frame_of, place_stamps
from agendabuilder.pack.stamps.stamp_place import Ink


def stamp_texts(contents: PackContents) -> Iterator[str]:
    """Every wording that is printed in the stamps' font, for its letters."""
    style, wording = contents.meeting.stamp, contents.meeting.wording
    yield from (style.page, style.item, wording.blank_page, wording.draft, wording.members_only)
    yield from (ground_text(restriction, contents.meeting) for restriction in contents.restrictions.values())
    yield from contents.numbers.values()
    for page in contents.plan.pages:
        if page.kind in NOTICES:
            yield from notice_texts(page, contents)


def stamp_page(
    stamper: Stamper,
    page: PlannedPage,
    copy: Page,
    contents: PackContents,
    ink: Ink | None = None,
    content: PageContent | None = None,
    role: str = "",
) -> None:
    """Print a page's stamps on its copy in the pack.

    `content` is what is on the copy, where it is known already; with a `role` it becomes one marked content.
    """
    frame = frame_of(copy)
    placed = place_stamps(stamps_of(page, contents), frame, ink, stamper.font)
    stamper.print_on(copy.obj, placed, frame, (content or read_content(copy.obj)).balance, role)


def stamp_page_anew(stamper: Stamper, page: PlannedPage, copy: Page, contents: PackContents, ink: Ink) -> None:
    """Print a page's stamps instead of those that its copy got in an earlier body."""
    frame = frame_of(copy)
    stamper.print_anew(copy.obj, place_stamps(stamps_of(page, contents), frame, ink, stamper.font), frame)


def add_drawn_page(stamper: Stamper, index: int, page: PlannedPage, contents: PackContents) -> None:
    """Insert a page that comes from no report at `index` (from 0), like the page before it, stamped."""
    pdf, font = stamper.pdf, stamper.font
    frame = frame_of(pdf.pages[index - 1]) if index else A4_PORTRAIT
    if page.kind is PageKind.BLANK:
        pdf.pages.insert(index, Page(make_blank_page(pdf, frame, contents.meeting.wording.blank_page, font)))
        return
    texts = notice_texts(page, contents)
    pdf.pages.insert(index, Page(make_notice_page(pdf, frame, texts, contents.meeting.look.accent, font)))
    stamp_page(stamper, page, pdf.pages[index], contents)
