"""How long the window stands still while a pack of 1,000 pages builds: the longest gap between two beats of a timer.

Run by hand: `python benchmarks/ui_stalls.py`. Less than 100 ms is promised.
"""

import os
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("AGENDABUILDER_DATA", tempfile.mkdtemp())
os.environ.setdefault("AGENDABUILDER_CACHE", tempfile.mkdtemp())

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.store.meeting_folder import create_folder
from agendabuilder.ui.application import make_window

REPORTS, PAGES = 40, 25


def main() -> None:
    """Open a meeting of 1,000 pages and build it, with a timer beating all the while."""
    application = QApplication([])
    with tempfile.TemporaryDirectory() as place:
        folder = create_folder(Path(place) / "meeting", _meeting())
        for number in range(REPORTS):
            _draw_report(folder.reports / f"{number}.pdf")
        window = make_window()
        window.resize(1920, 1080)
        window.show()
        gaps = _beat(application)
        window.files.open_folder(folder.path)
        _until(application, lambda: window.preview.is_settled)
        _say("while the first preview was made", gaps)
        window.book.run("build_pack")
        _until(application, lambda: not window.build_bar.is_building)
        _say("while the pack was built", gaps)
        window.workspace.close_meeting()
        window.close()


def _meeting() -> Meeting:
    items = tuple(
        Item(str(number), f"Business {number}", reports=(Report(f"r{number}", "Report", f"reports/{number}.pdf"),))
        for number in range(REPORTS)
    )
    return Meeting(organisation="Norbury Council", committee="Housing Committee", items=items)


def _draw_report(file: Path) -> None:
    canvas = Canvas(str(file), pagesize=A4, invariant=1)
    for page in range(1, PAGES + 1):
        for line in range(40):
            canvas.drawString(
                72, 760 - 17 * line, f"Line {line} of page {page}: the committee is asked to note the report."
            )
        canvas.showPage()
    canvas.save()


def _beat(application: QApplication) -> list[float]:
    gaps: list[float] = []
    last = [time.perf_counter()]

    def beat() -> None:
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(application, interval=5)
    timer.timeout.connect(beat)
    timer.start()
    return gaps


def _until(application: QApplication, done) -> None:
    started = time.monotonic()
    while time.monotonic() < started + 0.5 or not done():
        application.processEvents()
        time.sleep(0.001)


def _say(when: str, gaps: list[float]) -> None:
    late = sum(1 for gap in gaps if gap > 0.1)
    print(f"{when}: {sum(gaps):.1f} s, longest standstill {max(gaps) * 1000:.0f} ms, {late} of more than 100 ms")
    gaps.clear()


if __name__ == "__main__":
    main()
