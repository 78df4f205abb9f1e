"""The stamped body of a pack: every report's pages, and the pages drawn between or instead of them, in order.

It does not depend on the front matter, so it is kept as a file of its own, and a change of wording builds a new
pack around it without touching a single report.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby

import pikepdf
from pikepdf import Dictionary, Page, Pdf

from agendabuilder.domain.audience import ground_text
from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.worded import language_of
from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.blank_page import make_blank_page
from agendabuilder.pack.body_sweep import sweep
from agendabuilder.pack.body_tags import BodyIndex, BodyTags
from agendabuilder.pack.comments import leave_comments_out
from agendabuilder.pack.notice_page import A4_PORTRAIT, DRAWN, NOTICES, make_notice_page, notice_texts
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.page_content import PageContent, read_content
from agendabuilder.pack.page_stamps import stamps_of
from agendabuilder.pack.report_run import ReportRun, copy_run
from agendabuilder.pack.report_tags import Mends
from agendabuilder.pack.run_tags import RunPart, tag_run
from agendabuilder.pack.stamp import Stamper, frame_of, place_stamps
from agendabuilder.pack.stamp_font import StampFont, embed_stamp_font
from agendabuilder.pack.stamp_place import Ink
from agendabuilder.progress import Progress
from agendabuilder.reports import pdf_values
from agendabuilder.reports.form import form_fields
from agendabuilder.reports.prepared import PreparedReport


@dataclass(frozen=True, slots=True)
class BuiltBody:
    """A body in memory. `digests` has the CRC-32 of each report page's own content, in the order of the pack.

    `parts` and `index` are the reports' parts of the structure; nothing in the body leads to them yet.
    """

    pdf: Pdf
    font: StampFont
    digests: tuple[int, ...]
    parts: tuple[RunPart, ...]
    index: BodyIndex


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
    tags, runs = BodyTags(pdf, language_of(contents.meeting.look.language)), list[ReportRun]()
    for report_id, group in groupby(planned, lambda page: page.report_id):
        pages, first = list(group), len(pdf.pages)
        own = [page for page in pages if page.kind is PageKind.REPORT]
        if own:
            report = contents.prepared[report_id]
            source = files.enter_context(_open_report(report, names[report_id]))
            if not contents.keeps_comments:
                leave_comments_out(source)
            runs.append(copy_run(tags, source, report, own, names[report_id]))
            _stamp_run(stamper, runs[-1], own, contents)
        for index, page in enumerate(pages, start=first):
            if page.kind in DRAWN:
                add_drawn_page(stamper, index, page, contents)
        progress.advance(len(pages))
    _quieten_forms(pdf)
    parts, tree = _tag(tags, runs, contents, sweep(pdf, runs))
    return BuiltBody(pdf, font, tuple(content.digest for run in runs for content in run.contents), parts, tree)


def _stamp_run(stamper: Stamper, run: ReportRun, own: Sequence[PlannedPage], contents: PackContents) -> None:
    for place, (page, copy) in enumerate(zip(own, run.pages.copies, strict=True)):
        stamp_page(stamper, page, copy, contents, run.facts[place].ink, run.contents[place], run.role(place))


def _tag(
    tags: BodyTags, runs: Sequence[ReportRun], contents: PackContents, fonts_mended: Mapping[int, Mends]
) -> tuple[tuple[RunPart, ...], BodyIndex]:
    """The structure of all reports, after everything else: their elements are many and need no sweeping."""
    own = (page for page in body_pages(contents) if page.kind is PageKind.REPORT)
    copies = (copy.obj.objgen for run in runs for copy in run.pages.copies)
    labels = {key: page.label for key, page in zip(copies, own, strict=True)}

    def page_words(page: object) -> str:
        label = labels.get(page.objgen) if isinstance(page, Dictionary) else None
        return contents.meeting.stamp.page.replace("{page}", label) if label else ""

    parts = [tag_run(tags, run, page_words, fonts_mended.get(at, ())) for at, run in enumerate(runs)]
    return tuple(parts), tags.index()


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


def _quieten_forms(pdf: Pdf) -> None:
    """No field runs a script; signatures end here, as the pages that were signed have been stamped."""
    for form_field in form_fields(pdf):
        ends = ("/AA", "/V") if pdf_values.name(form_field, "/FT") == "/Sig" else ("/AA",)
        for key in ends:
            if key in form_field:
                del form_field[key]
