"""New meetings, next meetings and templates: most is filled in, and what is wrong is said beside it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from open_meetings import opened
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot
from ui.acting import click, field

from agendabuilder import paths
from agendabuilder.app.save_template import own_templates
from agendabuilder.domain.notice_rule import NoticeRule
from agendabuilder.domain.people import Contact
from agendabuilder.store.meeting_folder import MeetingFolder
from agendabuilder.store.settings import Settings, save_settings
from agendabuilder.ui.meeting.meeting_day import notice_words
from agendabuilder.ui.meeting.new_meeting_dialog import NewMeetingDialog
from agendabuilder.ui.meeting.next_meeting_dialog import NextMeetingDialog
from agendabuilder.ui.meeting.template_dialogs import RenameTemplateDialog, SaveTemplateDialog, TemplatesDialog
from agendabuilder.ui.work.workspace import Workspace


@pytest.fixture
def _template() -> None:
    folder = paths.own_templates()
    folder.mkdir(parents=True)
    text = {"template": {"name": "Housing"}, "start": "14:00", "items": [{"title": "Apologies"}]}
    (folder / "housing.agenda").write_text(json.dumps(text), encoding="utf-8")


@pytest.fixture
def meetings(tmp_path: Path) -> Path:
    folder = tmp_path / "meetings"
    save_settings(Settings(organisation="Norbury Council", contact=Contact("B Ó Briain"), meetings_folder=str(folder)))
    return folder


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = opened(tmp_path / "this")
    yield workspace
    workspace.close_meeting()


@pytest.mark.usefixtures("_template")
def test_a_new_meeting_takes_one_press_when_the_proposals_are_right(meetings: Path, qtbot: QtBot) -> None:
    dialog = NewMeetingDialog("housing")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.made is not None
    assert dialog.made.parent == meetings
    meeting = MeetingFolder(dialog.made).load()
    assert (meeting.organisation, meeting.committee) == ("Norbury Council", "Housing")
    assert meeting.contact == Contact("B Ó Briain")
    assert meeting.date == dialog.day.day
    assert meeting.date.weekday() < 5


@pytest.mark.usefixtures("_template")
def test_the_folder_follows_the_day_and_the_committee_until_one_is_typed(meetings: Path, qtbot: QtBot) -> None:
    dialog = NewMeetingDialog("housing")
    qtbot.addWidget(dialog)
    dialog.committee.clear()
    qtbot.keyClicks(dialog.committee, "Homes")
    field(dialog, "Date of the meeting").setDate(QDate(2027, 3, 4))
    assert dialog.folder.path == meetings / "2027-03-04 Homes"


@pytest.mark.usefixtures("_template", "meetings")
def test_a_folder_with_a_meeting_in_it_is_refused_and_nothing_typed_is_lost(workspace: Workspace, qtbot: QtBot) -> None:
    assert workspace.folder is not None
    dialog = NewMeetingDialog("housing")
    qtbot.addWidget(dialog)
    dialog.folder.propose(workspace.folder.path)
    qtbot.keyClicks(dialog.venue, "Town Hall")
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert "holds a meeting already" in dialog.trouble
    assert dialog.isVisible()
    assert dialog.venue.text() == "Town Hall"
    dialog.reject()


def test_the_last_day_to_publish_is_said_as_the_day_is_picked() -> None:
    today = date(2027, 1, 4)
    assert notice_words(date(2027, 3, 4), NoticeRule(), today) == (
        "Publish the agenda by Wednesday 24 February 2027: 5 clear days' notice."
    )
    assert notice_words(date(2027, 1, 6), NoticeRule(), today).startswith("Too soon for 5 clear days' notice")
    assert notice_words(date(2026, 12, 6), NoticeRule(), today) == "This day is past."


def test_the_next_meeting_is_proposed_by_the_cycle_with_the_standing_items(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = NextMeetingDialog(workspace)
    qtbot.addWidget(dialog)
    assert dialog.day.day == date(2027, 4, 1)
    assert dialog.kept == {workspace.meeting.items[0].id}
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.made is not None
    meeting = MeetingFolder(dialog.made).load()
    assert [item.title for item in meeting.items] == ["Apologies"]
    assert meeting.previous_meeting is not None
    assert meeting.previous_meeting.date == date(2027, 3, 4)


def test_a_meeting_is_saved_as_a_template_with_what_is_ticked(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = SaveTemplateDialog(workspace.meeting, None)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.parts["other_items"].click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    listed = TemplatesDialog()
    qtbot.addWidget(listed)
    assert [listed._list.item(row).text() for row in range(listed._list.count())] == ["Housing Committee"]


def test_a_template_is_renamed_deleted_and_brought_back(workspace: Workspace, qtbot: QtBot) -> None:
    SaveTemplateDialog(workspace.meeting, None).act()
    rename = RenameTemplateDialog("housing-committee", "Housing Committee")
    qtbot.addWidget(rename)
    rename.name.clear()
    qtbot.keyClicks(rename.name, "Homes")
    rename.act()
    listed = TemplatesDialog()
    qtbot.addWidget(listed)
    assert listed._list.item(0).text() == "Homes"
    listed.delete()
    assert listed._list.count() == 0
    assert listed._said.text() == "“Homes” is deleted."
    listed.bring_back()
    assert listed._list.item(0).text() == "Homes"


def test_a_template_that_a_colleague_deleted_meanwhile_is_said_to_be_gone(workspace: Workspace, qtbot: QtBot) -> None:
    SaveTemplateDialog(workspace.meeting, None).act()
    listed = TemplatesDialog()
    qtbot.addWidget(listed)
    listed.show()
    own_templates().take_out("housing-committee")
    click(listed, "Delete")
    assert "The template cannot be deleted" in listed._said.text()
    assert not listed.findChild(QListWidget).isVisible()


def test_a_template_without_a_name_is_not_saved(workspace: Workspace, qtbot: QtBot) -> None:
    dialog = SaveTemplateDialog(workspace.meeting, None)
    qtbot.addWidget(dialog)
    dialog.name.clear()
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.trouble == "The template has no name. Enter one."
    assert dialog.isVisible()
    dialog.reject()
