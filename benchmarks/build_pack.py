"""How long a pack takes, beside the plain merge of the same files by qpdf and by pypdf.

    python benchmarks/build_pack.py [--pages 100 500 1000 3000] [--writer libreoffice|word] [--runs 3]

Every run is a process of its own, from start to exit, as a clerk would wait for it: our `build` reads, looks at,
assembles, stamps, tags and proves; the merges only copy pages. "Reworded" is a build after a change of an item's
wording, "replaced" one after a report's file was exchanged, "grown" one after the first report became longer, so that
every page behind it has another number. The runs are taken in turn and the best counts, because
other work on the machine only ever adds; ratios are of processor time, to which it adds least.
Needs a Unix and qpdf on the PATH.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pikepdf
from make_reports import draw_report, make_reports

PYPDF_MERGE = """
import sys
from pypdf import PdfWriter
writer = PdfWriter()
for path in sys.argv[2:]:
    writer.append(path)
writer.write(sys.argv[1])
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One process: its seconds from start to exit and on the processor; in MB, its peak memory and what it wrote."""

    seconds: float
    processor: float
    memory: float
    size: float


def main() -> None:
    """Measure each size of pack and print one line for each way."""
    arguments = _arguments()
    with TemporaryDirectory() as scratch:
        folder = Path(arguments.folder or scratch)
        for pages in arguments.pages:
            _measure(folder, pages, arguments.writer, arguments.runs)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Time the build of packs beside plain merges.")
    parser.add_argument("--pages", type=int, nargs="+", default=[100, 500, 1000, 3000])
    parser.add_argument("--writer", choices=["libreoffice", "word"], default="libreoffice")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", help="where the reports are kept for the next time")
    return parser.parse_args()


def _measure(folder: Path, pages: int, writer: str, runs: int) -> None:
    reports = [path.absolute() for path in make_reports(folder / "reports", pages, writer)]
    meeting = _make_meeting(folder / f"meeting-{pages}", reports)
    out = meeting / "out.pdf"
    ours = [sys.executable, "-m", "agendabuilder", "build", str(meeting), "-o", str(out)]
    files = [str(path) for path in reports]
    cache = meeting / "cache"
    ways: dict[str, tuple[list[str], Callable[[int], None]]] = {
        "qpdf merge": (["qpdf", "--empty", "--pages", *files, "--", str(out)], _nothing),
        "pypdf merge": ([sys.executable, "-c", PYPDF_MERGE, str(out), *files], _nothing),
        "our first build": (ours, lambda _: shutil.rmtree(cache, ignore_errors=True)),
        "reworded": (ours, lambda run: _reword(meeting, run)),
        "report replaced": (ours, lambda run: _replace_report(meeting, run)),
        "report grown": (ours, lambda run: _grow_report(meeting, writer, run)),
    }
    _run(ours, out, cache)  # compiles the program
    best: dict[str, Run] = {}
    for run in range(runs):
        for name, (command, prepare) in ways.items():
            prepare(run)
            found = _run(command, out, cache)
            if name not in best or found.processor < best[name].processor:
                best[name] = found
    _print(pages, writer, best)


def _nothing(_: int) -> None:
    """A merge needs no preparation."""


def _make_meeting(folder: Path, reports: list[Path]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "reports").mkdir(parents=True)
    items = []
    for number, report in enumerate(reports, start=1):
        shutil.copyfile(report, folder / "reports" / report.name)
        items.append({"title": f"Business {number}", "reports": [{"file": f"reports/{report.name}"}]})
    keys = {"organisation": "Norbury Council", "committee": "Housing Committee", "date": "2027-03-04", "items": items}
    (folder / "meeting.agenda").write_text(json.dumps({"format": 1, **keys}), encoding="utf-8")
    return folder


def _reword(meeting: Path, run: int) -> None:
    file = meeting / "meeting.agenda"
    keys = json.loads(file.read_text(encoding="utf-8"))
    keys["items"][0]["title"] = f"Business 1, reworded {run + 1} times"
    file.write_text(json.dumps(keys), encoding="utf-8")


def _replace_report(meeting: Path, run: int) -> None:
    """Another file for the last report, of the same pages: what comes late is most often a corrected figure."""
    report = max((meeting / "reports").iterdir())
    with report.open("ab") as file:
        file.write(b"%% corrected %d times\n" % (run + 1))


def _grow_report(meeting: Path, writer: str, run: int) -> None:
    """Another file for the first report, of two more pages; the next first build has it, too."""
    report = min((meeting / "reports").iterdir())
    with pikepdf.open(report) as before:
        pages = len(before.pages)
    draw_report(report, pages + 2, 1000 + run, writer)


def _run(command: list[str], out: Path, cache: Path) -> Run:
    compiled = cache.with_name("compiled")  # as in an installed program, whatever is usual where this one is written
    own = {"AGENDABUILDER_CACHE": str(cache), "PYTHONPYCACHEPREFIX": str(compiled), "PYTHONDONTWRITEBYTECODE": ""}
    environment = {**os.environ, **own}
    started = perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    complaint = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = perf_counter() - started
    if process.returncode:
        raise SystemExit(f"{' '.join(command[:4])} failed: {complaint.decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out.stat().st_size / 1e6)


def _print(pages: int, writer: str, best: dict[str, Run]) -> None:
    merge, first = best["qpdf merge"], best["our first build"]
    print(f"\n{pages} pages as {writer} writes them")
    for name, run in best.items():
        times = f"{run.seconds:6.2f} s, {run.processor:6.2f} s of the processor"
        print(f"  {name:16} {times} {run.memory:6.0f} MB {run.size:7.2f} MB written")
    print(
        f"  first build / qpdf merge      {first.processor / merge.processor:.2f}   size {first.size / merge.size:.2f}"
    )
    for name in ("reworded", "report replaced", "report grown"):
        print(f"  {name:15} / first build {best[name].processor / first.processor:.2f}")


if __name__ == "__main__":
    main()
