"""What cannot be drawn as it is meant is named before the pack is built."""

from pathlib import Path

from PIL import Image

from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import Logo, Look
from agendabuilder.preflight.drawing_checks import check_letters, check_logo


def logo_codes(folder: Path, logo: Logo) -> list[str]:
    return [finding.code for finding in check_logo(Meeting(look=Look(logo=logo)), folder)]


def test_a_logo_that_is_missing_or_no_picture_is_named(tmp_path: Path) -> None:
    assert logo_codes(tmp_path, Logo("logo.png", "Arms")) == ["logo-unreadable"]
    (tmp_path / "logo.png").write_bytes(b"not a picture")
    assert logo_codes(tmp_path, Logo("logo.png", "Arms")) == ["logo-unreadable"]


def test_a_logo_without_words_is_noted_and_a_good_one_is_not(tmp_path: Path) -> None:
    Image.new("RGB", (10, 10)).save(tmp_path / "logo.png")
    assert logo_codes(tmp_path, Logo("logo.png")) == ["logo-words"]
    assert logo_codes(tmp_path, Logo("logo.png", "Arms of Norbury")) == []


def test_letters_that_no_font_has_are_named_with_their_item(tmp_path: Path) -> None:
    meeting = Meeting(items=(Item("1", "Tŷ Cŵn, 1½ ✓"), Item("2", "\u9662 plan")))
    (finding,) = check_letters(meeting, tmp_path)
    assert finding.item_id == "2"
    assert "\u9662" in finding.sentence
