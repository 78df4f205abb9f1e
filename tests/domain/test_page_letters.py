"""Letters hang on page numbers, and no number comes twice."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendabuilder.domain.numbering import roman
from agendabuilder.domain.page_letters import labels_between, split_label


def between(before: str, after: str, how_many: int = 3) -> str:
    return " ".join(labels_between(before, after, how_many, {before, after}))


def test_pages_after_a_page_get_letters_from_a_to_z_and_on() -> None:
    assert between("40", "41", 4) == "40a 40b 40c 40d"
    assert between("40d", "41") == "40e 40f 40g"
    assert between("40", "", 28).split()[24:] == ["40y", "40z", "40aa", "40ab"]


@pytest.mark.parametrize(
    ("before", "after", "labels"),
    [
        ("16", "16a", "16za 16zb 16zc"),
        ("16za", "16a", "16zb 16zc 16zd"),
        ("16", "16za", "16zza 16zzb 16zzc"),
        ("16a", "16b", "16aa 16ab 16ac"),
        ("16aa", "16b", "16ab 16ac 16ad"),
        ("16a", "16aa", "16aza 16azb 16azc"),
        ("16z", "16aa", "16aza 16azb 16azc"),
    ],
)
def test_pages_between_lettered_pages_are_numbered_as_in_acts(before: str, after: str, labels: str) -> None:
    assert between(before, after) == labels


def test_roman_pages_of_the_front_matter_take_letters_too() -> None:
    assert between("ii", "1") == "iia iib iic"
    assert split_label("iia") == ("ii", "a")


def test_a_letter_never_makes_another_roman_number() -> None:
    labels = labels_between("x", "1", 30, ())
    assert "xi" not in labels
    assert "xc" not in labels
    assert all(split_label(label)[0] == "x" for label in labels)


def test_a_letter_that_is_left_out_of_roman_numbers_leaves_room_all_the_same() -> None:
    assert between("ih", "ij") == "iha ihb ihc"


def test_a_label_that_is_taken_is_passed_over() -> None:
    assert labels_between("40", "41", 2, {"40a", "40c"}) == ("40b", "40d")


def test_what_is_no_page_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a page number"):
        split_label("A-1")


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 200), st.integers(1, 40)), max_size=25),
    st.integers(1, 400),
    st.sampled_from([str, roman]),
)
def test_labels_never_repeat_wherever_pages_go_in(
    insertions: list[tuple[int, int]], first: int, printed: Callable[[int], str]
) -> None:
    labels = [printed(first), printed(first + 1)]
    for where, how_many in insertions:
        place = where % len(labels)
        after = labels[place + 1] if place + 1 < len(labels) else ""
        new = labels_between(labels[place], after, how_many, set(labels))
        assert len(new) == how_many
        labels[place + 1 : place + 1] = new
    assert len(set(labels)) == len(labels)
    assert {split_label(label)[0] for label in labels} <= {printed(first), printed(first + 1)}
