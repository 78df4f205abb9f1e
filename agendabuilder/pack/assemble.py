"""Puts the pack together: the stamped body of reports, the front matter before it, and all that connects them.

The file is written to a path aside; the caller proves it with `agendabuilder.pack.proof.verify` before it takes the
place of the pack before.
"""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Page, Pdf

from agendabuilder.domain.pagination import PackPlan, PageKind
from agendabuilder.pack.body.body import build_body
from agendabuilder.pack.body.body_file import Body, open_body
from agendabuilder.pack.body.body_shelf import BodyShelf
from agendabuilder.pack.front.tags import item_address, report_address
from agendabuilder.pack.metadata import write_metadata
from agendabuilder.pack.outline import plan_outline, write_outline
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.packed_file import save_packed
from agendabuilder.pack.page_labels import write_page_labels
from agendabuilder.pack.stamps.back_links import add_back_links
from agendabuilder.pack.stamps.stamp import Stamper
from agendabuilder.pack.stamps.stamping import add_drawn_page, stamp_page
from agendabuilder.pack.stamps.watermark import print_reader
from agendabuilder.pack.tagging.item_parts import ReportPart, plan_parts, report_parts
from agendabuilder.pack.tagging.pdfua_claim import may_claim, passes_pdf_ua
from agendabuilder.pack.tagging.report_tags import ReportTags
from agendabuilder.pack.tagging.structure import attach_structure
from agendabuilder.progress import Progress


@dataclass(frozen=True, slots=True)
class AssembledPack:
    """A pack that was written and is not proven yet.

    `digests` has the CRC-32 of each report page's own content, in the order of the pack, as it was in the
    report. `fresh` are the reports whose pages were put in now; all others came from a body on the shelf, where only
    proven ones stand. `keep_body` is to be called once the pack is proven; the next build may then use its body
    again. `tags` says of each report, in the order of the pack, what became of its own tags.
    """

    digests: tuple[int, ...]
    fresh: frozenset[str]
    keep_body: Callable[[], None]
    tags: tuple[ReportTags, ...] = ()

    @property
    def is_rebuilt(self) -> bool:
        """Whether all of the stamped body was proven before."""
        return not self.fresh


def assemble_pack(
    contents: PackContents, out: Path, cache: Path, progress: Progress, *, is_preview: bool = False
) -> AssembledPack:
    """Write the pack to `out`. What bodies are kept in the `cache` folder is not built again.

    The pack is always made from the body's file, kept or new, so that both give the same bytes. A preview says that
    it is PDF/UA-1 when an earlier pack with this body passed; any other pack only after it has passed itself.
    Raises `Cancelled` when the user asked to stop, and OSError when a file cannot be written.
    """
    shelf = BodyShelf(cache / "bodies")
    with ExitStack() as files:
        body, keep_body = _body(shelf, contents, files, progress)
        progress.stage("Writing the pack", 1)
        front = files.enter_context(pikepdf.open(BytesIO(contents.front.pdf)))
        _add_front(body, front, contents)
        reports = _connect(body, contents)
        _save(_Draft(body, contents, reports), out, shelf, is_preview)
        progress.advance()
        return AssembledPack(body.digests, body.fresh, keep_body, tuple(part.tags for part in body.parts))


def _body(
    shelf: BodyShelf, contents: PackContents, files: ExitStack, progress: Progress
) -> tuple[Body, Callable[[], None]]:
    """The body from the shelf, or a new one with what an earlier one has of it; and how to keep it once proven."""
    if kept := shelf.find(contents):
        return files.enter_context(open_body(kept)), _nothing_to_keep
    with build_body(contents, progress, shelf.find_like(contents)) as built:
        aside = shelf.lay_aside(built)
    body = replace(files.enter_context(open_body(aside)), fresh=built.fresh)
    return body, partial(shelf.keep, aside, contents)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A pack that is ready to be written."""

    body: Body
    contents: PackContents
    reports: Sequence[ReportPart]

    def save(self, out: Path, *, claims_pdf_ua: bool = False) -> None:
        """Write it, as PDF/UA-1 or not."""
        write_metadata(self.body.pdf, self.contents, claims_pdf_ua=claims_pdf_ua)
        save_packed(self.body.pdf, out, self.reports)


def _save(draft: _Draft, out: Path, shelf: BodyShelf, is_preview: bool) -> None:
    """Write the pack, as PDF/UA-1 if it may be that and then passes as such."""
    contents = draft.contents
    if may_claim(contents, draft.body.parts) and not shelf.is_unfit(contents):
        draft.save(out, claims_pdf_ua=True)
        if shelf.is_fit(contents, None if is_preview else out):
            return
        if passes_pdf_ua(out):
            shelf.remember_fit(contents, out)
            return
        shelf.remember_unfit(contents)
    draft.save(out)


def _nothing_to_keep() -> None:
    """The body stands on the shelf already."""


def _add_front(body: Body, front: Pdf, contents: PackContents) -> None:
    """Insert the front matter, stamped, before the body, and the blank page that may follow it."""
    stamper = Stamper(body.pdf, body.font)
    for index, planned in enumerate(contents.plan.pages):
        if planned.kind is PageKind.FRONT:
            body.pdf.pages.insert(index, front.pages[index])
            stamp_page(stamper, planned, body.pdf.pages[index], contents)
        elif planned.kind is PageKind.BLANK and not planned.report_id:
            add_drawn_page(stamper, index, planned, contents)
        else:
            return


def _connect(body: Body, contents: PackContents) -> list[ReportPart]:
    """Labels, bookmarks, links, tags: everything that makes one document of the pages; returns the reports' parts."""
    pdf, plan = body.pdf, contents.plan
    write_page_labels(pdf, plan.pages)
    write_outline(pdf, plan_outline(contents))
    back_links = add_back_links(pdf, contents, body.font)
    pages = list(pdf.pages)
    papers = list(plan_parts(contents, pages, body.parts, back_links))
    attach_structure(
        pdf,
        contents.front,
        front_pages=pages[: plan.front_pages],
        papers=papers,
        targets=_targets(plan, pages),
        language=contents.meeting.look.language,
        body=body.index,
    )
    if contents.marks.reader.strip():
        print_reader(pdf, contents.marks.reader.strip())
    return report_parts(papers)


def _targets(plan: PackPlan, pages: Sequence[Page]) -> dict[str, Page]:
    """The first page of each item and report, by the address that the front matter's links have."""
    items = {item_address(item_id): pages[places[0].sheet - 1] for item_id, places in plan.items.items()}
    reports = {report_address(report_id): pages[place.sheet - 1] for report_id, place in plan.reports.items()}
    return items | reports
