"""What looking through a finished pack came to: a value that is light to load, as it comes from another process."""

from dataclasses import dataclass

from agendabuilder.domain.finding import Finding
from agendabuilder.errors import PackNotProvenError

_DO_NOT_PUBLISH = "Do not publish it. Please build again; if it happens again, report it as a fault."


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """`findings` are about reports in the pack, for the clerk to look at. `faults` are the program's own, as sentences:
    a pack with any of them is not to be published.
    """

    findings: tuple[Finding, ...] = ()
    faults: tuple[str, ...] = ()


def not_proven(verdict: PackVerdict, advice: str = _DO_NOT_PUBLISH) -> PackNotProvenError:
    """The error for a pack with faults of our own."""
    more = f" There are {len(verdict.faults) - 1} more faults." if len(verdict.faults) > 1 else ""
    return PackNotProvenError(f"The finished pack has a fault that is not yours: {verdict.faults[0]}{more}", advice)
