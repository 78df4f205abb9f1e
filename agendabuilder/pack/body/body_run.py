"""A run of a report's pages as it stands in a stamped body, with all it takes to put it into another body as it is.

Page numbers, and the numbers and names of tags, depend on the other reports of a pack; everything else is settled
by the report itself, and that is what the run's key stands for.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from pikepdf import Dictionary, Object, Stream

from agendabuilder import __version__
from agendabuilder.domain.pagination import PlannedPage
from agendabuilder.pack.pack_contents import PackContents
from agendabuilder.pack.stamps.page_stamps import stamps_of
from agendabuilder.pack.tagging.body_tags import Claim
from agendabuilder.pack.tagging.run_part import RunPart
from agendabuilder.reports.cache import INSPECTION

FORM = 14
"""Raise it with every change of what a body holds."""

PRINTED_BYTES = 8


@dataclass(frozen=True, slots=True)
class BodyRun:
    """Pages of one report that stand together, in order.

    `printed` has a digest of the stamps of each page, `digests` the CRC-32 of each page's own content. `claims` are
    the names that its tags asked for. In the parent tree it has `keys` numbers from `first_key` on; `drawings` hold
    tagged content of their own. `described` are the links that we described, by page (from 0) and place on it;
    `large` the fonts and pictures that may be in other reports, too. A run that `is_bound` has form fields or layers,
    which lie in lists of the whole file.
    """

    key: str
    pages: Sequence[Dictionary]
    printed: Sequence[bytes]
    digests: Sequence[int]
    part: RunPart
    claims: Sequence[Claim]
    first_key: int
    keys: int
    drawings: Sequence[Object]
    described: Sequence[tuple[int, int]]
    large: Sequence[Stream]
    is_bound: bool


def run_key(own: Sequence[PlannedPage], name: str, contents: PackContents) -> str:
    """What pages of a report are, whatever stands around them and whatever is printed on them.

    `name` is what the report's file is called, which heads its layers.
    """
    report = contents.prepared[own[0].report_id]
    facts = (FORM, __version__, INSPECTION, report.fingerprint, report.layout, report.origin, report.chosen)
    rules = (contents.keeps_comments, contents.meeting.look.language, [page.source_page for page in own])
    return hashlib.sha256(repr((facts, name, rules)).encode()).hexdigest()


def printed_digest(page: PlannedPage, contents: PackContents) -> bytes:
    """Tells whether the stamps on a page are the same."""
    return hashlib.blake2s(repr(stamps_of(page, contents)).encode(), digest_size=PRINTED_BYTES).digest()
