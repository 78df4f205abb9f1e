"""How dates, times and page ranges are put into words, in the forms that the settings offer."""

from collections.abc import Sequence
from datetime import date, time

from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.pagination import PageRange
from agendabuilder.domain.presentation import RangeForm, TimeForm

MONTHS = ENGLISH.months


def date_text(day: date, language: Language = ENGLISH) -> str:
    """14 January 2027."""
    return f"{day.day} {language.months[day.month - 1]} {day.year}"


def weekday_text(day: date) -> str:
    """Thursday."""
    return ENGLISH.weekdays[day.weekday()]


def full_date_text(day: date, language: Language = ENGLISH) -> str:
    """Thursday 14 January 2027: the weekday is worked out, never typed."""
    text = date_within(day, language)
    return text[:1].upper() + text[1:]


def date_within(day: date, language: Language) -> str:
    """The same as it stands within a sentence: a weekday that is no name has a small letter there."""
    return f"{language.weekdays[day.weekday()]} {date_text(day, language)}"


def time_text(moment: time, form: TimeForm, language: Language = ENGLISH) -> str:
    """A time of day in the form that the setting names."""
    hour, minute = moment.hour, f"{moment.minute:02}"
    if form in (TimeForm.COLON_24, TimeForm.DOT_24):
        return f"{hour:02}{form.value[2]}{minute}"
    half = "" if form is TimeForm.DOT_12_BARE else f" {language.halves[hour >= 12]}"
    return f"{hour % 12 or 12}{form.value[1]}{minute}{half}"


def minutes_text(minutes: int, language: Language = ENGLISH) -> str:
    """20 minutes."""
    return language.say("{count} minute" if minutes == 1 else "{count} minutes", count=minutes)


def moment_text(day: date, moment: time | None, form: TimeForm, language: Language = ENGLISH) -> str:
    """A day, with its time of day where there is one: Wednesday 24 February 2027, 4.15 pm."""
    told = full_date_text(day, language)
    return f"{told}, {time_text(moment, form, language)}" if moment else told


def ranges_text(pages: Sequence[PageRange], form: RangeForm) -> str:
    """All the pages of an item's papers: `3 - 14`, or `3 - 14, 74a - 74d` where they stand apart."""
    return ", ".join(range_text(each, form) for each in pages)


def range_text(pages: PageRange, form: RangeForm) -> str:
    """The pages of an item: `3 - 14`, or `75` for one page, in the form that the setting names."""
    single = pages.first == pages.last
    if form is RangeForm.BRACKETED:
        return f"(Page {pages.first})" if single else f"(Pages {pages.first} - {pages.last})"
    return pages.first if single else f"{pages.first}{form.value.strip('314')}{pages.last}"
