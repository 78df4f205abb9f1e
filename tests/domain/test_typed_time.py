"""Times and lengths as clerks type them."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.typed_time import TypedTimeError, length_text, read_clock, read_length, read_timing


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11.05", time(11, 5)), ("1105", time(11, 5)), ("11:05 am", time(11, 5)), ("11.05pm", time(23, 5)),
        ("9", time(9)), ("9 a.m.", time(9)), ("12.15 am", time(0, 15)), ("12pm", time(12)), ("noon", time(12)),
        ("2.30", time(14, 30)), ("02.30", time(2, 30)), ("0930", time(9, 30)), ("930", time(9, 30)),
        ("00:00", time(0)), ("7 pm", time(19)), ("23:59", time(23, 59)),
    ],
)  # fmt: skip
def test_a_time_is_read_in_every_usual_form(typed: str, meant: time) -> None:
    assert read_clock(typed) == meant
    assert read_timing(typed) == meant


@pytest.mark.parametrize("typed", ["", "25", "11.65", "13 pm", "soon", "11.5", "1 2 3"])
def test_what_is_no_time_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(TypedTimeError, match="Type a time such as"):
        read_clock(typed)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("20m", 20), ("20", 20), ("20 minutes", 20), ("1h", 60), ("1h 15m", 75), ("1 hour 5 mins", 65), ("90 min", 90)],
)
def test_a_length_is_read_in_every_usual_form(typed: str, minutes: int) -> None:
    assert read_length(typed) == minutes


@pytest.mark.parametrize("typed", ["", "long", "m", "10.30"])
def test_what_is_no_length_is_refused(typed: str) -> None:
    with pytest.raises(TypedTimeError, match="Type a length"):
        read_length(typed)


@pytest.mark.parametrize(("typed", "minutes"), [("20m", 20), ("1h15", 75), ("45 mins", 45), ("2 hours", 120)])
def test_a_length_is_told_from_a_time(typed: str, minutes: int) -> None:
    assert read_timing(typed) == minutes


@given(st.integers(0, 900))
def test_a_length_that_is_shown_can_be_typed_again(minutes: int) -> None:
    assert read_length(length_text(minutes)) == minutes
