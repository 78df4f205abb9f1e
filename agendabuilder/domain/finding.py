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
    there is a place: a field of the report, else of the item, else of the meeting ("contact.email", or
    "notices.3.text" of the notice with the id 3). `found` is what stands there, word for word, and `instead` what
    may be put in its place, where it is a matter of words. `for_author` is a sentence that the clerk can send to
    the report's author as it stands.
    """

    severity: Severity
    code: str
    sentence: str
    advice: str = ""
    item_id: str = ""
    report_id: str = ""
    field: str = ""
    for_author: str = ""
    found: str = ""
    instead: str = ""

    @property
    def can_be_accepted(self) -> bool:
        """Whether the clerk may let it stand: a blocker would make the pack wrong, whatever the reason."""
        return self.severity is not Severity.BLOCKER


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A clerk's word that a finding may stand, with the reason. It holds as long as the finding says the same.

    `sentence` is what the finding said when it was accepted; one that says something else is a new finding.
    """

    code: str = ""
    item_id: str = ""
    report_id: str = ""
    field: str = ""
    sentence: str = ""
    reason: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether this is the finding that was accepted, with the same facts."""
        accepted = (self.code, self.item_id, self.report_id, self.field, self.sentence)
        return accepted == (finding.code, finding.item_id, finding.report_id, finding.field, finding.sentence)
