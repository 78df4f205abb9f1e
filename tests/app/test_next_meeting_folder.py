"""The next meeting's folder: a meeting of its own that can be opened, with the logo beside it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from making import make_folder
from PIL import Image

from agendabuilder.app.new_meeting import new_meeting
from agendabuilder.app.next_meeting import folder_for, make_next_meeting
from agendabuilder.app.save_template import own_templates, save_as_template
from agendabuilder.domain.presentation import Logo, Look
from agendabuilder.domain.template_from_meeting import Kept
from agendabuilder.errors import FolderError
from agendabuilder.store.meeting_folder import MeetingFolder


def source(path: Path) -> MeetingFolder:
    items = [{"title": "Minutes", "kind": "procedural"}, {"title": "Budget", "reports": [("budget", 2)]}]
    folder = make_folder(path / "this", items, look={"logo": {"file": "logo.png", "alt": "Norbury Council"}})
    Image.new("RGB", (20, 10), "navy").save(folder / "logo.png")
    return MeetingFolder(folder)


def test_the_next_meeting_can_be_opened_and_has_its_logo(tmp_path: Path) -> None:
    folder = source(tmp_path)
    meeting = folder.load()
    made = make_next_meeting(folder.path, meeting, date(2027, 4, 8), {meeting.items[0].id}, tmp_path / "next")
    loaded = made.load()
    assert loaded.date == date(2027, 4, 8)
    assert [item.title for item in loaded.items] == ["Minutes"]
    assert (made.path / "logo.png").is_file()
    assert not list(made.reports.iterdir())


def test_a_meeting_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    folder = source(tmp_path)
    with pytest.raises(FolderError, match="holds a meeting already"):
        make_next_meeting(folder.path, folder.load(), date(2027, 4, 8), set(), folder.path)


def test_a_folder_is_named_by_day_and_committee_and_never_taken_twice(tmp_path: Path) -> None:
    first = folder_for(tmp_path, "Housing: homes/land", date(2027, 3, 4))
    assert first.name == "2027-03-04 Housing homes land"
    first.mkdir()
    assert folder_for(tmp_path, "Housing: homes/land", date(2027, 3, 4)).name.endswith(" 2")


def test_a_meeting_becomes_a_template_that_is_offered(tmp_path: Path) -> None:
    save_as_template(source(tmp_path).load(), "Housing", "Every month", Kept())
    (template,) = own_templates().all()
    assert [item.title for item in template.meeting.items] == ["Minutes"]


def test_a_template_keeps_the_logo_and_new_meetings_have_it(tmp_path: Path) -> None:
    folder = source(tmp_path)
    (folder.path / "crest.png").write_bytes(b"a picture")
    meeting = replace(folder.load(), look=Look(logo=Logo("crest.png", "The crest")))
    template = save_as_template(meeting, "Housing", "Every month", Kept(), folder.path)
    (folder.path / "crest.png").unlink()
    made = new_meeting(tmp_path / "next", template.id, date(2027, 5, 6))
    assert made.load().look.logo == Logo("logo.png", "The crest")
    assert (made.path / "logo.png").read_bytes() == b"a picture"


def test_a_template_of_a_meeting_whose_logo_is_not_there_has_none(tmp_path: Path) -> None:
    meeting = replace(source(tmp_path).load(), look=Look(logo=Logo("crest.png", "The crest")))
    template = save_as_template(meeting, "Housing", "Every month", Kept(), tmp_path)
    assert template.meeting.look.logo is None
