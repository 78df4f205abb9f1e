"""Checks of people: one person under two spellings or two titles, two people whom the minutes cannot tell apart."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import combinations

from rapidfuzz.fuzz import ratio, token_sort_ratio

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.people_named import Mention, people_named
from agendabuilder.preflight.person_names import PersonName

_LIKE_NAMES = 80
_LIKE_TITLES = 70
_ELECTED = ("cabinet", "portfolio", "chair", "leader", "mayor", "councillor", "member")


def check_people(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Everybody whom the meeting names, compared with everybody else."""
    mentions = people_named(meeting)
    by_spelling: dict[str, Mention] = {}
    for mention in mentions:
        by_spelling.setdefault(mention.name.spelled, mention)
    for first, second in _neighbours(tuple(by_spelling.values())):
        if finding := _spellings(first, second) or _same_initials(first, second):
            yield finding
    yield from _titles(mentions)
    yield from _namesakes(mentions)


def _neighbours(people: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The pairs worth comparing: surnames with one first letter, and the same words in another order or division."""
    families: dict[str, list[Mention]] = defaultdict(list)
    for person in people:
        families[person.name.surname[:1]].append(person)
    for family in families.values():
        yield from combinations(family, 2)
    alike: dict[str, Mention] = {}
    for person in people:
        for key in {" ".join(sorted(person.name.words)), "".join(person.name.words)}:
            before = alike.setdefault(key, person)
            if before is not person and before.name.surname[:1] != person.name.surname[:1]:
                yield before, person


def _spellings(first: Mention, second: Mention) -> Finding | None:
    a, b = first.name, second.name
    if not _is_one_person(a, b) and not _is_one_post(first, second):
        return None
    if a.has_only_initials != b.has_only_initials and (_is_officer(first, second) or _is_officer(second, first)):
        return None
    initials = a.surname == b.surname and (a.has_only_initials or b.has_only_initials)
    sure = _better(first, second)
    doubtful = second if sure is first else first
    return Finding(
        Severity.NOTE if initials else Severity.WARNING,
        "person-initial" if initials else "person-spelling",
        f"“{first.typed}” and “{second.typed}” look like one person.",
        "Write the name in one way throughout." if initials else "Write the name in one way, or let both stand.",
        item_id=doubtful.item_id,
        field=doubtful.field,
        found=doubtful.name.spelled,
        instead=sure.name.spelled,
    )


def _is_one_person(a: PersonName, b: PersonName) -> bool:
    """The same name but for case and accents, turned round, nearly the same, or with an initial for the first name."""
    if sorted(a.words) == sorted(b.words) or "".join(a.words) == "".join(b.words):
        return True
    near_surname = a.surname == b.surname or (len(a.surname) > 3 and ratio(a.surname, b.surname) >= _LIKE_NAMES)
    if not near_surname:
        return False
    if a.first == b.first:
        return not (a.has_only_initials and a.surname != b.surname)
    if a.has_only_initials != b.has_only_initials:
        return a.first[0] == b.first[0]
    return a.surname == b.surname and min(len(a.first), len(b.first)) > 2 and ratio(a.first, b.first) >= _LIKE_NAMES


def _is_officer(person: Mention, councillor: Mention) -> bool:
    """Whether one is an officer by their post and the other a councillor by their style or by the roll."""
    is_elected = councillor.is_member or councillor.name.councillor
    return is_elected and _has_officers_post(person)


def _has_officers_post(person: Mention) -> bool:
    is_elected = person.is_member or person.name.councillor
    return bool(person.role) and not is_elected and not any(word in person.role.casefold() for word in _ELECTED)


def _is_one_post(first: Mention, second: Mention) -> bool:
    """Two surnames with one first name and one post: one of them is a slip."""
    same_first = first.name.first == second.name.first and not first.name.has_only_initials
    role = folded_title(first.role)
    return same_first and len(role.split()) > 1 and role == folded_title(second.role)


def _better(first: Mention, second: Mention) -> Mention:
    """The spelling to keep: of the roll before another list before the text, in full before initials."""

    def weight(mention: Mention) -> tuple[bool, bool, bool]:
        return not mention.name.has_only_initials, mention.field == "members", mention.is_listed

    return second if weight(second) > weight(first) else first


def _same_initials(first: Mention, second: Mention) -> Finding | None:
    a, b = first.name, second.name
    if a.surname != b.surname or a.first[0] != b.first[0] or not (first.is_listed and second.is_listed):
        return None
    short = f"{a.first[0].upper()} {a.spelled.split()[-1]}"
    return Finding(
        Severity.NOTE,
        "person-same-initials",
        f"“{first.typed}” and “{second.typed}” have the same initial and surname: minutes that say “{short}” "
        "do not tell them apart.",
        "Give first names in full.",
        item_id=second.item_id,
        field=second.field,
    )


def _namesakes(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """A councillor and an officer of exactly the same name."""
    councillors = {m.name.folded: m for m in mentions if m.is_member or m.name.councillor}
    told: set[str] = set()
    for officer in mentions:
        member = councillors.get(officer.name.folded)
        if member is None or not _has_officers_post(officer) or officer.name.folded in told:
            continue
        told.add(officer.name.folded)
        yield Finding(
            Severity.NOTE,
            "person-same-initials",
            f"“{member.typed}” is a councillor, and “{officer.typed}” is named as {officer.role}: "
            "readers will take them for one person.",
            "Give first names in full, or mend the name.",
            item_id=officer.item_id,
            field=officer.field,
        )


def _titles(mentions: Sequence[Mention]) -> Iterator[Finding]:
    """One person with two titles that are nearly the same; two that have nothing in common are two posts."""
    posts: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.role:
            posts[mention.name.folded].append(mention)
    for held in posts.values():
        told = {held[0].role}
        for mention in held[1:]:
            if mention.role not in told and is_like_title(held[0].role, mention.role):
                yield Finding(
                    Severity.WARNING,
                    "person-title",
                    f"“{mention.typed}” has two titles: “{held[0].role}” and “{mention.role}”.",
                    "Use the right one in both places.",
                    item_id=mention.item_id,
                    field="contributors",
                    found=mention.role,
                    instead=held[0].role,
                )
            told.add(mention.role)


@lru_cache(maxsize=4096)
def is_like_title(one: str, other: str) -> bool:
    """Whether two titles differ only in their writing or in some of their words."""
    return token_sort_ratio(folded_title(one), folded_title(other)) >= _LIKE_TITLES


@lru_cache(maxsize=4096)
def folded_title(title: str) -> str:
    """A title in small letters, "&" as "and", without punctuation."""
    words = title.casefold().replace("&", " and ").replace("'", "").replace("’", "")  # noqa: RUF001
    return " ".join("".join(sign if sign.isalnum() else " " for sign in words).split())
