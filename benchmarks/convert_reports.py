"""How long ten Word reports take, beside ten starts of LibreOffice and beside one.

    python benchmarks/convert_reports.py [--reports 10] [--runs 3]

"Our first build" is a whole process, from start to exit, that converts the reports in one run of LibreOffice, builds
the pack and proves it; "again" is the same with the conversions in the cache. The starts of LibreOffice only convert,
in a profile that is there already. Seconds on the clock count here, since LibreOffice waits more than it works; the
best of several runs is taken, because other work on the machine only ever adds. Needs a Unix and LibreOffice on the
PATH.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from docx import Document

_WORDS = "The committee asked for the figures of the year and was told how the service had changed since then. "


def main() -> None:
    """Measure all ways in turn and print one line for each."""
    parser = argparse.ArgumentParser(description="Time the conversion of Word reports.")
    parser.add_argument("--reports", type=int, default=10)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    with TemporaryDirectory() as scratch:
        folder = Path(scratch)
        reports = [_make_report(folder / "m" / "reports" / f"report {n + 1}.docx", n) for n in range(arguments.reports)]
        _make_meeting(folder / "m", reports)
        _measure(folder, reports, arguments.runs)


def _make_report(path: Path, number: int) -> Path:
    """A report of some four pages: headings, paragraphs and a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    document = Document()
    document.add_heading(f"Report {number + 1}", 0)
    for part in range(6):
        document.add_heading(f"Part {part + 1}", 1)
        for paragraph in range(4):
            document.add_paragraph(_WORDS * (3 + (number + part + paragraph) % 4))
        table = document.add_table(rows=5, cols=4)
        for row in table.rows:
            for cell in row.cells:
                cell.text = str(number * part)
    document.save(str(path))
    return path


def _make_meeting(folder: Path, reports: list[Path]) -> None:
    items = [{"title": path.stem, "reports": [{"file": f"reports/{path.name}"}]} for path in reports]
    keys = {"organisation": "Norbury Council", "committee": "Housing Committee", "date": "2027-03-04", "items": items}
    (folder / "meeting.agenda").write_text(json.dumps({"format": 1, **keys}), encoding="utf-8")


def _measure(folder: Path, reports: list[Path], runs: int) -> None:
    cache, out = folder / "cache", folder / "out"
    office = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    office += ["--outdir", str(out)]
    ours = [sys.executable, "-m", "agendabuilder", "build", str(folder / "m"), "-o", str(folder / "pack.pdf")]
    each = [[*office, str(path)] for path in reports]
    ways: dict[str, tuple[list[list[str]], Callable[[], None]]] = {
        f"{len(reports)} starts of LibreOffice": (each, lambda: None),
        "one start of LibreOffice": ([[*office, *map(str, reports)]], lambda: None),
        "our first build": ([ours], lambda: shutil.rmtree(cache, ignore_errors=True)),
        "our build again": ([ours], lambda: None),
    }
    _run(each[0], cache)  # makes the profile
    best: dict[str, float] = {}
    for _ in range(runs):
        for name, (commands, prepare) in ways.items():
            prepare()
            seconds = sum(_run(command, cache) for command in commands)
            best[name] = min(seconds, best.get(name, seconds))
    first = next(iter(best.values()))
    for name, seconds in best.items():
        print(f"{name:26} {seconds:6.2f} s   {seconds / first:.2f} of the first")


def _run(command: list[str], cache: Path) -> float:
    started = perf_counter()
    environment = {**os.environ, "AGENDABUILDER_CACHE": str(cache)}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return perf_counter() - started


if __name__ == "__main__":
    main()
