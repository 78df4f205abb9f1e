"""A meeting as JSON and back, strictly: what is not understood is refused with the place where it stands.

Format history. Format 1: the first. The keys are the fields of `agendabuilder.domain.meeting.Meeting` and
of what it holds; a key that has its default is left out when saving. docs/file-format.md lists them all.
"""

import json
from typing import Any

from cattrs import BaseValidationError

from agendabuilder.domain.meeting import Meeting
from agendabuilder.errors import MeetingFileError
from agendabuilder.store.identities import with_identities
from agendabuilder.store.json_shape import SHAPE, first_fault
from agendabuilder.store.meeting_rules import check_meeting
from agendabuilder.store.migrations import FORMAT, migrated


def decode_meeting(text: str | bytes) -> Meeting:
    """Read a meeting file's text. Raises `MeetingFileError`, which names the place, such as `items[2].start`."""
    return meeting_from_json(json_object(text))


def meeting_from_json(document: dict[str, Any]) -> Meeting:
    """Read a meeting from parsed JSON. Raises `MeetingFileError`."""
    fields = migrated(document)
    try:
        meeting = SHAPE.structure(fields, Meeting)
    except BaseValidationError as problem:
        fault = first_fault(problem)
        if fault is None:
            raise
        raise _refused(fault.place, fault.sentence) from problem
    if broken := check_meeting(meeting):
        raise _refused(*broken)
    return with_identities(meeting)


def encode_meeting(meeting: Meeting) -> str:
    """The meeting as the text of its file: format first, fields in their own order, defaults left out."""
    return json.dumps(meeting_as_json(meeting), ensure_ascii=False, indent=2) + "\n"


def meeting_as_json(meeting: Meeting) -> dict[str, Any]:
    """The meeting as a JSON object, which `meeting_from_json` reads."""
    return {"format": FORMAT, **SHAPE.unstructure(meeting)}


def json_object(text: str | bytes) -> dict[str, Any]:
    """Parse a file that must hold one JSON object. Raises `MeetingFileError` with line and column."""
    try:
        document = json.loads(text, object_pairs_hook=_without_repeats, parse_constant=_no_constant)
    except json.JSONDecodeError as problem:
        place = f"line {problem.lineno}, column {problem.colno}"
        raise MeetingFileError(
            f"The file is not valid JSON at {place}: {problem.msg}.", "Mend that line and try again.", place
        ) from problem
    except UnicodeDecodeError as problem:
        raise MeetingFileError("The file is not UTF-8 text.", "Save it as UTF-8 and try again.") from problem
    except RecursionError as problem:
        raise MeetingFileError("The file is nested too deeply to be a meeting.") from problem
    if not isinstance(document, dict):
        raise MeetingFileError("The file does not hold a meeting: it must begin with “{”.")
    return document


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = dict(pairs)
    if len(keys) < len(pairs):
        repeated = next(key for index, (key, _) in enumerate(pairs) if key in dict(pairs[:index]))
        raise MeetingFileError(f"The key “{repeated}” stands twice in one place.", "Keep one of the two.", repeated)
    return keys


def _no_constant(name: str) -> float:
    raise MeetingFileError(f"The file holds “{name}”, which is not a number.", "Put a number there.")


def _refused(place: str, sentence: str) -> MeetingFileError:
    where = f"{place}: {sentence}" if place else f"{sentence[0].upper()}{sentence[1:]}"
    return MeetingFileError(where, "docs/file-format.md lists every key.", place)
