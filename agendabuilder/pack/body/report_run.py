"""Copies a run of one report's pages into the body, and finds out whether the report's own tags can speak for them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.pack.body.report_pages import copy_report_pages
from agendabuilder.pack.content.page_content import PageContent, read_content, set_paths_aside, take_marks_off
from agendabuilder.pack.tagging.body_tags import BodyTags, Claim
from agendabuilder.pack.tagging.mark_fitting import fit_marks
from agendabuilder.pack.tagging.report_tags import Mend
from agendabuilder.pack.tagging.tag_joining import ReportPages, SettledTags, settle_tags
from agendabuilder.pack.tagging.tag_kids import ObjectKey
from agendabuilder.pack.tagging.tag_reading import BrokenTagsError, read_tags
from agendabuilder.pack.tagging.untagged_report import wrapping_role
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.prepared import PageFacts, PreparedReport


@dataclass(frozen=True, slots=True)
class ReportRun:
    """Pages of one report that stand together in the body.

    `settled` is the report's structure when it speaks for these pages; else `broken` says why not, or is empty when
    the report has none. `claims` are the names that it asked for. Objects of the body with a higher number than
    `objects_before` came with the report. One that `is_bound` brought form fields or layers.
    """

    report_id: str
    pages: ReportPages
    facts: Sequence[PageFacts]
    contents: Sequence[PageContent]
    settled: SettledTags | None
    broken: str
    claims: Sequence[Claim]
    objects_before: int
    is_bound: bool

    def role(self, place: int) -> str:
        """The type of the element around all of a page (from 0); empty when the report's own tags are kept."""
        return "" if self.settled else wrapping_role(self.facts[place].is_picture)


def copy_run(
    tags: BodyTags, source: Pdf, report: PreparedReport, planned: Sequence[PlannedPage], name: str
) -> ReportRun:
    """Append the planned pages of an opened report to the body; `name` is what its file is called.

    Where the report's own tags cannot be kept, the marks for them are taken off the pages; where they are, lines and
    shades that they leave out are marked as artifacts.
    """
    pdf = tags.pdf
    before, first = pdf.make_indirect(Dictionary()).objgen[0], len(pdf.pages)
    numbers = [report.chosen[page.source_page - 1] for page in planned]
    originals = [source.pages[number - 1].obj for number in numbers]
    keys = [_key(page) for page in originals]
    copy_report_pages(pdf, source, numbers, name)
    copies = list(pdf.pages)[first:]
    pages = ReportPages(originals, copies, keys, _places(originals))
    contents = [read_content(copy.obj) for copy in copies]
    settled, broken = _trusted_tags(tags, source, pages, contents) if report.tagged else (None, "")
    change = take_marks_off if settled is None else set_paths_aside
    changed = [change(pdf, copy.obj, content) for copy, content in zip(copies, contents, strict=True)]
    if settled is not None:
        aside = sum(one is not other for one, other in zip(contents, changed, strict=True))
        settled = replace(settled, mends=(*settled.mends, (Mend.PATHS_SET_ASIDE, aside)))
    facts = [report.pages[page.source_page - 1] for page in planned]
    is_bound = source.acroform.exists or Name.OCProperties in source.Root
    claims = tags.take_claims()
    return ReportRun(planned[0].report_id, pages, facts, changed, settled, broken, claims, before, is_bound)


def _trusted_tags(
    tags: BodyTags, source: Pdf, pages: ReportPages, contents: Sequence[PageContent]
) -> tuple[SettledTags | None, str]:
    """The report's structure, or why it cannot be kept."""
    if len({page.objgen for page in pages.originals}) < len(pages.originals):
        return None, "a page of it is in the pack twice"
    if not _same_notes(pages):
        return None, "its links and fields cannot be followed"
    try:
        tree = read_tags(source, pages.originals, pages.places)
        copies = zip(pages.originals, pages.copies, contents, strict=True)
        fit_marks(tree, ((original.objgen, copy.obj, content) for original, copy, content in copies))
        return settle_tags(tags, tree, pages.originals, pages.keys), ""
    except BrokenTagsError as problem:
        return None, str(problem)
    except (pikepdf.PikepdfError, RuntimeError, TypeError, ValueError):
        return None, "its structure does not fit its pages"


def _key(page: Dictionary) -> int | None:
    return pdf_values.whole_number(page, "/StructParents") if Name.StructParents in page else None


def _places(originals: Sequence[Dictionary]) -> dict[ObjectKey, tuple[int, int]]:
    """Where each annotation lies that something could refer to; one that is on two pages lies on the first."""
    found: dict[ObjectKey, tuple[int, int]] = {}
    for index, page in enumerate(originals):
        for place, note in enumerate(pdf_values.parts(page, "/Annots")):
            if isinstance(note, Dictionary) and note.is_indirect:
                found.setdefault(note.objgen, (index, place))
    return found


def _same_notes(pages: ReportPages) -> bool:
    """Whether each page's copy has its annotations in the same order; those of forms are copied in their own way."""
    pairs = zip(pages.originals, pages.copies, strict=True)
    return all(_kinds(original) == _kinds(copy.obj) for original, copy in pairs)


def _kinds(page: Dictionary) -> list[str]:
    notes = pdf_values.parts(page, "/Annots")
    return [pdf_values.name(note, "/Subtype") if isinstance(note, Dictionary) else "" for note in notes]
