"""A meeting made from each shipped template and built at once: what is printed, and what the checks say of it."""

import re
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from agendabuilder import paths
from agendabuilder.app.build_pack import build_packs
from agendabuilder.app.check_meeting import check_folder
from agendabuilder.app.new_meeting import new_meeting
from agendabuilder.domain.forms import full_date_text
from agendabuilder.domain.meeting import Placement
from agendabuilder.domain.next_meeting import standing_items
from agendabuilder.domain.worded import language_of
from agendabuilder.progress import SilentProgress
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.template_library import TemplateLibrary

LIBRARY = TemplateLibrary((paths.shipped_templates(),))
MEETING_DAY, TODAY = date(2027, 3, 4), date(2027, 2, 1)
EVERY_TIME = re.compile(
    r"apologies|interest|minute|question|participation|representations|deputations|programme|forward plan|action"
    r"|urgent|next (meeting|agenda)|exclusion|private",
    re.IGNORECASE,
)

pytestmark = pytest.mark.parametrize("template_id", LIBRARY.ids())


def fresh(tmp_path: Path, template_id: str) -> MeetingFolder:
    return new_meeting(tmp_path / "meeting", template_id, MEETING_DAY, "Norbury")


def test_the_checks_of_a_fresh_meeting_ask_only_for_a_contact(tmp_path: Path, template_id: str) -> None:
    findings = check_folder(fresh(tmp_path, template_id), tmp_path / "cache", TODAY, SilentProgress()).open
    assert [finding.code for finding in findings] == ["meeting-contact"]


def test_a_fresh_meeting_is_printed_with_all_its_items_and_nothing_left_open(tmp_path: Path, template_id: str) -> None:
    folder = fresh(tmp_path, template_id)
    built = build_packs(folder, tmp_path / "cache", TODAY, SilentProgress())[0]
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(built.file).pages]
    printed = " ".join(pages)
    assert "{" not in printed
    language = language_of(folder.load().look.language)
    assert full_date_text(MEETING_DAY, language) in pages[0]
    assert [item.title for item in folder.load().all_items() if item.title not in printed] == []
    assert len(pages) == built.record.front_pages <= 3


def test_business_of_every_meeting_comes_back_at_the_next(tmp_path: Path, template_id: str) -> None:
    meeting = fresh(tmp_path, template_id).load()
    standing = standing_items(meeting)
    forgotten = [
        item.title
        for item in meeting.items
        if item.id not in standing and any(EVERY_TIME.search(each.title) for each in item.with_descendants())
    ]
    assert forgotten == []


def test_a_notice_after_the_agenda_does_not_point_below(tmp_path: Path, template_id: str) -> None:
    notices = fresh(tmp_path, template_id).load().notices
    assert [n.title for n in notices if n.placement is not Placement.BEFORE and "business below" in n.text] == []
    assert [n.title for n in notices if n.placement is Placement.LAST_PAGE and "below" in n.text] == []
