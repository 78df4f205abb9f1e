"""A meeting in the words of its language: what a body has not worded itself is said in the language of its agenda.

An item in another language has its row in that one.
"""

from dataclasses import fields, replace
from typing import TypeVar

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.language import ENGLISH, Language
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.presentation import StampStyle, Wording
from agendabuilder.domain.welsh import WELSH

_Texts = TypeVar("_Texts", Wording, StampStyle)


LANGUAGES = (ENGLISH, WELSH)
"""Those that the program speaks."""


def language_of(tag: str) -> Language:
    """The language of a BCP 47 tag, as far as the program speaks it: Welsh for "cy", English for all others."""
    return WELSH if tag.casefold().split("-")[0] == WELSH.tag else ENGLISH


def worded(meeting: Meeting) -> Meeting:
    """The meeting as its pack prints it. Wording and stamps that are as they come are said in its language.

    Once worded, it stays as it is.
    """
    return _in(meeting, ENGLISH, language_of(meeting.look.language))


def worded_for(item: Item, meeting: Meeting) -> Meeting:
    """A worded meeting in the language of one of its items, for that item's row and papers."""
    own = item.language or meeting.look.language
    spoken = _in(meeting, language_of(meeting.look.language), language_of(own))
    return spoken if own == meeting.look.language else replace(spoken, look=replace(spoken.look, language=own))


def report_name(report: Report, language: Language) -> str:
    """What to call a report: its title, else its file's name, else the word for any report."""
    return report.title or report.file_name or language.say("Report")


def _in(meeting: Meeting, before: Language, language: Language) -> Meeting:
    if before is language:
        return meeting
    wording = _unless_own(meeting.wording, before.wording, language.wording)
    return replace(meeting, wording=wording, stamp=_unless_own(meeting.stamp, before.stamp, language.stamp))


def _unless_own(own: _Texts, usual: _Texts, instead: _Texts) -> _Texts:
    """The words, those that are the usual ones replaced."""
    new = {
        each.name: getattr(instead, each.name)
        for each in fields(own)
        if getattr(own, each.name) == getattr(usual, each.name)
    }
    return replace(own, **new)
