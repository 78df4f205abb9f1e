"""How dates, times and page ranges are put into words, in the forms that the settings offer."""

from collections.abc import Sequence
from datetime import date, time

from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.presentation import RangeForm, TimeForm

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_text(day: date) -> str:
    """14 January 2027."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_text(day: date) -> str:
    """Thursday."""
    return _WEEKDAYS[day.weekday()]


def full_date_text(day: date) -> str:
    """Thursday 14 January 2027: the weekday is worked out, never typed."""
    return f"{weekday_text(day)} {date_text(day)}"


def time_text(moment: time, form: TimeForm) -> str:
    """A time of day in the form that the setting names."""
    hour, minute = moment.hour, f"{moment.minute:02}"
    if form in (TimeForm.COLON_24, TimeForm.DOT_24):
        return f"{hour:02}{form.value[2]}{minute}"
    half = "" if form is TimeForm.DOT_12_BARE else (" am" if hour < 12 else " pm")
    return f"{hour % 12 or 12}{form.value[1]}{minute}{half}"


def ranges_text(pages: Sequence[PageRange], form: RangeForm) -> str:
    """All the pages of an item's papers: `3 - 14`, or `3 - 14, 74a - 74d` where they stand apart."""
    return ", ".join(range_text(each, form) for each in pages)


def range_text(pages: PageRange, form: RangeForm) -> str:
    """The pages of an item: `3 - 14`, or `75` for one page, in the form that the setting names."""
    single = pages.first == pages.last
    if form is RangeForm.BRACKETED:
        return f"(Page {pages.first})" if single else f"(Pages {pages.first} - {pages.last})"
    return pages.first if single else f"{pages.first}{form.value.strip('314')}{pages.last}"
