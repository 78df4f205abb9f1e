"""`python -m agendabuilder`: hands the arguments to the command line."""

from agendabuilder.cli import main

if __name__ == "__main__":
    main()
