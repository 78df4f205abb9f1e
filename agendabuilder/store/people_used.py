"""The people whom the clerk has used in meetings before, so that a name need not be typed twice.

Kept in the user's data folder as plain JSON; the clerk can edit or clear it. It is a convenience: a file that
cannot be read is as none, and one that cannot be written is left.
"""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from agendabuilder import paths
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.people import Contributor
from agendabuilder.safe_file import write_safely

_MOST = 2000


def people_file() -> Path:
    """Where the people are kept."""
    return paths.user_data() / "people.json"


def load_people() -> tuple[Contributor, ...]:
    """The people used before, in the order of the alphabet."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        found = json.loads(people_file().read_text(encoding="utf-8"))["people"]
        return tuple(Contributor(str(each["name"]), str(each["role"]), str(each["organisation"])) for each in found)
    return ()


def remember_people(meeting: Meeting) -> None:
    """Add the meeting's members and contributors; somebody known by the same name is known anew."""
    met = [Contributor(each.name, each.role, each.organisation) for each in meeting.members]
    met += [each for item in meeting.all_items() for each in item.contributors]
    known = {each.name: each for each in (*load_people(), *met) if each.name}
    if met:
        save_people(known.values())


def save_people(people: Iterable[Contributor]) -> None:
    """Keep these people; none clears the list."""
    listed = sorted(people, key=lambda each: each.name.casefold())[:_MOST]
    text = json.dumps({"people": [asdict(each) for each in listed]}, ensure_ascii=False, indent=1)
    with suppress(OSError):
        people_file().parent.mkdir(parents=True, exist_ok=True)
        write_safely(people_file(), text.encode())
