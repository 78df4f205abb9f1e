"""Prints what becomes of every Office file beside the project: `python tests/corpus/office_outcomes.py [part of name]`.

Each goes through the converter that comes with the program and, where it is installed, through LibreOffice; for the
words, the pages of the two are compared. The PDFs stay in the folder that is printed last, to be looked at.
"""

import os
import re
import sys
import time
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from tempfile import mkdtemp

from agendabuilder.domain.item import Report
from agendabuilder.reports.cache import ReportCache
from agendabuilder.reports.office import libreoffice
from agendabuilder.reports.office.office_words import text_of_pdf
from agendabuilder.reports.prepare import prepare_report
from agendabuilder.reports.refused import ReportRefused

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_MOMENT = re.compile(r"\d+[/.:-]\d\d?(?:[/.:-]\d+)?(?: ?[ap]m\b)?")
_SHORT = 300
"""Words of a text whose order is compared letter by letter; for more that takes too long."""

OFFICE = sorted(path for folder in ("office_docling", "office_tika") for path in (CORPUS / folder).glob("*.*"))


def outcome(path, program, kept):
    """The prepared report, or why it was refused, by the program (none: what comes with us), and the seconds."""
    os.environ[libreoffice.VARIABLE] = program
    begun = time.monotonic()
    try:
        result = prepare_report(path, Report(file=path.name), ReportCache(kept))
    except ReportRefused as refused:
        result = refused
    return result, time.monotonic() - begun


def words_kept(draft, reference):
    """How much of the reference's words a draft has, and how much of their order; 0 to 1.

    A word counts as there when its letters are, in one piece but for spaces and the ends of lines: where a line is
    broken, and whether a note's number stands close to a word, is a matter of looks. Days and times that a program
    fills in anew are left out.
    """
    ours, theirs = (_words(text_of_pdf(report.path)) for report in (draft, reference))
    if not theirs:
        return 1.0, 1.0
    unbroken, needed = "".join(ours), Counter(theirs)
    there = sum(min(number, max(ours.count(word), unbroken.count(word))) for word, number in needed.items())
    letters = ("".join(ours), "".join(theirs)) if len(theirs) < _SHORT else (ours, theirs)
    return there / len(theirs), SequenceMatcher(None, *letters, autojunk=False).ratio()


def _words(text):
    return re.findall(r"\w+", _MOMENT.sub(" ", text.casefold()))


def is_told(draft):
    """Whether the clerk is told that something of the file does not show, or not as it should."""
    origin = draft.origin
    return bool(origin.lost or origin.lost_pictures or origin.parts or origin.overprinted)


def told(result):
    """What became of a file, in a few words."""
    if isinstance(result, ReportRefused):
        return result.code
    origin = result.origin
    remarks = (
        f"{len(origin.lost)} words lost" if origin.lost else "",
        f"{origin.lost_pictures} pictures lost" if origin.lost_pictures else "",
        f"overprinted {origin.overprinted}" if origin.overprinted else "",
        *origin.parts,
    )
    told_too = ", ".join(filter(None, remarks))
    return result.summary + (f" ({told_too})" if told_too else "")


def main():
    """Print a line for each file, and what they come to."""
    programs = dict.fromkeys(("", str(libreoffice.find_libreoffice() or "")))
    kept = Path(mkdtemp(prefix="office-outcomes-"))
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tally, shares = Counter(), defaultdict(list)
    for path in (path for path in OFFICE if wanted in path.name):
        results = [outcome(path, program, kept) for program in programs]
        line = [f"{path.name:48.48}", *(f"{seconds:5.1f} s {told(result):70.70}" for result, seconds in results)]
        tally.update("prepared" if result.__class__ is not ReportRefused else result.code for result, _ in results)
        draft, reference = results[0][0], results[-1][0]
        if len(results) == 2 and not {type(draft), type(reference)} & {ReportRefused} and draft.origin.is_draft:
            there, order = words_kept(draft, reference)
            shares[path.suffix.lower()].append((there, order, there < 0.9 and not is_told(draft)))
            line.append(f"words {there:.3f} order {order:.3f}")
        print(*line, flush=True)
    print(*(f"{count} {what}" for what, count in tally.most_common()), sep="\n")
    for ending, mine in shares.items():
        there, order = (median(share[place] for share in mine) for place in (0, 1))
        print(ending, f"{len(mine)} files, median words {there:.3f}, order {order:.3f};", end=" ")
        print(sum(share[2] for share in mine), "below 0.9 without a remark")
    print(kept)


if __name__ == "__main__":
    main()
