"""`python -m agendabuilder`: the window without arguments, the command line with some.

The command line never loads Qt, so that it works where there is no screen.
"""

import sys

from agendabuilder.collector import collect_seldom

_STOPPED = 130
"""The exit code of a program that was stopped by Ctrl-C, as shells know it."""


def main() -> None:
    """Open the window, or hand the arguments to the command line. Ctrl-C ends either without a word of Python."""
    if getattr(sys, "frozen", False):
        import multiprocessing

        multiprocessing.freeze_support()  # in a frozen program, other processes of ours begin here, too
    try:
        _run()
    except KeyboardInterrupt:
        sys.exit(_STOPPED)


def _run() -> None:
    if len(sys.argv) > 1:
        from agendabuilder.cli import main as command_line

        collect_seldom()
        command_line()
    else:
        try:
            from agendabuilder.ui.application import run
        except ImportError as problem:  # a machine without a screen may lack what Qt needs
            sys.exit(f"The window cannot be shown here: {problem}. The command line works: agendabuilder --help")
        sys.exit(run())


if __name__ == "__main__":
    main()
