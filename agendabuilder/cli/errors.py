"""Errors become one sentence on the error stream and an exit code; a fault of ours keeps its trace."""

import sys
import traceback
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import click

from agendabuilder.cli.output import print_json
from agendabuilder.errors import AgendaBuilderError, MeetingFileError, PackBlockedError
from agendabuilder.progress import Cancelled

_Arguments = ParamSpec("_Arguments")

EXIT_CANCELLED = 130
EXIT_FAULT = 70


def errors_as_sentences(command: Callable[_Arguments, None]) -> Callable[_Arguments, None]:
    """Wrap a command so that whatever it raises ends in a sentence and the right exit code."""

    @wraps(command)
    def run(*arguments: _Arguments.args, **options: _Arguments.kwargs) -> None:
        try:
            command(*arguments, **options)
        except AgendaBuilderError as problem:
            _say(problem, bool(options.get("as_json")))
            sys.exit(problem.exit_code)
        except (KeyboardInterrupt, Cancelled):
            click.echo("Stopped. Nothing is half-written.", err=True)
            sys.exit(EXIT_CANCELLED)
        except (click.ClickException, BrokenPipeError):  # of the arguments, or of a reader who has seen enough
            raise
        except Exception:
            traceback.print_exc()
            click.echo("This is a fault of Agenda Builder, not of your meeting. Nothing is half-written.", err=True)
            sys.exit(EXIT_FAULT)

    return run


def _say(problem: AgendaBuilderError, as_json: bool) -> None:
    blockers = problem.blockers if isinstance(problem, PackBlockedError) else ()
    for blocker in blockers:
        click.echo(f"• {blocker}", err=True)
    click.echo(str(problem), err=True)
    if as_json:
        place = problem.place if isinstance(problem, MeetingFileError) else ""
        error = {"sentence": problem.title, "advice": problem.advice, "place": place, "blockers": blockers}
        print_json({"error": error})
