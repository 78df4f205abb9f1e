"""The issued packs of a meeting: each a folder under `issues/` with its PDFs and its record, never written again.

A new issue is put together aside and comes into being by one renaming, so a killed program leaves no half of one; what
it left aside is swept by the next issue. Whoever issues holds the folder's lock (`folder_lock`): one at a time.
The public's file and the members' stand in folders of their own, so that nobody uploads the wrong one.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from cattrs import BaseValidationError

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssuedPack
from agendabuilder.errors import FolderError, IssueError, MeetingFileError
from agendabuilder.safe_file import flush_folder, put_in_place, why, write_safely
from agendabuilder.store.codec import json_object, meeting_as_json, meeting_from_json
from agendabuilder.store.json_shape import SHAPE, first_fault

ISSUES_FOLDER = "issues"
ISSUE_FORMAT = 1
_RECORD = "issue.json"
_ASIDE = ".new issue "
_FOLDERS = {None: "", Audience.PUBLIC: "for publication", Audience.MEMBERS: "members only"}


class IssuesFolder:
    """The issues kept in a meeting's folder."""

    def __init__(self, meeting_folder: Path) -> None:
        self._folder = meeting_folder / ISSUES_FOLDER

    def all(self) -> tuple[IssuedPack, ...]:
        """Every issue, the first first. Raises `IssueError` when a record cannot be read.

        Of an issue whose folder somebody copied there is one all the same.
        """
        records = sorted(self._folder.glob(f"[!.]*/{_RECORD}"), reverse=True)  # a copy has the longer name
        found = {issued.number: issued for issued in map(_read, records)}
        return tuple(found[number] for number in sorted(found))

    def latest(self) -> IssuedPack | None:
        """The last issue; none before the first. Raises `IssueError`."""
        issues = self.all()
        return issues[-1] if issues else None

    def place(self, number: int) -> Path:
        """The folder of one issue."""
        return self._folder / f"issue {number}"

    def files(self, number: int) -> tuple[Path, ...]:
        """The PDFs of one issue, the public's first."""
        return tuple(sorted(self.place(number).rglob("*.pdf")))

    def packs(self, number: int) -> tuple[tuple[Path, Audience | None], ...]:
        """The PDFs of one issue with whom each is for, the public's first; None for everybody."""
        audiences = {name: audience for audience, name in _FOLDERS.items() if name}
        return tuple((file, audiences.get(file.parent.name)) for file in self.files(number))

    @contextmanager
    def new(self, number: int) -> Iterator["NewIssue"]:
        """Offer a place for the next issue's files; it stands when the block ends well and the record was kept.

        Raises `IssueError` when there is such an issue already, `FolderError` when it cannot be written.
        """
        place = self.place(number)
        if place.exists():
            raise IssueError(
                f"There is a folder “{place.name}” already.",
                "It stays as it is. If it holds no issue, move it somewhere else, and issue the pack again.",
            )
        aside = self._aside()
        try:
            yield NewIssue(aside)
            put_in_place(aside, place)
            flush_folder(self._folder)
        except OSError as problem:
            raise FolderError(
                f"The issue cannot be kept in “{self._folder}”: {why(problem, place)}.",
                "Nothing was issued. Make room, or ask for leave to write there, and issue the pack again.",
            ) from problem
        finally:
            shutil.rmtree(aside, ignore_errors=True)

    def _aside(self) -> Path:
        try:
            self._folder.mkdir(exist_ok=True)
            for left in self._folder.glob(f"{_ASIDE}*"):
                shutil.rmtree(left, ignore_errors=True)
            aside = self._folder / f"{_ASIDE}{uuid4().hex[:8]}"
            aside.mkdir()  # not as a temporary folder, which is private, on Windows for good; and an issue is not
            return aside
        except OSError as problem:
            raise FolderError(
                f"“{self._folder}” cannot be written: {problem.strerror or problem}.",
                "Nothing was issued. Ask for leave to write there, and issue the pack again.",
            ) from problem


class NewIssue:
    """An issue while it is put together."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def folder_for(self, audience: Audience | None) -> Path:
        """Where the pack for an audience goes. Raises `OSError`."""
        folder = self._path / _FOLDERS[audience]
        folder.mkdir(exist_ok=True)
        return folder

    def keep(self, issued: IssuedPack) -> None:
        """Write the record. Raises `OSError`."""
        write_safely(self._path / _RECORD, encode_issue(issued).encode())


def encode_issue(issued: IssuedPack) -> str:
    """The record of an issue as JSON; the meeting stands in it as in a file of its own."""
    document: dict[str, Any] = {"format": ISSUE_FORMAT, **SHAPE.unstructure(issued)}
    document["meeting"] = meeting_as_json(issued.meeting)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def decode_issue(text: str | bytes) -> IssuedPack:
    """Read the record of an issue. Raises `MeetingFileError` with the place of what is wrong."""
    document = json_object(text)
    if document.pop("format", None) != ISSUE_FORMAT:
        raise MeetingFileError(
            "The record was written by another version of the program.", "Open the meeting with that version."
        )
    meeting = meeting_from_json(document.pop("meeting", {}))
    try:
        issued: IssuedPack = SHAPE.structure({**document, "meeting": {}}, IssuedPack)
    except BaseValidationError as problem:
        fault = first_fault(problem)
        if fault is None:
            raise
        raise MeetingFileError(f"{fault.place}: {fault.sentence}", "", fault.place) from problem
    return replace(issued, meeting=meeting)


def _read(record: Path) -> IssuedPack:
    try:
        return decode_issue(record.read_bytes())
    except (OSError, MeetingFileError) as problem:
        said = problem.title if isinstance(problem, MeetingFileError) else problem.strerror
        raise IssueError(
            f"The record of “{record.parent.name}” cannot be read: {said}",
            "Put that folder back from a backup copy, or move it out of “issues”; nothing is compared with it then.",
        ) from problem
