"""Checks of the members' roll: everybody once, and one chairman."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Member
from agendabuilder.preflight.person_names import read_name

_CHAIRS = ("chair", "convener", "convenor", "cadeirydd", "mayor", "maer", "provost", "president", "leader", "presiding")
_NOT_CHAIRS = ("vice", "deputy", "is-", "depute", "former", "past", "designate", "elect")
_ELECTION = ("election of", "elect a", "appointment of", "appoint a", "ethol")


def check_roll(meeting: Meeting, _: date) -> Iterator[Finding]:
    """Members who are listed twice, no chairman, or more than one."""
    names = Counter(filter(None, (read_name(member.name).folded for member in meeting.members)))
    for folded, count in names.items():
        if count > 1:
            member = next(each for each in meeting.members if read_name(each.name).folded == folded)
            sentence = f"“{member.name}” is listed {'twice' if count == 2 else f'{count} times'} among the members."
            yield Finding(Severity.WARNING, "members-twice", sentence, "Take one out.", field="members")
    chairs = [member for member in meeting.members if _is_chair(member)]
    if meeting.members and not chairs and not _elects_chair(meeting):
        yield Finding(
            Severity.WARNING,
            "members-chair",
            "None of the members is marked as chairman.",
            "Enter the role beside the member's name.",
            field="members",
        )
    if len(chairs) > 1 and not all("co-" in member.role.lower() for member in chairs):
        listed = " and ".join(f"“{member.name}”" for member in chairs)
        yield Finding(
            Severity.WARNING,
            "members-chairs",
            f"{len(chairs)} members are marked as chairman: {listed}.",
            "Check who chairs the meeting.",
            field="members",
        )


def _is_chair(member: Member) -> bool:
    role = member.role.casefold()
    return any(word in role for word in _CHAIRS) and not any(word in role for word in _NOT_CHAIRS)


def _elects_chair(meeting: Meeting) -> bool:
    """Whether choosing who presides is business of this meeting."""
    titles = (item.title.casefold() for item in meeting.all_items())
    return any(any(word in title for word in _ELECTION) and "chair" in title for title in titles)
