"""Prints what the checks that read reports say of the real papers beside the project, to be judged one by one.

`python tests/corpus/report_check_outcomes.py [part of a folder's name]`: the council meetings with their own date, body
and agenda; the other papers as the reports of a meeting of which nothing is known.
"""

import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from agendabuilder.domain.item import Item, Report
from agendabuilder.domain.meeting import Meeting
from agendabuilder.preflight.report_checks import check_reports
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.prepare import prepare_reports

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ENDINGS = {".pdf", ".docx", ".pptx", ".xlsx"}


def council_meetings():
    """Each council meeting with the folder of its papers: its known agenda, and an item for each paper besides."""
    known = json.loads((CORPUS / "kent_expected.json").read_text("utf-8"))
    for folder in sorted((CORPUS / "kent").glob("*/*/originals")):
        body, day = folder.parts[-3:-1]
        agenda = known.get(f"{body}/{day}", {}).get("items", ())
        items = [
            Item(f"{day}-{number}", each["title"], number=each["item"], reports=reports(f"{number}", each["documents"]))
            for number, each in enumerate(agenda)
        ]
        used = {report.file for item in items for report in item.reports}
        rest = sorted(path for path in folder.glob("*.pdf") if path.name not in used)
        items += [Item(path.name, path.stem, reports=(Report(path.name, file=path.name),)) for path in rest]
        committee = {"cabinet": "Cabinet", "full_council": "County Council"}[body]
        organisation = "Kent County Council"
        yield (
            folder,
            Meeting(organisation=organisation, committee=committee, date=date.fromisoformat(day), items=tuple(items)),
        )


def reports(prefix, documents):
    """The papers of one item that are there."""
    return tuple(Report(f"{prefix}-{place}", file=each["file"]) for place, each in enumerate(documents))


def other_papers():
    """Each other folder of papers as one meeting without a date or a body."""
    for folder in sorted(path for path in CORPUS.iterdir() if path.is_dir() and path.name != "kent"):
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
        items = tuple(
            Item(path.name, f"Paper {number}", reports=(Report(path.name, file=path.name),))
            for number, path in enumerate(files, 1)
        )
        yield folder, Meeting(items=items)


def main():
    """Print every finding, how often each code was found, and what the two looks cost."""
    cache = ReportCache(Path(mkdtemp(prefix="report-check-outcomes-")))
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tally, papers = Counter(), 0
    for folder, meeting in (*council_meetings(), *other_papers()):
        if wanted not in str(folder):
            continue
        prepared = prepare_reports(meeting, folder, cache, SilentProgress()).by_id
        looks = []
        for _ in range(2):
            begun = time.monotonic()
            findings = check_reports(meeting, prepared, folder, cache)
            looks.append(time.monotonic() - begun)
        papers += len(prepared)
        print(f"\n{folder.relative_to(CORPUS)}: {len(prepared)} papers, {looks[0]:.2f} s, then {looks[1]:.3f} s")
        for finding in findings:
            tally[finding.code] += 1
            print(f"  {finding.severity:8}{finding.code:22}{finding.sentence}")
    print(
        f"\n{papers} papers, {tally.total()} findings",
        *(f"{count:5} {code}" for code, count in tally.most_common()),
        sep="\n",
    )


if __name__ == "__main__":
    main()
