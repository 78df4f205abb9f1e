"""The pages' column of the agenda: ranges with letters, and several of them, are divided only between ranges."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from front_meetings import MEETING
from pypdf import PdfReader

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.pagination import PackPlan, PageRange
from agendabuilder.domain.presentation import Look, RangeForm, TextSize
from agendabuilder.pack.front.front_matter import draw_front_matter


def lines(folder: Path, pages: tuple[PageRange, ...], form: RangeForm, size: TextSize) -> list[str]:
    """The lines of a front sheet whose one item has these pages."""
    item = Item("i", "Budget", reports=(Report("r", "", "a.pdf"),))
    meeting = replace(
        MEETING, items=(item,), table=replace(MEETING.table, ranges=form), look=Look(text_size=size), notices=()
    )
    front = draw_front_matter(meeting, PackPlan((), 0, {"i": pages}, {}), folder)
    return [line.strip() for line in PdfReader(BytesIO(front.pdf)).pages[0].extract_text().splitlines()]


@pytest.mark.parametrize("size", [TextSize.STANDARD, TextSize.LARGE])
@pytest.mark.parametrize(
    ("form", "printed"),
    [
        (RangeForm.SPACED_HYPHEN, "140d - 141b"),
        (RangeForm.HYPHEN, "140d-141b"),
        (RangeForm.BRACKETED, "(Pages 140d - 141b)"),
    ],
)
def test_a_range_with_letters_stands_on_one_line(tmp_path: Path, form: RangeForm, printed: str, size: TextSize) -> None:
    assert printed in lines(tmp_path, (PageRange("140d", "141b", 3),), form, size)


@pytest.mark.parametrize("size", TextSize)
def test_two_ranges_are_divided_between_them(tmp_path: Path, size: TextSize) -> None:
    found = lines(tmp_path, (PageRange("15", "40", 3), PageRange("74a", "74d", 30)), RangeForm.SPACED_HYPHEN, size)
    assert {"15 - 40,", "74a - 74d"} <= set(found)


def test_ranges_that_fit_share_a_line(tmp_path: Path) -> None:
    pages = tuple(PageRange(label, label, 3) for label in ("5", "7", "9"))
    assert "5, 7, 9" in lines(tmp_path, pages, RangeForm.SPACED_HYPHEN, TextSize.STANDARD)
