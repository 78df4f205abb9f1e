"""Lines of days as clerks type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.forms import date_text, full_date_text
from agendabuilder.domain.typed_date import TypedDateError, read_days

FUNERAL, CORONATION = date(2022, 9, 19), date(2023, 5, 8)


@pytest.mark.parametrize(
    "typed",
    [
        "19 September 2022, 8 May 2023", "8/5/2023; 19.09.2022", "Monday 19th Sept 2022 and 8 may 2023",
        "19-9-2022\n08-05-2023", "19 sep 2022, 8 May 2023, 19 September 2022,",
    ],
)  # fmt: skip
def test_days_are_read_in_every_usual_form_and_put_in_order(typed: str) -> None:
    assert read_days(typed) == (FUNERAL, CORONATION)


@pytest.mark.parametrize("typed", ["soon", "19 September", "31 June 2027", "9/19/2022", "8 Mai 2023", "2022-09-19"])
def test_what_is_no_day_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(TypedDateError, match="Type days such as"):
        read_days(typed)


@given(st.sets(st.dates(date(1000, 1, 1))))
def test_what_is_shown_is_read_again(days: set[date]) -> None:
    assert read_days(", ".join(date_text(day) for day in days)) == tuple(sorted(days))
    assert read_days(" and ".join(full_date_text(day) for day in days)) == tuple(sorted(days))
