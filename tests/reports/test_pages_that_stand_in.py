"""A draft has a page for each report that could not be taken in."""

from pathlib import Path

import pytest

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import FolderError
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.stand_in import stand_ins

MEETING = Meeting(items=(Item("i", "Repairs", reports=(Report(id="r", file="repairs.pdf"),)),))
MISSING = Finding(Severity.BLOCKER, "report-missing", "The file is not there.", "Find it.", "i", "r")


def test_the_page_says_which_report_is_missing_and_why(cache: ReportCache) -> None:
    said = text_of_pdf(stand_ins(MEETING, [MISSING], cache)["r"].path)
    assert "Missing from this draft" in said
    assert "The file is not there." in said


def test_where_there_is_no_room_for_the_page_the_clerk_is_told(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("not a folder", "utf-8")
    with pytest.raises(FolderError, match="could not be written to"):
        stand_ins(MEETING, [MISSING], ReportCache(tmp_path / "kept"))
