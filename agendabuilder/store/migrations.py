"""Older meeting files are brought up to the present format; newer ones are refused.

Format 1 is the first, so nothing is brought up yet: only the number is read and checked.
"""

from typing import Any

from agendabuilder.errors import MeetingFileError

FORMAT = 1
"""The format that this program writes."""


def migrated(document: dict[str, Any]) -> dict[str, Any]:
    """The document's fields in the present format, without the format number. Raises `MeetingFileError`."""
    number = document.get("format", FORMAT)
    if type(number) is not int or number < 1:
        raise MeetingFileError("format: this must be a whole number from 1.", f"Put {FORMAT} there.", "format")
    if number > FORMAT:
        raise MeetingFileError(
            f"format: this file has format {number}; this version of Agenda Builder reads up to {FORMAT}.",
            "Open it with a newer version.",
            "format",
        )
    return {key: value for key, value in document.items() if key != "format"}
