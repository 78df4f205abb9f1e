"""What a report file's name tells: `7a Budget.pdf` is for item 7a and is called "Budget"."""

import re
import unicodedata

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers

_NUMBERED = re.compile(
    r"(?:agenda\s*)?(?:item\s*)?(?:no\.?\s*)?0*(\d{1,4}(?:\.\d{1,2})*)\s*(\([a-z]{1,2}\)|[a-z]{1,2}(?![a-z]))?[\s._)\-–:]*",  # noqa: RUF001
    re.IGNORECASE,
)
_DATE = re.compile(r"\d{4}[-.]\d{2}[-.]\d{2}|\d{1,2}[-.]\d{1,2}[-.]\d{2,4}")


def item_for_file(meeting: Meeting, file_name: str) -> str:
    """The id of the item that a file's name speaks of, by its number or its whole title; "" when none.

    `7a` goes to item 7a, and to item 7 when there is no 7a.
    """
    stem = _stem(file_name)
    numbers = {_bare(number): item_id for item_id, number in item_numbers(meeting.items, meeting.numbering).items()}
    numbers.pop("", None)
    found = None if _DATE.match(stem) else _NUMBERED.match(stem)
    if found:
        for wanted in (_bare(found[1] + (found[2] or "")), found[1]):
            if wanted in numbers:
                return numbers[wanted]
    title = _words(title_from_file(file_name))
    return next((item.id for item in meeting.all_items() if title and _words(item.title) == title), "")


def title_from_file(file_name: str) -> str:
    """A file's name as a title: without ending, number and underscores."""
    stem = _stem(file_name)
    found = None if _DATE.match(stem) else _NUMBERED.match(stem)
    title = stem[found.end() :] if found else stem
    title = " ".join(title.replace("_", " ").split()).strip(" -–")  # noqa: RUF001
    return (title[:1].upper() + title[1:]) or stem


def _stem(file_name: str) -> str:
    whole = unicodedata.normalize("NFC", file_name)  # a Mac may write letters and their accents apart
    return whole.rsplit(".", 1)[0] if "." in whole[1:] else whole


def _bare(number: str) -> str:
    return re.sub(r"[^0-9a-z.]", "", number.lower()).strip(".")


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
