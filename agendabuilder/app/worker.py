"""A process of its own for heavy work, so that the window's process is never held up by it.

A thread is not enough: libraries in C and Python's collector keep the interpreter for a third of a second. The process
is started once and kept; values go to and fro through a pipe. It ends when the pipe is closed, so it cannot outlive the
window, however that ends. To end it at any moment is safe: nothing of a pack is in its place before it is proven.
"""

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.context import SpawnProcess
from time import monotonic
from typing import Any, Concatenate, ParamSpec, TypeVar

from agendabuilder.errors import AgendaBuilderError, WorkerEndedError
from agendabuilder.progress import Cancelled, Progress

if sys.platform == "win32":
    from multiprocessing.connection import PipeConnection as Connection
else:
    from multiprocessing.connection import Connection

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")

_LOOK_EVERY = 0.05
"""Seconds between two looks at whether the work is to be stopped."""
_PATIENCE = 3.0
"""Seconds between asking the process to stop and ending it."""


@dataclass(frozen=True, slots=True)
class _Stage:
    title: str
    steps: int


@dataclass(frozen=True, slots=True)
class _Steps:
    count: int


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A result, or the error or the trace that came instead."""

    result: Any = None
    problem: Exception | None = None
    trace: str = ""

    def value(self) -> Any:
        """The result. Raises what came instead."""
        if self.problem:
            raise self.problem
        if self.trace:
            raise FaultInWorker(self.trace)
        return self.result


class FaultInWorker(Exception):  # noqa: N818 (a fault of ours; no error that is raised on purpose)
    """A fault of ours in the other process; carries its trace."""

    def __str__(self) -> str:
        return f"in the process beside the window:\n{self.args[0]}"


class Worker:
    """The process beside the window. It is started by the first job, and again after it has died."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None

    @property
    def process_id(self) -> int | None:
        """The number of the process while there is one."""
        return self._process.pid if self._process else None

    def run(
        self,
        progress: Progress,
        job: Callable[Concatenate[Progress, _Given], _Result],
        *arguments: _Given.args,
        **named: _Given.kwargs,
    ) -> _Result:
        """Do a module's function over there; wait for its result. One job at a time, whichever thread asks.

        Raises what the job raises on purpose, `Cancelled`, `WorkerEndedError` when the process dies, and
        `FaultInWorker` for any other exception.
        """
        with self._my_turn(progress):
            outcome = self._ask(progress, (job, arguments, named))
        result: _Result = outcome.value()
        return result

    def close(self) -> None:
        """End the process, once no job runs."""
        with self._turn:
            self._end(_PATIENCE)

    @contextmanager
    def _my_turn(self, progress: Progress) -> Iterator[None]:
        while not self._turn.acquire(timeout=_LOOK_EVERY):
            progress.advance(0)
        try:
            yield
        finally:
            self._turn.release()

    def _ask(self, progress: Progress, order: tuple[Any, ...]) -> _Outcome:
        pipe, process = self._open()
        is_over = False
        try:
            pipe.send(order)
            outcome = _follow(pipe, process, progress)
            is_over = True
        except Cancelled:
            is_over = _call_off(pipe)
            raise
        except (EOFError, ConnectionError) as problem:
            raise WorkerEndedError from problem
        finally:
            if not is_over:
                self._end(0)
        return outcome

    def _open(self) -> tuple[Connection, SpawnProcess]:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._end(0)
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs,), name="worker", daemon=True)
            self._process.start()
            theirs.close()  # theirs alone, so that each side sees when the other is gone
        return self._pipe, self._process

    def _end(self, patience: float) -> None:
        """Close the pipe, which ends the process at its next step; end it outright when it takes too long."""
        if self._pipe:
            self._pipe.close()
        if self._process and self._process.pid:
            self._process.join(patience)
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None


def _follow(pipe: Connection, process: SpawnProcess, progress: Progress) -> _Outcome:
    """Pass on what the job says of its progress, until its outcome comes. Raises `Cancelled`, `EOFError`.

    A pipe does not always tell that the process died: on Windows its end stays open when that happens at the start.
    """
    while True:
        if not pipe.poll(_LOOK_EVERY):
            if not process.is_alive() and not pipe.poll():
                raise EOFError
            progress.advance(0)
            continue
        said = pipe.recv()
        if isinstance(said, _Outcome):
            return said
        if isinstance(said, _Stage):
            progress.stage(said.title, said.steps)
        else:
            progress.advance(said.count)


def _call_off(pipe: Connection) -> bool:
    """Ask the job to stop; whether it did, so that the process can be used again."""
    end = monotonic() + _PATIENCE
    with suppress(EOFError, OSError):
        pipe.send(None)
        while pipe.poll(max(0.0, end - monotonic())):
            if isinstance(pipe.recv(), _Outcome):
                return True
    return False


# In the other process


class _PipedProgress:
    """What a job is handed. Whatever comes through the pipe while it runs means: stop."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def stage(self, title: str, steps: int) -> None:
        """A new stage begins."""
        self._tell(_Stage(title, steps))

    def advance(self, steps: int = 1) -> None:
        """Some steps are done."""
        self._tell(_Steps(steps))

    def _tell(self, message: _Stage | _Steps) -> None:
        try:
            if self._pipe.poll():
                self._pipe.recv()
                raise Cancelled
            self._pipe.send(message)
        except (EOFError, OSError) as gone:  # the window is gone; no job may take that for trouble with its files
            raise Cancelled from gone


def _serve(pipe: Connection) -> None:
    """Do job after job until the pipe is closed."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is for the window, which ends this
    multiprocessing.current_process().daemon = False  # a daemon may not start the converters' processes
    progress = _PipedProgress(pipe)
    with suppress(EOFError, ConnectionError):
        while True:
            order = pipe.recv()
            if order is not None:  # else: a job was called off that was over
                _answer(pipe, _outcome(progress, *order))


def _outcome(
    progress: Progress, job: Callable[..., Any], arguments: tuple[Any, ...], named: dict[str, Any]
) -> _Outcome:
    try:
        return _Outcome(job(progress, *arguments, **named))
    except (AgendaBuilderError, Cancelled) as problem:
        return _Outcome(problem=problem)
    except Exception:
        return _Outcome(trace=traceback.format_exc())


def _answer(pipe: Connection, outcome: _Outcome) -> None:
    try:
        pipe.send(outcome)
    except (AttributeError, TypeError):  # a result that cannot be sent
        pipe.send(_Outcome(trace=traceback.format_exc()))
