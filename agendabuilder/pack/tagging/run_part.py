"""A part of the structure for pages of one report that stand together."""

from dataclasses import dataclass

from pikepdf import Dictionary

from agendabuilder.pack.tagging.folded_tags import FoldedTags
from agendabuilder.pack.tagging.report_tags import ReportTags


@dataclass(frozen=True, slots=True)
class RunPart:
    """The part of the structure for a run of a report's pages, and all that is under it, folded."""

    part: Dictionary
    folded: FoldedTags
    tags: ReportTags
