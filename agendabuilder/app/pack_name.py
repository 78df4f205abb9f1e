"""What a pack's file is called: a name that sorts, and that says whom the pack is for."""

from collections.abc import Collection
from pathlib import Path

from agendabuilder.app.made_packs import BuildOrder
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.issued_pack import IssueMode
from agendabuilder.domain.meeting import Meeting
from agendabuilder.domain.safe_names import safe_name
from agendabuilder.errors import PackNotWrittenError
from agendabuilder.safe_file import why

_LONGEST_READER = 60
"""Letters of a reader's name."""

_USUAL = BuildOrder()


def pack_file(
    asked: Path,
    meeting: Meeting,
    audience: Audience | None = None,
    order: BuildOrder = _USUAL,
    what: str = "agenda pack",
) -> Path:
    """Where a pack goes: the file `asked`, or a name made of committee and date in the folder `asked`.

    `audience` is for a pack that is one of two, "…-public.pdf" and "…-members.pdf"; they never have the same name.
    A draft, a supplement and one reader's copy have names of their own, so that none takes the whole pack's place.
    `what` the file is stands in its name.
    """
    ending = f"-{audience.value}" if audience else ""
    if is_folder(asked):
        return asked / f"{_name(meeting, audience, order, what)}{ending}.pdf"
    if not ending or asked.stem.lower().endswith(ending):
        return asked
    return asked.with_name(f"{asked.stem}{ending}{asked.suffix}")


def is_folder(asked: Path, file_endings: Collection[str] = (".pdf",)) -> bool:
    """Whether a place means a folder, which need not be there yet: anything whose name does not end as a file's."""
    return asked.is_dir() or asked.suffix.lower() not in file_endings


def make_folder(place: Path) -> None:
    """Make a folder for what is to be written there, where it is missing. Raises `PackNotWrittenError`."""
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise PackNotWrittenError(
            f"The folder “{place}” cannot be made: {why(problem, place)}.",
            "Choose another, or ask for leave to write there.",
        ) from problem


def _name(meeting: Meeting, audience: Audience | None, order: BuildOrder, what: str) -> str:
    supplement = " supplement" if order.way is IssueMode.SUPPLEMENT else ""
    whose = ""
    if order.reader and audience is not Audience.PUBLIC:
        whose = f" for {safe_name(order.reader, _LONGEST_READER) or 'one reader'}"
    return f"{default_name(meeting, what)}{supplement}{' DRAFT' if order.draft else ''}{whose}"


def default_name(meeting: Meeting, what: str = "agenda pack") -> str:
    """2027-03-04 Housing Committee agenda pack."""
    parts = (meeting.date.isoformat() if meeting.date else "", meeting.committee, what)
    return safe_name(" ".join(part for part in parts if part))
