"""`python -m agendabuilder`: the window without arguments, the command line with some.

The command line never loads Qt, so that it works where there is no screen.
"""

import sys


def main() -> None:
    """Open the window, or hand the arguments to the command line."""
    if len(sys.argv) > 1:
        from agendabuilder.cli import main as command_line

        command_line()
    else:
        from agendabuilder.ui.application import run

        sys.exit(run())


if __name__ == "__main__":
    main()
