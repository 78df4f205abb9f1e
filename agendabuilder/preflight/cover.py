"""Reads a report's cover: the rows of labels and values (Title, Date, Report to …) at the head of an officer's report.

Councils label them in many ways, with and without colons, in tables and in plain lines. Where the rows are too few to
be sure, there is no cover: minutes, letters, slides and plans have none, and nothing is said of those.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Row(StrEnum):
    """What a row of a cover is about."""

    TO = "to"
    DATE = "date"
    MEETING_DATE = "meeting_date"
    TITLE = "title"
    AUTHOR = "author"
    CONTACT = "contact"
    CABINET_MEMBER = "cabinet_member"
    WARDS = "wards"
    RECOMMENDATIONS = "recommendations"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class CoverRow:
    """One row: its label as printed, its value as one line, the page and the line on it (both from 1)."""

    row: Row
    label: str
    value: str
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Cover:
    """The rows in their order, and whether the report recommends something and names background papers anywhere."""

    rows: tuple[CoverRow, ...]
    recommends: bool = False
    names_background: bool = False

    def all(self, *wanted: Row) -> tuple[CoverRow, ...]:
        """The rows of these kinds that have a value."""
        return tuple(each for each in self.rows if each.row in wanted and each.value)

    @property
    def is_full(self) -> bool:
        """Whether it is plainly the cover of an officer's report, so that what is missing on it can be told."""
        kinds = {each.row for each in self.rows if each.value}
        return len(kinds) >= 4 and Row.TITLE in kinds and not kinds.isdisjoint({Row.AUTHOR, Row.CONTACT})


_BODY = r"(?:committee|cabinet|council|board|panel|executive|forum|governors|trustees|commission)"
_LABELS = {
    Row.MEETING_DATE: r"(?:committee|meeting|board|council)\s+date|date\s+of\s+(?:the\s+)?(?:committee|meeting|board)",
    Row.DATE: r"date",
    Row.TITLE: r"(?:report|item)\s+title|title(?:\s+of\s+(?:the\s+)?report)?|subject(?:\s+of\s+report)?",
    Row.TO: r"report\s+to|to|name\s+of\s+committee|committee|meeting|decision[\s-]maker",
    Row.CONTACT: r"(?:lead\s+|report\s+)?contacts?(?:\s+officers?|\s+details)?",
    Row.AUTHOR: (
        r"(?:report\s+)?authors?(?:\s+and(?:\s*/\s*or)?\s+contact(?:\s+officers?)?|\(s\))?|report\s+(?:of|by|from)|from|by"
        r"|update\s+from|presented\s+by|(?:lead|responsible)\s+officers?|lead\s+director"
    ),
    Row.CABINET_MEMBER: r"(?:cabinet|executive|lead)\s+members?|(?:cabinet\s+)?portfolio\s+holders?|cabinet\s+lead",
    Row.WARDS: r"(?:wards?|divisions?|electoral\s+divisions?)(?:\s*\(s\))?(?:\s+affected)?",
    Row.RECOMMENDATIONS: r"recommendations?(?:\s*\(s\))?",
    Row.OTHER: (
        r"classification|key\s+decision|decision\s+(?:no|number|ref\w*)|exempt\w*(?:\s+information)?|status|summary|purpose"
        r"|appendices|(?:past|future)\s+pathway\s+of\s+(?:paper|report)|background\s+(?:papers|documents)|agenda\s+item"
    ),
}
_ROW = re.compile(
    r"\s*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:"
    + "|".join(f"(?P<{row.name}>{pattern})" for row, pattern in _LABELS.items())
    + r")(?:\s*(?P<colon>:)\s*|\s+|\s*$)(?P<value>.*)",
    re.IGNORECASE,
)
_NEED_COLON = {"to", "from", "by", "committee", "meeting", "contact", "contacts", "status", "summary", "purpose"}
"""Labels that begin ordinary sentences, too."""

_OTHER_PAPER = re.compile(
    r"\s*(?:time|venue|place|sent|cc|present|apologies|dear\b.*|subject\s*:\s*re)\s*(?::|$)", re.IGNORECASE
)
"""Lines of agendas, minutes, letters and e-mails, which have rows like a cover's."""

_HEADING = re.compile(rf"\s*report\s+to\s+(?:the\s+)?(?P<body>[^.]{{0,80}}\b{_BODY}\b[^.]{{0,60}})", re.IGNORECASE)
_NEW_ROW = re.compile(r"\s*(?:[A-Z][\w /()&'\u2019,-]{2,45}:(?:\s|$)|\d+[.)]?\s+[A-Z]|•)")
_RECOMMENDS = re.compile(
    r"^[ \t]*(?:[\d.)(]+[ \t]*)?(?:[A-Z]\w+\s)?recommend(?:ation|ed)|\b(?:asked|invited|requested|recommended)\s+to\b"
    r"|\brecommended\s+that\b|\bis\s+recommended\b|\brecommends?\s+that\b",
    re.IGNORECASE | re.MULTILINE,
)
_BACKGROUND = re.compile(r"\bbackground\s+(?:papers?|documents?|information|reports?|materials?)\b", re.IGNORECASE)
_LINES = 45
"""How many lines of a page can belong to a cover."""

_LONGEST = 300
"""Characters of a line that are read."""

_REST_OF_LABEL = ("officer", "officers", "affected", "member")
"""What is left of a label that ran over two lines."""

_OF_PEOPLE = {Row.AUTHOR, Row.CONTACT, Row.CABINET_MEMBER}
_PERSON = re.compile(
    r"(?:(?:Cllr|Councillor|Dr|Mr|Mrs|Ms|Miss|Prof|Professor)\.?\s)?[A-Z][\w\u2019'-]+(?:\s[A-Z][\w\u2019'-]+){1,2}\s*(?:,|[\u2013-]\s)"
)

_NEEDED = {Row.TO, Row.DATE, Row.MEETING_DATE, Row.TITLE}
_LONG = 48
"""A line with more characters than this was probably broken because it was full."""


def read_cover(pages: Sequence[str]) -> Cover | None:
    """The cover of a report whose pages have these texts; it stands on the first page, or on the second after a title.

    None when there is no cover.
    """
    for number, page in enumerate(pages[:2], start=1):
        lines = [line[:_LONGEST] for line in page.split("\n")[:_LINES]]
        rows = tuple(_rows(lines, number))
        if _is_cover(rows):
            return Cover(rows, _anywhere(_RECOMMENDS, pages), _anywhere(_BACKGROUND, pages))
    return None


def _is_cover(rows: Sequence[CoverRow]) -> bool:
    kinds = {each.row for each in rows if each.value}
    return (
        len(kinds - {Row.OTHER}) >= 3 and len(kinds & _NEEDED) >= 1 and not any("@" in each.value for each in rows[:2])
    )


def _anywhere(wanted: re.Pattern[str], pages: Sequence[str]) -> bool:
    return any(wanted.search(page) for page in pages)


def _rows(lines: Sequence[str], page: int) -> Iterator[CoverRow]:
    if any(_OTHER_PAPER.match(line) for line in lines):
        return
    found = {place: match for place, line in enumerate(lines) if (match := _label(line))}
    bare = {_kind(match) for match in found.values() if not match["colon"]}
    if len(bare) < 3:  # no table without colons: such lines are sentences
        found = {place: match for place, match in found.items() if match["colon"]}
    for place, line in enumerate(lines):
        if place in found:
            match = found[place]
            value = _value(lines, place, match["value"].strip(), _kind(match), found)
            yield CoverRow(_kind(match), _label_text(match), value, page, place + 1)
        elif heading := _HEADING.match(line):
            yield CoverRow(Row.TO, "Report to", heading["body"].strip(), page, place + 1)


def _label(line: str) -> re.Match[str] | None:
    match = _ROW.match(line)
    if match is None or not line.lstrip(" 0123456789.)")[:1].isupper():
        return None
    return None if not match["colon"] and _label_text(match).casefold() in _NEED_COLON else match


def _kind(match: re.Match[str]) -> Row:
    return next(row for row in _LABELS if match[row.name] is not None)


def _label_text(match: re.Match[str]) -> str:
    return " ".join(match[_kind(match).name].split())


def _value(lines: Sequence[str], place: int, begun: str, row: Row, labels: Collection[int]) -> str:
    """The value that begins beside its label, or under it, with the lines that it runs over; "; " before a person."""
    value = begun
    for following in range(place + 1, min(place + 4, len(lines))):
        line = lines[following].strip()
        if not line or following in labels or _NEW_ROW.match(line):
            break
        if not value and line.casefold() in _REST_OF_LABEL:
            continue
        is_person = row in _OF_PEOPLE and _PERSON.match(line) is not None
        if value and not (is_person or len(lines[following - 1].strip()) > _LONG or line[:1].islower()):
            break
        value = "; ".join((value, line)) if value and is_person else f"{value} {line}".strip()
    return value
