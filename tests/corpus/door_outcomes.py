"""Prints what becomes of every file beside the project: `python tests/corpus/door_outcomes.py [part of a name]`.

Each goes through the door in a process of its own, as a report of a meeting: prepared, repaired or refused, with the
seconds, the most memory that it took (what it started included), and the findings. A crash or a hang is named.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
NOT_REPORTS = {".json", ".tsv", ".md"}
PATIENCE = 180

ONE = """
import json, resource, sys
from pathlib import Path
from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports

path = Path(sys.argv[1])
meeting = Meeting(items=(Item(id="1", title="Item", reports=(Report(id="r", file=path.name),)),))
ready = prepare_reports(meeting, path.parent, ReportCache(Path(sys.argv[2])), SilentProgress())
report = ready.by_id.get("r")
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "summary": report.summary if report else "",
    "codes": [each.code for each in ready.findings],
    "megabytes": most // 1024,
    "speechless": [each.code for each in ready.findings if not each.advice or path.name not in each.sentence],
}))
"""


def outcome(path, kept):
    """What became of a file, and the seconds."""
    begun = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-c", ONE, str(path), str(kept)],
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        said = json.loads(done.stdout) if done.returncode == 0 else {"crash": done.stderr.strip()[-300:]}
    except subprocess.TimeoutExpired:
        said = {"crash": f"hangs for more than {PATIENCE} s"}
    return said, time.monotonic() - begun


def told(said):
    """The outcome in a word."""
    if "crash" in said:
        return "CRASH"
    if not said["summary"]:
        return "refused"
    return "repaired" if "report-repaired" in said["codes"] else "draft" if "draft" in said["summary"] else "prepared"


def main():
    """Print a line for each file, and what they come to."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    kept = Path(mkdtemp(prefix="door-outcomes-"))
    tally, codes, seconds, megabytes = Counter(), Counter(), [], []
    for path in sorted(CORPUS.rglob("*")):
        if not path.is_file() or path.suffix.lower() in NOT_REPORTS or wanted not in str(path):
            continue
        said, took = outcome(path, kept)
        tally[told(said)] += 1
        codes.update(said.get("codes", ()))
        seconds.append(took)
        megabytes.append(said.get("megabytes", 0))
        what = said.get("crash") or f"{said['summary']:60.60} {' '.join(said['codes'])} {said['speechless'] or ''}"
        print(f"{path.name:48.48} {told(said):9} {took:6.1f} s {megabytes[-1]:5} MB  {what}", flush=True)
    print(*(f"{count} {what}" for what, count in tally.most_common()), sep=", ")
    print(f"seconds: median {median(seconds):.1f}, most {max(seconds):.1f}; megabytes: most {max(megabytes)}")
    print(*(f"{count} {code}" for code, count in codes.most_common()), sep=", ")


if __name__ == "__main__":
    main()
