"""How long the window takes for one edit in a meeting of 60 items: the window's own thread, from key to painted.

Run by hand: `python benchmarks/ui_edit.py`. Less than 50 ms is promised.
"""

import os
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("AGENDABUILDER_DATA", tempfile.mkdtemp())

from PySide6.QtWidgets import QApplication

from agendabuilder.domain.edits import change_item, move_item
from agendabuilder.domain.item import Item, Report, ToFollow
from agendabuilder.domain.meeting import Meeting
from agendabuilder.store.meeting_folder import create_folder
from agendabuilder.ui.application import make_window

ITEMS, EDITS = 60, 40


def main() -> None:
    """Measure typing a title and moving an item."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = create_folder(Path(place) / "meeting", _meeting())
        window = make_window()
        window.resize(1920, 1080)
        window.show()
        window.files.open_folder(folder.path)
        _settle(application, 3.0)
        _say("typing a title", [_timed(application, lambda n=n: _type(window, n)) for n in range(EDITS)])
        _say("moving an item", [_timed(application, lambda n=n: _move(window, n)) for n in range(EDITS)])
        _say("selecting an item", [_timed(application, lambda n=n: _select(window, n)) for n in range(EDITS)])
        window.workspace.close_meeting()
        window.close()


def _meeting() -> Meeting:
    report = Report(title="Report", to_follow=ToFollow("Officer"))
    items = tuple(Item(str(n), f"Business of item {n}", minutes=5, reports=(replace(report, id=f"r{n}"),))
                  for n in range(1, ITEMS + 1))  # fmt: skip
    return Meeting(organisation="Norbury Council", committee="Housing Committee", items=items)


def _type(window, n: int) -> None:
    window.workspace.edit("Change title", change_item, "30", title="x" * n, merge_key="30.title")


def _move(window, n: int) -> None:
    window.workspace.edit("Move item", move_item, "30", n)


def _select(window, n: int) -> None:
    window.workspace.select(str(n + 1))


def _timed(application: QApplication, act) -> float:
    """Seconds of the window's own thread, the preview in the background aside."""
    started = time.thread_time()
    act()
    application.sendPostedEvents()
    application.processEvents()
    taken = time.thread_time() - started
    _settle(application, 0.4)  # so that the preview of this edit is done before the next one
    return taken


def _settle(application: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.005)


def _say(what: str, seconds: list[float]) -> None:
    worst, usual = max(seconds) * 1000, statistics.median(seconds) * 1000
    print(f"{what} in a meeting of {ITEMS} items: {usual:.1f} ms usually, {worst:.1f} ms at worst")


if __name__ == "__main__":
    main()
