"""What the checks notice about a clerk's material: values, never exceptions."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """A blocker would make the pack wrong; a warning should be looked at; a note is for information."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing noticed: a sentence, what to do about it, and where it is.

    `code` is stable and named in docs/errors.md. `item_id`, `report_id` and `field` say where, as far as
    there is a place.
    """

    severity: Severity
    code: str
    sentence: str
    advice: str = ""
    item_id: str = ""
    report_id: str = ""
    field: str = ""
