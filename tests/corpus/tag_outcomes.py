"""Prints what becomes of every tagged PDF beside the project: `python tests/corpus/tag_outcomes.py [part of name]`.

Each is made a pack by itself. The rules of PDF/UA-1 are asked of the file as it came and of the pack; the structure
of the pack is checked; the report's elements, the order in which their words are read, and the words as poppler
reads them must be the same before and after.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import page as page_validation
import pikepdf

sys.path.insert(0, str(Path(__file__).parents[1]))

from pack.pack_making import assemble, make_contents
from pikepdf import Array, Dictionary, Name

from agendabuilder.domain.item import Report
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.pack.tagging.report_tags import TagsFate
from agendabuilder.pack.tagging.role_names import standard_role
from agendabuilder.pack.tagging.structure_check import structure_faults
from agendabuilder.progress import SilentProgress
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.pdf import pdf_values
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import ReportRefused

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_CLAIM = "PDFUA1-ID-"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file: what its tags became, which rules failed before and after, and what was found different."""

    tags: object
    before: frozenset
    after: frozenset
    faults: tuple
    differences: tuple


def tagged_files(folder=CORPUS):
    """The PDFs that have a structure tree and can be opened."""
    found = []
    for path in sorted(folder.rglob("*.pdf")):
        try:
            with pikepdf.open(path) as pdf:
                if "/StructTreeRoot" in pdf.Root:
                    found.append(path)
        except pikepdf.PikepdfError:
            continue
    return found


def outcome(path, folder):
    """Make a pack of one file and compare. Raises `ReportRefused` for a file that cannot be used at all."""
    report = Report(file=str(path), title="The report")
    ready = prepare_report(path, report, ReportCache(folder / "cache"))
    (folder / "report.pdf").write_bytes(path.read_bytes())
    contents = make_contents(folder, [("Business", [Report(file="report.pdf", title="The report")])])
    out, assembled = assemble(folder, contents)
    verify_pack(out, contents, assembled, SilentProgress())
    with pikepdf.open(ready.path) as before, pikepdf.open(out) as after:
        faults = structure_faults(after)
        differences = tuple(_differences(before, after, contents, ready.path, out, assembled.tags[0]))
    return Outcome(assembled.tags[0], failed_rules(path), failed_rules(out), faults, differences)


def failed_rules(path):
    """The rules of PDF/UA-1 that a file fails, apart from the claim itself."""
    found = json.loads(page_validation.validate_pdf(str(path), profile="ua1").to_json())["failures"]
    return frozenset(rule["rule_id"] for rule in found if not rule["rule_id"].startswith(_CLAIM))


def _differences(before, after, contents, file, out, tags):
    if tags.fate is not TagsFate.KEPT:
        return
    first = contents.plan.reports["1-0"].sheet
    there = list(elements(before, before.Root.StructTreeRoot, 1))
    part = after.Root.StructTreeRoot.K.K[-1].K[0]
    own = [part] if len(_kids(before.Root.StructTreeRoot)) == 1 else list(_kids(part))
    here = [entry for top in own for entry in elements(after, top, first)] if own != [part] else None
    here = here if here is not None else list(elements(after, part, first))
    here = [entry for entry in here if entry[0] != "-"]
    marks = [[mark for _, own_marks in side for mark in own_marks] for side in (there, here)]
    if marks[0] != marks[1]:
        yield f"order of reading: {len(marks[0])} and {len(marks[1])} marks"
    counts = [Counter(role for role, _ in side) for side in (there, here)]
    if counts[0] != counts[1]:
        yield f"elements: {dict(counts[0] - counts[1])} became {dict(counts[1] - counts[0])}"
    if words(file) not in words(out):
        yield "words as poppler reads them"


def elements(pdf, top, first):
    """The elements under one, in order of reading: standard type, and marks by page (`first` counts as 1)."""
    entries = pdf_values.dictionary(pdf.Root.StructTreeRoot, "/RoleMap") or Dictionary()
    role_map = {name[1:]: pdf_values.name(entries, name)[1:] for name in entries.keys()}  # noqa: SIM118
    numbers = {page.obj.objgen: at - first + 2 for at, page in enumerate(pdf.pages)}
    waiting = [(kid, None) for kid in reversed(_kids(top) if Name.S not in top else [top])]
    while waiting:
        element, _ = waiting.pop()
        if not isinstance(element, Dictionary) or Name.S not in element:
            continue
        role = standard_role(pdf_values.name(element, "/S")[1:], role_map)
        marks = []
        for kid in _kids(element):
            if isinstance(kid, int):
                marks.append((numbers.get(element.Pg.objgen), kid))
            elif isinstance(kid, Dictionary) and Name.MCID in kid:
                page = kid.get(Name.Pg, element.get(Name.Pg))
                marks.append((numbers.get(page.objgen) if page is not None else None, int(kid.MCID)))
        back = any(isinstance(kid, Dictionary) and _leads_back(kid) for kid in _kids(element))
        yield "-" if back else "Part" if role == "Document" else role, tuple(marks)
        waiting += [(kid, element) for kid in reversed(_kids(element)) if isinstance(kid, Dictionary)]


def _leads_back(kid):
    note = kid.get(Name.Obj)
    return isinstance(note, Dictionary) and str(note.get(Name.Contents, "")).startswith("Back to the agenda")


def _kids(element):
    kids = element.get(Name.K)
    return list(kids) if isinstance(kids, Array) else [] if kids is None else [kids]


def words(path):
    """All words in the order of the structure, without spaces, as poppler reads them."""
    shown = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=False).stdout
    texts = re.findall(r'^\s*"(.*)"$', shown.decode("utf-8", "replace"), re.MULTILINE)
    return re.sub(r"\s+", "", "".join(texts))


def main():
    """Print a line for each file, and what they come to."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tally = Counter()
    for path in (path for path in tagged_files() if wanted in str(path)):
        folder = Path(mkdtemp(prefix="tag-outcomes-"))
        try:
            found = outcome(path, folder)
        except ReportRefused as refused:
            tally[refused.code] += 1
            print(f"{path.name[:44]:44} {refused.code}", flush=True)
            continue
        new = sorted(found.after - found.before)
        tally.update([found.tags.fate.value, *(["new failures"] if new else []), *(["faults"] if found.faults else [])])
        tally["pass as supplied"] += not found.before
        tally["pass in the pack"] += not found.after
        tally["differ"] += bool(found.differences)
        mends = ", ".join(f"{mend.name} {count}" for mend, count in found.tags.mends)
        print(f"{path.name[:44]:44} {found.tags.fate.value:7} {found.tags.reason}", end=" ")
        print(f"{len(found.before):2} -> {len(found.after):2}", *new, *found.differences, mends, sep=" | ", end=" ")
        print(*{fault.kind.name: fault for fault in found.faults}.values(), flush=True)
    print(*(f"{count} {what}" for what, count in tally.most_common()), sep="\n")


if __name__ == "__main__":
    main()
