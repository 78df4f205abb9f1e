"""What looking through a finished pack came to: a value that is light to load, as it comes from another process."""

from dataclasses import dataclass

from agendabuilder.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class PackVerdict:
    """`findings` are about reports in the pack, for the clerk to look at. `faults` are the program's own, as sentences:
    a pack with any of them is not to be published.
    """

    findings: tuple[Finding, ...] = ()
    faults: tuple[str, ...] = ()
