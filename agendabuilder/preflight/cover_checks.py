"""Compares a report's cover with the meeting and the agenda: its date, its committee, its title, what it leaves out.

A report that is used again from another meeting shows itself here. Each comparison gives the benefit of the doubt:
short forms, several bodies in one row, and dates of writing are no findings.
"""

import re
from collections.abc import Iterator
from datetime import timedelta

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.forms import date_text, full_date_text, weekday_text
from agendabuilder.preflight.checked_report import CheckedReport
from agendabuilder.preflight.cover import Cover, Row
from agendabuilder.preflight.dates_in_text import dates_in
from agendabuilder.preflight.likeness import missing_words, shared, words_of, years_in

_WRITTEN_BEFORE = timedelta(days=21)
"""A plain "Date" so shortly before the meeting may be the day on which the report was written."""

_BODY = re.compile(
    r"\b(?:committee|sub-?committee|cabinet|council|board|panel|executive|forum|governors|trustees|commission)\b",
    re.IGNORECASE,
)
_BODIES_APART = re.compile(r"[;|]|\s[\u2013-]\s|\bthen\b|,?\s+\band then\b")
_OF_ANY_BODY = {
    "meeting", "members", "all", "public", "private", "session", "full", "chair", "chairman", "councillors", "agenda",
}  # fmt: skip
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z&]{1,6}\b")
_DIFFERENT = 0.34
_DOUBTFUL = 0.5
_MANY_WORDS = 3
"""A title of fewer words than this is too short to be told from another by its words."""


def check_cover_date(checked: CheckedReport) -> Iterator[Finding]:
    """The cover is for another day than the meeting."""
    cover, day = checked.reading.cover, checked.meeting.date
    if cover is None or day is None:
        return
    rows = cover.all(Row.MEETING_DATE, Row.DATE, Row.TO)
    found = [(row, written) for row in rows for written in dates_in(row.value)]
    if not found or any(written.day == day for _, written in found):
        return
    row, written = found[0]
    is_writing = row.row is Row.DATE and timedelta(0) < day - written.day <= _WRITTEN_BEFORE
    yield checked.finding(
        Severity.NOTE if is_writing else Severity.WARNING,
        "cover-date",
        f"has “{written.words}” on its cover (page {row.page}), and the meeting is on {full_date_text(day)}",
        "Ask the author whether it is the right report, and to correct the date.",
        f"The cover of “{checked.report.file_name}” says {written.words}; the meeting is on {full_date_text(day)}.",
    )


def check_cover_body(checked: CheckedReport) -> Iterator[Finding]:
    """The cover is addressed to another committee, or names it in another way."""
    cover, meeting = checked.reading.cover, checked.meeting
    if cover is None or not meeting.committee:
        return
    rows = [row for row in cover.all(Row.TO) if _BODY.search(row.value)]
    if not rows or any(_is_body(part, checked) for row in rows for part in _parts(row.value)):
        return
    named = next(part for part in _parts(rows[0].value) if _BODY.search(part))
    yield checked.finding(
        Severity.WARNING,
        "cover-committee",
        f"is addressed to “{named}” on its cover (page {rows[0].page}), and this is a meeting of {meeting.committee}",
        "Ask the author whether it is the right report, and to correct the name.",
        f"The cover of “{checked.report.file_name}” names “{named}”; the meeting is of {meeting.committee}.",
    )


def check_cover_title(checked: CheckedReport) -> Iterator[Finding]:
    """The cover's title has little in common with the agenda's, or another year in it."""
    cover = checked.reading.cover
    title = next((row for row in cover.all(Row.TITLE)), None) if cover else None
    if title is None or len(words_of(title.value)) < _MANY_WORDS:
        return
    agenda = [text for text in (checked.item.title, checked.report.title) if words_of(text)]
    likeness = max((shared(title.value, text) for text in agenda), default=1.0)
    another_year = _another_year(title.value, agenda) if likeness >= _DOUBTFUL else ""
    if likeness >= _DOUBTFUL and not another_year:
        return
    yield checked.finding(
        Severity.WARNING if likeness < _DIFFERENT else Severity.NOTE,
        "cover-title",
        f"is called “{title.value}” on its cover (page {title.page}), and “{agenda[0]}” on the agenda",
        "See which title is right; the agenda and the report should be found under the same name.",
        f"The agenda lists “{checked.report.file_name}” as “{agenda[0]}”; its cover says “{title.value}”.",
    )


def check_cover_gaps(checked: CheckedReport) -> Iterator[Finding]:
    """An officer's report that recommends nothing, or has no list of background papers (s.100D of the 1972 Act)."""
    cover = checked.reading.cover
    if cover is None or not cover.is_full or checked.prepared.source_pages < 2:
        return
    gaps = list(_gaps(cover))
    if gaps:
        yield checked.finding(
            Severity.NOTE,
            "cover-gaps",
            " and ".join(gaps),
            "Ask the author whether that is meant (background papers: Local Government Act 1972, section 100D).",
            f"“{checked.report.file_name}” {' and '.join(gaps)}; please add it, or say that there is none.",
        )


def check_weekdays(checked: CheckedReport) -> Iterator[Finding]:
    """Dates in the report whose weekday is another than the calendar's."""
    wrong = [each for each in checked.reading.wrong_weekdays if each.page in checked.prepared.chosen]
    if not wrong:
        return
    first = wrong[0]
    day = dates_in(first.words)[0].day
    more = f", and {len(wrong) - 1} more such dates" if len(wrong) > 1 else ""
    yield checked.finding(
        Severity.NOTE,
        "report-weekday",
        f"says “{first.words}” on page {first.page}, and {date_text(day)} is a {weekday_text(day)}{more}",
        "Ask the author which is right, the weekday or the date.",
        f"“{checked.report.file_name}” says “{first.words}” (page {first.page}); that day is a {weekday_text(day)}.",
    )


def _gaps(cover: Cover) -> Iterator[str]:
    if not cover.recommends:
        yield "makes no recommendation"
    if not cover.names_background:
        yield "has no list of background papers"


def _parts(value: str) -> list[str]:
    """The bodies that a row names; a date or a comment behind a dash is a part without a body."""
    return [part.strip(" ,.") for part in _BODIES_APART.split(value) if part and part.strip(" ,.")]


def _is_body(named: str, checked: CheckedReport) -> bool:
    """Whether a name can be this meeting's body: it has no words that the body has not, or only adds to its name.

    What it adds must not be another sort of body: "Select Cabinet" is no Select Committee.
    """
    if not _BODY.search(named):
        return False
    meeting = checked.meeting
    own = words_of(meeting.committee)
    bare = named.replace(meeting.organisation, " ") if meeting.organisation else named
    for written in dates_in(named):
        bare = bare.replace(written.words, " ")
    words = words_of(_ABBREVIATION.sub(" ", bare))
    place = [word for word in words_of(meeting.organisation) if not _BODY.fullmatch(word)]
    known = [*own, *words_of(meeting.body_kind), *place, *_OF_ANY_BODY]
    strange = missing_words(words, known)
    distinct = [word for word in own if not _BODY.fullmatch(word)]
    adds_to_it = bool(distinct) and not missing_words(distinct, words)
    return not strange or (adds_to_it and not any(_BODY.fullmatch(word) for word in strange))


def _another_year(title: str, agenda: list[str]) -> str:
    """The years of the cover's title when the agenda's titles name years, too, and none of them."""
    ours = set().union(*(years_in(text) for text in agenda))
    theirs = years_in(title)
    return ", ".join(map(str, sorted(theirs))) if ours and theirs and ours.isdisjoint(theirs) else ""
