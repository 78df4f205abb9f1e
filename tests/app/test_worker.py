"""The process beside the window: its results, its errors, and its end."""

import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import worker_jobs

from agendabuilder.app import worker as worker_module
from agendabuilder.app.worker import FaultInWorker, Worker
from agendabuilder.errors import MeetingFileError, PackBlockedError, WorkerEndedError
from agendabuilder.progress import Cancelled, SilentProgress
from agendabuilder.reports.refused import ReportRefused

QUIET = SilentProgress()

_WINDOW = """
import os, sys, worker_jobs
from agendabuilder.app.worker import Worker
from agendabuilder.progress import SilentProgress
if __name__ == "__main__":
    worker = Worker()
    print(worker.run(SilentProgress(), worker_jobs.whoami), flush=True)
    {end}
"""


class Watching:
    """Progress that writes down what it is told, and stops when it is asked to."""

    def __init__(self, is_enough: Callable[[], bool] = lambda: False) -> None:
        self.heard: list[tuple[str, int]] = []
        self._is_enough = is_enough

    def stage(self, title: str, steps: int) -> None:
        self._hear(title, steps)

    def advance(self, steps: int = 1) -> None:
        self._hear("", steps)

    def _hear(self, title: str, steps: int) -> None:
        if self._is_enough():
            raise Cancelled
        if title or steps:
            self.heard.append((title, steps))


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def test_a_job_is_done_in_another_process_that_stays(worker: Worker) -> None:
    first = worker.run(QUIET, worker_jobs.whoami)
    assert first == worker.process_id != os.getpid()
    assert worker.run(QUIET, worker_jobs.whoami) == first


def test_what_the_job_says_of_its_progress_is_heard(worker: Worker) -> None:
    watching = Watching()
    assert worker.run(watching, worker_jobs.add, 2, 3) == 5
    assert watching.heard == [("Adding", 2), ("", 1), ("", 1)]


def test_an_error_comes_with_its_sentence_and_all_that_it_names(worker: Worker) -> None:
    with pytest.raises(PackBlockedError, match="2 things would make it wrong") as blocked:
        worker.run(QUIET, worker_jobs.be_blocked)
    assert blocked.value.blockers == ("The budget is missing. Ask for it.", "The minutes are empty.")
    assert blocked.value.advice == "Mend them, or build a draft."
    with pytest.raises(ReportRefused) as refused:
        worker.run(QUIET, worker_jobs.be_refused)
    assert (refused.value.code, refused.value.trouble) == ("report-empty", "the file “a.pdf” is empty")
    with pytest.raises(MeetingFileError, match="Write it as 10:00") as misread:
        worker.run(QUIET, worker_jobs.misread)
    assert misread.value.place == "items[2].start"


def test_a_fault_of_ours_comes_with_the_trace_of_the_other_process(worker: Worker) -> None:
    with pytest.raises(FaultInWorker, match=r"(?s)in go_wrong.*ZeroDivisionError"):
        worker.run(QUIET, worker_jobs.go_wrong)
    with pytest.raises(FaultInWorker, match="unsendable"):
        worker.run(QUIET, worker_jobs.unsendable)


def test_a_job_that_is_stopped_leaves_the_process_for_the_next(worker: Worker, tmp_path: Path) -> None:
    before = worker.run(QUIET, worker_jobs.whoami)
    with pytest.raises(Cancelled):
        worker.run(Watching((tmp_path / "mark").exists), worker_jobs.go_on, tmp_path / "mark")
    assert worker.run(QUIET, worker_jobs.whoami) == before


def test_a_job_that_does_not_listen_is_ended(worker: Worker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker_module, "_PATIENCE", 0.2)
    before = worker.run(QUIET, worker_jobs.whoami)
    with pytest.raises(Cancelled):
        worker.run(Watching(lambda: True), worker_jobs.hang, 60)
    assert _is_gone(before)
    assert worker.run(QUIET, worker_jobs.whoami) != before


def test_a_process_that_dies_is_told_in_a_sentence_and_replaced(worker: Worker) -> None:
    with pytest.raises(WorkerEndedError, match="Nothing is lost"):
        worker.run(QUIET, worker_jobs.die)
    assert worker.run(QUIET, worker_jobs.add, 1, 1) == 2


@pytest.mark.skipif(os.name == "nt", reason="handles are handed on in another way there")
def test_a_process_that_dies_is_told_though_its_pipe_stays_open(worker: Worker) -> None:
    worker.run(QUIET, worker_jobs.whoami)
    begun = time.monotonic()
    with pytest.raises(WorkerEndedError):
        worker.run(QUIET, worker_jobs.die_while_the_pipe_stays_open)
    assert time.monotonic() - begun < 6


def test_a_job_may_start_processes_as_converters_do(worker: Worker, tmp_path: Path) -> None:
    worker.run(QUIET, worker_jobs.convert, tmp_path / "out")
    assert (tmp_path / "out").read_text(encoding="utf-8") == "converted"


def test_closing_ends_the_process() -> None:
    worker = Worker()
    process = worker.run(QUIET, worker_jobs.whoami)
    worker.close()
    assert worker.process_id is None
    assert _is_gone(process)


@pytest.mark.parametrize("end", ["sys.exit(0)", "raise SystemError", "os._exit(1)", "os.kill(os.getpid(), 9)"])
def test_the_process_does_not_outlive_a_window_that_crashes(end: str, tmp_path: Path) -> None:
    script = tmp_path / "window.py"
    script.write_text(_WINDOW.format(end=end), encoding="utf-8")
    path = os.pathsep.join([str(Path(worker_jobs.__file__).parent), *sys.path])
    done = subprocess.run(  # returns only when nobody holds the pipe any more that the other process has, too
        [sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert int(done.stdout)


def _is_gone(process_id: int) -> bool:
    return process_id not in {child.pid for child in multiprocessing.active_children()}
