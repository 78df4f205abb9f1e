"""One person under two titles or two spellings: on the covers of reports and on the agenda.

Only full names beside a title are compared, and only where they plainly are one person: the same name, or nearly the
same name with the same title. A longer form of a title is no other title.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.cover import Row
from agendabuilder.preflight.likeness import missing_words, shared, words_of
from agendabuilder.preflight.person_names import read_name

_APART = re.compile(r"\s*,\s*|\s+[\u2013\u2014-]\s+|\s*\(")
_CONTACT = re.compile(r"\s*[,;(\u2013-]?\s*(?:\S+@\S+|\+?\d[\d ]{6,}|(?:tel|phone|email|e-mail)\b).*$", re.IGNORECASE)
_ALMOST = 86
_ALIKE_TITLES = 0.6
_FEWEST, _MOST = 2, 4
"""Words of a full name."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A person as one place names them."""

    name: str
    title: str
    where: str
    checked: CheckedReport | None

    @property
    def key(self) -> str:
        """The name without style, accents and small differences of writing."""
        return read_name(self.name).folded


def check_cover_people(meeting: Meeting, reports: Iterable[CheckedReport]) -> Iterator[Finding]:
    """Names on covers that disagree with the agenda or with other covers; one finding for each pair of forms."""
    everybody = [*_on_agenda(meeting), *(person for checked in reports for person in _on_cover(checked))]
    told: set[tuple[str, str]] = set()
    for one, other in combinations(everybody, 2):
        if other.checked is None or one.where == other.where:
            continue
        for words in (_titles(one, other), _spellings(one, other)):
            forms = (one.key, other.key)
            if words and forms not in told:
                told.add(forms)
                yield other.checked.finding(
                    Severity.NOTE,
                    "cover-person",
                    words,
                    "See which is right, so that members find one person under one name and title.",
                    f"“{other.checked.report.file_name}” {words}; which is right?",
                )


def _titles(one: _Named, other: _Named) -> str:
    """The same name with two titles, neither of which is a form of the other."""
    if one.key != other.key or not (one.title and other.title):
        return ""
    ours, theirs = words_of(one.title), words_of(other.title)
    if not missing_words(ours, theirs) or not missing_words(theirs, ours):
        return ""
    return f"calls {other.name} “{other.title}” on its cover, and {one.where} has “{one.title}”"


def _spellings(one: _Named, other: _Named) -> str:
    """Two names that are almost the same, with the same title."""
    same_words = one.key == other.key
    if read_name(one.name).spelled.casefold() == read_name(other.name).spelled.casefold():
        return ""
    almost = fuzz.ratio(one.key, other.key) >= _ALMOST and bool({*one.key.split()} & {*other.key.split()})
    titles = bool(one.title and other.title) and shared(one.title, other.title) >= _ALIKE_TITLES
    if not (same_words or (almost and titles)):
        return ""
    return f"writes “{other.name}” on its cover, and {one.where} has “{one.name}”"


def _on_agenda(meeting: Meeting) -> Iterator[_Named]:
    for item in meeting.all_items():
        for person in item.contributors:
            if _is_name(person.name):
                yield _Named(person.name, person.role, f"the agenda (“{item.title}”)", None)
    for member in meeting.members:
        if _is_name(member.name):
            yield _Named(member.name, "", "the list of members", None)
    if meeting.contact and _is_name(meeting.contact.name):
        yield _Named(meeting.contact.name, meeting.contact.role, "the agenda's contact", None)


def _on_cover(checked: CheckedReport) -> Iterator[_Named]:
    cover = checked.reading.cover
    for row in cover.all(Row.AUTHOR, Row.CONTACT, Row.CABINET_MEMBER) if cover else ():
        for part in row.value.split(";"):
            name, _, title = _CONTACT.sub("", part).strip().partition(_separator(part))
            if _is_name(name.strip()):
                yield _Named(name.strip(), title.strip(" ,)"), f"the cover of “{checked.report.file_name}”", checked)


def _separator(part: str) -> str:
    found = _APART.search(part.strip())
    return found[0] if found else ","


def _is_name(text: str) -> bool:
    """Whether it is a full name: two to four words with capitals, no initials alone, no figures."""
    words = read_name(text).spelled.split()
    return _FEWEST <= len(words) <= _MOST and all(len(word) > 1 and word[0].isupper() for word in (words[0], words[-1]))
