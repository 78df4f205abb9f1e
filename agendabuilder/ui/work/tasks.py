"""Long work off the window's thread, with progress and a way to stop it.

Work is plain code without Qt that is handed a `Progress`; every call of that is also the point at which it can
be cancelled. Each lane is one thread, so tasks of one lane never run at the same time: libraries such as PDFium
must not be entered twice.
"""

import threading
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from agendabuilder.app.worker import Worker
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.progress import Cancelled, Progress

_Given = ParamSpec("_Given")
_Result = TypeVar("_Result")


class Lane(StrEnum):
    """The threads of the window's background work; what shares one waits for one another."""

    WORK = "work"
    """What the clerk has asked for: building, issuing, printing, saving."""
    FILES = "files"
    """Copying reports into the meeting's folder."""
    PREVIEW = "preview"
    """Building the preview; at first, getting ready for it."""
    PICTURES = "pictures"
    """Drawing pages, and opening, closing and deleting the files that they are drawn from."""
    CHECKS = "checks"
    """Reading reports, and finished packs, for findings."""
    CHANGES = "changes"
    """Comparing with the last issue."""
    ACCESSIBILITY = "accessibility"
    """What the accessibility page shows."""
    RECOGNITION = "recognition"
    """Recognising the text of a scan, which takes minutes."""
    CACHE = "cache"
    """Emptying the cache."""
    WARMING = "warming"
    """Loading what will soon be wanted."""


class Task(QObject):
    """One piece of work that is waiting, running or over."""

    progress = Signal(str, int, int)
    """Title of the stage, steps done, steps in all (0 when not known)."""
    finished = Signal()
    """It is over: done, failed or cancelled."""
    _ended = Signal(object)

    def __init__(self, title: str, end: Callable[["Task", Callable[[], None]], None]) -> None:
        super().__init__()
        self.title = title
        self._cancelled = threading.Event()
        self._end = end
        self._ended.connect(self._take_end, Qt.ConnectionType.QueuedConnection)

    @property
    def is_cancelled(self) -> bool:
        """Whether somebody asked it to stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask it to stop at its next step. Its `on_done` is not called any more."""
        self._cancelled.set()

    def _take_end(self, then: Callable[[], None]) -> None:
        self._end(self, then)


class Tasks(QObject):
    """Runs tasks, and knows which are not over."""

    changed = Signal()
    """A task began or is over."""
    crashed = Signal(str)
    """A fault of ours; carries its trace."""

    def __init__(self, serial: bool = False, parent: QObject | None = None, worker: Worker | None = None) -> None:
        """With `serial`, work is done before `run` returns: for tests. Without a worker, nothing is done apart."""
        super().__init__(parent)
        self._worker = worker
        self.running: list[Task] = []
        self._serial = serial
        self._lanes: dict[Lane, ThreadPoolExecutor] = {}

    def run(
        self,
        title: str,
        work: Callable[[Progress], _Result],
        on_done: Callable[[_Result], None],
        on_error: Callable[[AgendaBuilderError], None],
        lane: Lane = Lane.WORK,
    ) -> Task:
        """Do `work` in a lane of its own; then call one of the others in the window's thread.

        Stopping is silent; any other exception than an `AgendaBuilderError` goes to `crashed`.
        """
        task = Task(title, self._over)
        self.running.append(task)
        self.changed.emit()
        if self._serial:
            self._over(task, self._outcome(task, work, on_done, on_error))
        else:
            self._lane(lane).submit(lambda: task._ended.emit(self._outcome(task, work, on_done, on_error)))
        return task

    def apart(
        self,
        progress: Progress,
        job: Callable[Concatenate[Progress, _Given], _Result],
        *arguments: _Given.args,
        **named: _Given.kwargs,
    ) -> _Result:
        """From within a task's work: do a heavy job in the process beside the window, and wait for its result."""
        if self._worker:
            return self._worker.run(progress, job, *arguments, **named)
        return job(progress, *arguments, **named)

    def stop(self) -> None:
        """Cancel everything and wait until it stopped: before the window goes."""
        for task in self.running:
            task.cancel()
        for lane in self._lanes.values():
            lane.shutdown(wait=True, cancel_futures=True)
        self._lanes.clear()
        self.running.clear()
        if self._worker:
            self._worker.close()

    def _lane(self, lane: Lane) -> ThreadPoolExecutor:
        if lane not in self._lanes:
            self._lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane)
        return self._lanes[lane]

    def _outcome(
        self,
        task: Task,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[AgendaBuilderError], None],
    ) -> Callable[[], None]:
        """Do the work, in whatever thread this is; return what is to be done in the window's thread."""
        progress = _TaskProgress(task)
        try:
            progress.stop_if_cancelled()
            result = work(progress)
        except Cancelled:
            return lambda: None
        except AgendaBuilderError as problem:
            trouble = problem
            return lambda: on_error(trouble)
        except Exception:
            trace = traceback.format_exc()
            return lambda: self.crashed.emit(trace)
        return lambda: on_done(result)

    def _over(self, task: Task, then: Callable[[], None]) -> None:
        if task in self.running:
            self.running.remove(task)
        try:
            if not task.is_cancelled:
                then()
        finally:
            task.finished.emit()
            self.changed.emit()


class _TaskProgress:
    """Speaks for the work; cancelled by its task."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._title, self._done, self._total = task.title, 0, 0

    def stage(self, title: str, steps: int) -> None:
        """A new stage begins."""
        self.stop_if_cancelled()
        self._title, self._done, self._total = title, 0, steps
        self._task.progress.emit(self._title, self._done, self._total)

    def advance(self, steps: int = 1) -> None:
        """Some steps are done."""
        self.stop_if_cancelled()
        self._done += steps
        self._task.progress.emit(self._title, self._done, self._total)

    def stop_if_cancelled(self) -> None:
        """Raises `Cancelled` when somebody asked to stop."""
        if self._task.is_cancelled:
            raise Cancelled


def say_nothing(_: object) -> None:
    """For work whose outcome nobody waits for, or whose failing shows by itself."""
