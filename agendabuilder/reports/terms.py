"""On what terms the clerk's files are taken in: what it may cost, which passwords are known, how fine a scan stays.

Passwords live here only: in memory, for as long as the clerk's session. They are never written, logged or shown.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Limits:
    """What the conversion of one file may cost: seconds, and megabytes of memory."""

    seconds: float = 60.0
    megabytes: int = 4000


@dataclass(frozen=True, slots=True)
class Terms:
    """What a job is told about taking files in.

    `passwords` are those that the clerk gave in this session; each is tried on every locked PDF, so that one that
    a department uses for all its papers is asked for once. A picture finer than `scan_dpi` dots per inch on its
    page is made as coarse as that, unless it is of black and white only; 0 leaves every picture as it is.
    """

    limits: Limits = field(default_factory=Limits)
    passwords: tuple[str, ...] = field(default=(), repr=False)
    scan_dpi: int = 0


USUAL = Terms()
"""Nothing asked for, nothing known."""
