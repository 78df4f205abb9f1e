"""The stamped body of a pack: every report's pages, and the pages drawn between or instead of them, in order.

It does not depend on the front matter, so it is kept as a file of its own, and a change of wording builds a new
pack around it without touching a single report. Where reports changed, the others are taken over from the body before.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Pdf

from agendabuilder.domain.pagination import PageKind, PlannedPage
from agendabuilder.domain.worded import language_of
from agendabuilder.errors import PackNotProvenError
from agendabuilder.pack.body.body_file import Body, open_body
from agendabuilder.pack.body.body_run import run_key
from agendabuilder.pack.body.body_sweep import sweep
from agendabuilder.pack.body.comments import leave_comments_out
from agendabuilder.pack.body.earlier_body import EarlierBody, UnlikeBodyError
from agendabuilder.pack.body.placed_runs import NewRun, PageWords, PlacedRun
from agendabuilder.pack.body.report_run import copy_run
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.notice_page import DRAWN, NOTICES
from agendabuilder.pack.stamps.stamp import Stamper
from agendabuilder.pack.stamps.stamp_font import embed_stamp_font
from agendabuilder.pack.stamps.stamping import add_drawn_page, stamp_texts
from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.progress import Progress
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.pdf.form import form_fields
from agendabuilder.reports.prepared import PreparedReport


def body_pages(contents: PackContents) -> Sequence[PlannedPage]:
    """The pages that the body holds: all from the first report's first page, or the page in its place, on."""
    pages, opening = contents.plan.pages, (PageKind.REPORT, *NOTICES)
    first = next((index for index, page in enumerate(pages) if page.kind in opening), len(pages))
    return pages[first:]


def body_runs(contents: PackContents) -> Iterator[tuple[str, list[PlannedPage]]]:
    """The runs of reports' pages that the body holds, in order, each with its key."""
    names = _file_names(contents)
    for report_id, group in groupby(body_pages(contents), lambda page: page.report_id):
        if own := _of_report(group):
            yield run_key(own, names[report_id], contents), own


@contextmanager
def build_body(contents: PackContents, progress: Progress, before: Path | None = None) -> Iterator[Body]:
    """Copy, clean and stamp every report; the reports' files are open as long as the body is.

    What it has in common with the body `before` is taken over from there, and the outcome is the same as without.
    Raises `Cancelled` when the user asked to stop, `PackNotProvenError` when a report's file is no longer there.
    """
    with ExitStack() as files:
        try:
            earlier = EarlierBody(files.enter_context(open_body(before))) if before is not None else None
            body = _BodyMaker(contents, files, earlier).make(progress)
        except UnlikeBodyError:
            body = _BodyMaker(contents, files).make(progress)
        yield body


class _BodyMaker:
    """Makes one body. All pages come first, then the structure, whose elements are many and need no sweeping."""

    def __init__(self, contents: PackContents, files: ExitStack, earlier: EarlierBody | None = None) -> None:
        self._contents, self._files, self._earlier = contents, files, earlier
        self._pdf = earlier.body.pdf if earlier else files.enter_context(pikepdf.new())
        self._font = earlier.body.font if earlier else embed_stamp_font(self._pdf, stamp_texts(contents))
        self._stamper = Stamper(self._pdf, self._font)
        for run in earlier.body.runs if earlier else ():
            self._stamper.open_like(run.pages)
        self._tags = BodyTags(self._pdf, language_of(contents.meeting.look.language))
        self._names = _file_names(contents)

    def make(self, progress: Progress) -> Body:
        """The body. Raises `UnlikeBodyError` when the earlier one turns out to be of no use."""
        runs = self._place_runs(progress)
        if self._earlier:
            self._earlier.require_all_bound()
        _quieten_forms(self._pdf)
        new = [run for run in runs if isinstance(run, NewRun)]
        self._sweep(new)
        page_words = self._page_words(runs)
        finished = tuple(run.finish(self._tags, page_words) for run in runs)
        return Body(self._pdf, self._font, finished, self._tags.index(), frozenset(run.run.report_id for run in new))

    def _place_runs(self, progress: Progress) -> list[PlacedRun]:
        """All pages, stamped."""
        planned = body_pages(self._contents)
        progress.stage("Putting the reports together", len(planned))
        runs: list[PlacedRun] = []
        for _, group in groupby(planned, lambda page: page.report_id):
            pages, first = list(group), len(self._pdf.pages)
            if own := _of_report(pages):
                runs.append(self._place(own))
                runs[-1].stamp(self._stamper, self._contents)
            for index, page in enumerate(pages, start=first):
                if page.kind in DRAWN:
                    add_drawn_page(self._stamper, index, page, self._contents)
            progress.advance(len(pages))
        return runs

    def _place(self, own: Sequence[PlannedPage]) -> PlacedRun:
        """Append a run's pages: those of the earlier body, or copies of the report's."""
        contents, report_id = self._contents, own[0].report_id
        key = run_key(own, self._names[report_id], contents)
        if self._earlier and (taken := self._earlier.take(key, own, self._tags)):
            return taken
        source = self._files.enter_context(_open_report(contents.prepared[report_id], self._names[report_id]))
        if not contents.keeps_comments:
            leave_comments_out(source)
        run = copy_run(self._tags, source, contents.prepared[report_id], own, self._names[report_id])
        if run.is_bound and self._earlier:
            raise UnlikeBodyError
        return NewRun(own, key, run, contents)

    def _sweep(self, new: Sequence[NewRun]) -> None:
        known, last = (self._earlier.large, self._earlier.last_object) if self._earlier else ((), 0)
        swept = sweep(self._pdf, self._font.font, [run.run for run in new], known, last)
        for place, run in enumerate(new):
            run.mends, run.large = swept.mends.get(place, ()), swept.large.get(place, ())

    def _page_words(self, runs: Sequence[PlacedRun]) -> PageWords:
        labels = {copy.objgen: page.label for run in runs for page, copy in zip(run.own, run.pages, strict=True)}
        form = self._contents.meeting.stamp.page

        def page_words(page: object) -> str:
            label = labels.get(page.objgen) if isinstance(page, Dictionary) else None
            return form.replace("{page}", label) if label else ""

        return page_words


def _of_report(pages: Iterable[PlannedPage]) -> list[PlannedPage]:
    return [page for page in pages if page.kind is PageKind.REPORT]


def _file_names(contents: PackContents) -> dict[str, str]:
    """What the file of each report is called, by the report's id."""
    return {report.id: report.file_name for _, report in contents.meeting.all_reports()}


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


def _quieten_forms(pdf: Pdf) -> None:
    """No field runs a script; signatures end here, as the pages that were signed have been stamped."""
    for form_field in form_fields(pdf):
        ends = ("/AA", "/V") if pdf_values.name(form_field, "/FT") == "/Sig" else ("/AA",)
        for key in ends:
            if key in form_field:
                del form_field[key]
