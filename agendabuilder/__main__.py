"""`python -m agendabuilder`: the window without arguments, the command line with some.

The command line never loads Qt, so that it works where there is no screen.
"""

import sys

_STOPPED = 130
"""The exit code of a program that was stopped by Ctrl-C, as shells know it."""


def main() -> None:
    """Open the window, or hand the arguments to the command line. Ctrl-C ends either without a word of Python."""
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


def _run() -> None:
    if len(sys.argv) > 1:
        from agendabuilder.cli import main as command_line

        command_line()
    else:
        from agendabuilder.ui.application import run

        sys.exit(run())


if __name__ == "__main__":
    main()
