"""Files named as clerks name them find their item."""

import pytest

from agendabuilder.domain.file_names import item_for_file, title_from_file
from agendabuilder.domain.item import Item
from agendabuilder.domain.meeting import Meeting

MEETING = Meeting(
    items=(
        *(Item(f"i{number}", f"Business {number}") for number in range(1, 7)),
        Item("i7", "Repairs", items=(Item("i7a", "Damp"), Item("i7b", "Roofs"))),
        Item("i8", "Annual Budget 2027"),
    )
)


@pytest.mark.parametrize(
    ("file_name", "item_id"),
    [
        ("7a Damp.pdf", "i7a"), ("7(b) Roofs.pdf", "i7b"), ("Item 7 - Repairs.pdf", "i7"), ("07_repairs.docx", "i7"),
        ("7.pdf", "i7"), ("7c Appendix.pdf", "i7"), ("Agenda Item 3.pdf", "i3"), ("annual_budget_2027.pdf", "i8"),
        ("2027-03-04 Minutes.pdf", ""), ("Minutes.pdf", ""), ("99 Nothing.pdf", ""), ("7.2 Budget.pdf", ""),
        ("3 March minutes.pdf", "i3"),
    ],
)  # fmt: skip
def test_a_file_finds_its_item(file_name: str, item_id: str) -> None:
    assert item_for_file(MEETING, file_name) == item_id


@pytest.mark.parametrize(
    ("file_name", "title"),
    [
        ("7a Budget.pdf", "Budget"), ("Item 7 - Repairs and damp.pdf", "Repairs and damp"),
        ("07_annual_report.docx", "Annual report"), ("7.pdf", "7"), ("2027-03-04 Minutes.pdf", "2027-03-04 Minutes"),
        ("Minutes.pdf", "Minutes"),
    ],
)  # fmt: skip
def test_a_file_gives_its_report_a_title(file_name: str, title: str) -> None:
    assert title_from_file(file_name) == title
