"""Opens Office files that have a password, and tells those that everybody can open though they are encrypted.

A worker does it, as such a file may be damaged, or ask for hours of arithmetic. The passwords reach it through a pipe;
what it writes down is which of them fits, never the password.
"""

import json
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from agendabuilder.reports.conversion import Conversion
from agendabuilder.reports.running import TookTooLongError, run_function
from agendabuilder.safe_file import write_safely

_OPEN_TO_ALL = ("VelvetSweatshop", "/01Hannes Ruescher/01")
"""With these Excel and PowerPoint encrypt what is protected against changes only; they open it without a question
([MS-OFFCRYPTO] 2.4.2.3, [MS-PPT] 2.3.7)."""


class Lock(Enum):
    """What was found out about a file's lock."""

    NONE = "it has none"
    OPENED = "one of the passwords opened it"
    OPEN_TO_ALL = "it opens without a question to anybody"
    SHUT = "none of the passwords opens it"
    STRANGE = "it is none that can be opened here"


@dataclass(frozen=True, slots=True)
class Opening:
    """How a lock was found; `password` is the one that opened it."""

    lock: Lock
    password: str = ""


def open_lock(work: Conversion, passwords: tuple[str, ...], copy: Path) -> Opening:
    """Try to open the file; when it opens, what was inside lies at `copy`.

    Raises `Cancelled`. A file that keeps the worker longer than it may has a strange lock.
    """
    told = work.folder / "lock.json"
    tried = tuple(filter(None, passwords))
    try:
        run_function(
            open_here, (str(work.source), str(copy), str(told), *_OPEN_TO_ALL, *tried), work.limits, work.go_on
        )
        is_locked, place = json.loads(told.read_text("utf-8"))
    except (TookTooLongError, FileNotFoundError):
        return Opening(Lock.STRANGE)
    if not is_locked:
        return Opening(Lock.NONE)
    if place is None:
        return Opening(Lock.SHUT)
    own = place - len(_OPEN_TO_ALL)
    return Opening(Lock.OPENED, tried[own]) if own >= 0 else Opening(Lock.OPEN_TO_ALL)


def open_here(source: str, copy: str, told: str, *passwords: str) -> None:
    """The work of the worker: write the opened copy, then whether there is a lock and which password fits."""
    import msoffcrypto

    with Path(source).open("rb") as file:
        office = msoffcrypto.OfficeFile(file)
        is_locked = office.is_encrypted()
        fitting = (place for place, each in enumerate(passwords) if _opens(office, each, Path(copy)))
        answer = (is_locked, next(fitting, None) if is_locked else None)
    write_safely(Path(told), json.dumps(answer).encode())


def _opens(office: Any, password: str, copy: Path) -> bool:
    """Whether the password opens it; then the copy is there."""
    from msoffcrypto.exceptions import InvalidKeyError
    from msoffcrypto.format.ooxml import OOXMLFile

    asked = {"verify_password": True} if isinstance(office, OOXMLFile) else {}  # the old kinds are always verified
    try:
        office.load_key(password=password, **asked)
        with copy.open("wb") as out:
            office.decrypt(out)
    except InvalidKeyError:
        return False
    return True
