"""The clerk's own templates: saved, renamed, deleted and brought back."""

from dataclasses import replace
from pathlib import Path

import pytest
from front_meetings import make_logo

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import Look
from agendabuilder.errors import TemplateError
from agendabuilder.store.own_templates import OwnTemplates

MEETING = Meeting(committee="Pwyllgor Tai", items=(Item(id="1", title="Ymddiheuriadau"),))


def test_a_template_that_was_saved_can_be_read(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path / "templates")
    saved = own.save("Pwyllgor Tŷ", "Bob mis", MEETING)
    assert saved.id == "pwyllgor-ty"
    assert own.all() == (saved,)


def test_two_templates_of_one_name_are_both_kept(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    assert [own.save("Housing", "", MEETING).id for _ in range(2)] == ["housing", "housing-2"]


def test_a_new_name_leaves_the_rest_as_it_was(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    saved = own.save("Housing", "Monthly", MEETING)
    own.rename(saved.id, "Homes")
    (found,) = own.all()
    assert (found.id, found.name, found.description, found.meeting) == ("housing", "Homes", "Monthly", MEETING)


def test_a_deleted_template_can_be_brought_back(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path)
    saved = own.save("Housing", "Monthly", MEETING)
    deleted = own.take_out(saved.id)
    assert own.all() == ()
    own.put_back(deleted)
    assert own.all() == (saved,)


def test_a_deleted_template_takes_its_logo_with_it_and_brings_it_back(tmp_path: Path) -> None:
    own = OwnTemplates(tmp_path / "templates")
    with_logo = replace(MEETING, look=Look(logo=make_logo(tmp_path)))
    saved, kept = (own.save(name, "", with_logo, tmp_path) for name in ("Housing", "Homes"))
    deleted = own.take_out(saved.id)
    assert {file.stem for file in own.folder.iterdir()} == {kept.id, f"{kept.id}.logo"}
    own.put_back(deleted)
    assert saved.meeting.look.logo is not None
    assert (own.folder / saved.meeting.look.logo.file).read_bytes() == (tmp_path / "logo.png").read_bytes()


def test_a_template_needs_a_name(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="no name"):
        OwnTemplates(tmp_path).save("  ", "", MEETING)


def test_a_template_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="cannot be deleted"):
        OwnTemplates(tmp_path).take_out("housing")
