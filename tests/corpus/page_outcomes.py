"""Compares every page of every PDF beside the project with itself in a pack, as pictures, but for the stamps.

`python tests/corpus/page_outcomes.py [part of a name]` prints those files with a difference, a page that takes more
than a ten-thousandth of its pixels, and what could not be compared. Each file is a pack of its own, built and proven;
comments stay in it, as they do where the clerk wants that.
"""

import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pack.pack_making import HOUSING, assemble, make_contents
from pages_alike import differences

from agendabuilder.domain.item import Report
from agendabuilder.errors import AgendaBuilderError
from agendabuilder.pack.proof.verify import verify_pack
from agendabuilder.progress import SilentProgress

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
ALLOWED = 0.0001
WITH_COMMENTS = replace(HOUSING, public_keeps_comments=True)


def compared(path, folder):
    """The pages (from 1) that differ, each with its share, and how many were compared."""
    copy = folder / "report.pdf"
    copy.write_bytes(path.read_bytes())
    contents = make_contents(folder, [("Item", [Report(file=copy.name)])], WITH_COMMENTS)
    pack, assembled = assemble(folder, contents)
    verify_pack(pack, contents, assembled, SilentProgress())
    found = list(differences(pack, contents))
    return [(each.page, each.share) for each in found if each.share > ALLOWED], len(found)


def main():
    """Print the files with differences, and the sums."""
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    tally, begun = Counter(), time.monotonic()
    for path in sorted(each for each in CORPUS.rglob("*") if each.suffix.lower() == ".pdf" and wanted in str(each)):
        with TemporaryDirectory() as folder:
            try:
                other, pages = compared(path, Path(folder))
            except AssertionError:
                tally["files refused at the door"] += 1
                continue
            except AgendaBuilderError as problem:
                tally["files without a pack"] += 1
                print(f"{path.name:60.60} {problem}", flush=True)
                continue
        tally["files compared"] += 1
        tally["pages compared"] += pages
        tally["pages that differ"] += len(other)
        if other:
            shown = ", ".join(f"{page}: {share:.2%}" for page, share in other[:8])
            print(f"{path.name:60.60} {len(other)} of {pages} pages differ ({shown})", flush=True)
    print(*(f"{count} {what}" for what, count in tally.items()), f"{time.monotonic() - begun:.0f} s", sep=", ")


if __name__ == "__main__":
    main()
