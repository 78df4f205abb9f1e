"""What the commands print: findings as a list, a finished pack as two lines, anything as JSON."""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

import click

from agendabuilder.domain.acceptance import AcceptedFinding
from agendabuilder.domain.audience import Audience
from agendabuilder.domain.finding import Finding, Severity

if TYPE_CHECKING:  # building loads the PDF libraries
    from agendabuilder.app.made_packs import BuiltPack

_SIGNS = {Severity.BLOCKER: "Stops the build", Severity.WARNING: "Look at", Severity.NOTE: "Note"}


def write_any_letter() -> None:
    """Let files and other programs have the output in UTF-8: the old encodings of Windows lack Welsh letters.

    Whoever has asked Python for an encoding gets that, with "?" for what it lacks.
    """
    chosen = os.environ.get("PYTHONIOENCODING")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper) and not stream.isatty():
            stream.reconfigure(encoding=None if chosen else "utf-8", errors="replace")


def print_findings(findings: Sequence[Finding]) -> None:
    """Each finding as a sentence with what to do; one line when there is none."""
    for finding in findings:
        click.echo(f"{_SIGNS[finding.severity]}: {finding.sentence} {finding.advice}".rstrip())
    if not findings:
        click.echo("Nothing to mend.")


def print_accepted(accepted: Sequence[AcceptedFinding]) -> None:
    """The findings that the clerk lets stand, with the reasons; nothing when there are none."""
    if accepted:
        click.echo("\nAccepted:")
    for each in accepted:
        click.echo(f"{each.finding.sentence} Accepted because: {each.reason}")


_FOR = {None: "The pack", Audience.MEMBERS: "The members' pack", Audience.PUBLIC: "The public pack"}


def print_built(packs: Sequence["BuiltPack"]) -> None:
    """What to look at, how many pages there are, and where each pack lies; notes are only counted."""
    record = packs[0].record
    serious = [finding for finding in record.findings if finding.severity is not Severity.NOTE]
    notes = len(record.findings) - len(serious)
    if serious:
        print_findings(serious)
    if notes:
        click.echo(f"{'1 note' if notes == 1 else f'{notes} notes'}: “agendabuilder check” lists them.")
    if record.findings:
        click.echo()
    for pack in packs:
        _print_pack(pack)


def _print_pack(pack: "BuiltPack") -> None:
    record = pack.record
    attached = sum(report.state == "attached" for item in record.items for report in item.reports)
    papers = "1 report" if attached == 1 else f"{attached} reports"
    pages = "1 page" if record.total_pages == 1 else f"{record.total_pages} pages"
    click.echo(f"{pages} with {papers}, every page accounted for: {record.seconds:.1f} s")
    click.echo(f"{_FOR[pack.audience]} is {pack.file.resolve()}")


def print_json(value: Any) -> None:
    """A value or a dictionary of values as JSON; no letter is lost where the output's encoding lacks it."""
    has_all = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(value, default=_plain, ensure_ascii=not has_all, indent=2))


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    raise TypeError(type(value).__name__)
