"""What a pack's file is called: a name that sorts, and that says whom the pack is for."""

import re
from pathlib import Path

from agendabuilder.domain.audience import Audience
from agendabuilder.domain.meeting import Meeting

_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_NAME = 120


def pack_file(asked: Path, meeting: Meeting, audience: Audience | None = None, draft: bool = False) -> Path:
    """Where a pack goes: the file `asked`, or a name made of committee and date in the folder `asked`.

    `audience` is for a pack that is one of two, "…-public.pdf" and "…-members.pdf"; they never have the same name.
    """
    ending = f"-{audience.value}" if audience else ""
    if asked.is_dir():
        return asked / f"{default_name(meeting)}{' DRAFT' if draft else ''}{ending}.pdf"
    if not ending or asked.stem.lower().endswith(ending):
        return asked
    return asked.with_name(f"{asked.stem}{ending}{asked.suffix}")


def default_name(meeting: Meeting) -> str:
    """2027-03-04 Housing Committee agenda pack."""
    parts = (meeting.date.isoformat() if meeting.date else "", meeting.committee, "agenda pack")
    return safe_name(" ".join(part for part in parts if part))


def safe_name(name: str) -> str:
    """The name as every system can have it for a file or folder."""
    return " ".join(_UNSAFE.sub(" ", name).split())[:_LONGEST_NAME].strip(" .")
