"""A choice of pages is written as "1-4, 9" and kept in the order that was written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendabuilder.domain.page_choice import PageChoiceError, parse_pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("  ", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
        ("1-4, 9", (1, 2, 3, 4, 9)),
        ("9,1", (9, 1)),
        (" 2 - 3 ,5", (2, 3, 5)),
        ("2–3", (2, 3)),  # noqa: RUF001
        ("4-4", (4,)),
        ("3, 3", (3, 3)),
    ],
)
def test_choices_that_can_be_followed(text, pages):
    assert parse_pages(text, 9) == pages


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("12", "there is no page 12: the file has 9 pages"),
        ("8-12", "there is no page 10: the file has 9 pages"),
        ("0-3", "there is no page 0"),
        ("5-2", "“5-2” runs backwards"),
        ("1,,2", "“” is not a page or a range of pages"),
        ("all", "“all” is not a page"),
        ("3-", "“3-” is not a page"),
        ("-3", "“-3” is not a page"),
        ("1.5", "“1.5” is not a page"),
        ("9" * 5000, "is not a page or a range of pages"),
        ("²", "is not a page"),
    ],
)
def test_choices_that_cannot_be_followed_say_why(text, words):
    with pytest.raises(PageChoiceError) as caught:
        parse_pages(text, 9)
    assert words in str(caught.value)


def test_a_file_of_one_page_is_told_as_such():
    with pytest.raises(PageChoiceError, match=r"the file has 1 page$"):
        parse_pages("2", 1)


@given(st.lists(st.integers(1, 500), min_size=1))
def test_any_pages_written_one_by_one_come_back(pages):
    assert parse_pages(", ".join(str(page) for page in pages), 500) == tuple(pages)
