"""What a build did, kept as JSON beside the pack: the proof that nothing is missing.

Page numbers are as printed, so they are texts ("16a"); `pages_in` are the pages chosen from a report's file,
`pages_out` those found in the finished pack.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cattrs import BaseValidationError

from agendabuilder.domain.finding import Finding
from agendabuilder.errors import FolderError
from agendabuilder.safe_file import write_safely
from agendabuilder.store.json_shape import SHAPE

RECORD_FORMAT = 1
_ENDING = ".record.json"


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """One report as it went into the pack. `state` is attached, to follow, verbal, withheld or missing."""

    id: str
    title: str
    file: str
    state: str
    fingerprint: str
    pages_in: int
    pages_out: int
    first_page: str | None
    last_page: str | None


@dataclass(frozen=True, slots=True)
class ItemRecord:
    """One item of the agenda with its range, trailing blank page included."""

    id: str
    number: str
    title: str
    first_page: str | None
    last_page: str | None
    reports: tuple[ReportRecord, ...]


@dataclass(frozen=True, slots=True)
class BuildRecord:
    """One build of a pack for `audience` (empty: for everybody).

    `fingerprint` is the SHA-256 of the pack's file. `looked_through`: whether that was looked through from cover to
    cover, as it is for an issue. `seconds` is how long the build took; everything else depends on the input alone.
    """

    format: int
    program: str
    file: str
    title: str
    date: str | None
    draft: bool
    audience: str
    total_pages: int
    front_pages: int
    items: tuple[ItemRecord, ...]
    findings: tuple[Finding, ...]
    seconds: float
    fingerprint: str = ""
    looked_through: bool = False

    def as_json(self) -> str:
        """The record as JSON text."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def record_file(pack: Path) -> Path:
    """Where the record of a pack lies."""
    return pack.with_name(f"{pack.stem}{_ENDING}")


def packs_with_record(folder: Path) -> tuple[Path, ...]:
    """The packs that lie in a folder beside their records, by name."""
    packs = (record.with_name(f"{record.name.removesuffix(_ENDING)}.pdf") for record in folder.glob(f"*{_ENDING}"))
    return tuple(sorted(pack for pack in packs if pack.is_file()))


def save_record(record: BuildRecord, pack: Path) -> None:
    """Write the record beside its pack. Raises `OSError`."""
    write_safely(record_file(pack), record.as_json().encode())


def read_record(pack: Path) -> BuildRecord:
    """The record beside a pack. Raises `FolderError` when it is none, or was written by another version."""
    place = record_file(pack)
    try:
        document = json.loads(place.read_bytes())
        if isinstance(document, dict) and document.get("format") == RECORD_FORMAT:
            record: BuildRecord = SHAPE.structure(document, BuildRecord)
            return record
    except (OSError, ValueError, BaseValidationError):
        pass
    raise FolderError(f"The record “{place.name}” cannot be read.", "Build the pack again; that writes it anew.")
