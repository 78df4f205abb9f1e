"""The stamped body of a pack: every report's pages, and the pages drawn between or instead of them, in order.

It does not depend on the front matter, so it is kept as a file of its own, and a change of wording builds a new
pack around it without touching a single report.
"""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby

import pikepdf
from pikepdf import Dictionary, Object, Page, Pdf, Stream

from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.blank_page import make_blank_page
from agendabuilder.pack.content_balance import content_balance
from agendabuilder.pack.notice_page import A4_PORTRAIT, DRAWN, NOTICES, make_notice_page, notice_texts
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.page_stamps import stamps_of
from agendabuilder.pack.report_pages import copy_report_pages
from agendabuilder.pack.shared_streams import HOLDERS_OF_LARGE_STREAMS, SharedStreams
from agendabuilder.pack.stamp import Stamper, contents_of, frame_of, place_stamps
from agendabuilder.pack.stamp_font import StampFont, embed_stamp_font
from agendabuilder.pack.stamp_place import Ink
from agendabuilder.progress import Progress
from agendabuilder.reports import pdf_values
from agendabuilder.reports.form import form_fields
from agendabuilder.reports.prepared import PreparedReport

_NOT_IN_A_PACK = frozenset(("/StructParents", "/StructParent", "/PieceInfo"))


@dataclass(frozen=True, slots=True)
class BuiltBody:
    """A body in memory. `digests` has the CRC-32 of each report page's own content, in the order of the pack."""

    pdf: Pdf
    font: StampFont
    digests: tuple[int, ...]


def body_pages(contents: PackContents) -> Sequence[PlannedPage]:
    """The pages that the body holds: all from the first report's first page, or the page in its place, on."""
    pages, opening = contents.plan.pages, (PageKind.REPORT, *NOTICES)
    first = next((index for index, page in enumerate(pages) if page.kind in opening), len(pages))
    return pages[first:]


@contextmanager
def build_body(contents: PackContents, progress: Progress) -> Iterator[BuiltBody]:
    """Copy, clean and stamp every report; the reports' files are open as long as the body is.

    Raises `Cancelled` when the user asked to stop, `PackNotProvenError` when a report's file is no longer there.
    """
    with ExitStack() as files:
        pdf = files.enter_context(pikepdf.new())
        yield _build(pdf, contents, files, progress)


def _build(pdf: Pdf, contents: PackContents, files: ExitStack, progress: Progress) -> BuiltBody:
    font = embed_stamp_font(pdf, stamp_texts(contents))
    stamper = Stamper(pdf, font)
    names = {report.id: report.file_name for _, report in contents.meeting.all_reports()}
    planned = body_pages(contents)
    progress.stage("Putting the reports together", len(planned))
    digests: list[int] = []
    for report_id, group in groupby(planned, lambda page: page.report_id):
        pages, first = list(group), len(pdf.pages)
        own = [page for page in pages if page.kind is PageKind.REPORT]
        if own:
            report = contents.prepared[report_id]
            source = files.enter_context(_open_report(report, names[report_id]))
            numbers = [report.chosen[page.source_page - 1] for page in own]
            copy_report_pages(pdf, source, numbers, names[report_id])
            for page, copy in zip(own, list(pdf.pages)[first:], strict=True):
                ink = report.pages[page.source_page - 1].ink
                digests.append(stamp_page(stamper, page, copy, contents, ink))
        for index, page in enumerate(pages, start=first):
            if page.kind in DRAWN:
                add_drawn_page(stamper, index, page, contents)
        progress.advance(len(pages))
    _quieten_forms(pdf)
    _sweep(pdf)
    return BuiltBody(pdf, font, tuple(digests))


def _open_report(report: PreparedReport, name: str) -> Pdf:
    try:
        opened = pikepdf.open(report.path)
    except (OSError, pikepdf.PdfError) as problem:
        raise _changed(name) from problem
    if len(opened.pages) != report.source_pages:
        opened.close()
        raise _changed(name)
    return opened


def _changed(name: str) -> PackNotProvenError:
    return PackNotProvenError(
        f"“{name}” was changed or taken away while the pack was being built.",
        "The pack before it is untouched. Put the file back, and build again.",
    )


def stamp_texts(contents: PackContents) -> Iterator[str]:
    """Every wording that is printed in the stamps' font, for its letters."""
    style, wording = contents.meeting.stamp, contents.meeting.wording
    yield from (style.page, style.item, wording.blank_page, wording.draft, wording.members_only)
    yield from (restriction.text for restriction in contents.restrictions.values())
    yield from contents.numbers.values()
    for page in contents.plan.pages:
        if page.kind in NOTICES:
            yield from notice_texts(page, contents)


def stamp_page(stamper: Stamper, page: PlannedPage, copy: Page, contents: PackContents, ink: Ink | None) -> int:
    """Print a page's stamps on its copy in the pack; return the CRC-32 of what was on it before."""
    content = _decoded_content(copy.obj)
    frame = frame_of(copy)
    placed = place_stamps(stamps_of(page, contents), frame, ink, stamper.font)
    stamper.print_on(copy.obj, placed, frame, content_balance(content))
    return zlib.crc32(content)


def add_drawn_page(stamper: Stamper, index: int, page: PlannedPage, contents: PackContents) -> None:
    """Insert a page that comes from no report at `index` (from 0), like the page before it, stamped."""
    pdf, font = stamper.pdf, stamper.font
    frame = frame_of(pdf.pages[index - 1]) if index else A4_PORTRAIT
    if page.kind is PageKind.BLANK:
        pdf.pages.insert(index, Page(make_blank_page(pdf, frame, contents.meeting.wording.blank_page, font)))
        return
    texts = notice_texts(page, contents)
    pdf.pages.insert(index, Page(make_notice_page(pdf, frame, texts, contents.meeting.look.accent, font)))
    stamp_page(stamper, page, pdf.pages[index], contents, ink=None)


def _decoded_content(page: Dictionary) -> bytes:
    """A page's content; a stream that can't be decoded is as empty for us as for every viewer."""
    parts = []
    for stream in contents_of(page):
        try:
            parts.append(stream.read_bytes())
        except pikepdf.PdfError:
            continue
    return b"\n".join(parts)


def _quieten_forms(pdf: Pdf) -> None:
    """No field runs a script; signatures end here, as the pages that were signed have been stamped."""
    for form_field in form_fields(pdf):
        ends = ("/AA", "/V") if pdf_values.name(form_field, "/FT") == "/Sig" else ("/AA",)
        for key in ends:
            if key in form_field:
                del form_field[key]


def _sweep(pdf: Pdf) -> None:
    """Go once over all objects: nothing points into a tag tree, and large streams are there once."""
    holders: list[Object] = []
    for item in pdf.objects:
        if not isinstance(item, (Dictionary, Stream)):
            continue
        keys = item.keys()
        for key in keys & _NOT_IN_A_PACK:
            del item[key]
        if not keys.isdisjoint(HOLDERS_OF_LARGE_STREAMS):
            holders.append(item)
        if "/Resources" in keys and isinstance(item.Resources, Dictionary):
            holders.append(item.Resources)
    shared = SharedStreams()
    for holder in holders:
        shared.share(holder)
