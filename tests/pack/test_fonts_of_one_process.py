"""What a process has drawn before changes nothing: the window's builds hundreds of packs, the command line's one."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from agendabuilder.reports.own_pages.text_pages import TextPages

DRAW = """
import sys, zlib
from datetime import date
from pathlib import Path
from agendabuilder.domain.finding import Finding, Severity
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.pack.front.front_matter import draw_front_matter
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.stand_in import stand_ins

first, folder = sys.argv[1], Path(sys.argv[2])
cache = ReportCache(folder)
report = Report(id="r", file="a.txt")
items = (Item("i", "Repairs", reports=(report,)),)
meeting = Meeting(organisation="Norbury Council", committee="Housing Committee", date=date(2027, 3, 4), items=items)
if first == "a text":
    (folder / "a.txt").write_text("What the tenants say", "utf-8")
    assert prepare_report(folder / "a.txt", report, cache).pages
elif first == "a page that stands in":
    missing = Finding(Severity.BLOCKER, "report-missing", "It is not there.", "Find it.", "i", "r")
    assert stand_ins(meeting, [missing], cache)
print(zlib.crc32(draw_front_matter(meeting, None, folder).pdf))
"""


def front_matter_after(first: str, folder: Path) -> str:
    folder.mkdir()
    drawn = subprocess.run([sys.executable, "-c", DRAW, first, folder], capture_output=True, text=True, check=True)
    return drawn.stdout


@pytest.mark.parametrize("first", ["a text", "a page that stands in"])
def test_the_front_matter_has_the_same_bytes_whatever_was_drawn_before(tmp_path: Path, first: str) -> None:
    assert front_matter_after(first, tmp_path / "after") == front_matter_after("nothing", tmp_path / "fresh")


def test_pages_that_are_drawn_in_several_threads_have_the_same_bytes(tmp_path: Path) -> None:
    def draw(number: int) -> bytes:
        pages = TextPages(lambda: None)
        pages.save(tmp_path / f"{number}.pdf", [pages.paragraph(pages.words(letters))], "Letters")
        return (tmp_path / f"{number}.pdf").read_bytes()

    letters = "".join(map(chr, range(0xC0, 0x250)))
    alone, usual = draw(0), sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # as if there were many more threads
    try:
        with ThreadPoolExecutor(4) as threads:
            assert set(threads.map(draw, range(1, 17))) == {alone}
    finally:
        sys.setswitchinterval(usual)
