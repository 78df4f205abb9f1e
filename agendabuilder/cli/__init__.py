"""The command line: arguments in, sentences and exit codes out. The only package that prints."""

from agendabuilder.cli.commands import main

__all__ = ["main"]
