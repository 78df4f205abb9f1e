"""What an Office file carries beside its pages, as a value that is light to load; `office_marks` reads it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OfficeMarks:
    """How many comments, which slides are hidden or have notes (numbers from 1), the names of hidden sheets.

    `errors` are cells that show one, each with its sheet ("#REF! in B7 of “Budget”").
    """

    comments: int = 0
    hidden_slides: tuple[int, ...] = ()
    slides_with_notes: tuple[int, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


NO_MARKS = OfficeMarks()
