"""A page that stands in a draft for a report that could not be taken in, and says so on its face.

Only drafts have such pages: nothing is ever left out of a pack in silence, not even out of one that nobody publishes.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Report
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.worded import language_of
from agendabuilder.paths import resources
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.intake.working_copy import working_copy
from agendabuilder.reports.own_pages.mapped_font import register_font
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.prepared import PreparedReport

_FONT = "StandIn"
_MARGIN, _SIZE, _LEADING = 62.0, 13.0, 19.0
"""Points."""


def stand_ins(meeting: Meeting, findings: Iterable[Finding], cache: ReportCache) -> dict[str, PreparedReport]:
    """A page for each report of the meeting that a finding keeps out, by report id. Raises `FolderError`."""
    blockers = {each.report_id: each for each in findings if each.severity is Severity.BLOCKER and each.report_id}
    return {
        report.id: _stand_in(report, blockers[report.id], language_of(item.language or meeting.look.language), cache)
        for item, report in meeting.all_reports()
        if report.id in blockers
    }


def _stand_in(report: Report, blocker: Finding, language: Language, cache: ReportCache) -> PreparedReport:
    title = language.say("Missing from this draft: {report}", report=report.name)
    paragraphs = (title, *_reason(blocker, language))
    page = cache.folder / "stand-ins" / f"{hashlib.sha256(repr(paragraphs).encode()).hexdigest()}.pdf"
    if not page.is_file():  # it is never written again, since another build may be reading it
        with working_copy(page, lasting=True) as aside:
            _draw(aside, paragraphs)
    return prepare_report(page, Report(file=page.name), cache)


def _reason(blocker: Finding, language: Language) -> tuple[str, ...]:
    """Why it is missing and what to do; findings speak English, so a page in another language only leads to them."""
    if language is ENGLISH:
        return blocker.sentence, blocker.advice
    return (language.say("The list of findings says why, and what to do."),)


def _draw(page: Path, paragraphs: Iterable[str]) -> None:
    register_font(_FONT, resources() / "fonts" / "SourceSans3-Regular.ttf")
    width, top = A4[0] - 2 * _MARGIN, A4[1] - 2 * _MARGIN
    canvas = Canvas(str(page), pagesize=A4, invariant=1, initialFontName=_FONT, initialFontSize=_SIZE)
    for paragraph in paragraphs:
        for line in simpleSplit(paragraph, _FONT, _SIZE, width):
            canvas.drawString(_MARGIN, top, line)
            top -= _LEADING
        top -= _LEADING / 2
    canvas.save()
