"""Finding an item or a report by its words, however they are written: capitals and accents make no difference."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.numbering import item_numbers


@dataclass(frozen=True, slots=True)
class Place:
    """An item of the agenda, or one of its reports where `report_id` is given."""

    item_id: str
    report_id: str = ""


def places_with(meeting: Meeting, words: str) -> tuple[Place, ...]:
    """Every item whose number and title, and every report whose title and file, have all the words; in order."""
    return tuple(_places(meeting, words)) if words.split() else ()


def has_words(text: str, words: str) -> bool:
    """Whether a text has all the words, each as a word or a part of one."""
    plain = _plain(text)
    return all(word in plain for word in _plain(words).split())


def _places(meeting: Meeting, words: str) -> Iterator[Place]:
    numbers = item_numbers(meeting.items, meeting.numbering)
    for item in meeting.all_items():
        if has_words(f"{numbers.get(item.id, '')} {item.title}", words):
            yield Place(item.id)
        for report in item.reports:
            if has_words(f"{report.title} {report.file_name}", words):
                yield Place(item.id, report.id)


def _plain(text: str) -> str:
    parted = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
