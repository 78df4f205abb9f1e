"""The one file that starts other processes: each has its time, its memory where the system allows, and its end.

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
from collections.abc import Callable, Sequence

from agendabuilder.reports.terms import Limits

_LOOK_EVERY = 0.05
_PATIENCE = 2.0
"""Seconds between asking a process to end and ending it."""

if sys.platform == "win32":
    _UNSEEN = subprocess.CREATE_NO_WINDOW
else:
    _UNSEEN = 0


class TookTooLongError(Exception):
    """The time was over, and the process has been ended."""


def run_program(command: Sequence[str], limits: Limits, go_on: Callable[[], None]) -> int:
    """Run a program with nothing to see of it; return its exit code. All that it started ends with it.

    Raises `TookTooLongError`, what `go_on` raises, OSError when there is no such program.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=_UNSEEN,
    )
    try:
        _hold_to(process.pid, limits.megabytes)
        _wait(lambda: process.poll() is not None, limits.seconds, go_on)
    finally:
        _end_family(process)
    return process.returncode


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
        _wait(lambda: not process.is_alive(), limits.seconds, go_on)
    finally:
        process.kill()
        process.join()
        process.close()


def _wait(is_over: Callable[[], bool], seconds: float, go_on: Callable[[], None]) -> None:
    end = time.monotonic() + seconds
    while not is_over():
        go_on()
        if time.monotonic() > end:
            raise TookTooLongError
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
