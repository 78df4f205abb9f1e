"""The settings: kept from run to run, and never in the way."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from agendabuilder.domain.notice_rule import DayCount, Nation, NoticeRule
from agendabuilder.domain.people import Contact
from agendabuilder.store.settings import (
    MOST_RECENT,
    RecentMeeting,
    Settings,
    load_settings,
    save_settings,
    settings_file,
)


def test_what_is_set_is_there_in_the_next_run() -> None:
    settings = Settings(
        organisation="Norbury Council",
        contact=Contact(name="B Ó Briain", phone="01632 960000"),
        notice_rule=NoticeRule(days=3, count=DayCount.STATUTORY, nation=Nation.WALES),
        shared_templates="/templates",
        cache_megabytes=250,
        recent=(RecentMeeting("/meetings/a", "Pwyllgor Tŷ", date(2027, 3, 4)),),
    )
    save_settings(settings)
    assert load_settings() == settings


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"cache_megabytes": "many"}', '{"recent": [{"place": "x"}]}', "\xff"]
)
def test_damaged_settings_give_the_defaults(content: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_bytes(content.encode("latin-1"))
    assert load_settings() == Settings()


def test_a_damaged_file_is_put_aside_before_it_is_replaced() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text("{ not quite", encoding="utf-8")
    save_settings(Settings(organisation="Norbury Council"))
    assert load_settings().organisation == "Norbury Council"
    assert settings_file().with_name("settings.damaged.json").read_text(encoding="utf-8") == "{ not quite"


def test_settings_of_a_newer_version_are_read_as_far_as_they_are_known() -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text('{"organisation": "Norbury Council", "colour_of_tea": "brown"}', encoding="utf-8")
    assert load_settings() == Settings(organisation="Norbury Council")


def test_a_meeting_opened_again_comes_first_and_stands_once() -> None:
    settings = Settings()
    for folder in ("a", "b", "a"):
        settings = settings.with_recent(RecentMeeting(folder))
    assert [each.folder for each in settings.recent] == ["a", "b"]


def test_no_more_than_a_dozen_recent_meetings_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(MOST_RECENT + 5):
        settings = settings.with_recent(RecentMeeting(str(tmp_path / str(number))))
    assert len(settings.recent) == MOST_RECENT
    assert replace(settings, recent=()) == Settings()
