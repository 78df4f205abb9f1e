"""What a pack's file is called: a name that sorts, and that says when a pack is not for publication."""

import re
from pathlib import Path

from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.front_matter import PackMarks

_MEMBERS_ONLY = "members only"
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 120


def pack_file(folder: Path, meeting: Meeting, marks: PackMarks, out: Path | None = None) -> Path:
    """Where the pack goes: the file `out`, or a name made of committee and date in the folder `out` or the meeting's.

    A pack with anything exempt in it says "members only" in its name, whatever name was asked for.
    """
    named = f"{default_name(meeting)}{' DRAFT' if marks.draft else ''}.pdf"
    asked = out / named if out and out.is_dir() else out or folder / named
    if not marks.members_only or _MEMBERS_ONLY in asked.stem.lower():
        return asked
    return asked.with_name(f"{asked.stem} ({_MEMBERS_ONLY}){asked.suffix}")


def default_name(meeting: Meeting) -> str:
    """2027-03-04 Housing Committee agenda pack."""
    parts = (meeting.date.isoformat() if meeting.date else "", meeting.committee, "agenda pack")
    return safe_name(" ".join(part for part in parts if part))


def safe_name(name: str) -> str:
    """The name as every system can have it for a file or folder."""
    return " ".join(_UNSAFE.sub(" ", name).split())[:_LONGEST_NAME].strip(" .")
