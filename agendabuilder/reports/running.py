"""The one file that starts other processes: each has its time, its memory, and its end.

A function runs in a fresh Python of its own. In a frozen program that needs `multiprocessing.freeze_support()` as
the first act of the main module; nothing else is different there.
"""

import contextlib
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import psutil

from agendabuilder.reports.terms import Limits

_LOOK_EVERY = 0.05
_WEIGH_EVERY = 1.0
_PATIENCE = 2.0
"""Seconds between asking a process to end and ending it."""

if sys.platform == "win32":
    _UNSEEN = subprocess.CREATE_NO_WINDOW
else:
    _UNSEEN = 0


class TookTooLongError(Exception):
    """The time was over, and the process has been ended. The text is a clause: "took more than 60 seconds"."""


class TookTooMuchError(TookTooLongError):
    """It took more memory than it may, and has been ended."""


class MemoryWatch:
    """Looks at the memory of a process and of all that it started; for systems that do not hold them to a limit."""

    def __init__(self, process_id: int | None, megabytes: int) -> None:
        self._process_id, self._megabytes = process_id, megabytes
        self._next = time.monotonic() + _WEIGH_EVERY

    def look(self) -> None:
        """To be called often; weighs once a second. Raises `TookTooMuchError`."""
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + _WEIGH_EVERY
            self.weigh()

    def weigh(self) -> None:
        """Raises `TookTooMuchError`; a process that has just ended weighs nothing."""
        with contextlib.suppress(psutil.Error):
            first = psutil.Process(self._process_id)
            held = sum(process.memory_info().rss for process in (first, *first.children(recursive=True)))
            if held > self._megabytes << 20:
                raise TookTooMuchError(f"took more than {self._megabytes} megabytes of memory")


def run_program(
    command: Sequence[str],
    limits: Limits,
    go_on: Callable[[], None],
    said: Path | None = None,
    surroundings: Mapping[str, str] | None = None,
) -> int:
    """Run a program with nothing to see of it; return its exit code. All that it started ends with it.

    What it says of errors goes to the file `said`. `surroundings` are the environment variables, if not our own.
    Raises `TookTooLongError`, what `go_on` raises, OSError when there is no such program.
    """
    with (said or Path(os.devnull)).open("wb") as heard:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=heard,
            env=surroundings,
            start_new_session=True,
            creationflags=_UNSEEN,
        )
    try:
        _hold_to(process.pid, limits.megabytes)
        _wait(lambda: process.poll() is not None, process.pid, limits, go_on)
    finally:
        _end_family(process)
    return process.returncode


def surroundings_in(folder: Path) -> dict[str, str]:
    """Our environment variables, but what a program puts aside while it works lies in `folder`, and goes with it."""
    return {**os.environ, **dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder))}


def run_function(
    function: Callable[..., None], arguments: tuple[str, ...], limits: Limits, go_on: Callable[[], None]
) -> None:
    """Run a function of a module in another process. What it raises is not seen: judge it by what it wrote.

    Raises `TookTooLongError`, and what `go_on` raises.
    """
    process = multiprocessing.get_context("spawn").Process(
        target=_within_bounds, args=(limits.megabytes, function, arguments), daemon=True
    )
    process.start()
    try:
        _wait(lambda: not process.is_alive(), process.pid, limits, go_on)
    finally:
        process.kill()
        process.join()
        process.close()


def _wait(is_over: Callable[[], bool], process_id: int | None, limits: Limits, go_on: Callable[[], None]) -> None:
    end = time.monotonic() + limits.seconds
    memory = MemoryWatch(process_id, limits.megabytes)
    while not is_over():
        go_on()
        memory.look()
        if time.monotonic() > end:
            raise TookTooLongError(f"took more than {limits.seconds:.0f} seconds")
        time.sleep(_LOOK_EVERY)


def _within_bounds(megabytes: int, function: Callable[..., None], arguments: tuple[str, ...]) -> None:
    """What the other process does: no more memory than it may have, and not a word on the clerk's terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(OSError, ValueError):  # macOS knows the limit but does not set it
            resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))
    function(*arguments)


def _hold_to(process_id: int, megabytes: int) -> None:
    """Limit the memory of a program that has just begun; only Linux can."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(process_id, resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _end_family(process: subprocess.Popen[bytes]) -> None:
    """End what still runs of a program and of all that it started: asked first, then not asked."""
    if sys.platform == "win32":
        if process.poll() is None:
            command = ["taskkill", "/T", "/F", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False, creationflags=_UNSEEN)
        process.wait()
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGTERM)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
