"""The next meeting of a body, made from this one in a folder of its own."""

import shutil
from collections.abc import Set
from contextlib import suppress
from datetime import date
from pathlib import Path

from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.next_meeting import next_meeting
from agendabuilder.domain.safe_names import safe_name
from agendabuilder.preflight.bank_holidays import bank_holidays_around
from agendabuilder.store.meeting_folder import MeetingFolder, create_folder


def make_next_meeting(source: Path, meeting: Meeting, day: date, kept: Set[str], target: Path) -> MeetingFolder:
    """Make a folder with the meeting after `meeting`, whose own folder is `source`; the logo goes along.

    `kept` are the ids of the top items that come back. Raises `FolderError`.
    """
    following = next_meeting(meeting, day, kept, bank_holidays_around(meeting.notice_rule.nation, day))
    folder = create_folder(target, following)
    logo = meeting.look.logo
    if logo and logo.file:
        with suppress(OSError):  # a logo that is not there is a finding of the new meeting, as it was of the old
            (target / logo.file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / logo.file, target / logo.file)
    return folder


def folder_for(parent: Path, committee: str, day: date) -> Path:
    """A folder's name in `parent` for a meeting that is not taken: "2027-03-04 Housing Committee"."""
    wanted = parent / safe_name(f"{day.isoformat()} {committee}")
    number, path = 1, wanted
    while path.exists():
        number += 1
        path = wanted.with_name(f"{wanted.name} {number}")
    return path
