"""How quick the window is: its first appearance, an edit in a long agenda, and whether it ever freezes.

Run by hand: `python benchmarks/ui_start.py [pages]`. The last part builds a pack of so many pages (1,000 without
a number) while a timer asks the event loop every 5 ms whether it still turns. No stall of 100 ms is promised.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_FIRST_WINDOW = """
import time
started = time.perf_counter()
from PySide6.QtWidgets import QApplication
application = QApplication([])
from agendabuilder.ui.application import make_window
window = make_window()
window.show()
application.processEvents()
print(time.perf_counter() - started)
import os
os._exit(0)
"""

EDITS = 50
ITEMS = 60
TICK = 0.005


def first_window() -> float:
    """Seconds from a fresh interpreter to a window that is shown; the better of three, as the disk is warm then."""
    times = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", _FIRST_WINDOW], capture_output=True, text=True, check=True)
        times.append(float(done.stdout))
    return min(times)


def make_meeting(folder: Path, pages: int) -> Path:
    """A meeting of 60 items; every sixth has a report, and together they have so many pages."""
    import json

    from reportlab.pdfgen.canvas import Canvas

    (folder / "reports").mkdir(parents=True)
    items = []
    for number in range(1, ITEMS + 1):
        item: dict[str, object] = {
            "title": f"Business number {number}",
            "text": "To **note** the report.",
            "minutes": 5,
        }
        if number % 6 == 0:
            canvas = Canvas(str(folder / "reports" / f"{number}.pdf"))
            for page in range(pages // 10):
                for line in range(40):
                    canvas.drawString(72, 760 - 16 * line, f"Report {number}, page {page + 1}, line {line + 1} of 40")
                canvas.showPage()
            canvas.save()
            item["reports"] = [{"title": "Report", "file": f"reports/{number}.pdf"}]
        items.append(item)
    meeting = {"format": 1, "committee": "Housing Committee", "date": "2027-03-04", "start": "10:00", "items": items}
    (folder / "meeting.agenda").write_text(json.dumps(meeting), encoding="utf-8")
    return folder


def measure(folder: Path) -> None:
    """Open the meeting, edit it, build its pack, and print what it took."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from agendabuilder.domain.edits import change_item
    from agendabuilder.ui.application import make_window

    application = QApplication([])
    window = make_window()
    window.resize(1280, 800)
    window.show()
    gaps: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=int(TICK * 1000))
    timer.timeout.connect(tick)
    timer.start()
    last_start = last

    def wait(done: "object", most: float = 120) -> float:
        nonlocal last
        started = last = time.perf_counter()
        gaps.clear()
        while not done() and time.perf_counter() - started < most:  # type: ignore[operator]
            application.processEvents()
            time.sleep(0.0005)
        return time.perf_counter() - started

    seconds = wait(lambda: time.perf_counter() > last_start + 0.5 and not window.tasks.running)
    print(f"start page, all drawn    {seconds:8.2f} s   longest stall {max(gaps) * 1000:6.0f} ms")
    started = time.perf_counter()
    window.files.open_folder(folder)
    application.processEvents()
    print(f"the meeting is shown     {time.perf_counter() - started:8.2f} s")
    seconds = wait(lambda: window.preview.is_settled)
    print(f"first preview            {seconds:8.2f} s   longest stall {max(gaps) * 1000:6.0f} ms")
    item_id = window.workspace.meeting.items[30].id
    window.workspace.select(item_id)
    application.processEvents()
    times = []
    for number in range(EDITS):
        started = time.perf_counter()
        window.workspace.edit("Change the title", change_item, item_id, merge_key="title", title=f"Changed {number}")
        application.processEvents()
        times.append(time.perf_counter() - started)
    print(f"an edit in {ITEMS} items      {sum(times) / EDITS * 1000:8.1f} ms  worst {max(times) * 1000:6.1f} ms")
    seconds = wait(lambda: window.preview.is_settled)
    print(f"preview after an edit    {seconds:8.2f} s   longest stall {max(gaps) * 1000:6.0f} ms")
    window.book.run("build_pack")
    seconds = wait(lambda: not window.build_bar.is_building)
    print(f"build, reports stamped   {seconds:8.2f} s   longest stall {max(gaps) * 1000:6.0f} ms")
    timer.stop()
    if window.build_bar.pack is None:
        raise SystemExit("The pack was not built.")
    window.close()


def main() -> None:
    """Measure and print."""
    pages = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as place:
        os.environ["AGENDABUILDER_DATA"] = str(Path(place) / "data")
        os.environ["AGENDABUILDER_CACHE"] = str(Path(place) / "cache")
        print(f"first window             {first_window():8.2f} s")
        measure(make_meeting(Path(place) / "meeting", pages))


if __name__ == "__main__":
    main()
