"""Clears away what a program could not, because it was ended by force: copies of locked reports without their lock.

They cannot be unlinked while they are in use, as several libraries open them by their names, so the next start of any
kind does it: a command, the window, or a build.
"""

from pathlib import Path

from agendabuilder import paths


def clear_left_behind(cache: Path) -> None:
    """Remove the copies that nobody uses any more; where there is none, this loads nothing."""
    if any((cache / paths.OPENED).glob("*")):
        from agendabuilder.reports.cache import ReportCache
        from agendabuilder.reports.intake.opened_files import sweep_opened_files

        sweep_opened_files(ReportCache(cache))
