"""The arguments and options that several commands have."""

from pathlib import Path
from typing import BinaryIO

import click

from agendabuilder.domain.issued_pack import IssueMode

FOLDER = click.Path(path_type=Path)
"""A folder or a file, as a path."""


def _read_passwords(_: click.Context, parameter: click.Parameter, file: BinaryIO | None) -> tuple[str, ...]:
    """The passwords, one on a line. What editors write before UTF-8 text (a byte order mark) is no part of them."""
    if file is None:
        return ()
    with file:
        content = file.read()
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as problem:
        sentence = f"“{file.name}” is not UTF-8 text. Save it as UTF-8 and try again."
        raise click.BadParameter(sentence, param=parameter) from problem
    return tuple(line for line in lines if line)


PASSWORDS = click.option(
    "--passwords",
    type=click.File("rb"),
    callback=_read_passwords,
    help="A file with the passwords of locked reports, one on a line; - for input. They are never kept.",
)

MODE = click.option(
    "--mode",
    type=click.Choice([mode.value for mode in IssueMode]),
    default=IssueMode.RENUMBER.value,
    help="How the pages follow the last issue: numbered anew, on its numbers (16a), or the late papers alone.",
)
