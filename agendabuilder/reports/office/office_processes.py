"""Ends programs of Microsoft Office that were started unseen for a conversion, when the worker that held them is ended.

Windows would leave them running, and nobody could see them. What the clerk started is never touched: it was not started
for another program, or it shows a window.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil

_FOR_A_PROGRAM = "-embedding"
"""What Windows adds to the command line of a program that it starts on behalf of another (COM's LocalServer32)."""


@contextmanager
def none_left_behind(image: str, shows_window: Callable[[int], bool] | None = None) -> Iterator[None]:
    """When the block fails, end what was started of a program in it; `image` is its file's name, "WINWORD.EXE"."""
    before = _unseen(image)
    try:
        yield
    except BaseException:
        for process_id in _unseen(image) - before:
            if not (shows_window or _shows_window)(process_id):
                _end(process_id)
        raise


def _unseen(image: str) -> set[int]:
    """The processes of a program that were started for another one."""
    named = (process for process in psutil.process_iter(["name"]) if (process.info["name"] or "").upper() == image)
    return {process.pid for process in named if _is_for_a_program(process)}


def _is_for_a_program(process: psutil.Process) -> bool:
    """Asked of few: to ask every process for its command line takes Windows a while."""
    try:
        return _FOR_A_PROGRAM in map(str.lower, process.cmdline())
    except psutil.Error:
        return False


def _shows_window(process_id: int) -> bool:
    """Whether somebody may be working with it, or is being asked something by it."""
    import win32gui
    import win32process

    seen: list[int] = []
    win32gui.EnumWindows(lambda window, _: seen.append(window) if win32gui.IsWindowVisible(window) else None, None)
    return any(win32process.GetWindowThreadProcessId(window)[1] == process_id for window in seen)


def _end(process_id: int) -> None:
    try:
        psutil.Process(process_id).kill()
    except psutil.Error:
        return  # it went by itself, or is not ours to end
