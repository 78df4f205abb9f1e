"""Runs of reports' pages on their way into a body: new ones out of their reports, and ones out of the body before."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from pikepdf import Dictionary, Name, Page, Stream

from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.pack.body.body_run import BodyRun, printed_digest
from agendabuilder.pack.body.report_run import ReportRun
from agendabuilder.pack.body.run_tags import tag_run
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.stamp import Stamper
from agendabuilder.pack.stamps.stamping import stamp_page, stamp_page_anew
from agendabuilder.pack.tagging.body_tags import BodyTags
from agendabuilder.pack.tagging.folded_tags import fold_tags
from agendabuilder.pack.tagging.note_tags import describe_link
from agendabuilder.pack.tagging.report_tags import Mends
from agendabuilder.pack.tagging.run_part import RunPart
from agendabuilder.reports.pdf import pdf_values

PageWords = Callable[[object], str]
"""The words for a page of the pack that a link leads to."""


class PlacedRun(Protocol):
    """A run whose pages are in the body. `own` are those of the plan."""

    own: Sequence[PlannedPage]

    @property
    def pages(self) -> Sequence[Dictionary]:
        """The pages as they are in the body."""

    def stamp(self, stamper: Stamper, contents: PackContents) -> None:
        """Print what the plan wants on each page."""

    def finish(self, tags: BodyTags, page_words: PageWords) -> BodyRun:
        """Enter its part of the structure into the body's, once all runs before it have done so."""


class NewRun:
    """A run that was just copied out of its report. `mends` and `large` are what the sweep finds in it."""

    def __init__(self, own: Sequence[PlannedPage], key: str, run: ReportRun, contents: PackContents) -> None:
        self.own, self.run = own, run
        self.mends: Mends = ()
        self.large: Sequence[Stream] = ()
        self._key = key
        self._printed = [printed_digest(page, contents) for page in own]

    @property
    def pages(self) -> Sequence[Dictionary]:
        """The copies of the report's pages."""
        return [copy.obj for copy in self.run.pages.copies]

    def stamp(self, stamper: Stamper, contents: PackContents) -> None:
        """Print the stamps; with them go the marks around a page that has no tags of its own."""
        run = self.run
        for place, (page, copy) in enumerate(zip(self.own, run.pages.copies, strict=True)):
            stamp_page(stamper, page, copy, contents, run.facts[place].ink, run.contents[place], run.role(place))

    def finish(self, tags: BodyTags, page_words: PageWords) -> BodyRun:
        """Join the report's own tags, or put ours around each page."""
        run, first_key = self.run, tags.next_key
        tagged = tag_run(tags, run, page_words, self.mends)
        folded = fold_tags(tags.pdf, tagged.part, tags.take_parents(), tagged.named, tagged.figures)
        return BodyRun(
            key=self._key,
            pages=self.pages,
            printed=self._printed,
            digests=[content.digest for content in run.contents],
            part=RunPart(tagged.part, folded, tagged.said),
            claims=run.claims,
            first_key=first_key,
            keys=tags.next_key - first_key,
            drawings=tagged.drawings,
            described=tagged.described,
            large=self.large,
            is_bound=run.is_bound,
        )


class TakenRun:
    """A run of the body before."""

    def __init__(self, own: Sequence[PlannedPage], run: BodyRun) -> None:
        self.own, self._run = own, run
        self._printed = run.printed

    @property
    def pages(self) -> Sequence[Dictionary]:
        """The very pages."""
        return self._run.pages

    def stamp(self, stamper: Stamper, contents: PackContents) -> None:
        """Print anew what is not the same as before."""
        facts = contents.prepared[self.own[0].report_id].pages
        self._printed = [printed_digest(page, contents) for page in self.own]
        for page, copy, before, now in zip(self.own, self.pages, self._run.printed, self._printed, strict=True):
            if before != now:
                stamp_page_anew(stamper, page, Page(copy), contents, facts[page.source_page - 1].ink)

    def finish(self, tags: BodyTags, page_words: PageWords) -> BodyRun:
        """Enter the part as it is; only its numbers, and the page numbers in the words for links, may be others."""
        run, first_key = self._run, tags.next_key
        tags.next_key += run.keys
        if first_key != run.first_key:
            self._renumber(first_key - run.first_key)
        for index, place in run.described:
            link = self.pages[index].Annots[place]
            assert isinstance(link, Dictionary)
            describe_link(link, page_words)
        said = replace(run.part.tags, report_id=self.own[0].report_id)
        return replace(run, first_key=first_key, printed=self._printed, part=replace(run.part, tags=said))

    def _renumber(self, by: int) -> None:
        for holder in (*self.pages, *self._run.drawings):
            if Name.StructParents in holder:
                holder.StructParents += by
        notes = (note for page in self.pages for note in pdf_values.dictionaries(page, "/Annots"))
        for note in {note.objgen: note for note in notes if Name.StructParent in note}.values():
            note.StructParent += by
