"""Gives a run of a report's pages its part of the structure: the report's own tags, or ours around each page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object

from agendabuilder.pack.body.report_run import ReportRun
from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.pack.tagging.note_tags import describe_links, tag_notes
from agendabuilder.pack.tagging.report_tags import Mend, Mends, ReportTags, TagsFate, add_up
from agendabuilder.pack.tagging.tag_joining import JoinedTags, join_tags
from agendabuilder.pack.tagging.untagged_report import wrap_pages


@dataclass(frozen=True, slots=True)
class TaggedRun:
    """A run with its part of the structure. For `figures`, `named` and `drawings` see `JoinedTags`.

    `described` are the links that were described here, by page (from 0) and place on it.
    """

    part: Dictionary
    said: ReportTags
    figures: Sequence[Dictionary]
    named: Sequence[tuple[bytes, Object]]
    drawings: Sequence[Object]
    described: Sequence[tuple[int, int]]


def tag_run(tags: BodyTags, run: ReportRun, page_words: Callable[[Object], str], fonts_mended: Mends = ()) -> TaggedRun:
    """Write the part for a run. `page_words` has the words for a page of the pack that a link leads to."""
    joined = join_tags(tags, run.settled, run.pages) if run.settled else _wrap(tags, run)
    noted = 0
    for index, page in enumerate(run.pages.copies):
        announced = {place for at, place in joined.announced if at == index}
        noted += tag_notes(tags, joined.part, page.obj, announced)
        page.obj.Tabs = Name.S  # from one note to the next in the order of the structure (ISO 14289-1, 7.18.3)
    places = [describe_links(page.obj, page_words) for page in run.pages.copies]
    described = [(index, place) for index, own in enumerate(places) for place in own]
    fate = TagsFate.KEPT if run.settled else TagsFate.BROKEN if run.broken else TagsFate.WRAPPED
    own = ((Mend.LINK_DESCRIBED, len(described)), *joined.mends, *fonts_mended)
    mends = add_up((*own, (Mend.NOTE_TAGGED, noted if run.settled else 0)))
    said = ReportTags(run.report_id, fate, run.broken, mends, len(joined.figures))
    return TaggedRun(joined.part, said, joined.figures, joined.named, joined.drawings, described)


def _wrap(tags: BodyTags, run: ReportRun) -> JoinedTags:
    pictures = [facts.is_picture for facts in run.facts]
    part = wrap_pages(tags, zip(run.pages.copies, pictures, strict=True))
    return JoinedTags(part)
