"""A part of the structure for pages of one report that stand together."""

from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Dictionary

from agendabuilder.pack.tagging.report_tags import ReportTags


@dataclass(frozen=True, slots=True)
class RunPart:
    """The part of the structure for a run of a report's pages.

    `figures` are its pictures without an alternate text, in reading order.
    """

    part: Dictionary
    figures: Sequence[Dictionary]
    tags: ReportTags
