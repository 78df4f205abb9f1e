"""Jobs for the process beside the window; they stand in a module of their own because that process loads it."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from agendabuilder.errors import MeetingFileError, PackBlockedError
from agendabuilder.progress import Progress
from agendabuilder.reports.refused import ReportRefused


def add(progress: Progress, *numbers: int) -> int:
    progress.stage("Adding", len(numbers))
    for _ in numbers:
        progress.advance()
    return sum(numbers)


def whoami(_: Progress) -> int:
    return os.getpid()


def be_blocked(_: Progress) -> None:
    raise PackBlockedError(["The budget is missing. Ask for it.", "The minutes are empty."])


def be_refused(_: Progress) -> None:
    raise ReportRefused("report-empty", "the file “a.pdf” is empty", "Ask for it again.")


def misread(_: Progress) -> None:
    raise MeetingFileError("The start is no time.", "Write it as 10:00.", "items[2].start")


def go_wrong(_: Progress) -> float:
    return 1 / len([])


def go_on(progress: Progress, mark: Path) -> None:
    mark.touch()
    while True:
        progress.advance()
        time.sleep(0.01)


def hang(_: Progress, seconds: float) -> None:
    time.sleep(seconds)


def die_while_the_pipe_stays_open(_: Progress) -> None:
    """Another process holds this one's end of the pipe for some seconds more."""
    for handle in range(3, 64):
        with suppress(OSError):
            os.set_inheritable(handle, True)
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(8)"], close_fds=False)
    os._exit(1)


def die(_: Progress) -> None:
    os._exit(3)


def unsendable(_: Progress) -> object:
    return lambda: None


def convert(progress: Progress, out: Path) -> None:
    """Start a process from within, as the converters do."""
    from agendabuilder.reports.running import run_function
    from agendabuilder.reports.terms import Limits

    run_function(write_word, (str(out),), Limits(), lambda: progress.advance(0))


def write_word(out: str) -> None:
    Path(out).write_text("converted", encoding="utf-8")
