"""Everybody whom a meeting names: members, contributors, the contact, who owes a paper, and names in the texts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.clerk_texts import clerk_texts
from agendabuilder.preflight.person_names import PersonName, read_name

_STYLE = re.compile(r"\b(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cynghorydd)\.?\s+(?=\w)")
_WORD = re.compile(r"\s*([\w'’-]+\.?)(\s*[,;:()\n]|['’]s\b)?")  # noqa: RUF001 (apostrophes as clerks type them)
_PARTICLES = frozenset({"de", "van", "von", "der", "la", "ap", "ab", "al"})
_POSTS = frozenset({
    "Cabinet", "Chair", "Chairman", "Committee", "Corporate", "Council", "Deputy", "Director", "Head", "Lead",
    "Leader", "Mayor", "Portfolio", "Vice", "Vice-Chairman", "Vice-Chair",
})  # fmt: skip
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """A person where the meeting names them. `field` is as a finding has it; `is_listed` where the name has a field."""

    typed: str
    name: PersonName
    role: str = ""
    organisation: str = ""
    item_id: str = ""
    field: str = ""
    is_member: bool = False
    is_listed: bool = True


def people_named(meeting: Meeting) -> tuple[Mention, ...]:
    """Every mention of a person by first name or initials and surname; groups and single words are left out."""
    mentions = (*_listed(meeting), *_in_texts(meeting))
    return tuple(mention for mention in mentions if mention.name.first)


def _listed(meeting: Meeting) -> Iterator[Mention]:
    for member in meeting.members:
        yield Mention(member.name, read_name(member.name), "", member.organisation, "", "members", not member.co_opted)
    if meeting.contact and meeting.contact.name:
        yield Mention(meeting.contact.name, read_name(meeting.contact.name), meeting.contact.role, field="contact.name")
    for item in meeting.all_items():
        for person in item.contributors:
            name = read_name(person.name)
            yield Mention(person.name, name, person.role, person.organisation, item.id, "contributors")
        for report in item.reports:
            if report.to_follow and report.to_follow.owner:
                owner = report.to_follow.owner
                yield Mention(owner, read_name(owner), item_id=item.id, field="to_follow")


def _in_texts(meeting: Meeting) -> Iterator[Mention]:
    """Names in the running text that a style such as "Cllr" or "Mrs" gives away."""
    for text in clerk_texts(meeting):
        for style in _STYLE.finditer(text.text):
            typed = _name_at(text.text, style.end())
            name = read_name(style[0] + typed)
            yield Mention(typed, name, item_id=text.item_id, field=text.field, is_listed=False)


def _name_at(text: str, place: int) -> str:
    """The capitalised words from a place on, until one is no part of a name."""
    words: list[str] = []
    while len(words) < _LONGEST and (found := _WORD.match(text, place)):
        word = found[1].removesuffix("'s").removesuffix("’s")  # noqa: RUF001
        if word in _POSTS or not (word[0].isupper() or word in _PARTICLES):
            break
        ends = bool(found[2]) or word != found[1] or (word.endswith(".") and len(word) > 2)
        words.append(word.rstrip("."))
        if ends:
            break
        place = found.end(1)
    while words and words[-1] in _PARTICLES:
        words.pop()
    return " ".join(words)
